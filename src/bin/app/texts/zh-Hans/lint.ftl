### Lint.
