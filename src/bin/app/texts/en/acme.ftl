### The texts of acme, in English.
