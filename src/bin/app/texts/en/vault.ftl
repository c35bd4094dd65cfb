### The vault: where what authorities keep is, in English.

vault = Vault
vault-lead = Authorities, their keys and all that they issued. With a passphrase they are kept in this browser, encrypted; without one they are in this tab’s memory only.
vault-reading = Reading what this browser keeps …
vault-working = Working: this takes a moment on purpose, so that nobody can try passphrases quickly …

## The sign at the head of every page

vault-sign-memory = In memory only
vault-sign-locked = Vault locked
vault-sign-idle = Vault locked by itself
vault-sign-open = Vault open
vault-lock = Lock

## In memory

vault-orphaned = Another tab has removed the vault
vault-orphaned-advice = What was open here is still in this tab, in memory only. To keep it, set a passphrase: that makes a new vault of it.
vault-memory = What you make here is in memory only and goes with this tab
vault-memory-advice = Set a passphrase, and it is kept in this browser for years, encrypted. Nothing is ever stored without.
vault-set-open = Set a passphrase
vault-to-restore = Restore a backup
vault-set-title = Set a passphrase
vault-set-advice = The passphrase encrypts everything before it is stored in this browser (Argon2id, AES-256-GCM). Nobody can recover it: if it is forgotten, what is stored is lost. Keep it in a password manager, or on paper in a safe place.
vault-set = Encrypt and keep
vault-passphrase = Passphrase of the vault
vault-passphrase-old = Passphrase until now
vault-passphrase-new = New passphrase of the vault
vault-passphrase-help = Six random words are easy to type and hard to guess.
vault-passphrase-again = The same once more
vault-passphrase-differs = The two are not the same. Type the passphrase once more, or look at both.
vault-made = Six random words, filled in above and below. Write them down or put them into a password manager before you go on: they are shown only here.
vault-made-name = Passphrase made for you
vault-crashed-memory = What was in memory only went with it. Restore a backup if you have one; with a passphrase, nothing is lost the next time.

## Locked

vault-unlock = Unlock
vault-is-locked = Kept in this browser, encrypted. The vault is locked.
vault-locked-advice = What you made is kept in this browser, encrypted. Its passphrase opens it.
vault-locked-idle = The vault locked by itself: nobody used this page for { $minutes } minutes. What is stored is safe.
vault-locked-crash = The worker that holds the keys stopped unexpectedly and was started again, and the vault is locked since. What is stored is safe: unlock it again.
vault-locked-elsewhere = The vault was locked because another tab changed it, perhaps its passphrase. What is stored is safe.
vault-forgotten = Passphrase forgotten? Nobody can recover it. A backup opens with the passphrase that it was saved with.
vault-to-settings = Save, restore, erase
refused-advice-vault = Nothing was made. The form is as you left it.
crashed-advice-vault = The vault was locked by it. What is stored is safe: unlock it and go on.

## Open

vault-is-set = Encrypted, and kept in this browser from now on
vault-is-set-advice = All that you do is stored at once. The browser can lose what it keeps, with the disk or when its data are cleared: save a backup and put it somewhere else.
vault-is-open = Kept in this browser, encrypted. The vault is open.
vault-backup-due = Not everything is in a backup yet.
vault-to-backup = Save a backup
vault-unreadable = { $count ->
    [one] One record cannot be read
   *[other] { $count } records cannot be read
}
vault-unreadable-advice = They are kept as they are, and a backup has them. Something damaged them, or a newer Certwright wrote them: load the page again, or restore an older backup and add what is missing.
vault-hindered = This browser does not store what you make

## Settings: state

vault-state = State
vault-records = Records
vault-records-count = { $count ->
    [0] None yet
    [one] One
   *[other] { $count }
}
vault-backup = Backup
vault-persistence = Kept by the browser
vault-persistence-unsupported = This browser makes no promise here. Save backups.
vault-persistence-not = The browser may clear it when the disk gets full. Ask it to keep it, and save backups.
vault-persistence-refused = The browser said no. Some decide by themselves and agree later, when the page is installed, bookmarked or used often. Until then it may clear it when the disk gets full: save backups.
vault-persistence-promised = Until you clear it yourself, also when the disk gets full.
vault-persistence-ask = Ask the browser to keep it
vault-space = Space
vault-space-says = { $used } used, { $left } left, as the browser reckons
vault-lock-now = Lock the vault

## Settings: locking

vault-auto-lock = Lock by itself
vault-auto-lock-minutes = After { $minutes } minutes without pointer or key
vault-auto-lock-never = Never
vault-auto-lock-help = Not while something is being made. After the computer has slept that long, it locks at once.

## Settings: another passphrase

vault-change-title = Change the passphrase
vault-change = Change it
vault-changed = The vault has a new passphrase
vault-changed-advice = Backups that were saved as stored still open with the one before.

## Settings: backup

vault-backup-title = Save a backup
vault-backup-advice = One encrypted file with everything: authorities, keys, certificates, lists, history. Keep it outside this computer.
vault-backup-empty = There is nothing to be saved yet. Make an authority first.
vault-backup-as-stored = As it is stored: the file opens with the vault’s passphrase of today
vault-backup-locked = The vault is locked, so the file is saved as it is stored and opens with the vault’s passphrase of today.
vault-backup-passphrase = Passphrase of the backup
vault-backup-passphrase-help = The file opens with this passphrase only. Nobody can recover it.
vault-backup-save = Save the backup
vault-backup-saved = The backup is saved as a file
vault-backup-saved-advice = Keep it where others do not get at it, and its passphrase apart from it.

## Settings: restore

vault-restore-title = Restore a backup
vault-restore-advice = Nothing that is here is overwritten unless you say so.
vault-restore-locked = Unlock the vault first. If its passphrase is lost, erase the vault, and then restore the backup.
vault-restore-file = Backup file
vault-choose-file = Choose the file
vault-no-file = No file chosen. It can also be dropped here.
vault-restore-no-file = Choose the backup file first.
vault-restore-passphrase = Passphrase of the backup file
vault-restore-passphrase-help = The one that the backup was saved with.
vault-restore-mode = What is here already
vault-restore-into-empty = Nothing: restore into an empty vault
vault-restore-into-empty-help = If there is anything here, nothing is restored.
vault-restore-add = Keep it, and add what is missing
vault-restore-add-help = What is here stays as it is. From the backup comes only what is not here.
vault-restore-replace = Replace everything
vault-restore-replace-help = What is here goes, and what the backup has comes in its place.
vault-restore = Restore
vault-restore-question = { $count ->
    [one] Replace everything, with the one authority that is here?
   *[other] Replace everything, with the { $count } authorities that are here?
}
vault-restore-question-advice = They, their keys and what they issued since the backup cannot be brought back.
vault-restore-yes = Replace everything now
vault-restore-no = Keep what is here
vault-restored = The backup is restored
vault-restored-count = { $count ->
    [one] There is one authority here now.
   *[other] There are { $count } authorities here now.
}
vault-restored-memory = So far it is in this tab’s memory only, and goes with the tab. With a passphrase it is kept in this browser.

## Settings: erase

vault-erase-title = Erase the vault
vault-erase-lost = { $count ->
    [0] The vault goes from this browser for good
    [one] The vault goes from this browser for good, with its one record
   *[other] The vault goes from this browser for good, with all { $count } records
}
vault-erase-advice = Authorities’ keys are in it: without a backup, nothing can be issued or revoked by them again.
vault-erase-backup = Save a backup first
vault-erase-word = erase
vault-erase-type = Type “{ $word }” to confirm
vault-erase-wrong = This is not “{ $word }”. Nothing was erased.
vault-erase = Erase the vault from this browser
vault-erased = The vault was erased from this browser

## Why it was refused

vault-fault-wrong-passphrase = This passphrase does not open it. Mind capitals, spaces and the keyboard’s language, and try again.
vault-fault-locked = The vault is locked. Unlock it and try again.
vault-fault-exists = There is a vault in this browser already. Unlock it, or erase it in the settings first.
vault-fault-none = There is no vault in this browser. Set a passphrase first.
vault-fault-not-empty = There is something here already, and nothing is overwritten unasked. Choose to add what is missing, or to replace everything.
vault-fault-not-a-backup = This is no backup of a Certwright vault. Choose the file that was saved here as one.
vault-fault-newer = It was written by a newer Certwright (version { $version } of its format). Load the page again to get the new one.
vault-fault-broken = It is damaged and cannot be read. Nothing was changed. Keep it, and restore another backup.
vault-fault-too-costly = It asks for more work or memory to open than any vault made here. Such a file can be made to stall whoever opens it. Take another backup.
vault-fault-busy = Another tab of this page is writing all the time. Wait until it is done, or close it, and try again.
storage-fault-unavailable = The browser gives this page no storage, as private windows and blocked site data do: { $reason }. Everything works until the tab is closed. Save a backup file before, or allow the storage and load the page again.
storage-fault-full = There is no room left, and nothing was written. Make room on the disk or in the browser’s data, and try again. Save a backup file before you close the tab.
storage-fault-failed = The browser could not read or write what it keeps: { $reason }. Nothing was changed. Try again; if that does not help, save a backup file and load the page again.
vault-broken = There is a vault in this browser that this program cannot open: it is broken, or a newer version wrote it. Save a copy of it on the Settings page, and load the page again.
