### 页面的全部简体中文文字。名称与 `en.ftl` 相同，有测试比对。

title = Certwright：您自己的证书颁发机构
skip-to-content = 跳到正文
navigation = 导航
language = 语言
theme = 主题
theme-light = 浅色主题
theme-dark = 深色主题
theme-system = 跟随系统
theme-light-word = 浅色
theme-dark-word = 深色
theme-system-word = 系统

## 页面

quick-start = 快速开始
settings = 设置
appearance = 外观
offline = 离线使用
offline-preparing = 正在保存页面文件，以便离线使用……
offline-ready = 已就绪：没有网络也能打开和使用本页面。
offline-new-version = 已就绪，并有新版本等待载入。
offline-unsupported = 此浏览器无法在这里保存页面。页面不关闭即可继续使用。
about = 关于
about-version = Certwright { $version }：浏览器标签页里的私有证书颁发机构。
about-privacy = 密钥、名称和密码绝不会离开本标签页。密钥由专门的工作线程用浏览器的随机数生成。页面载入完成后，其内容安全策略禁止页面和这些线程发出任何请求，本应用自己的清单和图标除外。
about-licence = 自由软件，MIT 或 Apache 2.0 双许可，可任选其一。
not-found-title = 这里没有内容
not-found-advice = 该地址不对应 Certwright 的任何页面。
update-title = Certwright 有新版本
update-advice = 由您决定何时载入。载入后，当前表单和尚未保存的文件会丢失，请先保存。
update-now = 立即载入

## 表单

quick-start-lead = 填上服务器的名称，即可得到自己的证书颁发机构，以及一张服务器证书和一张客户端证书。一切都在本标签页内完成，不会发送到任何地方。
required = 必填
optional = 选填
section-server = 服务器
section-authority = 证书颁发机构
section-client = 客户端
section-client-note = 用于双向 TLS，即客户端也要证明自己的身份。如不需要，保持原样即可。
section-keys = 密钥与有效期
default-authority-name = 我的私有 CA
default-client-name = 我的客户端
server-names = 服务器名称
server-names-example = 例如：localhost, 127.0.0.1
server-names-help = 客户端会用到的所有名称：域名、*.通配符、IPv4 和 IPv6 地址，每行一个或用逗号分隔。第一个（不超过 64 个字符时）将成为通用名称（CN）。
recognised-names = 已识别的名称
names-folded = 有 { $count } 个重复的名称，已合并。
kind-dns = 域名
kind-idn = 国际化域名
kind-wildcard = 通配符
kind-ipv4 = IPv4
kind-ipv6 = IPv6
kind-email = 电子邮件
kind-uri = 网址（URI）
kind-rid = 注册标识符
kind-directory = 目录名称
kind-other = 其他名称
kind-invalid = 无法识别
authority-name = 证书颁发机构名称
authority-name-help = 用户安装并信任该证书时看到的名称。
organization = 组织
organization-help = 写入全部三张证书。
country = 国家/地区
country-help = 两个字母，例如 CN 或 DE。
client-name = 客户端名称
client-name-help = 要登录的人员或设备。
client-email = 客户端电子邮件
client-email-help = 写入客户端证书。
key-type = 密钥类型
accepts-p256 = 主流客户端均支持。小而快：最佳选择。
accepts-p384 = 主流客户端均支持。适合要求安全强度高于 128 位的场景。
accepts-rsa2048 = 所有客户端均支持，包括很旧的设备。
accepts-rsa3072 = 所有客户端均支持；强度与 P-256 相当。
accepts-rsa4096 = 绝大多数客户端支持，但每次连接都会变慢。
valid-for = 有效期
authority-years = 证书颁发机构（年）
authority-years-help = 客户端在此之前信任它。
certificate-days = 证书（天）
certificate-days-help = 苹果设备会拒绝有效期超过 825 天的服务器证书。
key-password = 私钥密码
key-password-help = 加密三个私钥文件（PKCS#8，AES-256）。此后服务器每次启动都会询问密码。忘记后无法找回。
show-password = 显示密码
password-weak = 弱：可能被猜中。四个随机的词就是好密码。
password-fair = 一般。再多几个字符就足够强。
password-good = 强。
password-not-ascii = 有些工具只接受普通的拉丁字母、数字和符号。
create-certificates = 创建证书
preview = 您将得到
preview-empty = 填上服务器名称后，这里会显示将要创建的证书。
role-authority = 证书颁发机构
role-server = 服务器
role-client = 客户端
subject = 主体
subject-none = 无：名称太长
and-more = ……以及另外 { $count } 个
character-space = “空格”
alt-names = 名称
valid-until = 有效期至
usage = 用途
use-authority = 签发证书和吊销列表
use-server = TLS 服务器
use-client = TLS 客户端

## 进行中

progress = 进度
progress-starting = 正在启动……
progress-keys = { $done ->
    [0] 正在生成三个密钥……
   *[other] 正在生成密钥：三个中已完成 { $done } 个……
}
progress-search = 正在搜索素数：已完成预期工作量的 { $percent }%。
progress-search-unlucky = 正在搜索素数：已完成预期工作量的 { $percent }%。搜索时间取决于运气，这次会久一些。
progress-signatures = 正在签名并检查……
elapsed = { $seconds } 秒
key-worker-restarted = 一个密钥工作线程意外停止，已重新启动。没有丢失任何内容。
cancel = 取消
cancelled-title = 已取消
cancelled-advice = 没有创建新的内容。表单保持原样。
refused-advice = 没有创建任何内容。请修改表单后重试。
crashed-title = 保存密钥的工作线程意外停止，已重新启动
crashed-advice = 其中没有内容，可以照常继续。
crashed-advice-work = 证书没有完成。表单保持原样：请再次点击“创建证书”。
crashed-advice-lost = 上次的证书也随之丢失，因为密钥不保存在别处。已保存的文件仍然有效；其余的请重新创建。
unavailable-title = Certwright 无法在此浏览器中运行
unavailable-advice = 它需要 WebAssembly 和工作线程。请重新载入页面，或换用较新的浏览器。浏览器的说明：{ $reason }
gone-title = 此文件已不存在
gone-advice = 请重新创建证书。

## 结果

results = 您的证书
results-title = 证书颁发机构和两张证书已创建并通过检查
results-advice = 它们只存在于本标签页。请立即保存：关闭标签页或再次创建后就会丢失。
results-stale = 这些证书是在您上次修改表单之前创建的。
download-all = 全部下载（ZIP）
download = 下载
download-file = 下载 { $name }
copy = 复制
copy-file = 复制 { $name }
copied = 已复制
copy-refused = 未复制：浏览器拒绝
valid = 有效期
period = { $from } 至 { $until }
serial = 序列号
fingerprint = SHA-256 指纹
key = 密钥
file-cacert = 证书
file-cakey = 私钥
file-ca-csr = 证书签名请求
file-ca-srl = 上一个序列号
file-servercert = 证书
file-server-csr = 证书签名请求
file-key = 私钥
file-clientcert = 证书
file-clientkey = 私钥
file-client-csr = 证书签名请求
file-fullchain = 完整证书链
next-title = 接下来
next-server = 服务器使用 fullchain.pem 和 key.pem。
next-trust = 每个客户端安装并信任 cacert.pem。请妥善保管 cakey.pem，不要让他人读到：谁拥有它，谁就能签发您的客户端会信任的证书。
next-client = 双向 TLS 时，客户端使用 clientcert.pem 和 clientkey.pem，服务器信任 cacert.pem。
next-check = ZIP 中的 README 列有检查和试用的命令。最简单的一条：

## 问题以及解决办法

problem-empty = 请填写。
problem-too-long = 有 { $length } 个字符，但证书此处最多容纳 { $limit } 个。请缩短。
problem-country = 国家/地区是两个字母，例如 CN、DE 或 US。
problem-character = 此处不能有字符 { $character }。请删除。
problem-not-a-number = 请输入整数。
problem-years = 在 { $min } 到 { $max } 年之间。
problem-days = 在 { $min } 到 { $max } 天之间。
problem-beyond-9999 = 这会在 9999 年之后结束。请选择更短的时间。
problem-outlives = 这会比证书颁发机构更晚到期，后者于 { $date } 结束。请减少天数，或增加颁发机构的年数。
problem-same-name = 颁发机构和证书的名称相同，客户端会把它们混淆。请修改其中一个。
problem-password-too-long = OpenSSL 最多读取 { $limit } 个字节。请缩短。
problem-no-server-name = 请至少填写一个服务器名称或地址，例如 localhost。
problem-ip = “{ $text }”不是 IP 地址。IPv4 是四个不超过 255 的数，IPv6 是用冒号分隔的最多八组。
problem-dns-empty-label = “{ $name }”的点前或两点之间没有内容。
problem-dns-label-too-long = “{ $name }”中有一段长 { $length } 个字符；两点之间最多 63 个。
problem-dns-too-long = “{ $name }”有 { $length } 个字符；最多允许 253 个。
problem-dns-underscore = “{ $name }”含有下划线，主机名不能使用。请改用连字符。
problem-dns-hyphen = “{ $name }”中有一段以连字符开头或结尾。
problem-dns-character = “{ $name }”含有字符 { $character }，主机名不能使用。
problem-dns-wildcard-place = “{ $name }”：星号只能是完整的第一段，例如 *.example.com。
problem-dns-wildcard-high = “{ $name }”范围太大：客户端要求星号后至少有两段，例如 *.example.com。
problem-dns-numeric = “{ $name }”以数字段结尾，域名不会这样。
problem-dns-url = “{ $name }”是网址。请只填主机名。
problem-dns-port = “{ $name }”带有端口。请只填主机名；它对所有端口有效。
problem-dns-idn = “{ $name }”不是有效的国际化域名。
problem-email-no-at = 电子邮件地址含有 @，例如 ann@example.com。
problem-email-many-ats = 电子邮件地址只有一个 @。
problem-email-local-empty = @ 前面缺少内容。
problem-email-character = @ 前面不能有字符 { $character }。
problem-email-dot = @ 前面多了一个点。
problem-email-too-long = 超出了电子邮件地址允许的长度。
problem-email-no-domain = @ 后面缺少内容。
problem-email-domain = @ 后面不是域名。
problem-worker-crashed = 密钥工作线程反复停止
problem-other = 未能完成：{ $details }
