### 保险库的简体中文文字。

vault = 保险库
vault-lead = 保存证书颁发机构、其私钥以及签发的全部内容。设置密码短语后，内容加密保存在此浏览器中；未设置时，只存在于本标签页的内存里。
vault-reading = 正在读取此浏览器中保存的内容……
vault-working = 正在处理：密钥派生有意设计得较慢，使人无法快速试探密码短语……

## 每页顶部的标识

vault-sign-memory = 仅在内存中
vault-sign-locked = 保险库已锁定
vault-sign-idle = 保险库已自动锁定
vault-sign-open = 保险库已打开
vault-lock = 锁定

## 在内存中

vault-orphaned = 另一个标签页已删除保险库
vault-orphaned-advice = 此处打开的内容仍在本标签页的内存中。如要保留，请设置密码短语：这会用它建立一个新的保险库。
vault-memory = 在这里创建的内容只在内存中，关闭本标签页就会消失
vault-memory-advice = 设置密码短语后，内容会加密保存在此浏览器中，可长期使用。不加密则绝不存储任何内容。
vault-set-open = 设置密码短语
vault-to-restore = 恢复备份
vault-set-title = 设置密码短语
vault-set-advice = 所有内容先用密码短语加密，再存入此浏览器（Argon2id，AES-256-GCM）。密码短语无法找回：一旦忘记，存储的内容就无法打开。请把它存入密码管理器，或写在纸上妥善保管。
vault-set = 加密并保存
vault-passphrase = 保险库的密码短语
vault-passphrase-old = 当前的密码短语
vault-passphrase-new = 保险库的新密码短语
vault-passphrase-help = 六个随机单词容易输入，也很难猜中。
vault-passphrase-again = 再输入一次
vault-passphrase-differs = 两次输入不一致。请再输入一次，或显示出来核对。
vault-made = 已生成六个随机单词，并填入上下两个输入框。请先记下或存入密码管理器再继续：它只在这里显示。
vault-made-name = 为您生成的密码短语
vault-crashed-memory = 只在内存中的内容也随之丢失。如有备份，请恢复备份；设置密码短语后，下次就不会丢失。

## 已锁定

vault-unlock = 解锁
vault-is-locked = 已加密保存在此浏览器中，保险库已锁定。
vault-locked-advice = 您创建的内容已加密保存在此浏览器中，输入密码短语即可打开。
vault-locked-idle = 已有 { $minutes } 分钟无人操作，保险库已自动锁定。已存储的内容是安全的。
vault-locked-crash = 持有密钥的工作线程意外停止，已重新启动，保险库因此锁定。已存储的内容是安全的，请重新解锁。
vault-locked-elsewhere = 另一个标签页更改了保险库（可能是更换了密码短语），因此这里已锁定。已存储的内容是安全的。
vault-forgotten = 忘记了密码短语？它无法找回。备份用保存时的密码短语打开。
vault-to-settings = 备份、恢复或清除
refused-advice-vault = 没有创建任何内容，表单保持原样。
crashed-advice-vault = 保险库因此锁定。已存储的内容是安全的，解锁后即可继续。

## 已打开

vault-is-set = 从现在起，内容加密保存在此浏览器中
vault-is-set-advice = 每一步操作都会立即存储。磁盘损坏或清除浏览器数据时，保存的内容仍可能丢失：请保存一份备份，放在别处。
vault-is-open = 已加密保存在此浏览器中，保险库已打开。
vault-backup-due = 还有内容没有备份。
vault-to-backup = 保存备份
vault-unreadable = { $count ->
   *[other] 有 { $count } 条记录无法读取
}
vault-unreadable-advice = 这些记录原样保留，备份中也会包含。它们可能已损坏，或由更新版本的 Certwright 写入：请重新载入页面，或恢复较早的备份并补上缺少的内容。
vault-hindered = 此浏览器没有存储您创建的内容

## 设置：状态

vault-state = 状态
vault-records = 记录
vault-records-count = { $count ->
    [0] 还没有
   *[other] { $count } 条
}
vault-backup = 备份
vault-persistence = 浏览器的保留承诺
vault-persistence-unsupported = 此浏览器在这里不作承诺，请定期备份。
vault-persistence-not = 磁盘空间不足时，浏览器可能会清除这些内容。请要求浏览器保留，并定期备份。
vault-persistence-refused = 浏览器没有同意。有些浏览器自行决定，安装本页面、加入书签或经常使用后可能会同意。在此之前，磁盘空间不足时内容可能被清除：请定期备份。
vault-persistence-promised = 除非您自己清除，否则一直保留，磁盘空间不足时也是如此。
vault-persistence-ask = 要求浏览器保留
vault-space = 空间
vault-space-says = 已用 { $used }，剩余 { $left }（浏览器估算）
vault-lock-now = 锁定保险库

## 设置：自动锁定

vault-auto-lock = 自动锁定
vault-auto-lock-minutes = { $minutes } 分钟没有鼠标、触摸或键盘操作后
vault-auto-lock-never = 从不
vault-auto-lock-help = 正在生成内容时不会锁定。计算机休眠超过此时间，唤醒后立即锁定。

## 设置：更换密码短语

vault-change-title = 更换密码短语
vault-change = 更换
vault-changed = 保险库已换用新的密码短语
vault-changed-advice = 以前按存储原样保存的备份，仍用当时的密码短语打开。

## 设置：备份

vault-backup-title = 保存备份
vault-backup-advice = 一个加密文件，包含全部内容：颁发机构、私钥、证书、吊销列表和操作记录。请保存在这台计算机之外。
vault-backup-empty = 还没有可备份的内容。请先创建证书颁发机构。
vault-backup-as-stored = 按存储原样：文件用保险库现在的密码短语打开
vault-backup-locked = 保险库已锁定，因此文件按存储原样保存，用保险库现在的密码短语打开。
vault-backup-passphrase = 备份的密码短语
vault-backup-passphrase-help = 文件只能用此密码短语打开，忘记后无法找回。
vault-backup-save = 保存备份文件
vault-backup-saved = 备份已保存为文件
vault-backup-saved-advice = 请放在他人无法读取的地方，并与密码短语分开保管。

## 设置：恢复

vault-restore-title = 恢复备份
vault-restore-advice = 除非您明确选择，否则不会覆盖这里已有的内容。
vault-restore-locked = 请先解锁保险库。如果密码短语已丢失，请先清除保险库，再恢复备份。
vault-restore-file = 备份文件
vault-choose-file = 选择备份文件
vault-no-file = 未选择文件，也可以拖放到这里。
vault-restore-no-file = 请先选择备份文件。
vault-restore-passphrase = 备份文件的密码短语
vault-restore-passphrase-help = 保存备份时所用的密码短语。
vault-restore-mode = 这里已有的内容
vault-restore-into-empty = 没有内容：恢复到空的保险库
vault-restore-into-empty-help = 如果这里已有内容，则不会恢复。
vault-restore-add = 保留，并补上缺少的内容
vault-restore-add-help = 这里的内容保持不变，只从备份中加入这里没有的内容。
vault-restore-replace = 全部替换
vault-restore-replace-help = 删除这里的内容，换成备份中的内容。
vault-restore = 恢复
vault-restore-question = { $count ->
   *[other] 要替换全部内容，包括这里的 { $count } 个颁发机构吗？
}
vault-restore-question-advice = 这些颁发机构、其私钥以及备份之后签发的内容将无法找回。
vault-restore-yes = 立即全部替换
vault-restore-no = 保留这里的内容
vault-restored = 备份已恢复
vault-restored-count = { $count ->
   *[other] 这里现在有 { $count } 个颁发机构。
}
vault-restored-memory = 目前只在本标签页的内存中，关闭后就会消失。设置密码短语后，才会保存在此浏览器中。

## 设置：清除

vault-erase-title = 清除保险库
vault-erase-lost = { $count ->
    [0] 保险库将从此浏览器中永久删除
   *[other] 保险库及其全部 { $count } 条记录将从此浏览器中永久删除
}
vault-erase-advice = 其中有颁发机构的私钥：没有备份，就再也无法用它们签发或吊销证书。
vault-erase-backup = 先保存备份
vault-erase-word = 清除
vault-erase-type = 输入“{ $word }”以确认
vault-erase-wrong = 输入的不是“{ $word }”，没有清除任何内容。
vault-erase = 从此浏览器中清除保险库
vault-erased = 保险库已从此浏览器中清除

## 为什么被拒绝

vault-fault-wrong-passphrase = 此密码短语打不开它。请注意大小写、空格和输入法，然后重试。
vault-fault-locked = 保险库已锁定。请解锁后重试。
vault-fault-exists = 此浏览器中已有保险库。请解锁它，或先在设置中清除。
vault-fault-none = 此浏览器中没有保险库。请先设置密码短语。
vault-fault-not-empty = 这里已有内容，未经您选择不会覆盖。请选择补上缺少的内容，或全部替换。
vault-fault-not-a-backup = 这不是 Certwright 保险库的备份。请选择在这里保存的备份文件。
vault-fault-newer = 它由更新版本的 Certwright 写入（格式版本 { $version }）。请重新载入页面以使用新版本。
vault-fault-broken = 内容已损坏，无法读取，没有作任何改动。请保留它，并恢复另一份备份。
vault-fault-too-costly = 打开它所需的运算或内存超过这里创建的任何保险库。这样的文件可能被用来拖垮打开它的程序。请换一份备份。
vault-fault-busy = 本页面的另一个标签页一直在写入。请等它完成或将其关闭，然后重试。
storage-fault-unavailable = 浏览器没有为本页面提供存储空间（无痕窗口或禁止网站数据时会这样）：{ $reason }。关闭标签页之前一切功能照常。请在关闭前保存备份文件，或允许存储后重新载入页面。
storage-fault-full = 存储空间不足，没有写入任何内容。请清理磁盘或浏览器数据后重试，并在关闭标签页之前保存备份文件。
storage-fault-failed = 浏览器无法读写保存的内容：{ $reason }。没有作任何改动。请重试；如果仍不行，请保存备份文件，再重新载入页面。
vault-broken = 此浏览器中的保险库无法由本程序打开：它已损坏，或由更新的版本写入。请在“设置”页面保存一份副本，然后重新载入页面。
