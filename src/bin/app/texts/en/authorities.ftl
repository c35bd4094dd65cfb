### The Authorities page, in English.

authorities = Authorities
authorities-lead = Certificate authorities of your own: make them, issue, renew, revoke. Everything happens in this tab.
authorities-tree = Your authorities

## What an authority is

explained = What a certificate authority is
explained-lead = A key that signs certificates. Whoever trusts its certificate trusts everything that it signs.
explained-root = Root
explained-root-says = The beginning of trust. You install its certificate once on every device, and its key stays with you.
explained-intermediate = Intermediate authority
explained-intermediate-says = Signed by the root, and signs in its place. If its key is lost, you revoke it, and the devices go on trusting the root.
explained-certificate = Certificate
explained-certificate-says = Says which key belongs to which server, person or device, and for how long.
explained-list = Revocation list
explained-list-says = Names the certificates that must no longer be trusted. The authority signs a new one again and again.
create-title = Create a root
create-says = A name is enough: a P-256 key, valid for ten years.
create-name = Authority’s name
create-name-help = It stands in the certificate as the common name. People see it when they decide to trust it.
create-button = Create the root
create-more = More choices
bring-title = Import
bring-says = From a certificate and its key, a .p12 file, or a whole OpenSSL or Easy-RSA directory. It goes on with its own serial numbers.
bring-open = Import an authority

## The tree and what is about all

authority-ends = until { $date }
authority-good = { $count } good
authority-expired = { $count } expired
authority-held = { $count } on hold
authority-revoked = { $count } revoked
wide = About all authorities
wide-root = New root
wide-first = How to begin
wide-certificates = All certificates
wide-templates = Templates
wide-import = Import
wide-history = Whole history

## How an authority stands

standing-good = Good
standing-ending = Ends soon
standing-expired = Expired
standing-early = Not valid yet
standing-held = On hold
standing-revoked = Revoked
standing-no-key = Key is elsewhere
standing-ending-advice = It ends within 30 days. Nothing that it issues is valid any longer, so renew it first.
standing-expired-advice = It has expired, and can issue nothing. Renew it.
standing-early-advice = It is not valid yet. If that is wrong, set this device’s clock.
standing-held-advice = It is on hold: nothing that it signed counts until it is released. Release it in the table of the authority above.
standing-revoked-advice = It is revoked. Nothing that it signed counts any more. Make a new one.
standing-no-key-advice = Its private key is not here, so it can issue nothing here. Import the key to go on with it.

## One authority

authority-tabs = Parts of this authority
authority-more = More about it
authority-path-any = any number of authorities below
authority-path = at most { $length } below
authority-purposes = Issues only for
authority-serials = Serial numbers
authority-serials-random = random
authority-serials-counted = counted, next is { $next }
authority-others = Other certificates of it
authority-other = by { $issuer }, until { $date }
authority-below = New authority below
authority-renew = Renew this authority
authority-cross = Cross-sign another
tab-certificates = Certificates
tab-issue = Issue
tab-lists = Revocation lists
tab-batch = From a table
tab-files = Files
tab-settings = Settings
tab-history = History

## The form

issue-heading = Issue a certificate by { $issuer }
issue-heading-root = New root
issue-heading-below = New authority below { $issuer }
issue-heading-renewal = Renew
issue-heading-cross = Cross-sign by { $issuer }
issue-no-form = The form cannot be filled as it should be. Nothing was issued.
issue-clear = Begin anew
issue-undo = Undo
issue-who = Who signs what
issue-root-note = A root signs itself. Devices trust it once you have installed its certificate on them.
issue-issuer = Signed by
issue-issuer-help = It is valid until { $date }.
issue-itself = itself
issue-profile = Profile
issue-profile-own = A template of yours.
issue-key-section = Whose certificate
issue-key = Key
issue-key-new = New key: { $algorithm }
issue-key-request = Request: { $subject }
issue-key-yours = Your key: { $algorithm }, { $file }
issue-key-gone = No longer open
issue-key-help = The key lies open on the Keys page.
issue-request-help = Whoever made the request has the private key. It does not come here.
issue-given = Sign a request (CSR), or use a key that you have
issue-given-file = Drop a request or a private key here
issue-given-key = Use a key that you have
issue-given-key-file = Drop a private key here
issue-given-help = PEM or DER, in any form. It stays in this tab, and lies on the Keys page then.
issue-given-none = There is neither a request nor a private key in this that can be used here
issue-given-none-advice = Drop a .csr or .key file. The form is as you left it.
issue-way = Given as
issue-way-days = a number of days
issue-way-until = a last day
issue-days = Days
issue-until = Last day
issue-until-help = To the last second of that day, UTC.
issue-until-problem = Give a day after today, as year, month and day.
issue-ends = Valid until { $date }.
issue-ends-with-issuer = Valid until { $date }: the authority ends then, and nothing that it signs is valid any longer.
issue-more = More choices: uses, extensions, addresses, signature, serial number
issue-addresses = Addresses and policies
issue-addresses-note = Where those who verify find what they need. Filled from the authority’s settings; one a line.
issue-lists = Revocation list
issue-lists-help = Where clients fetch the CRL, such as http://ca.example.com/root.crl. Plain http is usual: the list is signed.
issue-issuers = Authority’s certificate
issue-issuers-help = Where clients fetch the certificate above, if a server forgets to send it (caIssuers).
issue-ocsp = OCSP service
issue-ocsp-help = Where clients ask about a single certificate. Only if you run one.
issue-policies = Policies
issue-policies-help = OIDs of the rules by which it is issued. Most private authorities have none. An authority’s certificate lists what may stand below it.
issue-signature = Signature
issue-signature-usual = the usual way: { $signature }
issue-sha1 = SHA-1 is broken, and this certificate would be refused nearly everywhere
issue-sha1-advice = Browsers, OpenSSL 3 and GnuTLS refuse it in TLS. Use it only where an old system takes nothing else.
issue-serial = Serial number
issue-serial-help = Hexadecimal. Empty, the authority gives the next one, and none twice.
issue-serial-own = given when it is issued
issue-allowed = The authority would issue this.
issue-refused = The authority refuses this
issue-issue = Issue the certificate
issue-create-root = Create the root
issue-create-below = Create the authority
issue-renew = Issue the renewed certificate
issue-cross = Cross-sign

## What a request asks for

asked-section = What the request asks for
asked-signed = The request’s signature is good: whoever made it holds the private key
asked-unsigned-advice = Nothing is issued for it. Ask for a request that is signed with its own key.
asked-nothing = It asks for no extensions. The certificate has what the profile says.
asked-extensions = Extensions that are asked for
asked-extensions-note = Each is in the certificate if you keep it. What is not yours to give, switch off.
asked-keep = Keep: { $name }
asked-kept = kept as asked
asked-changed = left out: the certificate has another in its place
asked-dropped = left out
asked-added = Added by the profile
asked-left-out = What no request can ask for here is left out

## What an authority’s certificate limits

limits = Limits of this authority
limits-note = Clients enforce them, and so does this page when it issues. Empty, nothing is limited.
limits-path = Path length
limits-path-help = How many authorities may stand below it, one under the other. 0: it signs only servers, people and devices. Empty: any number.
limits-permitted = Names it may vouch for
limits-permitted-help = Name constraints, one a line: example.com and all below it, 10.0.0.0/8, email:example.com. With none, every name.
limits-excluded = Names it must not vouch for
limits-excluded-help = In the same form. These count even where the list before permits them.
limits-purposes = Extended key usage under “More choices” limits it, too: what an authority lists there is all that certificates below it may be for. With none of them, everything.

## A key and its keeping

keeping = Keeping
keeping-label = What you call it
keeping-label-help = Only here, in the tree. Empty, its common name.
keeping-key = Keep the private key
keeping-authority = Its private key is kept, for without it nothing can be signed.
keeping-in-vault = It is kept in this browser’s vault, encrypted under your passphrase.
keeping-in-memory = It is kept in this tab’s memory, and goes with the tab unless a passphrase is set for the vault.
keeping-not = The key is not kept with the certificate. It lies on the Keys page as long as this tab is open: save it there, for nobody can make it again.

## Renewing and cross-signing

renew-section = What is renewed
renew-title = { $name }
renew-note = The same subject, names and extensions, with new dates. The old certificate stays good until it ends or you revoke it.
renew-authority-note = The same name and limits, with new dates. Hand the new certificate out before the old one ends.
renew-key = Which key
renew-same = The same key
renew-same-help = Whoever has the key only changes the certificate. Right, as long as nobody else can have the key.
renew-same-authority = All that it has signed goes on verifying, with the new certificate as with the old one.
renew-new = A new key
renew-new-help = The holder has to take the new key, too. Right, if the old key may be known to others or is too weak.
renew-new-authority = Another authority of the same name stands beside this one. What this one has signed verifies only with the old certificate, and everybody has to trust the new one.
renew-no-key = The old key cannot be used again: it is not here, or others may have it. A new one is made.
cross-section = Who is cross-signed
cross-note = The other authority keeps its own certificate, and gets one more for the same key. Then those who trust the signer trust all that the other one has issued.
cross-authority = Other authority
cross-authority-help = Its name and key stay what they are.
cross-nobody = There is no other authority here
cross-nobody-advice = Make or import the one that is to be signed.

## What was issued

issued = Issued
issued-certificate = The certificate is issued and recorded
issued-authority = The authority’s certificate is issued and recorded
issued-note = It was checked once more after it was signed.
issued-first = Issue its first certificate
issued-below = New authority below it
issued-inspect = Look at it closer
issued-table = Show it in the table
issued-trust = To be trusted, the root’s certificate has to be installed on every device. Its private key stays here.
issued-on-desk = It lies open on the Inspect page
issued-files = Files
issued-chain = Save with those above it
issued-all-files = All its files, the key among them
issued-saved = The file is saved
issued-fingerprint = SHA-256 fingerprint
issued-findings = Mind this

## Why an authority refuses

issuing-gone = It is not here any more: another tab may have removed it. Choose anew.
issuing-no-key = The private key of { $authority } is not here. Import it, or choose another authority.
issuing-not-authority = { $subject } is not a certificate authority by its own certificate. Choose one that is.
issuing-not-valid = { $authority } is valid only from { $from } until { $until }. Renew it, or look at this device’s clock.
issuing-issuer-revoked = { $authority } is revoked. Choose another authority.
issuing-before-issuer = It would begin before its authority does, on { $date }. Let it begin later.
issuing-ends-before = It would end before it begins. Choose a later end.
issuing-path-none = No authority may stand below this one: its path length is 0. Choose another authority, or make this no authority.
issuing-path = { $limit ->
    [one] At most { $limit } authority may stand below this one.
   *[other] At most { $limit } authorities may stand below this one, one under the other.
} Give a smaller path length.
issuing-outside = { $authority } must not vouch for “{ $name }”. { $limits } Change the name, or choose another authority.
issuing-outside-permitted = It may vouch only for { $permitted }.
issuing-outside-excluded = It must not vouch for { $excluded }.
issuing-outside-both = It may vouch only for { $permitted }, and not for { $excluded }.
issuing-purpose = { $purpose } ({ $oid }) is not among the purposes of the authority. Remove it, or choose another authority.
issuing-serial-taken = The authority has given the serial number { $serial } before. Give another, or none.
issuing-serials-end = The authority counted up to the last serial number that there is. Let it draw random ones, in its settings.
issuing-revoked = The certificate { $serial } is revoked already.
issuing-not-held = The certificate { $serial } is not on hold, so it cannot be released. What is revoked stays revoked.
issuing-reason = This reason cannot be given for such a certificate. Choose another.
issuing-date = The date is not between the certificate’s beginning and now. Choose another.
issuing-no-full-list = There is no full revocation list yet that a delta could add to. Make a full one first.
issuing-no-archive = The ZIP is not here any longer. If you do not have it: keys that were kept are with their certificates; for the others, issue new certificates.
issuing-key-compromised = The certificate { $serial } was revoked because somebody else may have its key, and this is the same key. Make a new one.
issuing-other-key = The key is not that of { $subject }. Choose the key that belongs to the certificate.
issuing-known = { $label } is here already.
issuing-no-template = There is no template “{ $name }” any more. Choose another.
issuing-template-known = There is a template “{ $name }” already. Give another name.
issuing-not-templates = This is no file of templates. Choose one that was saved on this page.
issuing-newer-templates = The file was saved by a newer version of this page. Load the newest version, then try again.
issuing-no-name = It needs a name.
issuing-key-not-kept = Its private key is not kept here. Only its holder has it.
issuing-certificate-not-kept = The certificate itself is not here: only a line of an index was imported. Import its file.
issuing-not-proven = The finished certificate was not valid, and was thrown away ({ $reason }). Nothing was recorded. Change what it says.
