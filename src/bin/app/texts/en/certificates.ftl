### Certificates that were issued, revocation lists and the history, in English.
