### The texts of random, in English.
