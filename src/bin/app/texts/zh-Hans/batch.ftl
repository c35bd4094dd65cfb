### 批量颁发、模板以及颁发机构导入导出的简体中文文字。

## 证书由什么生成

profile-root = 根证书颁发机构
profile-root-help = 自签名。客户端信任它，也就信任它之下的所有证书。
profile-intermediate = 中间证书颁发机构
profile-intermediate-help = 代替上级机构签发证书，上级的私钥可以离线保管。
profile-server = TLS 服务器
profile-server-help = 网站或其他服务器。客户端会核对其中的名称。
profile-client = TLS 客户端
profile-client-help = 用证书登录的人或设备。
profile-peer = TLS 服务器兼客户端
profile-peer-help = 身兼两种角色的机器：集群、数据库、互相通信的邮件服务器。
profile-email = 电子邮件（S/MIME）
profile-email-help = 为名称中的邮件地址签名和加密邮件。
profile-code = 代码签名
profile-code-help = 为程序签名。
profile-time = 时间戳
profile-time-help = 证明某物在某一时刻已经存在（RFC 3161）。
profile-ocsp = OCSP 签名
profile-ocsp-help = 代表证书颁发机构回答其证书是否仍然有效。
profile-custom = 自定义
profile-custom-help = 不预先设置任何内容。

## 表格有什么问题

table-no-rows = 表头下面没有数据行。每张证书写一行。
table-too-many-rows = 表格超过 { $limit } 行。请拆分成几个。
table-not-utf8 = 表格不是 UTF-8 文本。请另存为“CSV UTF-8”。
table-open-quote = 第 { $line } 行有一个引号没有结束。请补上结束的引号，或删除它。
table-heading = 不认识列名“{ $text }”。请删除该列，或改成列说明中的名称。
table-heading-twice = 列名“{ $text }”出现了两次。请删除其中一列。
table-no-name = 既没有名称也没有主体。请填写 name、subject 或 names 中的一列。
table-fields = 有 { $found } 个字段，而表头有 { $wanted } 列。内容里含有分隔符时，请加上引号。
table-number = “{ $text }”不是整数。
table-algorithm = “{ $text }”不是密钥类型。请填 P-256、P-384、Ed25519、RSA 2048 等。
table-same-file = 与第 { $line } 行的文件名相同。请修改其中一个。

## 目录有什么问题

directory-not-zip = 无法读取这个 ZIP 压缩包：{ $reason }。请重新打包，或直接选择文件夹。
directory-encrypted-zip = 这个 ZIP 压缩包有密码。请先解压，再选择文件夹。
directory-too-large = 解压后远大于一般 CA 目录应有的大小。请只选择该颁发机构自己的目录。
directory-no-index = 其中没有 index.txt。请选择 openssl.cnf 中 dir 所指的目录，或 Easy-RSA 的 pki 目录。
directory-no-certificate = 其中没有证书颁发机构的证书（cacert.pem 或 ca.crt）。请补上。
directory-index-line = 无法读取 index.txt 第 { $line } 行的 { $field }。请更正，字段之间用制表符分隔。
directory-number = { $file } 中没有编号。请写入下一个编号（十六进制）。
directory-not-in-index = index.txt 中没有对应的行。
directory-other-issuer = 由另一个颁发机构签发。

## 用表格批量签发

batch = 用表格批量签发
batch-lead = 一行一张证书：成千上万的密钥、证书和 PKCS #12 文件装进一个 ZIP。每张证书都先在此登记，再交付。
batch-no-key = 此证书颁发机构的私钥不在这里，因此不能在此签发。
batch-table = 将表格拖放到这里
batch-table-help = 带表头的 CSV 文件（任何电子表格软件都能导出），也可以直接粘贴。列之间用逗号、分号或制表符分隔。
batch-table-file = 表格：{ $file }。
batch-table-text = 表格：粘贴的 { $count } 行。
batch-table-another = 换一个表格
batch-columns = 表格可以有哪些列
batch-columns-note = 顺序不限。每行需要名称、主体或备用名称之一，其余各列都可以省略或留空。
batch-column-name = 通用名称（CN）。对服务器来说，它同时是第一个备用名称。
batch-column-names = 使用者备用名称：域名、IP 地址、邮件地址，用空格或逗号隔开。如与列分隔符相同，请加引号。
batch-column-subject = 完整主体，写作 /C=CN/O=Acme/CN=x 或 CN=x,O=Acme,C=CN。
batch-column-parts = 主体的各个部分：邮件、组织、部门、国家/地区、省份、城市。
batch-column-days = 有效天数。
batch-column-key = 密钥类型：P-256、P-384、P-521、Ed25519、RSA 2048、RSA 3072、RSA 4096 等。
batch-column-password = 加密这一行的私钥和 PKCS #12 文件。请注意，表格里因此含有密码。
batch-column-file = 在 ZIP 中的文件名。
batch-example = 示例
batch-example-save = 将示例保存为 certificates.csv
batch-profile = 证书类型或模板
batch-profile-own = 您自己的模板，下面的密钥类型和天数也随之设定。
batch-days = 有效期（天）
batch-days-help = 用于没有另行指定的行。
batch-keep = 在保险库中保存私钥
batch-keep-help = 无论是否保存，所有私钥都在 ZIP 中。不保存则保险库更小，但 ZIP 丢失后只能重新签发。
batch-pkcs12 = PKCS #12 文件
batch-pkcs12-none = 不生成
batch-pkcs12-none-help = 每张证书得到一个私钥文件和一个证书文件。
batch-password = 私钥和 PKCS #12 文件的密码
batch-password-help = 用于没有自己密码的行。忘记后无法找回。
batch-clear-keys = 不设密码时，ZIP 中的私钥是明文：谁拿到文件谁就能使用。请存放在他人无法读取的地方。
batch-checked = 将会得到
batch-checking = 正在检查表格……
batch-good = { $count ->
    [0] 没有可以签发的行。
   *[other] { $count } 行可以签发。
}
batch-bad = { $count } 行有问题，将被跳过。
batch-bad-rows = 不能签发的行
batch-line = 第 { $line } 行
batch-line-column = 第 { $line } 行，{ $column } 列
batch-first = 可以签发的前几行
batch-command-part = 命令中只列出了前 { $count } 行；其余各行写法相同。
batch-needs-table = 请先选择表格。
batch-issue = 签发 { $count } 张证书
batch-issued = 已按此表格签发。如要再次签发，请换一个表格，或修改上面的设置。
batch-progress = 已签发 { $done } / { $of }
batch-cancel-note = 取消后，此前签发的证书依然有效并已登记，也在 ZIP 中。
batch-report = 上一个表格的结果
batch-done = 已签发并登记 { $count } 张证书
batch-none = 没有签发任何证书
batch-cancelled = 已取消
batch-cancelled-advice = 此前签发的证书依然有效并已登记，可在证书列表中查看。
batch-cancelled-none = 已取消，尚未签发任何证书
batch-cancelled-after = 已取消：此前签发的 { $count } 张证书依然有效并已登记
batch-stopped-after = 已中止：此前签发的 { $count } 张证书依然有效并已登记
batch-cancelled-again = 如要继续，请先从表格中删去已签发的行。
batch-zip = 证书都在浏览器刚刚保存的 ZIP 中，请确认文件已在。
batch-save-again = 再次保存 ZIP
batch-saved-again = ZIP 已再次交给浏览器。

## 导入证书颁发机构

import = 导入证书颁发机构
import-lead = 已有的证书颁发机构可以在这里继续使用：私钥、已签发的证书和下一个序列号都会保留。原文件不会改动。
import-items = 证书和私钥
import-items-note = 颁发机构的证书及其私钥，可以是两个文件，也可以是一个 PKCS #12 文件。没有私钥时只能查看，不能签发。
import-files = 将颁发机构的文件拖放到这里
import-files-help = 格式不限：PEM、DER、PKCS #8、PKCS #12。它们也会出现在“密钥”页面。
import-choice = 要导入的内容
import-items-take = 导入选中的 { $count } 项
import-directory = 整个 CA 目录
import-directory-note = openssl ca 或 Easy-RSA 的工作目录，含 index.txt、serial 和 newcerts。所有证书及其状态一并导入，序列号接着往下编。
import-directory-drop = 将目录或其 ZIP 拖放到这里
import-directory-help = 即 openssl.cnf 中 dir 所指的目录，通常是 demoCA；Easy-RSA 则是 pki。
import-zip = 选择 ZIP
import-folder = 选择文件夹
import-given-file = 已选择 { $file }。
import-given-folder = 已选择 { $folder }，共 { $count } 个文件。
import-another = 重新选择
import-password = 私钥的密码
import-password-help = 私钥有加密时填写，没有则留空。
import-directory-take = 导入此目录
import-running = 正在导入……
import-backup = 保险库备份
import-backup-note = 在这里保存过的备份文件，含所有证书颁发机构。
import-to-settings = 到设置中恢复
import-came = { $count ->
    [0] 没有导入新的证书颁发机构
   *[other] 已导入 { $count } 个证书颁发机构
}
import-entries = { $count ->
    [0] 没有随之导入它签发的证书。
   *[other] 随之导入了它签发的 { $count } 张证书。
}
import-nothing = 没有导入任何内容
import-nothing-advice = 其中没有新的证书颁发机构。请选择颁发机构自己的证书。
import-left-out = 跳过了 { $count } 项

## 导出证书颁发机构

hand-out = 文件
hand-saved = 浏览器已保存文件。
hand-certificate = 证书
hand-certificate-note = 公开文件：凡是要信任此颁发机构的客户端都需要它。
hand-pem = 保存为 PEM（.pem）
hand-der = 保存为 DER（.crt）
hand-chain = 连同上级证书一起保存
hand-key-warning = 以下文件含有颁发机构的私钥
hand-key-warning-advice = 谁得到它，谁就能签发您的客户端会信任的证书。目录在别处继续使用时会自行编号：请只在一处继续签发。
hand-directory = 供 openssl ca 使用的目录
hand-directory-note = 一个 ZIP，含颁发机构的全部内容：证书、私钥、index.txt、serial、crlnumber、newcerts 和 openssl.cnf。解压后，OpenSSL 即可从下一个序列号接着签发。
hand-directory-save = 保存目录（ZIP）
hand-directory-command = OpenSSL 如何接着签发
hand-pkcs12 = 私钥和证书（PKCS #12）
hand-pkcs12-note = 包含上级颁发机构的证书。
hand-pkcs12-save = 保存为 PKCS #12（.p12）
hand-key = 私钥
hand-key-note = 单独的私钥，PKCS #8 PEM 格式。其他格式请到“密钥”页面转换。
hand-key-save = 保存颁发机构的私钥
hand-password-help = 文件中的私钥只能用此密码打开。忘记后无法找回。
hand-clear-question = 要以明文保存私钥吗？
hand-clear-advice = 没有密码，谁拿到文件谁就掌握了这个颁发机构。请尽量设置密码。
hand-clear-yes = 以明文保存
hand-clear-no = 返回
hand-no-key = 颁发机构的私钥不在这里，因此没有含私钥的文件。
hand-take = 其他任何格式
hand-take-note = 在“密钥”页面可以转换、比较、设置密码或打包。
hand-take-key = 包含私钥
hand-take-button = 放到“密钥”页面
hand-taking = 正在取出……
hand-taken = 已有 { $count } 项放到“密钥”页面
hand-to-keys = 前往密钥页面

## 模板

templates = 模板
templates-lead = 反复使用的签发设置。可以复制内置模板再修改，也可以在证书列表中由某张证书生成模板。
templates-own = 自己的模板
templates-own-none = 还没有。可以复制下面的内置模板。
templates-built-in = 内置模板
template-new = 新模板
template-change = 修改模板
template-name = 模板名称
template-subject = 主体的固定部分
template-subject-help = 写作 /C=CN/O=Acme 或 O=Acme,C=CN。签发时会预先填好，名称由每张证书自己填写。
template-subject-none = 无
template-days = 有效期（天）
template-days-count = { $count } 天
template-signature-own = 按颁发机构的方式签名
template-signature-help = 只有持有相应密钥的颁发机构才能这样签名。
template-extensions = 扩展内容
template-extensions-none = 没有扩展：证书中只有名称。
template-extensions-note = 如要加入其他扩展，请先签发一张含有它的证书，再由该证书生成模板。
template-save = 保存模板
template-discard = 放弃修改
template-saving = 正在处理……
template-saved = { $name } 已保存
template-copy = 复制 { $name }
template-copy-short = 复制
template-copy-name = { $name }（副本）
template-edit = 编辑 { $name }
template-edit-short = 编辑
template-export = 导出 { $name }
template-export-short = 导出
template-exported = 浏览器已保存模板文件。
template-export-all = 导出全部自己的模板
template-remove = 删除 { $name }
template-remove-short = 删除
template-remove-question = 删除 { $name } 吗？
template-remove-advice = 由它签发的证书不受影响。
template-remove-yes = 确认删除
template-remove-no = 保留模板
template-exchange = 模板文件
template-import = 将模板文件拖放到这里
template-import-help = 在这里导出过的文件。
template-imported = 模板已导入

## 颁发机构如何签发

configure = 签发设置
configure-label = 显示名称
configure-label-help = 只在这里显示，证书中的内容不变。
configure-days = 证书有效期（天）
configure-days-help = 表单、模板或表格没有另行指定时使用。
configure-list-days = 吊销列表更新间隔（天）
configure-list-days-help = 每份吊销列表的有效期就是这么长。
configure-signature-help = 今后签发证书和吊销列表时使用的签名算法。
configure-sha1 = SHA-1 已被攻破：浏览器、OpenSSL 3 和 GnuTLS 都拒绝用它签名的内容。
configure-serials = 序列号
configure-random = 随机
configure-random-help = 159 位随机数，无法预测，符合 Baseline Requirements 的要求。颁发机构即使有两份副本，也不会给出相同的序列号。
configure-counted = 顺序编号
configure-counted-help = 像 openssl ca 那样依次编号。请只在一处签发：两份副本会给出重复的序列号。
configure-next = 下一个序列号
configure-next-help = 十六进制，例如 1000。已经用过的会被拒绝。
configure-addresses = 写入证书的地址
configure-addresses-note = 客户端凭这些地址取得验证所需的内容。地址会写入今后的每张证书，之后无法更改，请选择长期可用的地址。请用 http：客户端在验证证书之前无法验证 https。
configure-lists = 吊销列表的地址
configure-lists-help = 每行一个，例如 http://pki.example.com/ca.crl。每次生成新列表后请放到该处。
configure-issuers = 颁发机构证书的地址
configure-issuers-help = 每行一个。服务器漏发中间证书时，客户端从这里下载（DER 格式）。
configure-ocsp = OCSP 服务的地址
configure-ocsp-help = 每行一个。没有运行 OCSP 服务就不要填写：无人应答时客户端可能拒绝证书。
configure-save = 保存设置
configure-saving = 正在保存设置……
configure-saved = 设置已保存
configure-remove = 移除证书颁发机构
configure-remove-note = 只从此保险库移除。已签发的证书依然有效，但不能再在这里吊销。
configure-remove-open = 移除此颁发机构
configure-remove-question = 要永久移除 { $label } 吗？
configure-remove-loss = 将一并失去它的私钥、{ $below } 个下级颁发机构，以及 { $certificates } 张证书的记录。
configure-remove-first = 如果以后可能还要用到，请先在“文件”中保存其目录，或在设置中备份保险库。
configure-remove-type = 输入其名称以确认移除
configure-remove-other = 与名称不符。
configure-remove-yes = 永久移除
configure-remove-no = 保留此颁发机构
configure-removing = 正在移除……
configure-deltas = 增量列表的地址
configure-deltas-help = 每行一个，仅在您生成增量列表时需要。完整列表会注明该地址；若不注明，大多数程序不会查看增量列表。
