### The texts of requests, in English.

requests = Requests
requests-lead = Ask any certificate authority for a certificate: fill in the form, or start from an openssl.cnf or a certificate that you have. The private key stays in this tab until you save it.

## What the form begins with

start-from = Start from
start-from-help = Whatever fills the form, you can change everything afterwards.
start-blank = A blank form
start-config = An openssl.cnf
start-like = A certificate or request
request-purpose = Purpose
request-server = TLS server
request-server-help = A website or any other server. Clients check its names.
request-client = TLS client
request-client-help = A person or device that signs in with a certificate.
request-email = E-mail (S/MIME)
request-email-help = Signs and encrypts e-mail for the addresses among the names.
request-code = Code signing
request-code-help = Signs programs.
request-acme = Public CA (ACME)
request-acme-help = For Let’s Encrypt and others: domain names only, and an e-mail address if you like.
request-other = Other
request-other-help = Nothing is set by itself: the request says what “More choices” says.
request-clear = Clear the form
request-undo = Put back what was there before
cnf-drop = Drop an openssl.cnf here
cnf-drop-help = Names, extensions, key size and digest fill the form. Nothing is sent anywhere.
cnf-too-large = The file is larger than 1 MiB, which no openssl.cnf is. Choose another file.
cnf-unreadable = The file could not be read
cnf-unreadable-advice = It was moved, deleted or changed since you chose it, or it is a folder. The form is as you left it. Choose the file once more.
cnf-refused-advice = OpenSSL would stop here, too. The form is as you left it. Mend the line and drop the file once more.
cnf-filled = The form is filled from the file, and every line was understood
cnf-filled-but = { $count ->
    [one] The form is filled from the file; one line was not used as it stands
   *[other] The form is filled from the file; { $count } lines were not used as they stand
}
cnf-section = Section with the extensions
cnf-section-help = Several sections look like extensions. Another one takes the place of the extensions and names in the form.
cnf-no-section = none
cnf-remarks = Lines that were not used as they stand
cnf-line = Line { $line }
like-drop = Drop a certificate or request here
like-drop-help = Its subject, names and extensions fill the form; the key is a new one. It also lies on the Keys page then.
like-item = Or one that is open already
like-take = Fill the form like this
like-certificate = Certificate: { $subject }
like-request = Request: { $subject }
like-filled = The form is filled with everything that it asks for
like-left-out = The form is filled. Some things were left out:
like-nothing = There is no certificate and no request in this
like-nothing-advice = Drop a .crt, .cer, .pem, .csr or .p7b file. The form is as you left it.

## The subject

request-subject = Subject
request-subject-note = Who the certificate is for. What is empty is left out; the order is kept. Public authorities use only the common name, if at all.
request-acme-note = Public authorities vouch only for domain names, so the subject is just the first of them, and the e-mail address if you give one.
request-acme-email = E-mail address
request-acme-email-help = Goes into the subject. Most authorities pass over it.
paste-subject = Paste a whole subject
paste-subject-help = As /C=CN/O=Acme/CN=x or CN=x,O=Acme,C=CN. It takes the place of the rows below.
paste-subject-read = Fill in
attribute-kind = Type of attribute { $number }
attribute-type = Short name or OID of attribute { $number }
attribute-type-example = title or 2.5.4.12
attribute-value = Value of attribute { $number }
attribute-another = another, by name or OID
attribute-country = Country
attribute-state = State or province
attribute-locality = City
attribute-organization = Organization
attribute-unit = Department
attribute-common-name = Common name
attribute-email = E-mail
attribute-given-name = Given name
attribute-surname = Surname
attribute-domain = Domain component
attribute-user = User identifier
example-common-name = www.example.com
example-country = two letters, such as DE
row-add = Add an attribute
row-join = Attribute { $number }: together with the one before
row-up = Move attribute { $number } up
row-down = Move attribute { $number } down
row-remove = Remove attribute { $number }

## The names

request-names-section = Names
request-names = Alternative names
request-names-example = for example: www.example.com, 192.0.2.7, ann@example.com
request-names-help = What the certificate vouches for, one a line or with commas: domain names, IP addresses, e-mail addresses, URIs. Others with their kind before them: RID:1.2.3, UPN:ann@example.com, dirName:/C=DE/CN=x, otherName:1.2.3;UTF8:text.
request-names-acme = The domain names, one a line or with commas; *.wildcards and names in any script, too.
request-names-none = none
request-recognised = Recognised alternative names
request-add-name = Add { $name } to the names
request-line = Line { $line }: { $says }

## The key

request-key-section = Key
request-key = Private key
request-key-new = New key: { $algorithm }
request-key-yours = Your key: { $algorithm }, { $file }
request-given-key = Use a key that you have
request-key-file = Drop the private key here
request-key-file-help = PEM or DER, in any form. It stays in this tab.
request-key-taken = The key from { $file } is chosen
request-key-locked = This key is encrypted
request-key-unlock = Open it with its password on the Keys page. Then choose it here; the form waits.
request-key-none = There is no private key in this
request-key-none-advice = Drop the file that has the line “-----BEGIN PRIVATE KEY-----” or one like it, or choose a new key.
request-signature-more = Signature
request-signature = Signed with
request-signature-help = The authority checks with it that you hold the key. The certificate itself is signed in the authority’s own way.
request-sha1 = SHA-1 is broken: two different requests can be made that have one and the same signature
request-sha1-advice = Public authorities refuse such a request. OpenSSL still takes it, but where a certificate is signed with SHA-1, browsers, OpenSSL 3 and GnuTLS refuse that in TLS. Use it only where an old system takes nothing else.

## More choices

request-more = More choices: uses, extensions, challenge password
request-usages = Key usage
request-usages-note = What the key may do. With none of them nothing is said.
request-purposes = Extended key usage
request-purposes-note = What the certificate may be used for. With none of them nothing is said.
request-purposes-other = Other purposes
request-purposes-help = OpenSSL’s short names or OIDs, with commas.
usage-signature = Digital signature
usage-commitment = Content commitment
usage-key-encipherment = Key encipherment
usage-data-encipherment = Data encipherment
usage-agreement = Key agreement
usage-certificates = Certificate signing
usage-lists = Revocation list signing
usage-encipher-only = Encipher only
usage-decipher-only = Decipher only
purpose-server = TLS server
purpose-client = TLS client
purpose-code = Code signing
purpose-email = E-mail protection
purpose-time = Time stamping
purpose-ocsp = OCSP signing
request-constraints = Basic constraints
request-constraints-help = Whether this is to be a certificate authority itself.
constraints-unsaid = nothing is said
constraints-none = not an authority
constraints-authority = an authority
constraints-length = an authority, with at most { $length } below it
constraints-permitted = permitted: { $names }
constraints-excluded = excluded: { $names }
request-path-length = Path length
request-path-length-help = How many authorities may follow below, from 0 to 255. Empty for any number.
request-kept = Other extensions
request-remove = Remove { $name }
extension-name-constraints = Name constraints
extension-policies = Certificate policies
extension-lists = Revocation list addresses
extension-access = Authority’s addresses
extension-key = Subject key identifier
extension-key-of-key = made from the key
extension-critical = { $says } (critical)
request-custom = Any other extension
request-custom-oid = Extension’s OID or name
request-custom-oid-help = As 1.3.6.1.5.5.7.1.24 or tlsfeature.
request-custom-value = Extension’s value
request-custom-value-help = DER in hexadecimal as 30:03:02:01:05, or the words of an openssl.cnf: ASN1:UTF8String:text, URI:http://example.com/ca.crl
request-custom-critical = Critical: who does not know it has to refuse the certificate
request-custom-there = { $name } is among the extensions already. Remove that one first, under “Other extensions” or by its own field.
request-custom-add = Add the extension
request-challenge = Challenge password
request-challenge-help = Stands in the request in clear: everybody who sees the file can read it. Only for authorities that ask for one.
request-unstructured = Unstructured name
request-unstructured-help = Another name, such as a router’s.

## What it will be

request-preview = What you will ask for
request-subject-none = empty
request-signed = { $algorithm }, signed by { $signature }
request-odd = Mind this

## What was made

request-create = Create request
request-form-config = Save this form as openssl.cnf
request-made = Your request
request-made-title = The request is made and its signature is checked
request-made-advice = Send the request to the certificate authority. Never send the private key to anybody. Both also lie on the Keys page.
request-stale = It was made before your last changes to the form.
request-key-unsaved = The new private key is only in this tab
request-key-unsaved-advice = Save it now: without it the certificate is useless, and nobody can make the key again.
request-made-file = Signing request
request-made-key = Its private key
request-pem = The request as text
request-save-pem = Save request (PEM)
request-save-der = Save request (DER)
request-save-config = Save as openssl.cnf
request-command-note = The command reads the openssl.cnf that the button above saves.
