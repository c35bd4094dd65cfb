### The Keys page, in English.

keys = Keys
keys-lead = Make keys, open them, give them a password or take it off, and save them in any form. Everything stays in this tab.
open-files = Drop keys, certificates or requests here
open-files-help = Any number of files, in any form: PEM, DER, PKCS #8, PKCS #12, PKCS #7, JWK, OpenSSH. What they are is found out.
new-key = New key
create-key = Create key
desk = Your keys and files
desk-empty = Nothing yet. Make a key or open a file: it appears here, with all that can be done with it.
desk-note = Only in this tab, until you close it.
clear-desk = Remove all

## Kinds of key

algorithm-legacy = { $algorithm } (legacy, for old tutorials only)
accepts-rsa1024 = Every browser refuses certificates with it, and it can be broken. Only for following an old tutorial.
accepts-rsa8192 = Slow to make and slow in every connection, and no safer in practice than 3072 bits. Some devices refuse it.
accepts-p521 = Not accepted by Chrome, Edge and other Chromium browsers. P-384 is accepted by every client.
accepts-ed25519 = Fine for SSH and for programs of your own. As a server’s certificate, Chrome, Edge and Firefox refuse it.
accepts-ml-dsa = Safe from quantum computers, but accepted by almost nobody yet. OpenSSL reads it from version 3.5.

## What something is

item-private-key = Private key, { $algorithm }
item-public-key = Public key, { $algorithm }
item-certificate = Certificate
item-request = Certificate signing request
item-list = Certificate revocation list
item-locked = Locked with a password: { $format }
item-broken = Not readable
item-configuration = Configuration file
item-to-requests = Go to the requests
item-named = { $item }: { $name }
item-marked = { $item } · { $mark }
item-until = until { $date }
item-line = { $file }, line { $line }
item-unsaved = Not saved yet: gone when this tab closes.
item-open = Save, convert, look inside
remove-item = Remove: { $item }
remove-unsaved = Remove without saving?
remove-unsaved-advice = A private key among it was never saved. It cannot be brought back.
remove-unsaved-yes = Remove anyway
remove-unsaved-no = Keep it
request-not-signed = The signature is not valid, so nothing shows that whoever made this request holds its key. Ask for a new one.
request-not-checked = The signature cannot be checked, for the key cannot be used here.
list-revokes = { $count ->
    [0] Revokes no certificate. Made on { $date }.
    [one] Revokes one certificate. Made on { $date }.
   *[other] Revokes { $count } certificates. Made on { $date }.
}
belongs-to = Belongs together, for it has the same key: { $others }
belongs-to-none = Belongs to nothing else here: the others have other keys.
format-encrypted-pkcs8 = encrypted PKCS #8
format-traditional = traditional encrypted PEM
format-unknown = unknown file

## Opening what is locked

locked-by = Protected by { $algorithm }. The password stays in this tab.
unlock = Unlock
unlocking = Opening: it takes a moment by design, to slow down whoever guesses …

## Saving

save-as = Save as
save-pem = Save as PEM
save-der = Save as DER
save-private = Save the private key
save-key = Save private key
private-form = Form of the private key
public-form = Form of the public key
form-jwk = JSON Web Key (JWK)
form-openssh = OpenSSH
form-pkcs8-help = Today’s form. Nearly everything reads it: OpenSSL, nginx, Apache, Java, Go, Windows. It can have a password.
form-traditional-help = The older form, for programs that do not know PKCS #8. A password protects it badly in this form, since it is hashed only once: rather give PKCS #8 one.
form-jwk-help = For JavaScript, ACME clients and OAuth (RFC 7517).
form-openssh-help = For ssh, ssh-agent and git. To give the file a password, run ssh-keygen -p -f with its name.
form-without-password = This form is saved without a password.
new-password = Password for the file
new-password-help = The saved file opens with this password only. Left empty, it opens without one. It cannot be recovered.
saved-without-password = Without a password, whoever gets the file can use the key. Keep it where nobody else can read it.
encryption = Encryption
way-pbkdf2 = { $cipher }, PBKDF2 with HMAC-{ $digest }
way-scrypt = { $cipher }, scrypt (16 MiB)
rounds = Rounds
rounds-help = 10 000 to 10 000 000. More make each guess slower, and each opening, too.
saving = Saving: encrypting takes a moment by design, to slow down whoever guesses …
saved-as = Saved as { $file }

## Public half and fingerprints

public-half = Public key
save-public = Save public key
fingerprints = Fingerprints

## Looking inside

look-inside = Numbers of the key
show-numbers = Show the numbers
hide-numbers = Hide the numbers
check-key = Check the key
command-check = The same check with OpenSSL
key-sound = The key is sound: its numbers belong together.
show-secrets = Show the secret numbers, too
show-secrets-question = Show the secret numbers?
show-secrets-advice = Whoever sees them, on the screen or in a picture of it, has the key.
show-secrets-yes = Show them
show-secrets-no = Keep them hidden

## Several in one file

bundle = Put together in one file
bundle-note = A key with its certificates as one file for a device, or several certificates as a bundle.
bundle-kind = For whom
bundle-items = What goes into it
bundle-modern = PKCS #12 for current systems (.p12)
bundle-modern-help = AES-256. Opens in OpenSSL, Firefox, Chrome, Java 17 and current Windows. If an Apple device, Android or an older Windows says “wrong password”, make one for older devices.
bundle-older = PKCS #12 for Apple, Android and older Windows (.p12)
bundle-older-help = 3DES and SHA-1, which every device reads. OpenSSL 3 and Node.js open it, too.
bundle-older-warning = Its encryption is weak: use a long password of its own, and delete the file once it is installed.
bundle-truststore = Java truststore (.p12)
bundle-truststore-help = Certificates that Java programs are to trust, without any private key. For -Djavax.net.ssl.trustStore and keytool.
bundle-pkcs7 = PKCS #7, certificates only (.p7b)
bundle-pkcs7-help = For Windows, Java and Tomcat. It holds no private key and has no password.
bundle-pem = One PEM file, one after the other
bundle-pem-help = For nginx, HAProxy and most servers, in the order shown here. A private key in it has no password.
bundle-nothing = Nothing chosen fits into such a file. Choose something above, or open a certificate.
friendly-name = Name in the file
friendly-name-help = Devices show it. In a truststore it is the alias.
java-needs-ascii = Java up to version 17 opens no PKCS #12 file whose password has other than plain Latin letters, digits and signs.
save-bundle = Save the file
