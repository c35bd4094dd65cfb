### The Inspect page and the lint’s, in English.

inspect = Inspect
inspect-lead = Open anything and understand it: what it is, for whom, until when, what it may do, and what is odd about it. Nothing leaves this tab.
inspect-files = Drop any file here
inspect-files-help = Certificates, requests, revocation lists, keys, PKCS #12, PKCS #7, or any ASN.1: in any form, any number of them.
inspect-none = Nothing yet. Open a file above: a certificate, a whole chain, the contents of a server’s folder. What lies on the Keys page is here, too.
inspect-opened = Opened
inspect-verify = Verify this certificate
reading = Reading …
sides = Seen as
side-overview = Overview
side-checks = Checks
side-text = Text
side-tree = ASN.1
show-all-lines = Show all { $count } lines

fact-what = What it is
fact-issuer = Issuer
fact-signature = Signature
fact-odd = Mind this
fact-made = Made on
fact-next = Next one by
fact-revoked = Revoked certificates
fact-key-digest = SHA-256 of the public key
fact-openssh = OpenSSH fingerprint
role-root = Root: an authority, signed by its own key
role-intermediate = Intermediate authority
role-self-signed = Signed by its own key, and no authority
role-old-root = Signed by its own key, and of a version that cannot say whether it is an authority: such roots are taken for one
role-end-entity = End entity, not an authority
role-path-length = { $count ->
    [0] with no authority below it
    [one] with at most one authority below it
   *[other] with at most { $count } authorities below it
}
validity-left = { $days ->
    [0] Ends within a day.
    [one] One more day.
   *[other] { $days } more days.
}
validity-over = { $days ->
    [0] It has expired today.
    [one] It expired a day ago.
   *[other] It expired { $days } days ago.
}
validity-not-yet = { $days ->
    [0] Not valid yet: it begins within a day.
    [one] Not valid yet: it begins in a day.
   *[other] Not valid yet: it begins in { $days } days.
}
signature-weak = { $algorithm }, which can be forged
extensions = Extensions
extension-is-critical = critical
extension-unknown = Unknown extension

## Odd characters

odd-characters = There are odd characters in its names
oddity-nul = A zero byte: some programs read no further.
oddity-control = A control character, { $character }.
oddity-invisible = A character that cannot be seen, { $character }.
oddity-bidirectional = A character that turns the direction of writing around, { $character }.
oddity-space = White space that is no plain space, { $character }.
oddity-outer-space = White space at the beginning or the end.
oddity-double-space = Two blanks in a row.
oddity-mixed = “{ $word }” mixes scripts that nobody writes together: { $scripts }.
oddity-confusable = { $character } looks like “{ $like }”.
oddity-whole = It is all { $script }, and looks like “{ $like }”.
oddity-non-canonical = { $character } has another spelling in Unicode, and programs compare the spelling.
oddity-punycode = “{ $label }” stands for no name.

## ASN.1

tree-secret = This would show the private key
tree-place = Offset { $offset }, header { $header }, contents { $length }
tree-as-hex = Copy as hex
tree-as-base64 = Copy as Base64
tree-octets = Octets
tree-octets-more = { $count } more octets of it are not shown.
tree-fold = Fold or unfold { $name }
tree-not-der = not DER
tree-more = Show more elements
tree-cut-short = There are more elements than are shown here.
tree-fault = At offset { $offset }: { $says }
tree-fault-empty = there is nothing.
tree-fault-header = it ends within a tag or a length.
tree-fault-tag = this tag has a number beyond all reason.
tree-fault-length = this length is written in no form that is allowed.
tree-fault-too-long = this says that it is longer than what it is in.
tree-fault-indefinite = this has an indefinite length, and no elements to end it.
tree-fault-no-end = nothing ends this indefinite length.
tree-fault-unexpected-end = two zero octets end nothing.

## The lint

rules = Rules
rules-lead = What certificates, requests and revocation lists are checked for, with the place where it is written.
rules-source = Who says so
source-all = All of them
source-rfc5280 = RFC 5280
source-rfc = Other RFCs
source-itu = ITU-T and Unicode
source-br = CA/Browser Forum
source-apple = Apple
source-chromium = Chromium
source-nss = NSS
source-practice = Practice
scope = Rules for
scope-private = A private authority
scope-private-help = RFC 5280, what clients really refuse, and the rules of public authorities where they make sense for a private one.
scope-public = Public TLS
scope-public-help = Everything that the CA/Browser Forum’s Baseline Requirements demand of a public authority.
severity-error = Error
severity-warning = Warning
severity-notice = Notice
lint-none = Nothing to complain about
lint-all-rules = All rules

## What belongs together

together = What belongs together
together-graph = Who issued whom
together-chains = Chains, from the root down
together-gap = issuer missing
together-missing = Missing issuers
together-cycles = Issued in a circle
together-namesakes = These have its name, but did not sign it:
together-keys = With the same key
together-renewals = The same name and key, certified more than once
together-cross-signed = cross-signed
together-renewed = renewed
together-duplicates = The same thing more than once
together-lists = Revocation lists and their issuers
together-cut-short = There is too much to check every signature: some of this goes by names and key identifiers alone.

## Comparing

compare = Compare two
compare-left = One
compare-right = The other
compare-same = They are the same, octet by octet.
compare-only-different = Differences only
compare-field = Field
compare-none = –
part-version = Version
part-order = order
part-not-before = Valid from
part-key-algorithm = Key algorithm
part-key-parameters = Key parameters
part-signature = Signature value
