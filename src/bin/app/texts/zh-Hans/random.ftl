### The texts of random, in Chinese.
