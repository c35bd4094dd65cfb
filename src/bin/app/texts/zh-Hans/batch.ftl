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
table-heading = 不认识列名“{ $text }”。请删除该列，或改成列说明中的名称。
table-heading-twice = 列名“{ $text }”出现了两次。请删除其中一列。
table-no-name = 既没有名称也没有主体。请填写 name、subject 或 names 中的一列。
table-fields = 有 { $found } 个字段，而表头有 { $wanted } 列。内容里含有分隔符时，请加上引号。
table-number = “{ $text }”不是整数。
table-algorithm = “{ $text }”不是密钥类型。请填 P-256、P-384、Ed25519、RSA 2048 等。
table-same-file = 与第 { $line } 行的文件名相同。请修改其中一个。

## 目录有什么问题

directory-not-zip = 无法读取这个 ZIP 压缩包：{ $reason }。请重新打包，或直接选择文件夹。
directory-too-large = 解压后远大于一般 CA 目录应有的大小。请只选择该颁发机构自己的目录。
directory-no-index = 其中没有 index.txt。请选择 openssl.cnf 中 dir 所指的目录，或 Easy-RSA 的 pki 目录。
directory-no-certificate = 其中没有证书颁发机构的证书（cacert.pem 或 ca.crt）。请补上。
directory-index-line = 无法读取 index.txt 第 { $line } 行的 { $field }。请更正，字段之间用制表符分隔。
directory-number = { $file } 中没有编号。请写入下一个编号（十六进制）。
directory-not-in-index = index.txt 中没有对应的行。
directory-other-issuer = 由另一个颁发机构签发。
