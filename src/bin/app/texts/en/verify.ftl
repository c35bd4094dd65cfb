### The Verify page, in English.

verify = Verify
verify-lead = Find out whether a certificate leads to a root that you trust, and if it does not, why, and what would help. Nothing leaves this tab.
verify-files = Drop the certificate and its chain here
verify-files-help = The certificate, those between it and the root, the root, and revocation lists if you have them: in any order, any number of files, in any form.
verify-what = What is to be verified
verify-none = Nothing yet. Open a certificate above, with the root that it should lead to; everything that lies on the Keys and Inspect pages is here, too.
verify-leaf = Certificate
verify-leaf-many = The first 500 are offered. To verify another one, open it on the Inspect page.
verify-roots = Trusted roots
verify-roots-none = No certificate here is signed by itself, as roots are. Open the root that you trust, or trust one of the others.
verify-own = { $count ->
    [one] Add your own authority
   *[other] Add your { $count } authorities
}
verify-roots-note = Every other certificate here may stand between the leaf and a root. Nobody needs to trust it: its signature has to hold.
verify-roots-more = { $count } more certificates here are signed by themselves, and are trusted as well.
verify-roots-others = Trust a certificate that is no root
verify-purpose = Purpose
verify-peer = For whom
verify-peer-help = A host name, an IP address or an e-mail address that the certificate must vouch for. Left empty, its names are not compared.
verify-go = Verify
verify-time = Time (UTC)
verify-time-help = Left empty, it is verified for now.
verify-rules = Rules
verify-revocation = Revocation lists
verify-revocation-help = Every list that you have opened is looked at. None is fetched.
verify-policies = Certificate policies
verify-policies-help = Object identifiers with commas or spaces between them. Left empty, any policy will do.
verify-explicit = The path has to be valid for a policy (-explicit_policy)
verify-inhibit-any = anyPolicy stands for none (-inhibit_any)
verify-inhibit-mapping = Policies are not mapped to others (-inhibit_map)
verify-depth = Most authorities in between
verify-depth-help = Left empty, the certificates themselves decide.
verify-weak = Accept signatures with SHA-1, which can be forged
problem-time = This is not a time.
problem-depth = A whole number, please: 0, 1, 2 …

purpose-any = Any
rules-profile = RFC 5280, certificates and path
rules-profile-help = The path, and what the standard demands of each certificate, as openssl verify -x509_strict does.
rules-path = RFC 5280, path only
rules-path-help = What a path needs (section 6) and nothing more: for old certificates that break a rule of form.
rules-browsers = RFC 5280, and what browsers demand on top
rules-browsers-help = For servers: names as alternative names, no SHA-1, keys that browsers know, and more.
revocation-if-there = Use those that are here
revocation-required = Require one for every certificate
revocation-ignored = Do not look at them

## The answer

verdict = Answer
verdict-valid = Valid: it leads to { $root }.
verdict-invalid = Not valid
verdict-first-fault = { $name }: { $fault }
verdict-none = No path could be built from it.
verdict-policies = Valid for the policies: { $policies }
verdict-cut-short = There are more possible paths than could be tried.
verdict-others = { $count ->
    [one] One more path that was tried
   *[other] { $count } more paths that were tried
}
verdict-common-name = Of a certificate without alternative names, OpenSSL takes the common name for a host’s; browsers, and this page, do not.
path-leaf = Certificate to verify
path-authority = Authority
path-root = Trusted root
path-passed = { $count ->
    [one] One check passed
   *[other] { $count } checks passed
}

step-issuer = There is an issuer
step-signature = Signature by the issuer’s key
step-validity = Valid at that time
step-revocation = Not revoked
step-issuer-name = Names its issuer
step-name-constraints = Within the name constraints above it
step-policies = Certificate policies
step-basic-constraints = Is an authority (basic constraints)
step-path-length = Path length
step-key-usage = May sign certificates (key usage)
step-extensions = All critical extensions understood
step-extended-key-usage = May be used for this purpose
step-peer = Vouches for that name
step-profile = Form of the certificate

## What can be wrong

fault-no-issuer = Its issuer is missing: { $issuer }
fault-no-issuer-key = Its issuer is missing: { $issuer }, key identifier { $key }
fault-self-signed = It is signed by its own key and is not among the trusted roots.
fault-depth = The path is longer than any path is.
fault-signature = Its signature is not by the issuer’s key: the certificate was changed, or somebody else signed it.
fault-algorithm = It is signed with { $algorithm }, which cannot be checked here.
fault-weak-algorithm = It is signed with { $algorithm }, which can be forged.
fault-issuer-key = The issuer’s key is of a kind that cannot be used here.
fault-not-yet = It is not valid yet: only from { $date } on.
fault-expired = It has expired: it was valid until { $date }.
fault-revoked = It was revoked on { $date }. Reason: { $reason }.
fault-no-list = There is no revocation list about it.
fault-issuer-name = It names another issuer ({ $issuer }) than the certificate above it ({ $subject }).
fault-not-permitted = An authority above does not allow the name { $name }.
fault-excluded = An authority above excludes the name { $name }.
fault-unsupported-constraint = An authority above limits names of a form that cannot be compared: { $name }
fault-broken-constraint = Its name constraints break the standard.
fault-too-many-names = It has more names and limits on names than are compared.
fault-policy = The path is valid for no policy that is asked for.
fault-any-policy-mapped = It maps anyPolicy, which must not be.
fault-not-authority = It is no authority, but signed the certificate below.
fault-no-basic-constraints = It has no basic constraints, but signed the certificate below: so it is no authority.
fault-path-length = There are more authorities below one above it than that one allows.
fault-no-cert-sign = Its key usage does not allow it to sign certificates.
fault-unknown-extension = It has a critical extension that is not understood: { $name }
fault-broken-extension = An extension cannot be read: { $name }
fault-repeated-extension = An extension is there twice: { $name }
fault-purpose = Its extended key usage does not allow { $name }.
fault-purpose-not-named = It has no extended key usage that names { $name }, and needs one.
fault-purpose-not-alone = Its extended key usage has to be critical, and to name nothing but { $name }.
fault-key-usage = Its key usage does not go with { $name }.
fault-peer = It does not vouch for { $name }.

list-fault-broken = The revocation list about it cannot be read.
list-fault-unknown-extension = The revocation list about it has a critical extension that is not understood.
list-fault-number-missing = The revocation list about it has no number.
list-fault-number-critical = The number of the revocation list about it is critical, which must not be.
list-fault-next-update-missing = The revocation list about it does not say when there will be a newer one.
list-fault-not-critical = The revocation list about it is only a part, and does not mark that as critical.
list-fault-scope = The revocation list about it does not say, or contradicts itself on, what it is about.
list-fault-signature = The revocation list about it is not signed by its issuer.
list-fault-no-crl-sign = Whoever signed the revocation list about it may not sign lists.
list-fault-not-yet = The revocation list about it is from a later time.
list-fault-expired = The revocation list about it is too old: there should be a newer one.
list-fault-weak-algorithm = The revocation list about it is signed with an algorithm that can be forged.
list-fault-no-base = The revocation list about it only adds to another one, which is not here.

reason-unspecified = not said
reason-key-compromise = somebody else has its key
reason-ca-compromise = somebody else has the authority’s key
reason-affiliation-changed = facts about its subject have changed
reason-superseded = there is another in its place
reason-cessation = it is not needed any more
reason-hold = on hold: it may come back
reason-remove = taken off hold
reason-privilege = what it says may be done may no longer be done
reason-aa-compromise = somebody else has the attribute authority’s key

fault-places = By its own account its issuer’s certificate is to be had from:
step-browsers = What browsers demand on top

fault-server-is-authority = It is an authority itself, and so no server’s.

## What would help

remedy-give-intermediate = Open the missing certificate here, too. On a server, add it to the chain file.
remedy-trust-root = If you have it from where it should come from, tick it among the trusted roots.
remedy-check-origin = Find out where it came from: nobody vouches for it as it is.
remedy-reissue = Have it issued anew without this.
remedy-reissue-issuer = The authority’s own certificate has to be issued anew.
remedy-renew = Renew it.
remedy-change-name = Have it issued anew for this name, or use a name that it has.
remedy-change-algorithm = Have it issued anew with another key or signature.
remedy-change-purpose = Have it issued anew for this purpose, or use another certificate.
remedy-change-policy = Ask for another policy, or have it issued under that one.
remedy-check-clock = Look at the clock and the time that was asked for, or wait.
remedy-replace = Do not use it any more. Get another one, with another key.
remedy-get-new-list = Get the newest revocation list and open it here.
remedy-give-list = Get the revocation list and open it here, or do not require one.
remedy-shorten = Allow more authorities, or have fewer between leaf and root.
