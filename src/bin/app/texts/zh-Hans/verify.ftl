### “验证”页面的中文文本。

verify = 验证
verify-lead = 查明一张证书能否追溯到您信任的根证书；如果不能，原因是什么，怎样解决。所有内容都留在此标签页内。
verify-files = 把证书及其证书链拖到这里
verify-files-help = 证书本身、它与根之间的中间证书、根证书，以及您手头的吊销列表：顺序、数量、格式不限。
verify-what = 验证内容
verify-none = 这里还没有证书。请在上方打开一张证书以及它应当追溯到的根证书；“密钥”和“查看”页面上已打开的文件在这里同样可用。
verify-leaf = 证书
verify-leaf-many = 这里只列出前 500 张。要验证其他证书，请在“查看”页面中打开它。
verify-roots = 受信任的根证书
verify-roots-none = 这里没有自签名的证书，而根证书都是自签名的。请打开您信任的根证书，或者选择信任其他证书。
verify-own = 加入您自己的 { $count } 个颁发机构
verify-roots-note = 这里的其余证书都可以充当中间证书，无需受到信任：只看签名是否成立。
verify-roots-more = 这里另有 { $count } 张自签名证书，它们同样受到信任。
verify-roots-others = 信任一张非根证书
verify-purpose = 用途
verify-peer = 对方名称
verify-peer-help = 证书必须包含的主机名、IP 地址或电子邮件地址。留空则不比对名称。
verify-go = 验证
verify-time = 时间（UTC）
verify-time-help = 留空则按当前时间验证。
verify-rules = 规则
verify-revocation = 吊销列表
verify-revocation-help = 已打开的吊销列表都会用到，不会从网络获取。
verify-policies = 证书策略
verify-policies-help = 对象标识符，用逗号或空格分隔。留空则接受任何策略。
verify-explicit = 路径必须符合某个策略（-explicit_policy）
verify-inhibit-any = anyPolicy 不代表任何策略（-inhibit_any）
verify-inhibit-mapping = 不允许策略映射（-inhibit_map）
verify-depth = 中间证书的最大数量
verify-depth-help = 留空则由证书自身决定。
verify-weak = 接受可被伪造的 SHA-1 签名
problem-time = 这不是有效的时间。
problem-depth = 请填写整数：0、1、2 ……

purpose-any = 任意用途
rules-profile = RFC 5280：证书与路径
rules-profile-help = 既检查路径，也检查标准对每张证书的要求，相当于 openssl verify -x509_strict。
rules-path = RFC 5280：仅路径
rules-path-help = 只检查路径所必需的内容（第 6 节）：适合格式上不够规范的旧证书。
rules-browsers = RFC 5280 加上浏览器的要求
rules-browsers-help = 针对服务器证书：名称须在备用名称中，不得使用 SHA-1，密钥须为浏览器所支持，等等。
revocation-if-there = 使用这里已有的列表
revocation-required = 每张证书都必须有列表
revocation-ignored = 不检查吊销

## 结果

verdict = 结果
verdict-valid = 有效：可追溯到 { $root }。
verdict-invalid = 无效
verdict-first-fault = { $name }：{ $fault }
verdict-none = 无法由它构建证书路径。
verdict-policies = 符合的证书策略：{ $policies }
verdict-cut-short = 可能的路径太多，未能全部尝试。
verdict-others = 另外尝试过的 { $count } 条路径
verdict-common-name = 证书没有备用名称时，OpenSSL 会把通用名称当作主机名；浏览器和本页面则不会。
path-leaf = 待验证的证书
path-authority = 证书颁发机构
path-root = 受信任的根证书
path-passed = 通过 { $count } 项检查

step-issuer = 找到颁发者
step-signature = 签名由颁发者的密钥生成
step-validity = 在该时间有效
step-revocation = 未被吊销
step-issuer-name = 颁发者名称相符
step-name-constraints = 符合上级的名称约束
step-policies = 证书策略
step-basic-constraints = 是证书颁发机构（基本约束）
step-path-length = 路径长度
step-key-usage = 可以签发证书（密钥用法）
step-extensions = 所有关键扩展均能识别
step-extended-key-usage = 可用于此用途
step-peer = 包含该名称
step-profile = 证书格式

## 可能的问题

fault-no-issuer = 缺少它的颁发者：{ $issuer }
fault-no-issuer-key = 缺少它的颁发者：{ $issuer }，密钥标识符 { $key }
fault-self-signed = 它是自签名的，又不在受信任的根证书之中。
fault-depth = 路径过长。
fault-signature = 签名不是由颁发者的密钥生成的：证书被改动过，或者由他人签发。
fault-algorithm = 它的签名算法 { $algorithm } 无法在这里检查。
fault-weak-algorithm = 它的签名算法 { $algorithm } 可被伪造。
fault-issuer-key = 颁发者的密钥类型无法在这里使用。
fault-not-yet = 它尚未生效：自 { $date } 起有效。
fault-expired = 它已过期：有效期至 { $date }。
fault-revoked = 它已于 { $date } 被吊销。原因：{ $reason }。
fault-no-list = 没有与它相关的吊销列表。
fault-issuer-name = 它所写的颁发者（{ $issuer }）与上级证书（{ $subject }）不符。
fault-not-permitted = 上级证书颁发机构不允许名称 { $name }。
fault-excluded = 上级证书颁发机构排除了名称 { $name }。
fault-unsupported-constraint = 上级证书颁发机构限制的名称类型无法比对：{ $name }
fault-broken-constraint = 它的名称约束不符合标准。
fault-too-many-names = 它的名称和名称限制过多，无法逐一比对。
fault-policy = 此路径不符合任何所要求的策略。
fault-any-policy-mapped = 它映射了 anyPolicy，这是不允许的。
fault-not-authority = 它不是证书颁发机构，却签发了下级证书。
fault-no-basic-constraints = 它没有基本约束扩展，因此不是证书颁发机构，却签发了下级证书。
fault-path-length = 某个上级所允许的下级证书颁发机构数量已被超过。
fault-no-cert-sign = 它的密钥用法不允许签发证书。
fault-unknown-extension = 它有一个无法识别的关键扩展：{ $name }
fault-broken-extension = 有一个扩展无法读取：{ $name }
fault-repeated-extension = 有一个扩展重复出现：{ $name }
fault-purpose = 它的扩展密钥用法不包含 { $name }。
fault-purpose-not-named = 它没有写明 { $name } 的扩展密钥用法，而这是必需的。
fault-purpose-not-alone = 它的扩展密钥用法必须标为关键，并且只能包含 { $name }。
fault-key-usage = 它的密钥用法与 { $name } 不符。
fault-peer = 它不包含名称 { $name }。

list-fault-broken = 与它相关的吊销列表无法读取。
list-fault-unknown-extension = 与它相关的吊销列表有无法识别的关键扩展。
list-fault-number-missing = 与它相关的吊销列表没有编号。
list-fault-number-critical = 与它相关的吊销列表的编号被标为关键，这是不允许的。
list-fault-next-update-missing = 与它相关的吊销列表没有写明下次更新的时间。
list-fault-not-critical = 与它相关的吊销列表只是其中一部分，却没有将这一点标为关键。
list-fault-scope = 与它相关的吊销列表所写的适用范围为空或自相矛盾。
list-fault-signature = 与它相关的吊销列表不是由其颁发者签名的。
list-fault-no-crl-sign = 签发该吊销列表的一方无权签发吊销列表。
list-fault-not-yet = 与它相关的吊销列表的时间晚于所验证的时间。
list-fault-expired = 与它相关的吊销列表已过期，应当有更新的列表。
list-fault-weak-algorithm = 与它相关的吊销列表的签名算法可被伪造。
list-fault-no-base = 与它相关的吊销列表只是增量列表，缺少其基础列表。

reason-unspecified = 未说明
reason-key-compromise = 密钥泄露
reason-ca-compromise = 证书颁发机构的密钥泄露
reason-affiliation-changed = 主体信息已变更
reason-superseded = 已被其他证书取代
reason-cessation = 不再使用
reason-hold = 暂时停用，可能恢复
reason-remove = 已解除停用
reason-privilege = 权限已撤销
reason-aa-compromise = 属性颁发机构的密钥泄露

fault-places = 据证书自述，颁发者的证书可从此处获取：
step-browsers = 浏览器的额外要求

fault-server-is-authority = 它本身是证书颁发机构，不能用作服务器证书。

## 解决办法

remedy-give-intermediate = 请在这里一并打开缺少的证书。在服务器上，请把它加入证书链文件。
remedy-trust-root = 如果它来源可靠，请在受信任的根证书中勾选它。
remedy-check-origin = 请查明它的来源：目前没有任何机构为它担保。
remedy-reissue = 请重新签发，并去掉这一问题。
remedy-reissue-issuer = 需要重新签发证书颁发机构自身的证书。
remedy-renew = 请续期。
remedy-change-name = 请为此名称重新签发，或者改用证书中已有的名称。
remedy-change-algorithm = 请换用其他密钥或签名算法重新签发。
remedy-change-purpose = 请为此用途重新签发，或者改用其他证书。
remedy-change-policy = 请改为要求其他策略，或者按该策略重新签发。
remedy-check-clock = 请核对时钟和所填的时间，或者稍等。
remedy-replace = 请停用此证书，并用新密钥换一张。
remedy-get-new-list = 请获取最新的吊销列表并在这里打开。
remedy-give-list = 请获取吊销列表并在这里打开，或者不要求吊销列表。
remedy-shorten = 请放宽中间证书的数量，或者减少中间证书。
