### The ACME page, in English.

acme = ACME
acme-lead = Public authorities such as Let’s Encrypt give certificates over ACME (RFC 8555). An account key signs what you send them: it shows that it is you who asks. It is not the certificate’s key, which your server holds; so whoever breaks into the server does not get your account as well.
account-key = Account key

## The key

acme-new = New account key
acme-create = Create account key
acme-kind-rare = { $algorithm } (not for Let’s Encrypt)
acme-kind-help-default = What the tutorials use. Every authority takes it.
acme-kind-help-rsa = Every authority takes it.
acme-kind-help-ec = Every authority takes it. Small and fast.
acme-kind-help-rare = Let’s Encrypt and most others refuse it. For an authority that says that it takes such keys.
acme-open = Drop an account key here
acme-open-help = A private key that you have already: PEM, DER, JWK, with a password or without. Certbot keeps it as private_key.json.
acme-from-desk = Or a key that is open here
acme-from-desk-help = It is then an account’s key, and no certificate can be asked for with it here.
acme-use = Use as account key
acme-not-private = { $file } is not a private key
acme-not-private-advice = An account needs its private key, since it signs. Drop that file.
acme-accounts = Your account key
acme-none = None yet. Create one or open yours: its thumbprint, challenges and signed messages then appear here.
acme-account-used = Account key in use
acme-account-name = { $algorithm } account key
acme-remove = Remove: { $name }
acme-unsaved = Not saved yet: gone when this tab closes, and with it the way into the account.
acme-rare = Not every authority takes this kind of key
acme-save = Save this key
acme-thumbprint = Thumbprint (RFC 7638)
acme-thumbprint-note = Web servers that answer every challenge by themselves are configured with it.
acme-jwk = Public key as JSON Web Key
acme-save-jwk = Save as account-public.json

## A challenge

acme-challenge = Answer a challenge
acme-challenge-note = The authority gives a token and looks for an answer that only your account knows, on the web server or among the domain’s names.
acme-token = Token
acme-token-help = As the authority gave it.
acme-token-short = Shorter than any authority’s token (22 characters at least): was all of it copied?
acme-domain = Domain
acme-domain-help = The name that the certificate is for. A wildcard such as *.example.com, too.
acme-domain-idn = In both forms: { $names }
acme-domain-wildcard = A wildcard can only be shown by a DNS record (DNS-01), which stands at its parent.
acme-answer = Show what to publish
acme-publish = Publish one of these
acme-http = On the web server (HTTP-01)
acme-http-note = The authority fetches this over plain HTTP on port 80. Not a character more: no newline, no HTML.
acme-http-path = Path
acme-http-content = Content (key authorization)
acme-http-save = Save the file to publish
acme-dns = Among the domain’s names (DNS-01)
acme-dns-note = A TXT record. It may take minutes until every name server has it: check before you tell the authority.
acme-dns-name = Record name
acme-dns-value = TXT value
acme-dns-zone = Line for a zone file
acme-check = Check that it is published

## A message

acme-message = Sign a message
acme-message-note = For trying an ACME server by hand: header and payload become a signed message (JWS). Nothing is sent; the page cannot send anything.
acme-header = Protected header
acme-header-help = JSON. The nonce comes from the server’s last answer (Replay-Nonce), the url is the address that the message goes to. alg is added, and jwk where there is no kid.
acme-payload = Payload
acme-payload-help = JSON. Left empty, the message only asks (POST-as-GET).
acme-example-nonce = PUT-THE-NONCE-HERE
acme-example-url = https://PUT-THE-ADDRESS-HERE
acme-sign = Sign the message
acme-signed = Signed message
acme-is-example = A part of the example still stands in the header. Put in the server’s nonce and address, then sign again.
acme-save-message = Save as message.json
acme-send = Send it by POST with Content-Type: application/jose+json. A nonce is good for one message only.
acme-header-signed = The header as it was signed

## The request

acme-request = The certificate itself
acme-request-note = It is asked for with a certificate signing request, made with another key: authorities refuse the account’s key in it, and so does this page. Choose “public CA (ACME)” there.
acme-request-link = Make the request
