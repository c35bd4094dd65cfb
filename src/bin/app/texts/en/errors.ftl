### The texts of errors, in English.
