### Why something was refused, and what to try, in English.

## Files

error-damaged = Damaged file ({ $format }): { $damage } Get it once more from where it came, as a file and not as text from a mail, or take a backup.
error-damaged-with = Damaged file ({ $format }, { $algorithm }): { $damage } Get it once more from where it came, as a file and not as text from a mail, or take a backup.
error-empty-file = The file is empty. Choose another, or get it once more from where it came.
error-unreadable = The browser cannot read { $file }: it was moved, changed or locked since it was chosen, or it is a folder. Choose the file once more.
error-unknown-file = This is no key, certificate or request in any form known here. Choose the file itself: PEM, DER, PKCS #7, PKCS #12, JWK or OpenSSH.
error-configuration-file = This is an openssl.cnf: a configuration file, with no key or certificate in it. Drop it on the Requests page, where it fills the form.
error-too-large = Too large to be read at once ({ $format }): { $given }, where at most { $limit } are read. Split the file and open its parts.
error-unsupported = Not supported: this { $format } is not damaged, but it is made with { $algorithm }, which Certwright does not read. Convert it with the program that it comes from, to AES-256 for the password, or to RSA, P-256, P-384, P-521, Ed25519 or ML-DSA for the key.
error-wrong-password = Wrong password: it does not open this { $format }, encrypted with { $algorithm }. Mind capitals, spaces and the keyboard’s language, and try again.
error-password-needed = This { $format } is encrypted with { $algorithm }. Enter its password.
error-too-costly = Not opened: this { $format } asks for { $asked } of { $algorithm }, more than the { $limit } that are spent here. Such a file can be made to stall whoever opens it. If you trust it, open it with OpenSSL and save it with fewer.
cost-rounds = { $count } rounds
cost-memory = { $count } MiB of memory
damage-empty = there is nothing in it.
damage-no-end-line = the line “-----END …-----” is missing.
damage-base64 = there is something between its lines that is not Base64.
damage-header = the lines at its beginning cannot be read.
damage-truncated = its end is missing. It should have { $expected } bytes and has { $present }.
damage-trailing = { $count ->
    [one] one byte too many follows after its end.
   *[other] { $count } bytes too many follow after its end.
}
damage-structure = its structure is not what the standard says.
damage-field = its field “{ $field }” is missing or not valid.
damage-blocks = its { $count } encrypted bytes are not whole blocks of { $block }, so some are missing.
damage-duplicate = its member “{ $member }” is there twice, and programs differ in which one they take.
damage-numbers = the numbers of the key do not belong together.
damage-public-key = the public key in it belongs to another private key.
damage-contents = the password opened it, but what is inside cannot be read.
damage-unknown = it does not begin like one.
damage-nesting = it holds containers within containers, deeper than any program writes them.
damage-other = { $details }.

## Keys and what is asked for

error-key-format = This key cannot be used here. Found: { $text }. Take a key of another kind, or for each its own.
error-not-on-desk = This is not open any more. Open the file again.
error-no-such-form = { $algorithm } keys have no such form, or it cannot have a password. Choose another form.
error-amount = Between { $min } and { $max }.
error-scrypt = scrypt’s { $parameter } is { $given }, but must be between { $min } and { $max }. Change it.
error-key-generation = No { $algorithm } key came about. Try again, or choose another kind of key.
error-signing = The { $algorithm } key could not sign. Check the key, or make a new one.
error-request-signature = The request’s signature does not go with its public key: it was changed, or whoever made it does not hold the key. Ask for a new one.
error-certificate-signature = The certificate’s signature does not go with its issuer’s key. Take the certificate of the authority that really signed it.
error-serial = “{ $text }” is not a serial number. Give a positive number of up to 20 bytes in hexadecimal; of 20 bytes the first is at most 7F (RFC 5280, 4.1.2.2).
error-oid = “{ $text }” is not an object identifier that can be used here. Write it with dots, as in 1.3.6.1.4.1.311.20.2.3, or give a name that OpenSSL knows. Identifiers from 2.40 on, and those made of a UUID, cannot be used.
error-pem = There is no block “{ $text }” in this text. Paste it from its BEGIN line to its END line.
error-encoding = This could not be written in its standard encoding: { $text }. Change what was entered and try again.
error-archive = The ZIP file could not be written: { $text }. Save the files one by one.
error-only-domain-names = “{ $text }” is not a domain name, and public authorities vouch only for those. Remove it.

## Names

error-name = “{ $text }” is not a distinguished name. Write it as /C=DE/O=Example/CN=example.com or CN=example.com,O=Example,C=DE.
error-name-no-equals = “{ $part }” has no =. Write each part with its type, as in CN=example.com.
error-name-type = “{ $part }” is no type that is known. Use one such as CN, O, OU, L, ST, C or emailAddress, or its object identifier.
error-name-escape = Nothing follows the last backslash in “{ $text }”. Remove it, or write \\ for a backslash itself.
error-name-quote = A quotation mark in “{ $text }” is out of place. Put quotation marks around a whole value, or none.
error-name-hex = What follows # in “{ $text }” is not the DER of a string in hexadecimal. Write \# for the character itself.
error-name-utf8 = The hexadecimal pairs in “{ $text }” are not UTF-8. Write the characters themselves.
error-name-repeated = { $part } stands twice in one part joined by +. Give the second one a part of its own.
error-name-not-text = { $part } is not a text that can be read. Enter it anew.
error-uri = “{ $text }” is not a web address (URI) for a certificate.
error-uri-no-scheme = “{ $text }” has no scheme. Begin with one, such as http:// or https://.
error-uri-nothing-after-scheme = “{ $text }” ends after its scheme. Write the whole address.
error-uri-no-host = “{ $text }” has no host. Write one after the two slashes.
error-uri-character = “{ $text }” has the character { $character }, which a URI writes with % and two hexadecimal digits. Replace it.
error-uri-percent = A % in “{ $text }” is not followed by two hexadecimal digits. Write %25 for the sign itself.
error-uri-too-long = The URI has { $length } characters; at most { $limit } are allowed. Shorten it.
error-alt-name = “{ $text }” is not an alternative name. Write it as DNS:example.com or IP:192.0.2.1.
error-alt-name-no-kind = “{ $text }” does not say what it is. Put its kind before it, as in DNS:example.com, IP:, email: or URI:.
error-alt-name-kind = “{ $kind }” is not a kind of name. Use DNS, IP, email, URI, RID, dirName or otherName.
error-alt-name-not-held = Names of the kind { $kind } are not made here, and no client asks for them. Remove it.
error-alt-name-other = “{ $text }”: an otherName is written as OID;UTF8:value, such as 1.3.6.1.4.1.311.20.2.3;UTF8:ann@example.com.
error-alt-name-not-der = The value in “{ $text }” is not exactly one DER value. Check its hexadecimal digits.
error-alt-name-text = The text in “{ $text }” has characters that its type does not have, or none at all. Use UTF8, or change it.
error-alt-name-empty-directory = A directory name without attributes names nobody. Give it at least one, such as CN.
error-alt-name-subtree = “{ $text }” is not a name that can be permitted or excluded. Write one such as example.com, 10.0.0.0/8 or email:example.com.
error-alt-name-mask = “{ $text }” is not a network. After the slash stands a length up to 32 (128 for IPv6), or a mask such as 255.255.255.0.

## Extensions

error-extension = Extension { $name }: { $fault }
extension-empty = it says nothing. Give it a value, or remove it.
extension-repeated = it is there twice. Remove one of the two.
extension-hex = its value is not hexadecimal. Use pairs of the digits 0 to 9 and A to F.
extension-not-der = its value does not begin with a whole DER value. Check it with openssl asn1parse.
extension-trailing = { $count ->
    [one] one byte follows after its value. Remove it.
   *[other] { $count } bytes follow after its value. Remove them.
}
extension-path-length = only an authority (CA:TRUE) can have a path length. Remove it, or make this an authority.
extension-no-key = it is made from the key, and there is none yet. Choose a key first.
extension-encoding = its value cannot be encoded. Change it.

## OpenSSL’s configuration files

error-config = Line { $line }: { $fault }
config-too-large = the file, with its variables replaced, has more than { $limit } bytes. Shorten it.
config-too-many = the file has more than { $limit } settings. Leave out the sections that the request does not need.
config-value-too-long = the value has more than { $limit } bytes with its variables replaced, and OpenSSL does not read it either. Shorten it.
config-nul = it has the character U+0000, where OpenSSL stops reading. Save the file as UTF-8 text.
config-no-closing-bracket = the bracket ] after the section’s name is missing. Add it.
config-no-equal-sign = it is neither a section nor a setting: the equal sign is missing. Write name = value, or # before a comment.
config-no-closing-brace = the closing brace of a variable is missing. Write ${ "{" }name{ "}" } or $(name).
config-unknown-variable = the variable { $section }::{ $name } is not set before this line. Set it above, or write its value here.
config-pragma = the .pragma is not valid. Write it as .pragma = dollarid:on, or remove it.
config-unknown-section = there is no section [{ $name }]. Add it, or correct the name.
config-no-value = a name or value is missing in “{ $text }”. Add it.
config-unknown-word = “{ $text }” is not known here. Look for a slip of the pen.
config-boolean = “{ $text }” is neither TRUE nor FALSE. Write one of the two.
config-number = “{ $text }” is not a number that can stand here. Write a whole number.
config-ip-address = “{ $text }” is not an IP address that can stand here. In name constraints it needs a mask, as in 10.0.0.0/255.0.0.0.
config-hex = “{ $text }” is not hexadecimal. Write pairs of digits, with colons between them or without.
config-time = “{ $text }” is not a time of its type. Write it as 20300131120000Z, for UTCTIME with a year of two digits.
config-characters = “{ $text }” has characters that its type cannot hold. Use UTF8String, or change the text.
config-format = the format does not go with the type { $name }. Remove FORMAT, or choose another.
config-tag = the tag “{ $text }” is not valid or cannot stand here. Write a number, and U, A, P or C after it if need be.
config-nesting = it refers to itself, or is nested too deeply. Break the circle.
config-too-much = what is made of it would have more than { $limit } bytes. Shorten it.

reason-overridden = Line { $line } sets it again, and that one counts.
reason-environment = It needs the environment variable { $name }, and there is no environment here. Write its value into the file.
reason-include = It includes another file, which cannot be read from here. Put its lines into this file.
reason-pragma = It instructs OpenSSL’s own reader, and changes nothing here.
reason-section = Nothing in the request refers to the section [{ $name }].
reason-name = “{ $name }” means nothing to a request in this section.
reason-program = It is about how the openssl program works, and changes nothing here.
reason-issuer = It is copied from the issuer’s certificate, and a request has no issuer yet. The authority adds it when it signs.
reason-string-mask = Names are written as UTF8String here, as OpenSSL does unless told otherwise.
reason-utf8 = Read as UTF-8. OpenSSL takes it for Latin-1, in a subject unless the file says utf8 = yes.
reason-changed = Written as “{ $text }” in the request.
reason-repeated = Its part of the name has this type already, so it stands in a part of its own.
reason-too-short = The value has { $given } bytes, fewer than the { $limit } that _min asks for. OpenSSL would refuse it.
reason-too-long = The value has { $given } bytes, more than the { $limit } that _max allows. OpenSSL would refuse it.
reason-key-size = No RSA keys of { $text } bits are made here. Choose 2048, 3072 or 4096.
reason-digest = Nothing is signed with { $text } here. Choose SHA-256, SHA-384 or SHA-512.

## What is left out of a request that is made like another

left-out-attribute = Subject, { $name }: left out. { $reason }
left-out-extension = Extension { $name }: left out, since the authority decides on it, or since it belongs to the old key.
left-out-request-attribute = Attribute { $name }: left out, since it is not known here or cannot be kept.

## ACME accounts

error-account-key-kind = No public authority takes { $algorithm } for an account key. Make one of P-256, P-384 or RSA 2048 to 4096.
error-account-key-as-certificate-key = This is the account’s own key. Who finds it on a server could order and revoke all your certificates, so authorities refuse it. Make another key for the certificate.
header-not-an-object = The protected header is not a JSON object. Write it in braces, such as { "{" }"nonce":"…","url":"…"{ "}" }.
header-duplicate = “{ $member }” is in the protected header twice. Remove one.
header-no-algorithm = The protected header has no alg that is a text. Write "alg":"{ $expected }", or leave it out and it is added.
header-algorithm = The protected header says alg { $given }, but the key signs by { $expected }. Correct it, or leave it out and it is added.
header-extension = “{ $member }” in the protected header would change what is signed, and ACME does not allow it. Remove it.
header-both-keys = The protected header has both jwk and kid. Keep jwk for a new account, kid for everything after.
header-key-identifier = kid in the protected header is not a text. Write the account’s address in quotation marks.
header-other-key = jwk in the protected header is not this account’s public key. Leave it out and the right one is added.
token-empty = Enter the token that the authority gave.
token-character = “{ $text }” is not a token: it cannot contain { $character }. Copy it once more, without quotation marks and spaces.
token-too-long = { $length } characters are more than any token has; at most { $limit }. Copy the token alone.
note-algorithm-added = alg was missing and has been added.
note-key-added = jwk was missing and has been added. That is right for a new account only; otherwise put in kid.
note-no-nonce = There is no nonce. The authority refuses the message without one, but for the inner one of a change of keys.
note-no-url = There is no url, so the authority will refuse the message.
note-not-json = The payload is neither empty nor JSON, so the authority will refuse it.
