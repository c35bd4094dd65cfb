### The texts of keys, in Chinese.
