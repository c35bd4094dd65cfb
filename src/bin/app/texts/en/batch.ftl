### Tables, templates, and authorities from and to elsewhere, in English.

## What certificates are made from

profile-root = Root authority
profile-root-help = Signs itself. Clients trust it, and all below it with it.
profile-intermediate = Intermediate authority
profile-intermediate-help = Issues in the place of the authority above it, whose key can stay away.
profile-server = TLS server
profile-server-help = A website or any other server. Clients check its names.
profile-client = TLS client
profile-client-help = A person or device that signs in with a certificate.
profile-peer = TLS server and client
profile-peer-help = A machine that is both: clusters, databases, mail servers that talk to each other.
profile-email = E-mail (S/MIME)
profile-email-help = Signs and encrypts e-mail for the addresses among the names.
profile-code = Code signing
profile-code-help = Signs programs.
profile-time = Time stamping
profile-time-help = Says when something existed (RFC 3161).
profile-ocsp = OCSP signer
profile-ocsp-help = Answers for the authority whether its certificates are still good.
profile-custom = Custom
profile-custom-help = Nothing is set by itself.
