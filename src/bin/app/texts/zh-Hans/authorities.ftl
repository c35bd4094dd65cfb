### 证书颁发机构页面的简体中文文字。

authorities = 颁发机构
authorities-lead = 您自己的证书颁发机构：创建、签发、续期、吊销，全部在本标签页内完成。
authorities-tree = 您的颁发机构

## 什么是颁发机构

explained = 什么是证书颁发机构
explained-lead = 一个用来签发证书的密钥。信任它的证书，就信任它签发的一切。
explained-root = 根证书
explained-root-says = 信任的起点。它的证书在每台设备上安装一次，私钥由您保管。
explained-intermediate = 中间证书颁发机构
explained-intermediate-says = 由根签发，代替根签发证书。如果它的私钥泄露，吊销它即可，设备仍然信任根证书。
explained-certificate = 证书
explained-certificate-says = 说明哪个密钥属于哪台服务器、哪个人或哪台设备，以及有效到何时。
explained-list = 吊销列表
explained-list-says = 列出不应再信任的证书。颁发机构会定期签发新的列表。
create-title = 创建根证书颁发机构
create-says = 只需一个名称：P-256 密钥，有效期十年。
create-name = 颁发机构名称
create-name-help = 写入证书的通用名称。人们决定是否信任它时会看到。
create-button = 创建根证书
create-more = 更多选项
bring-title = 导入
bring-says = 证书和私钥、.p12 文件，或整个 OpenSSL、Easy-RSA 目录均可。序列号会接着原来的继续。
bring-open = 导入颁发机构

## 树状列表与全局内容

authority-ends = 有效期至 { $date }
authority-good = { $count } 个有效证书
authority-expired = { $count } 个已过期
authority-held = { $count } 个已暂停
authority-revoked = { $count } 个已吊销
wide = 所有颁发机构
wide-root = 新建根证书颁发机构
wide-first = 如何开始
wide-certificates = 全部证书
wide-templates = 模板
wide-import = 导入
wide-history = 全部操作记录

## 颁发机构的状态

standing-good = 有效
standing-ending = 即将到期
standing-expired = 已过期
standing-early = 尚未生效
standing-held = 已暂停
standing-revoked = 已吊销
standing-no-key = 私钥不在此处
standing-ending-advice = 它将在 30 天内到期。它签发的证书不会比它更久有效，请先为它续期。
standing-expired-advice = 它已过期，不能再签发。请为它续期。
standing-early-advice = 它尚未生效。如果不对，请检查本设备的时钟。
standing-held-advice = 它已被暂停：在解除之前，它签发的一切都不算数。请在上级颁发机构的证书表中解除暂停。
standing-revoked-advice = 它已被吊销，它签发的一切都不再有效。请创建新的颁发机构。
standing-no-key-advice = 它的私钥不在此处，因此不能在这里签发。导入私钥即可继续使用。

## 单个颁发机构

authority-tabs = 该颁发机构的各部分
authority-more = 更多信息
authority-path-any = 其下级数不限
authority-path = 其下最多 { $length } 级
authority-purposes = 仅签发用于
authority-serials = 序列号
authority-serials-random = 随机
authority-serials-counted = 递增，下一个为 { $next }
authority-others = 它的其他证书
authority-other = 由 { $issuer } 签发，有效期至 { $date }
authority-below = 新建下级颁发机构
authority-renew = 为该颁发机构续期
authority-cross = 交叉签名
tab-certificates = 证书
tab-issue = 签发
tab-lists = 吊销列表
tab-batch = 批量签发
tab-files = 文件
tab-settings = 设置
tab-history = 操作记录

## 表单

issue-heading = 由 { $issuer } 签发证书
issue-heading-root = 新建根证书颁发机构
issue-heading-below = 在 { $issuer } 之下新建颁发机构
issue-heading-renewal = 续期
issue-heading-cross = 由 { $issuer } 交叉签名
issue-no-form = 无法正常填充表单。没有签发任何内容。
issue-clear = 重新开始
issue-undo = 撤销
issue-who = 由谁签发，签发什么
issue-root-note = 根证书为自签名。在设备上安装它之后，设备才会信任它。
issue-issuer = 签发者
issue-issuer-help = 它的有效期至 { $date }。
issue-itself = 自签名
issue-profile = 证书类型
issue-profile-own = 您自己的模板。
issue-key-section = 为谁签发
issue-key = 密钥
issue-key-new = 新密钥：{ $algorithm }
issue-key-request = 证书签名请求：{ $subject }
issue-key-yours = 您的密钥：{ $algorithm }，{ $file }
issue-key-gone = 已不再打开
issue-key-help = 该密钥在“密钥”页面中处于打开状态。
issue-request-help = 私钥在请求的创建者手中，不会到这里来。
issue-given = 为证书签名请求（CSR）签发，或使用已有的密钥
issue-given-file = 将证书签名请求或私钥拖到这里
issue-given-key = 使用已有的密钥
issue-given-key-file = 将私钥文件拖到这里
issue-given-help = PEM 或 DER，任何形式均可。它只留在本标签页，之后也会出现在“密钥”页面。
issue-given-none = 其中没有可用的证书签名请求，也没有可用的私钥
issue-given-none-advice = 请拖入 .csr 或 .key 文件。表单保持原样。
issue-way = 填写方式
issue-way-days = 按天数
issue-way-until = 按日期
issue-days = 天数
issue-until = 最后一天
issue-until-help = 到当天（UTC）的最后一秒为止。
issue-until-problem = 请填写今天之后的日期（年、月、日）。
issue-ends = 有效期至 { $date }。
issue-ends-with-issuer = 有效期至 { $date }：颁发机构届时到期，它签发的证书不会比它更久有效。
issue-more = 更多选项：用法、扩展、地址、签名算法、序列号
issue-addresses = 地址与策略
issue-addresses-note = 验证者在哪里获取所需的内容。取自颁发机构的设置，每行一个。
issue-lists = 吊销列表地址
issue-lists-help = 客户端从哪里下载 CRL，例如 http://ca.example.com/root.crl。通常用 http：列表本身有签名。
issue-issuers = 颁发机构证书地址
issue-issuers-help = 服务器漏发上级证书时，客户端从这里下载（caIssuers）。
issue-ocsp = OCSP 服务地址
issue-ocsp-help = 客户端在这里查询单个证书的状态。仅当您运行 OCSP 服务时填写。
issue-policies = 证书策略
issue-policies-help = 签发所依据规则的 OID。私有颁发机构大多没有。颁发机构证书中列出的是其下允许的策略。
issue-signature = 签名算法
issue-signature-usual = 默认：{ $signature }
issue-sha1 = SHA-1 已被攻破，这样的证书几乎到处都会被拒绝
issue-sha1-advice = 浏览器、OpenSSL 3 和 GnuTLS 都会在 TLS 中拒绝它。仅当旧系统只接受它时才使用。
issue-serial = 序列号
issue-serial-help = 十六进制。留空则由颁发机构分配，绝不重复。
issue-serial-own = 签发时分配
issue-allowed = 颁发机构可以签发此证书。
issue-refused = 颁发机构拒绝签发
issue-issue = 签发证书
issue-create-root = 创建根证书
issue-create-below = 创建颁发机构
issue-renew = 签发续期证书
issue-cross = 签发交叉证书

## 请求的内容

asked-section = 请求的内容
asked-signed = 请求的签名有效：创建者持有私钥
asked-unsigned-advice = 不会为它签发证书。请对方提供用自己的密钥签名的请求。
asked-nothing = 它没有请求任何扩展，证书以所选类型为准。
asked-extensions = 请求的扩展
asked-extensions-note = 保留的会写入证书。您不愿给予的，请关闭。
asked-keep = 保留：{ $name }
asked-kept = 照请求保留
asked-changed = 已略去：证书中另有内容取代
asked-dropped = 已略去
asked-added = 由证书类型添加
asked-left-out = 以下内容不能由请求决定，已略去

## 颁发机构证书的限制

limits = 该颁发机构的限制
limits-note = 客户端会强制执行，本页签发时也会。留空则不限制。
limits-path = 路径长度
limits-path-help = 其下最多可以有几级颁发机构。0：只能为服务器、人员和设备签发。留空则不限。
limits-permitted = 允许的名称
limits-permitted-help = 名称约束，每行一个：example.com 及其所有子域、10.0.0.0/8、email:example.com。留空则任何名称均可。
limits-excluded = 排除的名称
limits-excluded-help = 格式同上。即使上面允许，也以此处为准。
limits-purposes = “更多选项”中的扩展密钥用法也是一种限制：颁发机构列出了哪些，其下的证书就只能用于哪些。都不勾选则不限。

## 密钥的保存

keeping = 保存
keeping-label = 显示名称
keeping-label-help = 只在这里的树状列表中使用。留空则采用通用名称。
keeping-key = 保存私钥
keeping-authority = 它的私钥会被保存，因为没有私钥就无法签发。
keeping-in-vault = 私钥保存在本浏览器的保险库中，用您的密码短语加密。
keeping-in-memory = 私钥保存在本标签页的内存中；如果没有为保险库设置密码短语，关闭标签页后就会消失。
keeping-not = 私钥不与证书一起保存。在本标签页关闭之前，它在“密钥”页面上：请在那里保存，谁也无法再次生成它。

## 续期与交叉签名

renew-section = 续期对象
renew-title = { $name }
renew-note = 主体、名称和扩展不变，只更换日期。旧证书在到期或被您吊销之前仍然有效。
renew-authority-note = 名称和限制不变，只更换日期。请在旧证书到期之前分发新证书。
renew-key = 使用哪个密钥
renew-same = 原来的密钥
renew-same-help = 持有者只需更换证书。前提是没有别人可能拿到该密钥。
renew-same-authority = 它签发过的一切仍可验证，用新证书或旧证书均可。
renew-new = 新的密钥
renew-new-help = 持有者还需要更换密钥。适用于旧密钥可能已泄露或强度不足。
renew-new-authority = 会多出一个同名的颁发机构。原来签发的证书只能用旧证书验证，所有人都需要信任新证书。
renew-no-key = 不能再用原来的密钥：它不在此处，或者可能已被别人掌握。将生成新的密钥。
cross-section = 为谁交叉签名
cross-note = 对方保留自己的证书，并为同一个密钥再得到一张证书。这样，信任签发者的人也就信任对方签发的一切。
cross-authority = 另一个颁发机构
cross-authority-help = 它的名称和密钥保持不变。
cross-nobody = 这里没有其他颁发机构
cross-nobody-advice = 请先创建或导入要为其签名的颁发机构。

## 签发结果

issued = 签发结果
issued-certificate = 证书已签发并记录
issued-authority = 颁发机构证书已签发并记录
issued-note = 签名之后又完整检查了一遍。
issued-first = 签发第一张证书
issued-below = 在其下新建颁发机构
issued-inspect = 仔细查看
issued-table = 在证书表中显示
issued-trust = 要让设备信任它，需要在每台设备上安装根证书。私钥留在这里。
issued-on-desk = 已在“查看”页面打开
issued-files = 证书文件
issued-chain = 连同上级证书一起保存
issued-all-files = 全部文件，包括私钥
issued-saved = 文件已保存
issued-fingerprint = SHA-256 指纹
issued-findings = 请注意

## 颁发机构为何拒绝

issuing-gone = 它已不在这里，可能已在另一个标签页中删除。请重新选择。
issuing-no-key = { $authority } 的私钥不在此处。请导入私钥，或选择其他颁发机构。
issuing-not-authority = 从证书看，{ $subject } 不是证书颁发机构。请选择其他颁发机构。
issuing-not-valid = { $authority } 的有效期为 { $from } 至 { $until }。请为它续期，或检查本设备的时钟。
issuing-issuer-revoked = { $authority } 已被吊销。请选择其他颁发机构。
issuing-before-issuer = 它的生效时间早于颁发机构的生效时间（{ $date }）。请推迟生效时间。
issuing-ends-before = 到期时间早于生效时间。请选择更晚的到期时间。
issuing-path-none = 该颁发机构的路径长度为 0，其下不能再有颁发机构。请选择其他颁发机构，或不要签发 CA 证书。
issuing-path = 该颁发机构之下最多 { $limit } 级颁发机构。请减小路径长度。
issuing-outside = { $authority } 不能为“{ $name }”签发。{ $limits }请修改名称，或选择其他颁发机构。
issuing-outside-permitted = 它只能为 { $permitted } 签发。
issuing-outside-excluded = 它不能为 { $excluded } 签发。
issuing-outside-both = 它只能为 { $permitted } 签发，其中 { $excluded } 除外。
issuing-purpose = { $purpose }（{ $oid }）不在颁发机构的用途之内。请去掉它，或选择其他颁发机构。
issuing-serial-taken = 颁发机构已用过序列号 { $serial }。请换一个，或留空。
issuing-serials-end = 递增的序列号已到尽头。请在设置中改用随机序列号。
issuing-revoked = 证书 { $serial } 已被吊销。
issuing-not-held = 证书 { $serial } 没有被暂停，无法解除。已吊销的证书不能恢复。
issuing-reason = 这种证书不能使用该吊销原因。请选择其他原因。
issuing-date = 日期不在证书生效时间与现在之间。请选择其他日期。
issuing-no-full-list = 还没有可供增量列表补充的完整吊销列表。请先签发完整列表。
issuing-no-archive = ZIP 已不在此处。如果您没有保存：已保留的私钥在各自的证书中，其余的请重新签发证书。
issuing-key-compromised = 证书 { $serial } 因私钥可能已泄露而被吊销，而这里用的是同一密钥。请生成新的密钥。
issuing-other-key = 该密钥不属于 { $subject }。请选择与证书匹配的密钥。
issuing-known = { $label } 已在这里。
issuing-no-template = 模板“{ $name }”已不存在。请选择其他模板。
issuing-template-known = 已有模板“{ $name }”。请换一个名称。
issuing-not-templates = 这不是模板文件。请选择在本页保存的文件。
issuing-newer-templates = 该文件由本页的更新版本保存。请先加载最新版本，再试一次。
issuing-no-name = 需要一个名称。
issuing-key-not-kept = 它的私钥没有保存在这里，只有持有者才有。
issuing-certificate-not-kept = 证书本身不在这里：只导入了索引中的一行。请导入证书文件。
issuing-not-proven = 生成的证书无效，已丢弃（{ $reason }）。没有留下任何记录。请修改其内容。
