### 证书签名请求页面的文字。

requests = 证书签名请求
requests-lead = 向任何证书颁发机构申请证书：填写表单，或以已有的 openssl.cnf、证书为起点。私钥只留在本标签页，直到您保存它。

## 表单从哪里开始

start-from = 填写方式
start-from-help = 无论以哪种方式填写，之后都可以修改每一项。
start-blank = 空白表单
start-config = openssl.cnf 配置文件
start-like = 已有的证书或请求
request-purpose = 用途
request-server = TLS 服务器
request-server-help = 网站或其他服务器。客户端会核对它的名称。
request-client = TLS 客户端
request-client-help = 用证书登录的人员或设备。
request-email = 电子邮件（S/MIME）
request-email-help = 为名称中的邮件地址签名和加密邮件。
request-code = 代码签名
request-code-help = 为程序签名。
request-acme = 公共 CA（ACME）
request-acme-help = 用于 Let’s Encrypt 等公共 CA：只包含域名，可另加一个电子邮件地址。
request-other = 其他
request-other-help = 不预设任何内容，以“更多选项”中的设置为准。
request-clear = 清空表单
request-undo = 恢复之前的内容
cnf-drop = 将 openssl.cnf 拖到这里
cnf-drop-help = 其中的名称、扩展、密钥长度和摘要算法会填入表单。不会发送到任何地方。
cnf-too-large = 文件超过 1 MiB，openssl.cnf 不会这么大。请选择其他文件。
cnf-unreadable = 无法读取该文件
cnf-unreadable-advice = 选择之后它已被移动、删除或改动，或者它是一个文件夹。表单保持原样。请重新选择文件。
cnf-refused-advice = OpenSSL 也会在此处报错。表单保持原样。请改正该行后重新拖入。
cnf-filled = 已用该文件填充表单，所有行均已识别
cnf-filled-but = 已用该文件填充表单；有 { $count } 行未照原样采用
cnf-section = 包含扩展的节
cnf-section-help = 有几个节看起来都是扩展。换一个节会替换表单中的扩展和名称。
cnf-no-section = 无
cnf-remarks = 未照原样采用的行
cnf-line = 第 { $line } 行
like-drop = 将证书或请求拖到这里
like-drop-help = 其主体、名称和扩展会填入表单，密钥会重新生成。之后它也会出现在“密钥”页面。
like-item = 或选择已打开的一个
like-take = 照此填充表单
like-certificate = 证书：{ $subject }
like-request = 证书签名请求：{ $subject }
like-filled = 其中的所有内容都已填入表单
like-left-out = 已填充表单，以下内容未沿用：
like-nothing = 其中既没有证书也没有请求
like-nothing-advice = 请拖入 .crt、.cer、.pem、.csr 或 .p7b 文件。表单保持原样。

## 主体

request-subject = 主体
request-subject-note = 证书颁发给谁。留空的项会略去，顺序保持不变。公共 CA 最多只采用通用名称。
request-acme-note = 公共 CA 只验证域名，因此主体只包含第一个域名，以及您填写的电子邮件地址。
request-acme-email = 电子邮件地址
request-acme-email-help = 写入主体。多数 CA 会忽略它。
paste-subject = 粘贴整个主体
paste-subject-help = 形如 /C=CN/O=Acme/CN=x 或 CN=x,O=Acme,C=CN。它会替换下面的各行。
paste-subject-read = 填入
attribute-kind = 第 { $number } 个属性的类型
attribute-type = 第 { $number } 个属性的短名称或 OID
attribute-type-example = 例如 title 或 2.5.4.12
attribute-value = 第 { $number } 个属性的值
attribute-another = 其他，按名称或 OID
attribute-country = 国家/地区
attribute-state = 省/直辖市/自治区
attribute-locality = 城市
attribute-organization = 组织
attribute-unit = 部门
attribute-common-name = 通用名称
attribute-email = 电子邮件
attribute-given-name = 名
attribute-surname = 姓
attribute-domain = 域组件
attribute-user = 用户标识
example-common-name = 例如 www.example.com
example-country = 两个字母，例如 CN
row-add = 添加属性
row-join = 第 { $number } 个属性：与前一个合为一组
row-up = 上移第 { $number } 个属性
row-down = 下移第 { $number } 个属性
row-remove = 删除第 { $number } 个属性

## 名称

request-names-section = 名称
request-names = 主体备用名称
request-names-example = 例如：www.example.com, 192.0.2.7, ann@example.com
request-names-help = 证书包含哪些名称，每行一个或用逗号分隔：域名、IP 地址、电子邮件地址、URI。其他类型需在前面写明：RID:1.2.3、UPN:ann@example.com、dirName:/C=CN/CN=x、otherName:1.2.3;UTF8:文字。
request-names-acme = 域名，每行一个或用逗号分隔；也可以是 *.通配符和任何语言的域名。
request-names-none = 无
request-recognised = 已识别的备用名称
request-add-name = 将 { $name } 加入名称
request-line = 第 { $line } 行：{ $says }

## 密钥

request-key-section = 密钥
request-key = 私钥
request-key-new = 新密钥：{ $algorithm }
request-key-yours = 您的密钥：{ $algorithm }，{ $file }
request-given-key = 使用已有的密钥
request-key-file = 将私钥拖到这里
request-key-file-help = PEM 或 DER，任何形式均可。它只留在本标签页。
request-key-taken = 已选用 { $file } 中的密钥
request-key-locked = 此密钥已加密
request-key-unlock = 请在“密钥”页面用密码打开它，再回到这里选用；表单会保留。
request-key-none = 其中没有私钥
request-key-none-advice = 请拖入含有“-----BEGIN PRIVATE KEY-----”之类一行的文件，或选择新密钥。
request-signature-more = 签名
request-signature = 签名算法
request-signature-help = 颁发机构据此确认您持有私钥。证书本身由颁发机构用自己的密钥和算法签名。
request-sha1 = SHA-1 已被攻破：可以构造出签名完全相同的两份不同请求
request-sha1-advice = 公共 CA 会拒绝这样的请求。OpenSSL 仍然接受；但如果证书本身用 SHA-1 签名，浏览器、OpenSSL 3 和 GnuTLS 都会在 TLS 中拒绝它。仅当旧系统只接受它时才使用。

## 更多选项

request-more = 更多选项：用法、扩展、质询密码
request-usages = 密钥用法
request-usages-note = 密钥可以做什么。都不勾选则不包含此扩展。
request-purposes = 扩展密钥用法
request-purposes-note = 证书可以用在哪里。都不勾选则不包含此扩展。
request-purposes-other = 其他用途
request-purposes-help = OpenSSL 的短名称或 OID，用逗号分隔。
usage-signature = 数字签名
usage-commitment = 内容承诺（不可否认）
usage-key-encipherment = 密钥加密
usage-data-encipherment = 数据加密
usage-agreement = 密钥协商
usage-certificates = 签发证书
usage-lists = 签发吊销列表
usage-encipher-only = 仅加密
usage-decipher-only = 仅解密
purpose-server = TLS 服务器
purpose-client = TLS 客户端
purpose-code = 代码签名
purpose-email = 电子邮件保护
purpose-time = 时间戳
purpose-ocsp = OCSP 签名
request-constraints = 基本约束
request-constraints-help = 所申请的证书本身是否为 CA 证书。
constraints-unsaid = 不指定
constraints-none = 不是 CA
constraints-authority = 是 CA
constraints-length = CA，其下最多 { $length } 级中间 CA
constraints-permitted = 允许：{ $names }
constraints-excluded = 排除：{ $names }
request-path-length = 路径长度
request-path-length-help = 其下还可以有几级中间 CA，0 到 255。留空则不限。
request-kept = 其他扩展
request-remove = 删除 { $name }
extension-name-constraints = 名称约束
extension-policies = 证书策略
extension-lists = CRL 分发点
extension-access = 颁发机构信息访问
extension-key = 主体密钥标识符
extension-key-of-key = 由公钥计算
extension-critical = { $says }（关键）
request-custom = 自定义扩展
request-custom-oid = 扩展的 OID 或名称
request-custom-oid-help = 例如 1.3.6.1.5.5.7.1.24 或 tlsfeature。
request-custom-value = 扩展的值
request-custom-value-help = 十六进制 DER，例如 30:03:02:01:05；或 openssl.cnf 的写法：ASN1:UTF8String:文字、URI:http://example.com/ca.crl
request-custom-critical = 关键：不能识别此扩展的程序必须拒绝该证书
request-custom-there = 扩展中已有{ $name }。请先将其删除（在“其他扩展”或它自己的字段中）。
request-custom-add = 添加扩展
request-challenge = 质询密码
request-challenge-help = 以明文写在请求里：看到文件的人都能读到。仅用于要求它的颁发机构。
request-unstructured = 非结构化名称
request-unstructured-help = 另一个名称，例如路由器的名称。

## 预览

request-preview = 您将申请的内容
request-subject-none = 空
request-signed = { $algorithm }，签名算法 { $signature }
request-odd = 请注意

## 结果

request-create = 创建请求
request-form-config = 将此表单保存为 openssl.cnf
request-made = 您的证书签名请求
request-made-title = 请求已创建，签名已通过检查
request-made-advice = 请把请求发送给证书颁发机构，私钥则绝不要发给任何人。两者也都在“密钥”页面上。
request-stale = 它是在您上次修改表单之前创建的。
request-key-unsaved = 新私钥只存在于本标签页
request-key-unsaved-advice = 请立即保存：没有它，证书就没有用，而且谁也无法再次生成同一个密钥。
request-made-file = 证书签名请求
request-made-key = 对应的私钥
request-pem = 请求的文本
request-save-pem = 保存请求（PEM）
request-save-der = 保存请求（DER）
request-save-config = 保存为 openssl.cnf
request-command-note = 该命令读取上面按钮所保存的 openssl.cnf。
