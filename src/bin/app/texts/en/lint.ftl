### Lint: what each rule says, in English.

## Encoding and version

lint-encoding-not-der = It is not encoded as DER demands, for instance with a default value written out.
    .fix = Issue it with software that writes DER.
lint-version = It has extensions, but is not version 3.
    .fix = Issue it as version 3.
lint-version-old = It is version 1 or 2, which cannot say whether it is an authority’s.
    .fix = Issue it as version 3, for an authority with basic constraints.

## Serial number

lint-serial-positive = The serial number is zero or negative.
    .fix = Choose a positive random number.
lint-serial-length = The serial number has more than 20 octets.
    .fix = Choose a random number of at most 159 bits.
lint-serial-entropy = The serial number has fewer than 8 octets, too few for 64 random bits.
    .fix = Choose one with at least 64 random bits, so that nobody can foresee it.

## Signature

lint-signature-md5 = It is signed with MD5 or an older digest; such signatures can be forged.
    .fix = Sign it with SHA-256, SHA-384 or SHA-512.
lint-signature-sha1 = It is signed with SHA-1, which browsers and public authorities refuse.
    .fix = Sign it with SHA-256, SHA-384 or SHA-512.
lint-signature-root-weak = The root signs itself with a digest that can be forged, though clients do not check that signature.
    .fix = Choose SHA-256 or stronger for the root that replaces it.
lint-signature-unusual = It is signed with an algorithm that hardly any client knows.
    .fix = Choose RSA or ECDSA with SHA-256, SHA-384 or SHA-512.
lint-signature-no-browser = It is signed with Ed25519, Ed448 or ML-DSA, which browsers do not accept.
    .fix = For browsers, issue it from an authority with an RSA, P-256 or P-384 key.
lint-signature-rsa-parameters = The parameters of the RSA signature algorithm are not NULL.
    .fix = Sign it again, with NULL as the parameters.
lint-signature-parameters = The signature algorithm has parameters, though it takes none.
    .fix = Sign it again, without parameters.
lint-pss-parameters = The PSS parameters are not one SHA-2 digest, MGF1 with the same, and a salt as long as it.
    .fix = Choose SHA-256, SHA-384 or SHA-512 throughout, and a salt of its length.
lint-ecdsa-digest = The ECDSA digest does not go with the curve of the key that signs.
    .fix = Choose SHA-256 for P-256, SHA-384 for P-384, SHA-512 for P-521.

## Issuer

lint-issuer-empty = The issuer has no name.
    .fix = Issue it from an authority that has a name.
lint-issuer-name-mismatch = The issuer’s name is not the subject of the issuer’s certificate.
    .fix = Choose the certificate of the real issuer, or copy that subject.
lint-issuer-name-encoding = The issuer’s name is encoded otherwise than in the issuer’s certificate; Go, for one, finds no path.
    .fix = Copy the subject of the issuer’s certificate octet by octet.
lint-issuer-not-authority = The issuer’s certificate is not an authority’s.
    .fix = Issue it from a certificate whose basic constraints say that it is an authority’s.
lint-issuer-no-cert-sign = The issuer’s key usage does not allow it to sign certificates.
    .fix = Issue it from an authority whose key usage has certificate signing.
lint-issuer-path-length = The issuer’s path length allows no authority below it.
    .fix = Issue it from an authority with a greater path length, or with none.
lint-same-name-as-issuer = Its subject is the same as its issuer, so clients take it for self-signed.
    .fix = Give it a subject of its own.
lint-self-signature-wrong = It claims to be self-signed, but its own key does not verify its signature.
    .fix = Sign it again with its own key, or get an undamaged copy.

## Validity

lint-validity-utc-time = A date up to 2049 is written as GeneralizedTime.
    .fix = Issue it with UTCTime for dates up to 2049.
lint-validity-order = It ends before it begins.
    .fix = Choose an end that is later than the beginning.
lint-validity-never = It ends in the year 9999, that is never.
    .fix = Choose a real end date.
lint-validity-825 = A server’s certificate is valid for more than 825 days; Apple’s systems refuse it even from private roots.
    .fix = Choose 825 days at most; 397 or fewer is wiser.
lint-validity-398 = A server’s certificate is valid for more than 398 days, the limit from September 2020 on.
    .fix = Choose 398 days at most, better one day fewer.
lint-validity-200 = A server’s certificate is valid for more than 200 days, the limit from 15 March 2026 on.
    .fix = Choose 200 days at most, better one day fewer.
lint-validity-100 = A server’s certificate is valid for more than 100 days, the limit from 15 March 2027 on.
    .fix = Choose 100 days at most, better one day fewer.
lint-validity-47 = A server’s certificate is valid for more than 47 days, the limit from 15 March 2029 on.
    .fix = Choose 47 days at most, better one day fewer.
lint-outlives-issuer = It ends later than its issuer, so in effect it ends with its issuer.
    .fix = Choose an end no later than the issuer’s.
lint-predates-issuer = It begins earlier than its issuer.
    .fix = Choose a beginning no earlier than the issuer’s.
lint-root-validity-long = The root is valid for more than 25 years (9132 days).
    .fix = Choose 25 years at most.
lint-root-validity-short = The root is valid for less than 8 years (2922 days).
    .fix = Choose 8 years at least.
lint-intermediate-validity-long = The intermediate authority is valid for more than 10 years.
    .fix = Choose 10 years at most, and replace it in good time.

## Subject

lint-subject-empty = The authority has an empty subject.
    .fix = Give it a subject, with a common name at least.
lint-subject-unnamed = It has neither a subject nor alternative names.
    .fix = Add an alternative name, or a subject.
lint-country-format = A country is not a code of two letters.
    .fix = Choose a code of ISO 3166-1, such as GB or CN.
lint-country-case = A country code is in small letters.
    .fix = Write it in capitals.
lint-attribute-too-long = An attribute is longer than the standard allows.
    .fix = Shorten it: a common name or an organization may have 64 characters.
lint-attribute-empty = An attribute is empty, or nothing but white space.
    .fix = Remove it, or give it a value.
lint-attribute-blank = An attribute begins or ends with white space.
    .fix = Remove the white space.
lint-attribute-placeholder = An attribute is a mere placeholder, such as a hyphen or OpenSSL’s Some-State.
    .fix = Remove it, or enter what is true.
lint-attribute-invisible = An attribute has invisible characters, or some that turn the direction of writing around.
    .fix = Remove these characters.
lint-attribute-repeated = An attribute occurs more than once.
    .fix = Keep one of them.
lint-attribute-order = The attributes are not in the prescribed order.
    .fix = Order them as DC, C, ST, L, O, CN.
lint-attribute-unusual = The Baseline Requirements do not know this attribute.
    .fix = Remove it.
lint-organizational-unit = There is an organizational unit, forbidden since September 2022.
    .fix = Remove it.
lint-domain-validated = The policy is for validated domains (DV), but the subject has more than country and common name.
    .fix = Remove the other attributes, or choose the policy that fits.
lint-rdn-multiple = Several attributes share one part of the name (RDN); programs may show or compare only one.
    .fix = Give each attribute a part of its own.
lint-string-type = An attribute is written as a string type that it cannot have.
    .fix = Choose the type prescribed for it, mostly UTF8String.
lint-string-characters = A string has characters that its type lacks, such as @ or * in a PrintableString.
    .fix = Choose UTF8String, or replace these characters.
lint-string-deprecated = An attribute is a TeletexString, BMPString or UniversalString, which are deprecated.
    .fix = Choose UTF8String.
lint-common-name-repeated = There is more than one common name.
    .fix = Keep one; a server’s other names belong among the alternative names.
lint-common-name-not-in-san = The server’s common name is not among its alternative names, and clients look only at those.
    .fix = Add it to the alternative names, or remove the common name.
lint-authority-common-name = The authority has no common name, by which people tell it from others.
    .fix = Add one that no other authority of yours has.
lint-authority-organization = The authority’s subject has no organization.
    .fix = Add the organization that runs it.
lint-authority-country = The authority’s subject has no country.
    .fix = Add the two-letter code of its organization’s country.
lint-authority-organizational-unit = The authority’s subject has an organizational unit, which is forbidden.
    .fix = Remove it.
lint-email-in-subject = An e-mail address stands in the subject, which is deprecated.
    .fix = Move it to the alternative names.
lint-email-only-in-subject = An e-mail address stands in the subject and not among the alternative names.
    .fix = Add it to the alternative names.

## Public key

lint-rsa-short = The RSA key has fewer than 2048 bits.
    .fix = Choose RSA with 2048 bits or more, or P-256.
lint-rsa-long = The RSA key has more than 4096 bits: slow everywhere, and refused by some devices.
    .fix = Choose 3072 or 4096 bits, or P-384.
lint-rsa-length = The RSA key’s length is not a multiple of 8 bits.
    .fix = Choose 2048, 3072 or 4096 bits.
lint-rsa-exponent-invalid = The RSA exponent is even or 1, which protects nothing.
    .fix = Make a new key, with the exponent 65537.
lint-rsa-exponent-small = The RSA exponent is smaller than 65537.
    .fix = Make a new key, with the exponent 65537.
lint-rsa-exponent-large = The RSA exponent has more than 256 bits; some programs take no more than 32.
    .fix = Make a new key, with the exponent 65537.
lint-rsa-small-factor = The RSA modulus has a factor below 752, so the key is broken.
    .fix = Make a new key, with other software.
lint-rsa-roca = The RSA key bears the mark of a faulty chip (ROCA), whose keys can be factored.
    .fix = Make a new key, with other software or another chip.
lint-rsa-close-primes = The RSA key’s primes are so close to each other that the key can be factored.
    .fix = Make a new key, with other software.
lint-rsa-key-parameters = The parameters of the RSA key’s algorithm are not NULL.
    .fix = Encode the key with NULL as the parameters.
lint-key-pss = The key is marked for RSA-PSS alone, which Chromium and others refuse.
    .fix = Encode it as a plain RSA key (rsaEncryption), which can sign with PSS as well.
lint-key-parameters = The key’s algorithm has parameters, though it takes none.
    .fix = Encode the key without parameters.
lint-ec-explicit = The curve is given by its numbers and not by its name.
    .fix = Encode the key with the name of its curve.
lint-ec-compressed = The public key is a compressed point, which some programs cannot read.
    .fix = Encode the point uncompressed.
lint-ec-curve = The curve is none of P-256, P-384 and P-521, so browsers refuse it.
    .fix = Choose P-256 or P-384.
lint-key-p521 = Chrome, Edge and other Chromium browsers cannot talk to a server whose key is on P-521.
    .fix = Choose P-256 or P-384.
lint-key-ed25519 = Chrome, Edge and Firefox refuse Ed25519 keys.
    .fix = For browsers, choose P-256.
lint-key-ml-dsa = No browser accepts ML-DSA keys yet.
    .fix = For browsers, choose P-256.
lint-key-unknown = The key is of a kind that no browser accepts.
    .fix = Choose P-256, or RSA with 2048 bits or more.
lint-key-broken = The public key cannot be read.
    .fix = Make a new key, or get an undamaged copy.
lint-key-reused = It has its issuer’s own key, so its holder can issue certificates.
    .fix = Issue it for a key of its own.

## Unique identifiers

lint-unique-identifier = It has a unique identifier of its issuer or subject, which must not be used.
    .fix = Issue it without unique identifiers.

## Extensions

lint-extensions-empty = There is a list of extensions with nothing in it.
    .fix = Leave the list out, or add the extensions that are needed.
lint-extension-repeated = An extension occurs more than once.
    .fix = Keep one of them.
lint-extension-broken = An extension cannot be read.
    .fix = Remove it, or encode it as its standard says.
lint-extension-unknown-critical = An extension that hardly any client knows is critical, so clients have to refuse it.
    .fix = Mark the extension as not critical, or remove it.
lint-extension-obsolete = An extension is obsolete (Netscape’s, or private key usage period); clients ignore it.
    .fix = Remove it.

## Authority key identifier

lint-authority-key-missing = The authority key identifier is missing, or names no key.
    .fix = Add it, with the issuer’s subject key identifier.
lint-authority-key-critical = The authority key identifier is critical.
    .fix = Mark it as not critical.
lint-authority-key-half = The authority key identifier has only one of issuer and serial number.
    .fix = Keep only the key identifier in it.
lint-authority-key-issuer = The authority key identifier has issuer and serial number, which ties it to one issuer’s certificate.
    .fix = Keep only the key identifier in it.
lint-authority-key-mismatch = The authority key identifier is not the issuer’s subject key identifier; OpenSSL finds no path.
    .fix = Choose the certificate of the real issuer, or copy its identifier.

## Subject key identifier

lint-subject-key-missing = The authority has no subject key identifier.
    .fix = Add it, made from the public key.
lint-subject-key-missing-leaf = The end entity has no subject key identifier, though one is recommended.
    .fix = Add it, made from the public key.
lint-subject-key-critical = The subject key identifier is critical.
    .fix = Mark it as not critical.
lint-subject-key-length = The subject key identifier is empty or longer than 32 octets.
    .fix = Choose the first 20 octets of a digest of the public key.

## Key usage

lint-key-usage-empty = The key usage allows nothing.
    .fix = Choose at least one use, or remove the extension.
lint-key-usage-encoding = The key usage ends in zero bits, which DER leaves out.
    .fix = Issue it with software that encodes named bits as DER demands.
lint-key-usage-not-critical = The key usage is not critical.
    .fix = Mark it as critical.
lint-key-usage-missing = The authority has no key usage.
    .fix = Add certificate signing and revocation list signing.
lint-key-usage-missing-leaf = The end entity has no key usage, so its key may be used for anything.
    .fix = Add digital signature, and what else it needs.
lint-cert-sign-without-authority = The key may sign certificates, but this is no authority.
    .fix = Remove certificate signing, or make it an authority in its basic constraints.
lint-authority-without-cert-sign = The authority’s key usage does not allow it to sign certificates.
    .fix = Add certificate signing.
lint-authority-without-crl-sign = The authority’s key usage does not allow it to sign revocation lists.
    .fix = Add revocation list signing.
lint-authority-enciphers = The authority’s key has uses besides signing certificates, revocation lists and OCSP responses.
    .fix = Keep certificate and revocation list signing, with digital signature for OCSP.
lint-key-usage-rsa = The key usage has key agreement, which an RSA key cannot do.
    .fix = Remove key agreement.
lint-key-usage-ec = The key usage has encipherment, which an elliptic curve key cannot do.
    .fix = Remove key encipherment and data encipherment.
lint-key-usage-ed = The key usage has encipherment or key agreement, which Ed25519 and Ed448 keys cannot do.
    .fix = Keep only the uses that sign.
lint-key-usage-ml-dsa = The key usage has encipherment or key agreement, which an ML-DSA key cannot do.
    .fix = Keep only the uses that sign.
lint-encipher-only = Encipher only or decipher only stands without key agreement, where it means nothing.
    .fix = Remove it.
lint-leaf-crl-sign = The end entity’s key may sign revocation lists.
    .fix = Remove revocation list signing, unless it is made to sign such lists.
lint-server-no-signature = The server’s key may not sign, and without that there is no TLS 1.3.
    .fix = Add digital signature.
lint-server-no-encipherment = The server’s RSA key lacks key encipherment; NSS’s own verifier refuses that, browsers do not.
    .fix = Leave it so, unless programs that use NSS’s own verifier, or TLS 1.2 without forward secrecy, have to connect.
lint-server-key-usage = The server’s key has uses that are forbidden to it, such as content commitment.
    .fix = Keep digital signature, and key encipherment for RSA.

## Certificate policies

lint-policy-repeated = A policy occurs more than once.
    .fix = Keep one of them.
lint-policy-notice-long = A policy’s notice has more than 200 characters.
    .fix = Shorten it.
lint-policy-notice-string = A policy’s notice is not a UTF8String.
    .fix = Write it as a UTF8String.
lint-policy-notice-reference = A policy’s notice refers to a numbered text elsewhere (noticeRef).
    .fix = Write the text itself, or remove the notice.
lint-policy-cps = The address of a practice statement (CPS) is not an http or https URI.
    .fix = Write the full address, such as https://example.com/cps.
lint-policy-qualifier = A policy has a qualifier other than the address of a practice statement (CPS).
    .fix = Remove the qualifier.
lint-policy-missing = No policy of the CA/Browser Forum for servers tells how the subject was checked.
    .fix = Add 2.23.140.1.2.1 (DV), .2 (OV) or .3 (IV), or 2.23.140.1.1 (EV).
lint-policy-several = It has more than one policy of the CA/Browser Forum for servers.
    .fix = Keep the one that tells how the subject was checked.
lint-intermediate-policy-missing = The intermediate authority has no certificate policies.
    .fix = Add anyPolicy, or the policies that it may issue under.
lint-policy-any-in-leaf = The end entity’s policies include anyPolicy.
    .fix = Name the policy that it is issued under.
lint-policy-mappings-any = A policy is mapped to or from anyPolicy, which is forbidden.
    .fix = Remove that mapping.
lint-policy-mappings-not-critical = The policy mappings are not critical.
    .fix = Mark them as critical.
lint-policy-mappings-unasserted = A policy is mapped that is not among the certificate’s own policies.
    .fix = Add it to the certificate policies.
lint-policy-mappings-of-leaf = An end entity maps policies, which is for authorities to do.
    .fix = Remove the policy mappings.

## Alternative names

lint-san-missing = There are no alternative names, and clients look only at those.
    .fix = Add the server’s names as alternative names.
lint-alt-names-not-critical = The subject is empty, and the alternative names are not critical.
    .fix = Mark them as critical.
lint-san-critical = There is a subject, and yet the alternative names are critical.
    .fix = Mark them as not critical.
lint-san-duplicate = An alternative name occurs more than once.
    .fix = Keep one of them.
lint-san-not-ascii = An alternative name has characters beyond ASCII.
    .fix = Write domain names in their xn-- form.
lint-san-dns-empty = A domain name is empty.
    .fix = Remove it, or enter the name.
lint-san-dns-underscore = A domain name has an underscore, which no host name has.
    .fix = Choose a name without it.
lint-san-dns-character = A domain name has a character that none can have.
    .fix = Choose letters, digits and hyphens, with dots between the parts.
lint-san-dns-blank = A domain name has white space in it or around it.
    .fix = Remove the white space.
lint-san-dns-label-long = A part of a domain name has more than 63 characters.
    .fix = Shorten that part.
lint-san-dns-long = A domain name has more than 253 characters.
    .fix = Shorten it.
lint-san-dns-empty-label = A domain name begins with a dot, or has two in a row.
    .fix = Remove the extra dot.
lint-san-dns-trailing-dot = A domain name ends in a dot.
    .fix = Remove that dot.
lint-san-dns-hyphen = A part of a domain name begins or ends with a hyphen.
    .fix = Remove that hyphen, or correct the name.
lint-san-dns-url = A domain name is a URL, or has a port.
    .fix = Enter the host’s name alone.
lint-san-dns-address = A domain name is an IP address, or ends in a number; clients look for addresses elsewhere.
    .fix = Enter addresses as IP addresses, not as domain names.
lint-san-dns-idn = A part of a domain name begins with xn-- and stands for no valid name.
    .fix = Convert the name to its xn-- form anew.
lint-san-dns-reserved = A part of a domain name has hyphens in its third and fourth place, but is not xn--.
    .fix = Choose another name.
lint-san-wildcard-place = A star stands elsewhere than alone in the first part of a domain name.
    .fix = Write it as in *.example.com, or enter the names in full.
lint-san-wildcard-too-high = A star stands for all names, or for a whole top-level domain.
    .fix = Put at least two parts after it, as in *.example.com.
lint-san-internal = A domain name is internal: it has one part, or an ending such as .local.
    .fix = Issue it from a private authority, or choose a public name.
lint-san-reverse-zone = A domain name stands for an IP address (in-addr.arpa or ip6.arpa), forbidden since 15 March 2026.
    .fix = Enter the IP address itself, or another name.
lint-san-reserved-address = An IP address is private or reserved.
    .fix = Issue it from a private authority, or choose a public address.
lint-san-ip-length = An IP address has neither 4 nor 16 octets.
    .fix = Enter a single IPv4 or IPv6 address, without a mask.
lint-san-email = An e-mail address is not valid.
    .fix = Enter it as in ann@example.com, without a display name.
lint-san-uri = A URI has no scheme or host, or has characters that it cannot have.
    .fix = Enter it in full, as in https://example.com/.
lint-san-form = The server has an alternative name that is neither a domain name nor an IP address.
    .fix = Remove that name.
lint-ocsp-alt-name = The OCSP responder has alternative names, which it must not have.
    .fix = Remove them.

## Other names

lint-issuer-alt-name-critical = The issuer’s alternative names are critical.
    .fix = Mark them as not critical.
lint-directory-attributes-critical = The subject directory attributes are critical.
    .fix = Mark them as not critical.

## Basic constraints

lint-basic-constraints-not-critical = The authority’s basic constraints are not critical.
    .fix = Mark them as critical.
lint-basic-constraints-leaf = The end entity’s basic constraints are not critical.
    .fix = Mark them as critical, or leave them out.
lint-basic-constraints-default = The basic constraints spell out the default, CA: FALSE, which DER leaves out.
    .fix = Issue it with basic constraints that are empty.
lint-path-length-without-authority = It has a path length, but is no authority that may sign certificates.
    .fix = Remove the path length.
lint-root-path-length = The root has a path length, which some clients ignore in a root.
    .fix = Set path lengths in the intermediate authorities.
lint-path-length-beyond-issuer = Its path length promises more authorities below it than the issuer’s allows.
    .fix = Choose one smaller than the issuer’s.

## Name constraints

lint-name-constraints-of-leaf = The end entity has name constraints, which are for authorities.
    .fix = Remove them.
lint-name-constraints-not-critical = The name constraints are not critical.
    .fix = Mark them as critical.
lint-name-constraints-empty = The name constraints constrain nothing.
    .fix = Add what is permitted or excluded, or remove them.
lint-name-constraints-syntax = A name constraint is malformed, for instance a mask with gaps.
    .fix = Correct it; a network is written as in 10.0.0.0/255.0.0.0.
lint-name-constraints-host-bits = A network’s address has bits where its mask has none.
    .fix = Set these bits to zero, as in 10.0.0.0/255.0.0.0.
lint-name-constraints-bounds = A name constraint has a minimum or maximum, which must not be used.
    .fix = Leave both out.
lint-name-constraints-dot = A domain in the name constraints begins with a dot, which programs read differently.
    .fix = Write it without the dot, as in example.com.
lint-name-constraints-form = Names of a form are constrained that hardly any client compares.
    .fix = Remove that constraint.
lint-name-constraint-violated = A name is outside what the issuer’s name constraints allow.
    .fix = Remove the name, or issue it from another authority.

## Policy constraints

lint-policy-constraints-not-critical = The policy constraints are not critical.
    .fix = Mark them as critical.
lint-policy-constraints-empty = The policy constraints constrain nothing.
    .fix = Remove them.
lint-policy-constraints-of-leaf = An end entity constrains policies or inhibits anyPolicy, which is for authorities to do.
    .fix = Remove the extension.

## Extended key usage

lint-purpose-repeated = A purpose occurs more than once.
    .fix = Keep one of them.
lint-purpose-any = The extended key usage allows any purpose, so the others mean nothing.
    .fix = Name the purposes instead.
lint-purpose-critical = The extended key usage is critical.
    .fix = Mark it as not critical.
lint-purpose-time-stamping = Time stamping is not the only purpose, or the extended key usage is not critical.
    .fix = Make time stamping the only purpose, and mark the extension as critical.
lint-purpose-key-usage = A purpose needs a key usage that is not there.
    .fix = Add what it needs, mostly digital signature.
lint-purpose-not-nested = A purpose is not among those of the issuer’s certificate, so clients refuse it.
    .fix = Issue it from an authority with that purpose, or without extended key usage.
lint-server-purpose-missing = The server’s certificate has no extended key usage; Apple’s systems refuse it.
    .fix = Add the purpose TLS server.
lint-server-purpose-mixed = The server’s certificate has a purpose that is forbidden to it, such as code signing.
    .fix = Issue a certificate for each purpose.
lint-server-purpose-unusual = The server’s certificate has a purpose that is not recommended for it.
    .fix = Issue one for servers alone, and another for that purpose.
lint-server-purpose-client = The server’s certificate is for TLS clients as well.
    .fix = Issue one for servers alone, and another for clients.
lint-root-purpose = The root has an extended key usage.
    .fix = Leave it out; set purposes in the intermediate authorities.
lint-intermediate-purpose-missing = The intermediate authority has no extended key usage, which only a cross-certified one may leave out.
    .fix = Add the purpose TLS server.
lint-ocsp-purpose-mixed = The OCSP responder has further purposes.
    .fix = Keep OCSP signing alone.

## CRL distribution points

lint-crl-point-critical = The CRL distribution points are critical.
    .fix = Mark them as not critical.
lint-crl-point-empty = A CRL distribution point has neither a name nor an issuer.
    .fix = Add the http address of the revocation list.
lint-crl-point-not-http = A revocation list is not at an http address.
    .fix = Give its http address.
lint-crl-point-https = A revocation list is fetched over https, whose certificate would have to be checked first.
    .fix = Publish the list over http: it is signed.
lint-crl-point-partial = A CRL distribution point is limited to some reasons, or names another issuer of lists.
    .fix = Give the http address alone.
lint-intermediate-crl-point-missing = The intermediate authority has no CRL distribution point.
    .fix = Add the http address of its issuer’s revocation list.
lint-ocsp-crl-point = The OCSP responder has CRL distribution points, though its revocation is not checked.
    .fix = Remove them.

## Inhibit anyPolicy, freshest CRL

lint-inhibit-any-policy-not-critical = The extension that inhibits anyPolicy is not critical.
    .fix = Mark it as critical.
lint-freshest-crl-critical = The freshest CRL extension is critical.
    .fix = Mark it as not critical.

## Authority and subject information access

lint-authority-info-critical = The authority information access is critical.
    .fix = Mark it as not critical.
lint-authority-info-not-http = An OCSP service or an issuer’s certificate has no http address.
    .fix = Give its http address.
lint-authority-info-https = An OCSP service or issuer’s certificate is at https, whose own certificate would need checking first.
    .fix = Offer it over http: what it gives is signed.
lint-authority-info-method = There is an access method other than OCSP and caIssuers.
    .fix = Remove it.
lint-authority-info-missing = The server’s certificate has no authority information access.
    .fix = Add it, with the http address of the issuer’s certificate (caIssuers).
lint-ca-issuers-missing = Nothing says where the issuer’s certificate can be fetched.
    .fix = Add its http address (caIssuers).
lint-revocation-missing = There is neither a CRL distribution point nor an OCSP service.
    .fix = Add a CRL distribution point.
lint-subject-info-critical = The subject information access is critical.
    .fix = Mark it as not critical.

## TLS feature

lint-tls-feature-critical = The TLS feature extension is critical.
    .fix = Mark it as not critical.
lint-tls-feature-narrower = The issuer demands TLS features that this one lacks.
    .fix = Add them to the TLS feature extension.
lint-must-staple-without-ocsp = The server has to staple an OCSP response, but no OCSP service is named.
    .fix = Add the address of the OCSP service, or remove the TLS feature.

## Certificate transparency

lint-poison-not-critical = The precertificate’s poison is not critical, so clients would take it for a certificate.
    .fix = Mark it as critical.
lint-poison-and-timestamps = It is a precertificate, but has the logs’ timestamps (SCTs) already.
    .fix = Remove the timestamps; they belong in the certificate.
lint-precertificate = This is a precertificate: made for logs, and refused by all clients.
    .fix = Send it to the logs, then issue the certificate with their timestamps.
lint-timestamps-missing = It has no timestamps (SCTs) of logs; browsers refuse it unless the server sends them.
    .fix = Issue it with the timestamps of certificate transparency logs.
lint-timestamps-empty = The list of the logs’ timestamps (SCTs) is empty, or cannot be read.
    .fix = Issue it with the timestamps as the logs gave them, or leave the list out.
lint-timestamps-critical = The logs’ timestamps (SCTs) are critical.
    .fix = Mark them as not critical.

## OCSP responders

lint-ocsp-no-check = The OCSP responder’s certificate does not say that its own revocation need not be checked.
    .fix = Add the OCSP no check extension, and keep its validity short.

## Requests

lint-request-signature = The request’s signature is not by its key, so nobody has shown to hold it.
    .fix = Sign it with its own private key, or ask for a new one.
lint-request-challenge-password = The request has a challenge password, which everybody who sees it can read.
    .fix = Remove it, unless the authority asks for one.
lint-request-extensions-repeated = The request asks for extensions in more than one attribute; authorities look at one.
    .fix = Put all extensions into one attribute.
lint-request-issuers-own = The request asks for an extension that is the issuer’s to decide.
    .fix = Leave it out; the issuer adds its own.

## Revocation lists

lint-list-version = The list is not version 2.
    .fix = Issue it as version 2.
lint-list-signature-mismatch = The list names two different signature algorithms.
    .fix = Sign it again, with one algorithm in both places.
lint-list-issuer-mismatch = The list’s issuer is not the subject of the issuer’s certificate.
    .fix = Choose the certificate of the real issuer, or copy that subject.
lint-list-issuer-no-crl-sign = The issuer’s key usage does not allow it to sign revocation lists.
    .fix = Issue it from an authority whose key usage has revocation list signing.
lint-list-time-encoding = A date up to 2049 is written as GeneralizedTime.
    .fix = Issue it with UTCTime for dates up to 2049.
lint-list-next-update-missing = The list does not say when the next one comes.
    .fix = Issue it with a next update.
lint-list-update-order = The next update is not later than this one.
    .fix = Choose a later next update.
lint-list-validity-long = The next update is more than 10 days after this one, or 12 months in a root’s list.
    .fix = Choose an earlier next update, and issue lists more often.
lint-list-entries-empty = The list of revoked certificates is there, but has nothing in it.
    .fix = Leave it out while nothing is revoked.
lint-list-entry-repeated = A serial number is revoked twice.
    .fix = Keep one of the entries.
lint-list-entry-future = A certificate is revoked later than the list was made.
    .fix = Choose a revocation date no later than the list’s own.
lint-list-reason-unspecified = A reason is written out as unspecified.
    .fix = Leave the reason out.
lint-list-reason-critical = A revocation reason is critical.
    .fix = Mark it as not critical.
lint-list-reason-broken = A revocation reason is none that the standard knows.
    .fix = Choose one of 1 to 6, 9 and 10.
lint-list-reason-remove = An entry takes a certificate off the list (removeFromCRL), and this is no delta list.
    .fix = Remove that entry.
lint-list-reason-hold = A certificate is on hold, where public authorities may not put any.
    .fix = Revoke it for good, or remove the entry.
lint-list-extension-unknown-critical = The list has a critical extension that hardly any client knows, so clients have to refuse it.
    .fix = Mark the extension as not critical, or remove it.
lint-list-authority-key-missing = The list does not say its issuer’s key identifier.
    .fix = Add the authority key identifier.
lint-list-authority-key-mismatch = The list’s authority key identifier is not its issuer’s subject key identifier.
    .fix = Choose the certificate of the real issuer, or copy its identifier.
lint-list-number-missing = The list has no number.
    .fix = Add a CRL number, greater with every list.
lint-list-number-critical = The list’s number is critical.
    .fix = Mark it as not critical.
lint-list-number-length = The list’s number is negative, or has more than 20 octets.
    .fix = Number the lists from 1 upwards.
lint-list-delta-not-critical = The delta indicator is not critical, so clients would take the list for a full one.
    .fix = Mark it as critical.
lint-list-point-not-critical = The issuing distribution point is not critical.
    .fix = Mark it as critical.
lint-list-point-empty = The issuing distribution point says nothing.
    .fix = Remove it.
lint-list-indirect = The list is indirect: it may revoke certificates of other issuers.
    .fix = Issue a list for each issuer.
