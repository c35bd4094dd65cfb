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

## What is wrong with a table

table-no-rows = The table has no rows below its headings. Add one a certificate.
table-too-many-rows = The table has more than { $limit } rows. Split it into several.
table-not-utf8 = The table is not text in UTF-8. Save it as “CSV UTF-8”.
table-heading = The heading “{ $text }” is not known. Remove the column, or name it as the list of columns has it.
table-heading-twice = The heading “{ $text }” is there twice. Remove one.
table-no-name = Neither a name nor a subject. Fill in one of the columns name, subject or names.
table-fields = { $found } fields, but { $wanted } headings. Put quotation marks around what has the separator in it.
table-number = “{ $text }” is not a whole number.
table-algorithm = “{ $text }” is not a kind of key. Write P-256, P-384, Ed25519, RSA 2048 or another of the list.
table-same-file = Line { $line } has the same file name. Give one of the two another.

## What is wrong with a directory

directory-not-zip = This ZIP archive cannot be read: { $reason }. Pack the directory once more, or choose the folder itself.
directory-too-large = It unpacks to more than an authority’s directory can reasonably have. Choose the directory of the authority alone.
directory-no-index = There is no index.txt in it. Choose the directory that openssl.cnf names as “dir”, or Easy-RSA’s “pki”.
directory-no-certificate = There is no authority’s certificate in it: a cacert.pem or ca.crt. Add it.
directory-index-line = Line { $line } of index.txt cannot be read, its { $field }. Correct it, with a tab between two fields.
directory-number = { $file } has no number in it. Write the next one in hexadecimal.
directory-not-in-index = It stands in no line of index.txt.
directory-other-issuer = Another authority signed it.
