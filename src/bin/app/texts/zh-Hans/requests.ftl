### The texts of requests, in Chinese.
