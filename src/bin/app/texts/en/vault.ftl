### The vault: where what authorities keep is, in English.
