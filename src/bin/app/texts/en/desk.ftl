### The texts of desk, in English.
