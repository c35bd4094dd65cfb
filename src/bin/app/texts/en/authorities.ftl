### The Authorities page, in English.

authorities = Authorities
