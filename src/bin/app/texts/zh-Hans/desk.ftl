### The texts of desk, in Chinese.
