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
table-open-quote = A quotation mark opens on line { $line } and is never closed. Close it, or remove it.
table-heading = The heading “{ $text }” is not known. Remove the column, or name it as the list of columns has it.
table-heading-twice = The heading “{ $text }” is there twice. Remove one.
table-no-name = Neither a name nor a subject. Fill in one of the columns name, subject or names.
table-fields = { $found ->
    [one] One field
   *[other] { $found } fields
}, but { $wanted ->
    [one] one heading
   *[other] { $wanted } headings
}. Put quotation marks around what has the separator in it.
table-number = “{ $text }” is not a whole number.
table-algorithm = “{ $text }” is not a kind of key. Write P-256, P-384, Ed25519, RSA 2048 or another of the list.
table-same-file = Line { $line } has the same file name. Give one of the two another.

## What is wrong with a directory

directory-not-zip = This ZIP archive cannot be read: { $reason }. Pack the directory once more, or choose the folder itself.
directory-encrypted-zip = This ZIP archive has a password. Unpack it first, and choose the folder.
directory-too-large = It unpacks to more than an authority’s directory can reasonably have. Choose the directory of the authority alone.
directory-no-index = There is no index.txt in it. Choose the directory that openssl.cnf names as “dir”, or Easy-RSA’s “pki”.
directory-no-certificate = There is no authority’s certificate in it: a cacert.pem or ca.crt. Add it.
directory-index-line = Line { $line } of index.txt cannot be read, its { $field }. Correct it, with a tab between two fields.
directory-number = { $file } has no number in it. Write the next one in hexadecimal.
directory-not-in-index = It stands in no line of index.txt.
directory-other-issuer = Another authority signed it.

## Certificates from a table

batch = Certificates from a table
batch-lead = One row, one certificate: thousands of keys, certificates and PKCS #12 files in one ZIP. Each is recorded here before it is handed out.
batch-no-key = This authority’s key is not here, so it issues nothing here.
batch-table = Drop the table here
batch-table-help = A CSV file with a line of headings, as every spreadsheet saves it, or the same pasted. Commas, semicolons or tabs between the columns.
batch-table-file = The table is { $file }.
batch-table-text = { $count ->
    [one] The table is the one line that you pasted.
   *[other] The table is the { $count } lines that you pasted.
}
batch-table-another = Another table
batch-columns = Which columns a table can have
batch-columns-note = In any order. A row needs a name, a subject or names; everything else can be missing or empty.
batch-column-name = The common name. For a server it is also the first of the names.
batch-column-names = The alternative names, with spaces or commas between them: domain names, IP addresses, e-mail addresses. Put quotation marks around them if they have the separator between them.
batch-column-subject = The whole subject, as /C=CN/O=Acme/CN=x or CN=x,O=Acme,C=CN.
batch-column-parts = The subject part by part: e-mail, organization, department, country, state or province, city.
batch-column-days = For how many days it is valid.
batch-column-key = The kind of key: P-256, P-384, P-521, Ed25519, RSA 2048, RSA 3072, RSA 4096 …
batch-column-password = Encrypts this row’s key and PKCS #12 file. Mind that the table then has passwords in it.
batch-column-file = What its files in the ZIP are called.
batch-example = An example
batch-example-save = Save the example as certificates.csv
batch-profile = Profile or template
batch-profile-own = Your own template. It also sets the kind of key and the days below.
batch-days = Valid for (days)
batch-days-help = For rows that say nothing else.
batch-keep = Keep the private keys in the vault
batch-keep-help = Kept or not, every key is in the ZIP. Without them the vault stays small, and a lost ZIP means new certificates.
batch-pkcs12 = PKCS #12 files
batch-pkcs12-none = none
batch-pkcs12-none-help = Each certificate gets a key file and a certificate file.
batch-password = Password for keys and PKCS #12 files
batch-password-help = For rows that have none of their own. It cannot be recovered.
batch-clear-keys = Without a password the keys in the ZIP are in clear: whoever gets the file can use them. Keep it where nobody else can read it.
batch-checked = What will come of it
batch-checking = Checking the table …
batch-good = { $count ->
    [0] No row can be used.
    [one] One row is good.
   *[other] { $count } rows are good.
}
batch-bad = { $count ->
    [one] One row has a fault and will be left out.
   *[other] { $count } rows have faults and will be left out.
}
batch-bad-rows = Rows that cannot be used
batch-line = Line { $line }
batch-line-column = Line { $line }, column { $column }
batch-first = The first of the good ones
batch-command-part = The command has the first { $count } rows only; the others are written the same way.
batch-needs-table = Choose a table first.
batch-issue = { $count ->
    [one] Issue one certificate
   *[other] Issue { $count } certificates
}
batch-issued = All of this table is issued. To issue once more, choose another table, or change something above.
batch-progress = { $done } of { $of } issued
batch-cancel-note = If you cancel: what was issued until then stays issued and recorded, and is in the ZIP.
batch-report = What the last table came to
batch-done = { $count ->
    [one] One certificate is issued and recorded
   *[other] { $count } certificates are issued and recorded
}
batch-none = Nothing was issued
batch-cancelled = Cancelled
batch-cancelled-advice = What was issued until then stays issued and recorded: the table of certificates shows it.
batch-cancelled-none = Cancelled before anything was issued
batch-cancelled-after = { $count ->
    [one] Cancelled: one certificate was issued by then, and stays issued and recorded
   *[other] Cancelled: { $count } certificates were issued by then, and stay issued and recorded
}
batch-stopped-after = { $count ->
    [one] Stopped: one certificate was issued by then, and stays issued and recorded
   *[other] Stopped: { $count } certificates were issued by then, and stay issued and recorded
}
batch-cancelled-again = To go on, take the rows that are done out of the table.
batch-zip = They are in the ZIP that your browser has just saved. Check that it is there.
batch-save-again = Save the ZIP again
batch-saved-again = The ZIP was handed to the browser once more.

## Authorities from elsewhere

import = Import an authority
import-lead = An authority that you have goes on here: with its key, its certificates, and its next serial number. The files themselves stay as they are.
import-items = Certificate and key
import-items-note = The authority’s certificate and its private key, as two files or as one PKCS #12 file. Without its key an authority can be looked at here, but issues nothing.
import-files = Drop the authority’s files here
import-files-help = In any form: PEM, DER, PKCS #8, PKCS #12. They also lie on the Keys page then.
import-choice = What is to be taken in
import-items-take = { $count ->
    [one] Take in what is ticked
   *[other] Take in the { $count } that are ticked
}
import-directory = A whole directory
import-directory-note = What openssl ca or Easy-RSA works in, with index.txt, serial and newcerts. All certificates come along with what became of them, and serial numbers are counted on.
import-directory-drop = Drop the directory or a ZIP of it here
import-directory-help = The one that openssl.cnf names as “dir”, often demoCA; with Easy-RSA it is pki.
import-zip = Choose a ZIP
import-folder = Choose a folder
import-given-file = { $file } is chosen.
import-given-folder = { $count ->
    [one] { $folder } is chosen, with one file.
   *[other] { $folder } is chosen, with { $count } files.
}
import-another = Choose another
import-password = Password of its private key
import-password-help = If the key is encrypted. Left empty, a key without one is taken in, and with one it is asked for.
import-directory-take = Take in the directory
import-running = Taking it in …
import-backup = A backup of a vault
import-backup-note = A file that was saved here with all authorities in it.
import-to-settings = Restore it in the settings
import-came = { $count ->
    [0] No new authority came in
    [one] One authority came in
   *[other] { $count } authorities came in
}
import-entries = { $count ->
    [0] No certificates that it issued came along.
    [one] One certificate that it issued came along.
   *[other] { $count } certificates that it issued came along.
}
import-nothing = Nothing came in
import-nothing-advice = There is no authority in it that is not here already. Choose the certificate of the authority itself.
import-left-out = { $count ->
    [one] One thing was left out
   *[other] { $count } things were left out
}

## Authorities handed out

hand-out = Files
hand-saved = Your browser has saved the file.
hand-certificate = Certificate
hand-certificate-note = Public: everybody who is to trust the authority gets it.
hand-pem = Save as PEM (.pem)
hand-der = Save as DER (.crt)
hand-chain = Save with the authorities above it
hand-key-warning = The following files have the authority’s private key in them
hand-key-warning-advice = Whoever gets one can issue certificates that your clients trust. A directory that goes on elsewhere also gives serial numbers on its own: go on in one place only.
hand-directory = Directory for openssl ca
hand-directory-note = A ZIP with everything that the authority keeps: certificate, key, index.txt, serial, crlnumber, newcerts and an openssl.cnf. Unpack it, and OpenSSL goes on from the next serial number.
hand-directory-save = Save the directory (ZIP)
hand-directory-command = How OpenSSL goes on
hand-pkcs12 = Key and certificate as PKCS #12
hand-pkcs12-note = With the certificates of the authorities above it.
hand-pkcs12-save = Save as PKCS #12 (.p12)
hand-key = Private key
hand-key-note = Alone, as PKCS #8 in PEM. For other forms take it to the Keys page.
hand-key-save = Save the authority’s private key
hand-password-help = The key in the file opens with this password only. It cannot be recovered.
hand-clear-question = Save the private key in clear?
hand-clear-advice = Without a password, whoever gets the file has the authority. Give it a password if you can.
hand-clear-yes = Save it in clear
hand-clear-no = Go back
hand-no-key = The authority’s key is not here, so there is no file with it.
hand-take = In every other form
hand-take-note = On the Keys page a certificate or key is converted, compared, put under a password or bundled.
hand-take-key = With the private key
hand-take-button = Put it on the Keys page
hand-taking = Taking it out …
hand-taken = { $count ->
    [one] It lies on the Keys page now
   *[other] { $count } things lie on the Keys page now
}
hand-to-keys = Go to the keys

## Templates

templates = Templates
templates-lead = What certificates are made from, over and over. Copy one that is built in and change the copy, or make one from a certificate: in the table of certificates, each offers it.
templates-own = Your own
templates-own-none = None yet. Copy one of those below.
templates-built-in = Built in
template-new = New template
template-change = Change the template
template-name = Name of the template
template-subject = Fixed parts of the subject
template-subject-help = As /C=CN/O=Acme or O=Acme,C=CN. They are filled in beforehand; names are left to each certificate.
template-subject-none = none
template-days = Valid for (days)
template-days-count = { $count ->
    [one] one day
   *[other] { $count } days
}
template-signature-own = as the authority signs
template-signature-help = Only an authority with such a key can sign so.
template-extensions = What it says
template-extensions-none = Nothing: every certificate has only its names.
template-extensions-note = To put another extension in, issue a certificate that has it, and make a template from that.
template-save = Save the template
template-discard = Leave it as it was
template-saving = At it …
template-saved = { $name } is saved
template-copy = Copy { $name }
template-copy-short = Copy
template-copy-name = { $name } (copy)
template-edit = Edit { $name }
template-edit-short = Edit
template-export = Export { $name }
template-export-short = Export
template-exported = Your browser has saved the file with the templates.
template-export-all = Export all of your own
template-remove = Delete { $name }
template-remove-short = Delete
template-remove-question = Delete { $name }?
template-remove-advice = Certificates that were made from it stay as they are.
template-remove-yes = Delete it
template-remove-no = Keep the template
template-exchange = Templates as a file
template-import = Drop a file of templates here
template-import-help = One that was exported here.
template-imported = The templates are here

## How an authority issues

configure = How it issues
configure-label = What you call it
configure-label-help = Only here. What its certificate says stays as it is.
configure-days = Certificates are valid for (days)
configure-days-help = Where the form, template or table says nothing else.
configure-list-days = A new revocation list every (days)
configure-list-days-help = Each list says that it is good for so long.
configure-signature-help = How it signs certificates and revocation lists from now on.
configure-sha1 = SHA-1 is broken: browsers, OpenSSL 3 and GnuTLS refuse what is signed with it.
configure-serials = Serial numbers
configure-random = Random
configure-random-help = 159 random bits that nobody can foretell, as the Baseline Requirements ask. Two copies of the authority never give the same one.
configure-counted = Counted
configure-counted-help = One after the other, as openssl ca does. Go on in one place only: two copies would give the same number twice.
configure-next = Next serial number
configure-next-help = In hexadecimal, such as 1000. One that was given before is refused.
configure-addresses = Addresses in what it issues
configure-addresses-note = Where clients find what they need to check a certificate. They stand in every certificate from now on and cannot be changed there, so choose some that last. Use http: a client cannot check https before it has checked the certificate.
configure-lists = Revocation list
configure-lists-help = One address a line, such as http://pki.example.com/ca.crl. Put the list there whenever you make one.
configure-issuers = The authority’s certificate
configure-issuers-help = One address a line. Clients fetch it when a server forgets to send it. In DER.
configure-ocsp = OCSP service
configure-ocsp-help = One address a line. Only if you run one: where nobody answers, clients may refuse.
configure-save = Save the settings
configure-saving = Saving the settings …
configure-saved = The settings are saved
configure-remove = Remove the authority
configure-remove-note = From this vault. What it issued stays valid wherever it is, but nothing can be revoked here any more.
configure-remove-open = Remove this authority
configure-remove-question = Remove { $label } for good?
configure-remove-loss = With it go its private key, { $below ->
    [0] no other authority
    [one] one authority below it
   *[other] { $below } authorities below it
}, and { $certificates ->
    [0] no certificates.
    [one] the record of one certificate.
   *[other] the records of { $certificates } certificates.
}
configure-remove-first = If you may need it once more, save its directory under “Files” first, or make a backup of the vault in the settings.
configure-remove-type = To remove it, type its name
configure-remove-other = This is not its name.
configure-remove-yes = Remove for good
configure-remove-no = Keep the authority
configure-removing = Removing it …
configure-deltas = Delta lists
configure-deltas-help = One address a line, if you make delta lists. The full list says where they are; without that, most programs look at none.
