### ACME 页面的简体中文文字。

acme = ACME 账户
acme-lead = Let’s Encrypt 等公共 CA 通过 ACME（RFC 8555）签发证书。账户密钥用于对发给 CA 的消息签名，证明申请人是您。它不是证书的私钥：证书的私钥保存在服务器上；两者分开，即使服务器被攻破，账户也不会随之失守。
account-key = 账户密钥

## 密钥

acme-new = 新建账户密钥
acme-create = 创建账户密钥
acme-kind-rare = { $algorithm }（Let’s Encrypt 不接受）
acme-kind-help-default = 教程中的常用选择，所有 CA 都接受。
acme-kind-help-rsa = 所有 CA 都接受。
acme-kind-help-ec = 所有 CA 都接受，密钥小、速度快。
acme-kind-help-rare = Let’s Encrypt 和多数 CA 都会拒绝，只适合明确表示接受此类密钥的 CA。
acme-open = 将账户密钥拖放到这里
acme-open-help = 您已有的私钥：PEM、DER 或 JWK，有无密码均可。Certbot 将其保存为 private_key.json。
acme-from-desk = 或使用这里已打开的密钥
acme-from-desk-help = 选定后它就是账户密钥，在这里不能再用它申请证书。
acme-use = 用作账户密钥
acme-not-private = { $file } 不是私钥
acme-not-private-advice = 账户需要用私钥签名，请拖入私钥文件。
acme-accounts = 您的账户密钥
acme-none = 还没有。请新建一个或打开已有的账户密钥，这里就会显示它的指纹、质询应答和消息签名。
acme-account-used = 正在使用的账户密钥
acme-account-name = { $algorithm } 账户密钥
acme-remove = 移除：{ $name }
acme-unsaved = 尚未保存：关闭标签页后就会丢失，届时无法再使用该账户。
acme-rare = 并非所有 CA 都接受这种密钥
acme-save = 保存此密钥
acme-thumbprint = 指纹（RFC 7638）
acme-thumbprint-note = 如果由 Web 服务器自行应答所有质询，需要在其配置中填写它。
acme-jwk = JSON Web Key 格式的公钥
acme-save-jwk = 保存为 account-public.json

## 质询

acme-challenge = 应答质询
acme-challenge-note = CA 给出一个令牌，并在 Web 服务器或 DNS 记录中查找只有您的账户才能算出的应答。
acme-token = 令牌（token）
acme-token-help = 按 CA 给出的原样填写。
acme-token-short = 比任何 CA 的令牌都短（至少应有 22 个字符）：是否没有复制完整？
acme-domain = 域名
acme-domain-help = 证书所用的域名，也可以是 *.example.com 这样的通配符。
acme-domain-idn = 两种写法：{ $names }
acme-domain-wildcard = 通配符域名只能通过 DNS 记录（DNS-01）验证，记录设在其上级域名。
acme-answer = 显示要发布的内容
acme-publish = 任选一种方式发布
acme-http = 放在 Web 服务器上（HTTP-01）
acme-http-note = CA 通过 80 端口以明文 HTTP 读取。内容必须一字不差：末尾没有换行，也不含 HTML。
acme-http-path = 路径
acme-http-content = 内容（密钥授权，key authorization）
acme-http-save = 保存要发布的文件
acme-dns = 添加到 DNS 记录中（DNS-01）
acme-dns-note = 一条 TXT 记录。所有权威 DNS 服务器都更新可能需要几分钟：请先检查，再通知 CA。
acme-dns-name = 记录名称
acme-dns-value = TXT 值
acme-dns-zone = 区域文件中的一行
acme-check = 检查是否已发布

## 消息

acme-message = 对消息签名
acme-message-note = 用于手工调试 ACME 服务器：将头部和载荷变成已签名的消息（JWS）。不会发送任何内容，本页面也无法发送。
acme-header = 受保护头部
acme-header-help = JSON 格式。nonce 取自服务器上一次响应的 Replay-Nonce，url 是消息要发往的地址。alg 会自动补上；没有 kid 时补上 jwk。
acme-payload = 载荷
acme-payload-help = JSON 格式。留空则只是查询（POST-as-GET）。
acme-example-nonce = 在此填入nonce
acme-example-url = https://在此填入地址
acme-sign = 签名
acme-signed = 已签名的消息
acme-is-example = 头部中仍有示例内容。请填入服务器给出的 nonce 和地址，然后重新签名。
acme-save-message = 保存为 message.json
acme-send = 以 POST 发送，Content-Type 为 application/jose+json。每个 nonce 只能用于一条消息。
acme-header-signed = 实际签名的头部

## 证书请求

acme-request = 申请证书本身
acme-request-note = 证书要用证书签名请求（CSR）申请，而且必须使用另一个密钥：CA 会拒绝使用账户密钥的请求，本页面也会。在请求页面选择“公共 CA（ACME）”。
acme-request-link = 去创建请求
