### Every text of the page in English. `zh-Hans.ftl` has the same names; a test compares them.

title = Certwright: your own certificate authority
title-of-page = { $page } · Certwright
skip-to-content = Skip to content
navigation = Navigation
language = Language
theme = Theme
theme-light = Light theme
theme-dark = Dark theme
theme-system = System theme
theme-light-word = Light
theme-dark-word = Dark
theme-system-word = System

## The pages

quick-start = Quick start
settings = Settings
appearance = Appearance
offline = Without a network
offline-preparing = The page’s files are being kept for use without a network …
offline-ready = Ready: this page opens and works without a network.
offline-new-version = Ready, and a new version waits.
offline-unsupported = This browser cannot keep the page here. It works as long as it stays open.
about = About
about-version = Certwright { $version }: a private certificate authority in a browser tab.
about-privacy = Keys, names and passwords never leave this tab. Keys are made in workers of their own with the browser’s random numbers. Once the page is loaded, its content-security policy forbids it and those workers every request, but for the app’s own manifest and icons.
about-licence = Free software under the MIT or the Apache 2.0 licence, as you choose.
not-found-title = There is nothing here
not-found-advice = The address leads to no page of Certwright.
update-title = A new version of Certwright is ready
update-advice = It is loaded when you say so. The form and files that you have not saved go with the old one, so save them first.
update-now = Load it now

## The form

quick-start-lead = Name your server and get a certificate authority of your own, with a server and a client certificate. Everything is made in this tab; nothing is sent anywhere.
required = required
optional = optional
section-server = Server
section-authority = Authority
section-client = Client
section-client-note = For mutual TLS, where the client shows who it is, too. If you do not need that, leave it as it is.
section-keys = Keys and validity
default-authority-name = My private CA
default-client-name = My client
server-names = Server names
server-names-example = for example: localhost, 127.0.0.1
server-names-help = Every name that clients will use: domain names, *.wildcards, IPv4 and IPv6 addresses, one a line or with commas. The first becomes the common name if it has at most 64 characters.
recognised-names = Recognised names
names-folded = { $count ->
    [one] One repeated name was merged.
   *[other] { $count } repeated names were merged.
}
kind-dns = DNS
kind-idn = IDN
kind-wildcard = Wildcard
kind-ipv4 = IPv4
kind-ipv6 = IPv6
kind-email = E-mail
kind-uri = URI
kind-rid = Registered identifier
kind-directory = Directory name
kind-other = Other name
kind-invalid = Not a name
authority-name = Authority name
authority-name-help = What people see when they trust it.
organization = Organization
organization-help = Appears in all three certificates.
country = Country
country-help = Two letters, such as DE or CN.
client-name = Client name
client-name-help = The person or device that signs in.
client-email = Client e-mail
client-email-help = Goes into the client certificate.
key-type = Key type
accepts-p256 = Accepted by every current client. Small and fast: the best choice.
accepts-p384 = Accepted by every current client. For rules that ask for more than 128 bits.
accepts-rsa2048 = Accepted everywhere, very old devices too.
accepts-rsa3072 = Accepted everywhere; as strong as P-256.
accepts-rsa4096 = Accepted nearly everywhere, but it slows every connection.
valid-for = Valid for
authority-years = Authority (years)
authority-years-help = Clients trust it until then.
certificate-days = Certificates (days)
certificate-days-help = Apple’s devices refuse server certificates beyond 825.
key-password = Key password
key-password-help = Encrypts the three private key files (PKCS#8, AES-256). Servers then ask for it at every start. It cannot be recovered.
show-password = Show password
password-weak = Weak: could be guessed. Six random words make a good one; the Random page has them.
password-fair = Fair. A few more characters make it strong.
password-good = Strong.
password-not-ascii = Some tools accept only plain Latin letters, digits and signs.
create-certificates = Create certificates
preview = What you will get
preview-empty = Name the server to see here what will be made.
preview-faulty = What will be made shows here again once the form has no more mistakes.
role-authority = Authority
role-server = Server
role-client = Client
subject = Subject
subject-none = none: the name is too long for it
and-more = … and { $count } more
character-space = “space”
alt-names = Names
valid-until = Valid until
usage = Use
use-authority = Signs certificates and revocation lists
use-server = TLS server
use-client = TLS client

## Work

progress = Progress
progress-starting = Starting …
progress-keys = { $done ->
    [0] Making three keys …
    [one] Making keys: one of three is ready …
   *[other] Making keys: { $done } of three are ready …
}
progress-search = Searching for primes: { $percent } % of the expected work is done.
progress-search-unlucky = Searching for primes: { $percent } % of the expected work is done. It is a matter of chance, and this time it takes longer.
progress-signatures = Signing and checking …
elapsed = { $seconds } s
key-worker-restarted = A key worker stopped unexpectedly and was started again. Nothing is lost.
cancel = Cancel
cancelled-title = Cancelled
cancelled-advice = Nothing new was made. The form is as you left it.
refused-advice = Nothing was made. Change the form and try again.
crashed-title = The worker that holds the keys stopped unexpectedly and was started again
crashed-advice = Nothing was in it. Go on as before.
crashed-advice-work = What was in the making was not finished. The form is as you left it: press its button again.
crashed-advice-open = What lay open here went with it. Files that you have are good: open them again, or make anew what you need.
crashed-advice-lost = What was not saved went with it, since keys are kept nowhere else. Files that you have saved are good; make the rest again.
unavailable-title = Certwright cannot run in this browser
unavailable-advice = It needs WebAssembly and workers. Load the page again, or try a current browser. { $reason }
unavailable-reason = The browser says: { $reason }
unavailable-again = The program started several times and stopped each time.
gone-title = This file is no longer here
gone-advice = Create the certificates again.

## Results

results = Your certificates
results-title = The authority and both certificates are made and checked
results-advice = They are only in this tab. Save them now: they are gone when it closes, or when you create others.
results-stale = These were made before your last changes to the form.
download-all = Download all (ZIP)
download = Download
download-file = Download { $name }
copy = Copy
copy-file = Copy { $name }
copied = Copied
copy-refused = Not copied: the browser refused
valid = Valid
period = { $from } to { $until }
serial = Serial number
fingerprint = SHA-256 fingerprint
key = Key
file-cacert = certificate
file-cakey = private key
file-ca-csr = signing request
file-ca-srl = last serial
file-servercert = certificate
file-server-csr = signing request
file-key = private key
file-clientcert = certificate
file-clientkey = private key
file-client-csr = signing request
file-fullchain = full chain
next-title = What now
next-server = The server gets fullchain.pem and key.pem.
next-trust = Every client gets cacert.pem and trusts it. Keep cakey.pem where nobody else can read it: who has it can issue certificates that your clients trust.
next-client = For mutual TLS the client gets clientcert.pem and clientkey.pem, and the server trusts cacert.pem.
next-check = The README in the ZIP has commands to check and try everything. In short:

## Problems, each with what to do

problem-empty = Fill this in.
problem-too-long = { $length } characters, but a certificate holds at most { $limit } here. Shorten it.
problem-country = A country is two letters, such as DE, US or CN.
problem-character = The character { $character } cannot stand here. Remove it.
problem-not-a-number = Give a whole number.
problem-years = Between { $min } and { $max } years.
problem-days = Between { $min } and { $max } days.
problem-beyond-9999 = This would end after the year 9999. Choose less.
problem-outlives = This would outlast the authority, which ends on { $date }. Choose fewer days, or more years for the authority.
problem-same-name = Authority and certificate would have the same name, and clients would mix them up. Change one of the two.
problem-password-too-long = OpenSSL reads at most { $limit } bytes. Shorten it.
problem-no-server-name = Give at least one name or address of the server, such as localhost.
problem-ip = “{ $text }” is not an IP address. IPv4 is four numbers up to 255, IPv6 up to eight groups with colons.
problem-dns-empty-label = “{ $name }” has nothing before or between its dots.
problem-dns-label-too-long = “{ $name }” has a part of { $length } characters; at most 63 may stand between two dots.
problem-dns-too-long = “{ $name }” has { $length } characters; at most 253 are allowed.
problem-dns-underscore = “{ $name }” has an underscore, which host names cannot have. Use a hyphen.
problem-dns-hyphen = “{ $name }” has a part that begins or ends with a hyphen.
problem-dns-character = “{ $name }” has the character { $character }, which host names cannot have.
problem-dns-wildcard-place = “{ $name }”: a star can only be the whole first part, as in *.example.com.
problem-dns-wildcard-high = “{ $name }” is too wide: clients want at least two parts after the star, as in *.example.com.
problem-dns-numeric = “{ $name }” ends in a number, which no domain name does.
problem-dns-url = “{ $name }” is a web address. Give only the host name.
problem-dns-port = “{ $name }” has a port. Give only the host name; it is good for every port.
problem-dns-idn = “{ $name }” is not a valid international domain name.
problem-email-no-at = An e-mail address has an @, as in ann@example.com.
problem-email-many-ats = An e-mail address has only one @.
problem-email-local-empty = Something is missing before the @.
problem-email-character = The character { $character } cannot stand before the @.
problem-email-dot = There is a dot too many before the @.
problem-email-too-long = This is longer than e-mail addresses may be.
problem-email-no-domain = Something is missing after the @.
problem-email-domain = What follows the @ is not a domain name.
problem-worker-crashed = The key workers keep stopping
problem-other = This did not work: { $details }
