### 拒绝的原因与解决办法，简体中文。

## 文件

error-damaged = 文件已损坏（{ $format }）：{ $damage }请从来源重新获取文件本身（不要从邮件中复制文本），或使用备份。
error-damaged-with = 文件已损坏（{ $format }，{ $algorithm }）：{ $damage }请从来源重新获取文件本身（不要从邮件中复制文本），或使用备份。
error-empty-file = 文件是空的。请选择另一个文件，或从来源重新获取。
error-unreadable = 浏览器无法读取 { $file }：选择之后它被移动、修改或锁定，或者它是文件夹。请重新选择该文件。
error-unknown-file = 这不是此处能识别的密钥、证书或请求。请选择文件本身：PEM、DER、PKCS #7、PKCS #12、JWK 或 OpenSSH。
error-configuration-file = 这是 openssl.cnf 配置文件，其中没有密钥或证书。请拖放到“证书签名请求”页面，用它填充表单。
error-too-large = 太大，无法一次读取（{ $format }）：{ $given }，最多读取 { $limit }。请拆分文件后分别打开。
error-unsupported = 不支持：此 { $format } 没有损坏，但使用了 { $algorithm }，Certwright 无法读取。请用生成它的程序转换：密码加密改为 AES-256，密钥改为 RSA、P-256、P-384、P-521、Ed25519 或 ML-DSA。
error-wrong-password = 密码错误：打不开此 { $format }（加密方式：{ $algorithm }）。请注意大小写、空格和输入法，然后重试。
error-password-needed = 此 { $format } 已用 { $algorithm } 加密。请输入密码。
error-too-costly = 未打开：此 { $format } 要求 { $algorithm } 使用 { $asked }，超过此处允许的 { $limit }。这类文件可能是为了耗尽打开者的计算资源而制作的。如果您信任它，请用 OpenSSL 打开并以较低的数值重新保存。
cost-rounds = { $count } 次迭代
cost-memory = { $count } MiB 内存
damage-empty = 其中没有内容。
damage-no-end-line = 缺少“-----END …-----”这一行。
damage-base64 = 正文中含有不属于 Base64 的字符。
damage-header = 开头的几行无法读取。
damage-truncated = 结尾缺失，应有 { $expected } 字节，实有 { $present } 字节。
damage-trailing = 结尾之后多出 { $count } 字节。
damage-structure = 结构不符合标准。
damage-field = 字段“{ $field }”缺失或无效。
damage-blocks = 加密数据长 { $count } 字节，不是 { $block } 字节分组的整数倍，内容有缺失。
damage-duplicate = 成员“{ $member }”重复出现，不同程序会取不同的一个。
damage-numbers = 密钥的各参数不一致。
damage-public-key = 其中的公钥属于另一个私钥。
damage-contents = 密码能打开它，但里面的内容无法读取。
damage-unknown = 开头不符合该格式。
damage-nesting = 容器嵌套太深，没有程序会这样写。
damage-other = 详情：{ $details }。

## 密钥与操作

error-key-format = 此密钥不能在这里使用：{ $text }。请换用其他类型的密钥，或为每一方使用各自的密钥。
error-not-on-desk = 此内容已不在页面上。请重新打开文件。
error-no-such-form = { $algorithm } 密钥没有这种格式，或这种格式不能带密码。请选择其他格式。
error-amount = 在 { $min } 到 { $max } 之间。
error-scrypt = scrypt 的 { $parameter } 为 { $given }，必须在 { $min } 到 { $max } 之间。请修改。
error-key-generation = 未能生成 { $algorithm } 密钥。请重试，或选择其他密钥类型。
error-signing = { $algorithm } 密钥未能签名。请检查密钥，或生成新密钥。
error-request-signature = 请求的签名与其公钥不符：内容被改动过，或请求者并不持有私钥。请让对方重新生成。
error-certificate-signature = 证书的签名与颁发者的密钥不符。请使用真正签发它的颁发机构的证书。
error-serial = “{ $text }”不是序列号。请输入不超过 20 字节的十六进制正数；满 20 字节时，首字节最大为 7F（RFC 5280，4.1.2.2）。
error-oid = “{ $text }”不是此处可用的对象标识符。请用点分形式，例如 1.3.6.1.4.1.311.20.2.3，或 OpenSSL 认识的名称。2.40 及以后的标识符和由 UUID 构成的标识符不能使用。
error-pem = 文本中没有“{ $text }”块。请从 BEGIN 行到 END 行完整粘贴。
error-encoding = 无法按标准编码：{ $text }。请修改输入后重试。
error-archive = 无法写入 ZIP 文件：{ $text }。请逐个保存文件。
error-only-domain-names = “{ $text }”不是域名，公共 CA 只验证域名。请删除。

## 名称

error-name = “{ $text }”不是可分辨名称。请写成 /C=CN/O=Example/CN=example.com 或 CN=example.com,O=Example,C=CN。
error-name-no-equals = “{ $part }”缺少 =。每一段都要写明类型，例如 CN=example.com。
error-name-type = “{ $part }”不是已知的类型。请使用 CN、O、OU、L、ST、C、emailAddress 等，或其对象标识符。
error-name-escape = “{ $text }”最后的反斜杠后面没有内容。请删除它；要写反斜杠本身请用 \\。
error-name-quote = “{ $text }”中有位置不对的引号。引号应括住整个值，或者不用。
error-name-hex = “{ $text }”中 # 之后不是字符串的十六进制 DER。要写 # 本身请用 \#。
error-name-utf8 = “{ $text }”中的十六进制不是 UTF-8。请直接写出字符。
error-name-repeated = { $part } 在用 + 连接的一段中出现两次。请把第二个单独成段。
error-name-not-text = { $part } 不是可读的文本。请重新输入。
error-uri = “{ $text }”不是证书可用的网址（URI）。
error-uri-no-scheme = “{ $text }”缺少协议。请以 http:// 或 https:// 等开头。
error-uri-nothing-after-scheme = “{ $text }”在协议之后没有内容。请写出完整地址。
error-uri-no-host = “{ $text }”缺少主机名。请写在两个斜杠之后。
error-uri-character = “{ $text }”含有字符 { $character }，在 URI 中要写成 % 加两位十六进制数。请替换。
error-uri-percent = “{ $text }”中的 % 后面不是两位十六进制数。百分号本身请写成 %25。
error-uri-too-long = URI 有 { $length } 个字符，最多允许 { $limit } 个。请缩短。
error-alt-name = “{ $text }”不是备用名称。请写成 DNS:example.com 或 IP:192.0.2.1。
error-alt-name-no-kind = “{ $text }”没有写明类型。请在前面加上类型，例如 DNS:example.com，或 IP:、email:、URI:。
error-alt-name-kind = “{ $kind }”不是名称的类型。请使用 DNS、IP、email、URI、RID、dirName 或 otherName。
error-alt-name-not-held = 此处不支持 { $kind } 类型的名称，也没有客户端会用到。请删除。
error-alt-name-other = “{ $text }”：otherName 应写成 OID;UTF8:值，例如 1.3.6.1.4.1.311.20.2.3;UTF8:ann@example.com。
error-alt-name-not-der = “{ $text }”中的值不是恰好一个 DER 值。请检查其十六进制。
error-alt-name-text = “{ $text }”中的文本含有该类型不允许的字符，或者为空。请改用 UTF8，或修改文本。
error-alt-name-empty-directory = 目录名称至少要有一个属性。请填写，例如 CN。
error-alt-name-subtree = “{ $text }”不能用作允许或排除的名称。请写成 example.com、10.0.0.0/8 或 email:example.com。
error-alt-name-mask = “{ $text }”不是网段。斜杠后应为不超过 32（IPv6 为 128）的前缀长度，或 255.255.255.0 这样的掩码。

## 扩展

error-extension = 扩展 { $name }：{ $fault }
extension-empty = 没有内容。请填写值，或删除此扩展。
extension-repeated = 出现了两次。请删除其中一个。
extension-hex = 值不是十六进制。请成对使用 0 到 9 和 A 到 F。
extension-not-der = 值的开头不是完整的 DER 值。请用 openssl asn1parse 检查。
extension-trailing = 值之后多出 { $count } 字节。请删除。
extension-path-length = 只有证书颁发机构（CA:TRUE）才能有路径长度。请删除它，或设为颁发机构。
extension-no-key = 它要由公钥计算，而目前还没有密钥。请先选择密钥。
extension-encoding = 值无法编码。请修改。

## OpenSSL 配置文件

error-config = 第 { $line } 行：{ $fault }
config-too-large = 变量替换后，文件超过 { $limit } 字节。请缩短。
config-too-many = 文件中的设置超过 { $limit } 项。请去掉请求用不到的节。
config-value-too-long = 变量替换后，值超过 { $limit } 字节，OpenSSL 也不会读取。请缩短。
config-nul = 含有字符 U+0000，OpenSSL 会在此停止读取。请把文件保存为 UTF-8 文本。
config-no-closing-bracket = 节名后缺少右方括号 ]。请补上。
config-no-equal-sign = 既不是节也不是设置：缺少等号。请写成 名称 = 值；注释前请加 #。
config-no-closing-brace = 变量缺少右括号。请写成 ${ "{" }name{ "}" } 或 $(name)。
config-unknown-variable = 变量 { $section }::{ $name } 在此行之前没有设置。请在上面设置，或直接写出它的值。
config-pragma = .pragma 无效。请写成 .pragma = dollarid:on，或删除。
config-unknown-section = 没有 [{ $name }] 这一节。请补上，或改正名称。
config-no-value = “{ $text }”中缺少名称或值。请补上。
config-unknown-word = 此处不认识“{ $text }”。请检查是否写错。
config-boolean = “{ $text }”既不是 TRUE 也不是 FALSE。请写其中之一。
config-number = “{ $text }”不是此处可用的数。请写整数。
config-ip-address = “{ $text }”不是此处可用的 IP 地址。名称约束中还需要掩码，例如 10.0.0.0/255.0.0.0。
config-hex = “{ $text }”不是十六进制。请写成对的数字，中间可以有冒号。
config-time = “{ $text }”不是该类型的时间。请写成 20300131120000Z；UTCTIME 的年份为两位。
config-characters = “{ $text }”含有该类型不能容纳的字符。请改用 UTF8String，或修改文本。
config-format = 格式与类型 { $name } 不相配。请删除 FORMAT，或换一种。
config-tag = 标签“{ $text }”无效，或不能用在此处。请写数字，必要时后面加 U、A、P 或 C。
config-nesting = 引用了自身，或嵌套太深。请去掉循环。
config-too-much = 由此生成的内容会超过 { $limit } 字节。请缩短。

reason-overridden = 第 { $line } 行再次设置了它，以那一行为准。
reason-environment = 需要环境变量 { $name }，而这里没有环境变量。请在文件中直接写出它的值。
reason-include = 引用了另一个文件，在这里无法读取。请把其内容放进此文件。
reason-pragma = 是给 OpenSSL 读取程序的指令，在这里不起作用。
reason-section = 请求中没有内容引用 [{ $name }] 这一节。
reason-name = “{ $name }”在这一节中对请求没有意义。
reason-program = 与 openssl 程序的运行方式有关，在这里不起作用。
reason-issuer = 取自颁发者的证书，而请求还没有颁发者。颁发机构签发时会加上。
reason-string-mask = 这里的名称按 UTF8String 写入，与 OpenSSL 的默认做法相同。
reason-utf8 = 按 UTF-8 读取。OpenSSL 会当作 Latin-1；主体中则取决于是否有 utf8 = yes。
reason-changed = 在请求中写作“{ $text }”。
reason-repeated = 名称的这一段已有该类型，因此单独成段。
reason-too-short = 值有 { $given } 字节，少于 _min 要求的 { $limit }。OpenSSL 会拒绝。
reason-too-long = 值有 { $given } 字节，多于 _max 允许的 { $limit }。OpenSSL 会拒绝。
reason-key-size = 此处不生成 { $text } 位的 RSA 密钥。请选择 2048、3072 或 4096。
reason-digest = 此处不用 { $text } 签名。请选择 SHA-256、SHA-384 或 SHA-512。

## 参照另一个请求时未沿用的内容

left-out-attribute = 主体的 { $name }：未沿用。{ $reason }
left-out-extension = 扩展 { $name }：未沿用，因为它由颁发机构决定，或属于旧密钥。
left-out-request-attribute = 属性 { $name }：未沿用，因为此处不认识它，或无法保留。

## ACME 账户

error-account-key-kind = 没有公共证书颁发机构接受 { $algorithm } 作为账户密钥。请使用 P-256、P-384 或 RSA 2048 到 4096。
error-account-key-as-certificate-key = 这是账户自己的密钥。谁在服务器上拿到它，谁就能申请和吊销您的全部证书，因此颁发机构会拒绝。请为证书另外生成密钥。
header-not-an-object = 受保护头部不是 JSON 对象。请用花括号书写，例如 { "{" }"nonce":"…","url":"…"{ "}" }。
header-duplicate = 受保护头部中“{ $member }”出现两次。请删除一个。
header-no-algorithm = 受保护头部中没有文本形式的 alg。请写 "alg":"{ $expected }"，或不写，会自动加上。
header-algorithm = 受保护头部中 alg 为 { $given }，但此密钥用 { $expected } 签名。请改正，或不写，会自动加上。
header-extension = 受保护头部中的“{ $member }”会改变签名的内容，ACME 不允许。请删除。
header-both-keys = 受保护头部同时有 jwk 和 kid。新账户请保留 jwk，其余情况请保留 kid。
header-key-identifier = 受保护头部中的 kid 不是文本。请把账户地址写在引号中。
header-other-key = 受保护头部中的 jwk 不是此账户的公钥。请不写，会自动加上正确的。
token-empty = 请输入颁发机构给出的令牌。
token-character = “{ $text }”不是令牌：不能含有 { $character }。请重新复制，不要带引号和空格。
token-too-long = 有 { $length } 个字符，超过令牌的最大长度 { $limit }。请只复制令牌。
note-algorithm-added = 缺少 alg，已加上。
note-key-added = 缺少 jwk，已加上。这只适用于新账户；其他情况请写 kid。
note-no-nonce = 没有 nonce。除更换密钥时的内层消息外，颁发机构会拒绝没有它的消息。
note-no-url = 没有 url，颁发机构会拒绝此消息。
note-not-json = 内容既不为空也不是 JSON，颁发机构会拒绝。
