### The texts of acme, in Chinese.
