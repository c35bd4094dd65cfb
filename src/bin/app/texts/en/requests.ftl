### The texts of requests, in English.
