### The texts of errors, in Chinese.
