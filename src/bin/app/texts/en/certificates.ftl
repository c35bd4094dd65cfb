### Certificates that were issued, revocation lists and the history, in English.

certs = Certificates
certs-loading = Reading …
certs-at-it = Working …
certs-saved = Saved: it is among your browser’s downloads.
certs-empty = Nothing has been issued yet.
certs-empty-advice = Issue a certificate and it appears here, with everything that can be done with it: save, renew, revoke.
certs-save-root = Save the root’s certificate
certs-empty-no-key = This authority’s key is not here, so it cannot issue. What it has issued elsewhere comes in with its directory.
certs-issue = Issue a certificate
certs-none-found = Nothing found
certs-none-found-advice = No certificate fits the search, the state and the profile together.
certs-clear = Clear the search

## What narrows the table down

certs-narrow = Narrow the table down
certs-search-help = Names, subjects, serial numbers.
certs-all-states = All states
certs-all-profiles = All profiles
certs-latest = Latest first

## The table

certs-table = Certificates issued
certs-name = Name
certs-state = State
certs-ends = Expires
certs-profile = Profile
certs-issuer = Issued by
certs-key-kept = Key kept here
certs-nameless = Without a name ({ $serial })
certs-tick = Choose { $name }
certs-tick-all = Choose all on this page
certs-in-days = { $days ->
    [0] within a day
    [one] in one day
   *[other] in { $days } days
}
certs-days-ago = { $days ->
    [0] within the last day
    [one] a day ago
   *[other] { $days } days ago
}
certs-pages = Pages of the table
certs-range = { $from }–{ $to } of { $total }
certs-first = First
certs-previous = Previous
certs-next = Next
certs-last = Last

state-good = Good
state-ending = Ends soon
state-expired = Expired
state-held = On hold
state-revoked = Revoked

## What is done with several

certs-ticked = { $count } chosen
certs-tick-none = Choose none
certs-revoke-count = Revoke { $count }
certs-hold-count = Hold { $count }
certs-release-count = Release { $count }
certs-save-calendar = Save their calendar
certs-keep = Save the table or its dates
certs-csv-help = All rows that the search finds, on all pages, as a table for a spreadsheet.
certs-save-csv = Save the table (CSV)
certs-calendar-help = A date for each certificate that is still good, with a reminder. Any calendar can open the file.
certs-days-before = Remind so many days before
certs-days-before-wrong = Give a whole number of days, at most 3650.
certs-save-all-dates = Save all dates (.ics)

## Revoking, holding, releasing

certs-revoke = Revoke
certs-hold = Hold
certs-release = Release
asking-revoke-one = Revoke { $name }
asking-revoke-many = Revoke { $count } certificates
asking-hold-one = Hold { $name }
asking-hold-many = Hold { $count } certificates
asking-release-one = Release { $name }
asking-release-many = Release { $count } certificates
asking-revoke-means = Revoking is for ever. Whoever still needs a certificate needs a new one.
asking-hold-means = On hold, it counts as revoked. It can be released later, or revoked for ever.
asking-release-means = It will count as good again.
asking-clients-learn = Clients learn of it only from the next revocation list, once that is where they look for it.
asking-authority = It is an authority’s certificate: nothing that this authority or those below it have issued will be accepted any more.
asking-reason = Reason
asking-reason-help = It stands in the revocation list, which anybody can read.
asking-since = Known to be bad since
asking-since-help = When the key was lost or the facts changed, if that was earlier. What was signed before then may still count.
asking-since-wrong = Give a complete date and time that is past.
asking-hold-instead = Only hold it: it may come back
asking-no = Change nothing
asking-close = Close
asking-revoked = Revoked
asking-held = On hold
asking-released = Released
asking-make-list = Make the revocation list of { $authority } now
asking-list-no-key = The key of { $authority } is not here, so its revocation list has to be made where the key is.

revoked-unspecified = Not said (unspecified)
revoked-key = Somebody else has its key, or may have it (keyCompromise)
revoked-ca = Somebody else has the authority’s key, or may have it (cACompromise)
revoked-affiliation = Its subject’s name or other facts have changed (affiliationChanged)
revoked-superseded = There is another in its place (superseded)
revoked-cessation = It is not needed any more (cessationOfOperation)
revoked-hold = On hold: it may come back (certificateHold)
revoked-remove = Taken off hold (removeFromCRL)
revoked-privilege = What it allows is no longer allowed (privilegeWithdrawn)
revoked-aa = Somebody else has the attribute authority’s key (aACompromise)

## One certificate

cert-section = One certificate
cert-back = Back to the table
cert-inspect = Inspect
cert-renew = Renew
cert-template = Make a template of it
cert-template-named = The template “{ $name }” is made. It is among the templates, and can be chosen wherever a certificate is issued.
cert-template-made = The template is made. It is among the templates, and can be chosen wherever a certificate is issued.
cert-issued = Recorded on
cert-private-key = Private key
cert-key-here = Kept here
cert-key-elsewhere = Not here: whoever asked for the certificate has it
cert-authority = Authority of this certificate
cert-renews = Came in the place of
cert-renews-open = The earlier certificate
cert-renewed-by = Renewed by
cert-renewed-by-open = The later certificate
cert-not-kept = Certificate
cert-not-kept-advice = Not here: only its line came in with an index. It can be revoked all the same.
cert-released = Released on { $date }.
cert-revoked-at = On { $date }.
cert-revoked-why = Reason: { $reason }
cert-revoked-since = Known to be bad since { $date }.
cert-files = Files
cert-save-chain = Save with its chain
cert-chain-help = Servers want the chain: the certificate first, then those of its issuers.
cert-copy = Copy as PEM
cert-no-key-files = Its private key is not kept here, so it cannot be saved here.
cert-key-plain-question = Save the private key without a password?
cert-key-plain-yes = Save it without a password
cert-key-plain-no = Choose a password
cert-bundle = Certificate and key in one file
cert-save-bundle = Save as PKCS #12
cert-calendar = Date of expiry
cert-save-date = Save the date (.ics)

## Revocation lists

crl = Revocation lists
crl-lead = A list names the certificates that clients are to refuse before their time. Clients that ask for lists refuse everything once the last one has ended.
crl-never = There is no list yet. Make one if clients check for revocation: they want a list even while it is empty.
crl-never-revoked = Certificates are revoked or on hold, and there is no list that says so. Make one.
crl-past = The last list has ended. Clients that ask for lists refuse every certificate of this authority until there is a new one.
crl-near = { $days ->
    [0] The last list ends within a day. Make a new one.
    [one] The last list ends in one day. Make a new one.
   *[other] The last list ends in { $days } days. Make a new one.
}
crl-changed = Something was revoked, held or released since the last list. Clients do not know it until there is a new one.
crl-fine = The last list is good, and nothing has changed since.
crl-last = Last list made
crl-until = Next list due by
crl-delta-last = Last delta list made
crl-delta-until = Delta list good until
crl-next-number = Number of the next list
crl-every = Time between lists
crl-days = { $days ->
    [one] One day
   *[other] { $days } days
}
crl-no-end = It does not say
crl-make = A new list
crl-days-label = Good for (days)
crl-days-help = Have the next list in place before these days are over.
crl-delta = Only what has changed since the last full list (delta)
crl-delta-help = Small and quick to fetch. Clients need the last full list beside it, and not all of them read delta lists.
crl-make-button = Make the list and save it
crl-made = The list is made and saved. Put it where clients look for it.
crl-no-key = This authority’s key is not here, and a list has to be signed with it.
crl-save = The last list again
crl-full = Full list
crl-delta-list = Delta list
crl-save-help = Web addresses in certificates lead to DER. OpenSSL, nginx and HAProxy read PEM from a file.
crl-places = Where clients look for it
crl-places-note = What is issued here says so. Each list has to be put there, in DER, under exactly this address.
crl-no-places = What is issued here does not say where the list is
crl-no-places-advice = Clients check only lists that somebody gives them by hand. To change that, set an address in this authority’s settings before you issue.

## History

history = History
history-lead = What was done here and when, by this device’s clock. Lines are only ever added.
history-empty = Nothing has been done yet.
history-when = When
history-authority = Authority
history-what = What
history-pages = Pages of the history
history-range = { $from }–{ $to } of { $total }
history-save = Save the history (CSV)
act-created = The authority was made.
act-imported = { $count ->
    [0] The authority was taken in, without certificates.
    [one] The authority was taken in, with one certificate.
   *[other] The authority was taken in, with { $count } certificates.
}
act-exported = Handed out: { $what }
act-issued = Issued: { $subject }, serial number { $serial }, from “{ $profile }”
act-issued-many = { $count ->
    [one] One certificate was issued from a table.
   *[other] { $count } certificates were issued from a table.
}
act-renewed-same-key = Renewed with the same key: { $subject }, serial number { $serial }
act-renewed-new-key = Renewed with a new key: { $subject }, serial number { $serial }
act-revoked = Revoked: { $subject }, serial number { $serial }. { $reason }
act-held = Put on hold: { $subject }, serial number { $serial }
act-released = Released: { $subject }, serial number { $serial }
act-published = { $count ->
    [0] Revocation list { $number } was made; it revokes nothing.
    [one] Revocation list { $number } was made; it revokes one certificate.
   *[other] Revocation list { $number } was made; it revokes { $count } certificates.
}
act-published-delta = { $count ->
    [0] Delta list { $number } was made; it names nothing.
    [one] Delta list { $number } was made; it names one certificate.
   *[other] Delta list { $number } was made; it names { $count } certificates.
}
act-changed = The authority’s settings were changed.
act-removed = The authority and all its certificates were removed.
act-template-saved = The template “{ $name }” was made or changed.
act-template-removed = The template “{ $name }” was removed.
act-passphrase-set = The vault’s passphrase was set or changed.
act-backed-up = A backup was made.
act-restored = { $count ->
    [one] A backup was restored, with one record.
   *[other] A backup was restored, with { $count } records.
}
act-key-saved = The private key was saved as a file: { $subject }, serial number { $serial }
