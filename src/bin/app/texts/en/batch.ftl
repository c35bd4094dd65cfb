### Tables, templates, and authorities from and to elsewhere, in English.
