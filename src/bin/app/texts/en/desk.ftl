### What the pages have in common, in English.

choose-files = Choose files
paste-text = Paste text
pasted-text = Text to be read
read-text = Read it
command = The same with OpenSSL
command-none = There is no command that does this with the file as it is.
command-none-here = There is no command here that does just this.
more-choices = More choices
less = Less
list-separator = { ", " }
group-separator = { "; " }
sentence-separator = { " " }
password = Password
progress-key = Making the key …
tone-info = Note:
tone-success = Done:
tone-warning = Warning:
tone-danger = Problem:

## A long list

search = Search
search-help = Names, issuers, serial numbers, files.
search-found = { $found } of { $all }
show-more = Show { $count } more
