### The texts of keys, in English.
