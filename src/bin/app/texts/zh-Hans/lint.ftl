### 证书检查：每条规则的说明。

## 编码与版本

lint-encoding-not-der = 编码不符合 DER 规则，例如写出了本应省略的默认值。
    .fix = 请用遵守 DER 的软件重新签发。
lint-version = 含有扩展，版本却不是 3。
    .fix = 请按版本 3 签发。
lint-version-old = 版本为 1 或 2，无法表明它是否属于证书颁发机构（CA）。
    .fix = 请按版本 3 签发，CA 证书须带基本约束。

## 序列号

lint-serial-positive = 序列号为零或负数。
    .fix = 请使用随机的正整数。
lint-serial-length = 序列号超过 20 字节。
    .fix = 请使用不超过 159 位的随机数。
lint-serial-entropy = 序列号不足 8 字节，容纳不下 64 位随机数。
    .fix = 请使用至少含 64 位随机数的序列号，使其无法预测。

## 签名

lint-signature-md5 = 签名使用 MD5 或更旧的摘要算法，可被伪造。
    .fix = 请改用 SHA-256、SHA-384 或 SHA-512 签名。
lint-signature-sha1 = 签名使用 SHA-1，浏览器和公共 CA 都会拒绝。
    .fix = 请改用 SHA-256、SHA-384 或 SHA-512 签名。
lint-signature-root-weak = 根证书的自签名使用可被伪造的摘要算法，不过客户端并不检查这个签名。
    .fix = 更换根证书时请使用 SHA-256 或更强的算法。
lint-signature-unusual = 签名算法几乎没有客户端支持。
    .fix = 请使用 RSA 或 ECDSA，配合 SHA-256、SHA-384 或 SHA-512。
lint-signature-no-browser = 签名使用 Ed25519、Ed448 或 ML-DSA，浏览器不接受。
    .fix = 供浏览器使用时，请由 RSA、P-256 或 P-384 密钥的 CA 签发。
lint-signature-rsa-parameters = RSA 签名算法的参数不是 NULL。
    .fix = 请重新签名，参数写为 NULL。
lint-signature-parameters = 此签名算法不应带参数，却写了参数。
    .fix = 请重新签名，省略参数。
lint-pss-parameters = PSS 参数不是同一种 SHA-2 摘要、MGF1 与等长的盐。
    .fix = 请统一使用 SHA-256、SHA-384 或 SHA-512，盐与摘要等长。
lint-ecdsa-digest = ECDSA 的摘要算法与签名密钥的曲线不匹配。
    .fix = P-256 请用 SHA-256，P-384 用 SHA-384，P-521 用 SHA-512。

## 颁发者

lint-issuer-empty = 颁发者名称为空。
    .fix = 请由有名称的 CA 签发。
lint-issuer-name-mismatch = 颁发者名称与颁发者证书的主体不符。
    .fix = 请选择真正的颁发者证书，或照抄其主体。
lint-issuer-name-encoding = 颁发者名称的编码与颁发者证书不同，Go 等程序找不到证书路径。
    .fix = 请逐字节照抄颁发者证书的主体。
lint-issuer-not-authority = 颁发者的证书不是证书颁发机构（CA）证书。
    .fix = 请由基本约束标明为 CA 的证书签发。
lint-issuer-no-cert-sign = 颁发者的密钥用法不允许签发证书。
    .fix = 请由密钥用法含“签发证书”的 CA 签发。
lint-issuer-path-length = 颁发者的路径长度不允许其下再有 CA。
    .fix = 请由路径长度更大或不设路径长度的 CA 签发。
lint-same-name-as-issuer = 主体与颁发者同名，客户端会当作自签名证书。
    .fix = 请使用不同于颁发者的主体。
lint-self-signature-wrong = 自称是自签名证书，但签名无法用自身的公钥验证。
    .fix = 请用对应的私钥重新签名，或重新获取完好的文件。

## 有效期

lint-validity-utc-time = 2049 年及以前的时间写成了 GeneralizedTime。
    .fix = 2049 年及以前的时间请用 UTCTime。
lint-validity-order = 有效期的结束早于开始。
    .fix = 请选择晚于开始时间的结束时间。
lint-validity-never = 有效期至 9999 年，等于永不过期。
    .fix = 请设定真正的到期时间。
lint-validity-825 = 服务器证书有效期超过 825 天，即使来自私有根证书，苹果系统也会拒绝。
    .fix = 请不要超过 825 天，最好不超过 397 天。
lint-validity-398 = 服务器证书有效期超过 398 天（2020 年 9 月起的上限）。
    .fix = 请不要超过 398 天，最好再少一天。
lint-validity-200 = 服务器证书有效期超过 200 天（2026 年 3 月 15 日起的上限）。
    .fix = 请不要超过 200 天，最好再少一天。
lint-validity-100 = 服务器证书有效期超过 100 天（2027 年 3 月 15 日起的上限）。
    .fix = 请不要超过 100 天，最好再少一天。
lint-validity-47 = 服务器证书有效期超过 47 天（2029 年 3 月 15 日起的上限）。
    .fix = 请不要超过 47 天，最好再少一天。
lint-outlives-issuer = 到期晚于颁发者，实际上会随颁发者一同失效。
    .fix = 请选择不晚于颁发者的到期时间。
lint-predates-issuer = 开始时间早于颁发者。
    .fix = 请选择不早于颁发者的开始时间。
lint-root-validity-long = 根证书有效期超过 25 年（9132 天）。
    .fix = 请不要超过 25 年。
lint-root-validity-short = 根证书有效期不足 8 年（2922 天）。
    .fix = 请至少设为 8 年。
lint-intermediate-validity-long = 中间 CA 证书有效期超过 10 年。
    .fix = 请不要超过 10 年，并及时更换。

## 主体

lint-subject-empty = CA 证书的主体为空。
    .fix = 请填写主体，至少包含通用名称。
lint-subject-unnamed = 既没有主体，也没有备用名称。
    .fix = 请添加备用名称或主体。
lint-country-format = 国家/地区不是两个字母的代码。
    .fix = 请使用 ISO 3166-1 代码，例如 CN 或 GB。
lint-country-case = 国家/地区代码使用了小写字母。
    .fix = 请改为大写。
lint-attribute-too-long = 属性超过标准允许的长度。
    .fix = 请缩短：通用名称和组织最多 64 个字符。
lint-attribute-empty = 属性为空，或只有空白。
    .fix = 请删除，或填写内容。
lint-attribute-blank = 属性开头或结尾有空白。
    .fix = 请去掉空白。
lint-attribute-placeholder = 属性只是占位内容，例如连字符或 OpenSSL 的 Some-State。
    .fix = 请删除，或填写真实内容。
lint-attribute-invisible = 属性含有不可见或改变书写方向的字符。
    .fix = 请删除这些字符。
lint-attribute-repeated = 同一属性重复出现。
    .fix = 请只保留一个。
lint-attribute-order = 属性未按规定的顺序排列。
    .fix = 请按 DC、C、ST、L、O、CN 的顺序排列。
lint-attribute-unusual = 《基线要求》中没有此属性。
    .fix = 请删除。
lint-organizational-unit = 含有部门（OU），自 2022 年 9 月起已禁止。
    .fix = 请删除。
lint-domain-validated = 策略为仅验证域名（DV），主体却含有国家/地区和通用名称以外的属性。
    .fix = 请删除其他属性，或改用相符的策略。
lint-rdn-multiple = 名称的一段（RDN）含有多个属性，有些程序只显示或比较其中一个。
    .fix = 请让每个属性单独成段。
lint-string-type = 属性使用了它不允许的字符串类型。
    .fix = 请使用规定的类型，多数为 UTF8String。
lint-string-characters = 字符串含有其类型不允许的字符，例如 PrintableString 中的 @ 或 *。
    .fix = 请改用 UTF8String，或替换这些字符。
lint-string-deprecated = 属性使用了已弃用的 TeletexString、BMPString 或 UniversalString。
    .fix = 请改用 UTF8String。
lint-common-name-repeated = 通用名称不止一个。
    .fix = 请只保留一个，服务器的其他名称应写入备用名称。
lint-common-name-not-in-san = 服务器的通用名称不在备用名称中，而客户端只看备用名称。
    .fix = 请把它加入备用名称，或删除通用名称。
lint-authority-common-name = CA 证书没有通用名称，难以与其他 CA 区分。
    .fix = 请添加一个不与其他 CA 重复的通用名称。
lint-authority-organization = CA 证书的主体没有组织。
    .fix = 请添加运营它的组织。
lint-authority-country = CA 证书的主体没有国家/地区。
    .fix = 请添加其组织所在国家/地区的两字母代码。
lint-authority-organizational-unit = CA 证书的主体含有部门（OU），已被禁止。
    .fix = 请删除。
lint-email-in-subject = 主体中含有电子邮件地址，此做法已弃用。
    .fix = 请移到备用名称中。
lint-email-only-in-subject = 电子邮件地址只在主体中，不在备用名称中。
    .fix = 请加入备用名称。

## 公钥

lint-rsa-short = RSA 密钥不足 2048 位。
    .fix = 请使用 2048 位或更长的 RSA，或 P-256。
lint-rsa-long = RSA 密钥超过 4096 位：处处都慢，部分设备不接受。
    .fix = 请使用 3072 或 4096 位，或 P-384。
lint-rsa-length = RSA 密钥长度不是 8 位的整数倍。
    .fix = 请使用 2048、3072 或 4096 位。
lint-rsa-exponent-invalid = RSA 公钥指数为偶数或 1，起不到保护作用。
    .fix = 请重新生成密钥，指数用 65537。
lint-rsa-exponent-small = RSA 公钥指数小于 65537。
    .fix = 请重新生成密钥，指数用 65537。
lint-rsa-exponent-large = RSA 公钥指数超过 256 位，有些程序最多支持 32 位。
    .fix = 请重新生成密钥，指数用 65537。
lint-rsa-small-factor = RSA 模数含有小于 752 的因子，密钥已不安全。
    .fix = 请换用其他软件重新生成密钥。
lint-rsa-roca = RSA 密钥带有缺陷芯片（ROCA）的特征，这类密钥可被分解。
    .fix = 请换用其他软件或芯片重新生成密钥。
lint-rsa-close-primes = RSA 密钥的两个素数过于接近，密钥可被分解。
    .fix = 请换用其他软件重新生成密钥。
lint-rsa-key-parameters = RSA 密钥的算法参数不是 NULL。
    .fix = 请在编码密钥时把参数写为 NULL。
lint-key-pss = 密钥标为仅用于 RSA-PSS，Chromium 等不接受。
    .fix = 请编码为普通 RSA 密钥（rsaEncryption），它同样能用 PSS 签名。
lint-key-parameters = 此密钥算法不应带参数，却写了参数。
    .fix = 请在编码密钥时省略参数。
lint-ec-explicit = 曲线以具体参数给出，而不是名称。
    .fix = 请在编码密钥时使用曲线名称。
lint-ec-compressed = 公钥使用压缩点，有些程序无法读取。
    .fix = 请使用未压缩的点。
lint-ec-curve = 曲线不是 P-256、P-384 或 P-521，浏览器不接受。
    .fix = 请使用 P-256 或 P-384。
lint-key-p521 = Chrome、Edge 等 Chromium 内核浏览器无法连接使用 P-521 密钥的服务器。
    .fix = 请使用 P-256 或 P-384。
lint-key-ed25519 = Chrome、Edge 和 Firefox 不接受 Ed25519 密钥。
    .fix = 供浏览器使用时请选 P-256。
lint-key-ml-dsa = 目前没有浏览器接受 ML-DSA 密钥。
    .fix = 供浏览器使用时请选 P-256。
lint-key-unknown = 没有浏览器接受这种密钥。
    .fix = 请使用 P-256，或 2048 位以上的 RSA。
lint-key-broken = 公钥无法读取。
    .fix = 请重新生成密钥，或重新获取完好的文件。
lint-key-reused = 它使用颁发者自己的密钥，持有者因此能签发证书。
    .fix = 请为它另外生成密钥。

## 唯一标识符

lint-unique-identifier = 含有颁发者或主体的唯一标识符，不应使用。
    .fix = 请在签发时去掉唯一标识符。

## 扩展

lint-extensions-empty = 扩展列表存在，但没有内容。
    .fix = 请省略该列表，或加入所需的扩展。
lint-extension-repeated = 同一扩展重复出现。
    .fix = 请只保留一个。
lint-extension-broken = 有扩展无法读取。
    .fix = 请删除，或按其标准重新编码。
lint-extension-unknown-critical = 几乎没有客户端认识的扩展被标为关键，客户端必须拒绝。
    .fix = 请改为非关键，或删除该扩展。
lint-extension-obsolete = 含有过时的扩展（Netscape 扩展或私钥使用期限），客户端会忽略。
    .fix = 请删除。

## 颁发机构密钥标识符

lint-authority-key-missing = 缺少颁发机构密钥标识符，或其中没有密钥标识符。
    .fix = 请添加，值取颁发者的主体密钥标识符。
lint-authority-key-critical = 颁发机构密钥标识符被标为关键。
    .fix = 请改为非关键。
lint-authority-key-half = 颁发机构密钥标识符中，颁发者与序列号只写了一个。
    .fix = 请只保留其中的密钥标识符。
lint-authority-key-issuer = 颁发机构密钥标识符含颁发者与序列号，绑定到了颁发者的某一张证书。
    .fix = 请只保留其中的密钥标识符。
lint-authority-key-mismatch = 颁发机构密钥标识符与颁发者的主体密钥标识符不符，OpenSSL 找不到证书路径。
    .fix = 请选择真正的颁发者证书，或照抄其标识符。

## 主体密钥标识符

lint-subject-key-missing = CA 证书没有主体密钥标识符。
    .fix = 请添加，由公钥计算。
lint-subject-key-missing-leaf = 最终实体证书没有主体密钥标识符，建议带上。
    .fix = 请添加，由公钥计算。
lint-subject-key-critical = 主体密钥标识符被标为关键。
    .fix = 请改为非关键。
lint-subject-key-length = 主体密钥标识符为空，或超过 32 字节。
    .fix = 请使用公钥摘要的前 20 字节。

## 密钥用法

lint-key-usage-empty = 密钥用法中没有任何用法。
    .fix = 请至少选择一项，或删除该扩展。
lint-key-usage-encoding = 密钥用法末尾带有零位，DER 应省略。
    .fix = 请用按 DER 编码的软件重新签发。
lint-key-usage-not-critical = 密钥用法未标为关键。
    .fix = 请标为关键。
lint-key-usage-missing = CA 证书没有密钥用法。
    .fix = 请添加“签发证书”和“签发吊销列表”。
lint-key-usage-missing-leaf = 最终实体证书没有密钥用法，密钥可作任何用途。
    .fix = 请添加“数字签名”及其他需要的用法。
lint-cert-sign-without-authority = 密钥用法含“签发证书”，但这不是 CA 证书。
    .fix = 请去掉“签发证书”，或在基本约束中设为 CA。
lint-authority-without-cert-sign = CA 证书的密钥用法不允许签发证书。
    .fix = 请添加“签发证书”。
lint-authority-without-crl-sign = CA 证书的密钥用法不允许签发吊销列表。
    .fix = 请添加“签发吊销列表”。
lint-authority-enciphers = CA 密钥的用法超出签发证书、吊销列表和 OCSP 响应。
    .fix = 请只保留“签发证书”“签发吊销列表”，OCSP 另需“数字签名”。
lint-key-usage-rsa = 密钥用法含“密钥协商”，RSA 密钥做不到。
    .fix = 请去掉“密钥协商”。
lint-key-usage-ec = 密钥用法含加密，椭圆曲线密钥做不到。
    .fix = 请去掉“密钥加密”和“数据加密”。
lint-key-usage-ed = 密钥用法含加密或密钥协商，Ed25519 和 Ed448 密钥做不到。
    .fix = 请只保留签名类用法。
lint-key-usage-ml-dsa = 密钥用法含加密或密钥协商，ML-DSA 密钥做不到。
    .fix = 请只保留签名类用法。
lint-encipher-only = 有“仅加密”或“仅解密”而没有“密钥协商”，没有意义。
    .fix = 请去掉。
lint-leaf-crl-sign = 最终实体的密钥可以签发吊销列表。
    .fix = 请去掉“签发吊销列表”，除非专门用于签发吊销列表。
lint-server-no-signature = 服务器密钥不能签名，无法使用 TLS 1.3。
    .fix = 请添加“数字签名”。
lint-server-no-encipherment = 服务器的 RSA 密钥没有“密钥加密”；NSS 自带的验证器会拒绝，浏览器则不会。
    .fix = 可以保留现状，除非要兼容使用 NSS 自带验证器的程序，或没有前向保密的 TLS 1.2。
lint-server-key-usage = 服务器密钥含有禁止的用法，例如“内容承诺”。
    .fix = 请只保留“数字签名”，RSA 可加“密钥加密”。

## 证书策略

lint-policy-repeated = 同一策略重复出现。
    .fix = 请只保留一个。
lint-policy-notice-long = 策略的用户通知超过 200 个字符。
    .fix = 请缩短。
lint-policy-notice-string = 策略的用户通知不是 UTF8String。
    .fix = 请改用 UTF8String。
lint-policy-notice-reference = 策略的用户通知引用别处的编号文本（noticeRef）。
    .fix = 请直接写出文本，或删除通知。
lint-policy-cps = 业务规则（CPS）地址不是 http 或 https 的 URI。
    .fix = 请写出完整地址，例如 https://example.com/cps。
lint-policy-qualifier = 策略含有 CPS 地址以外的限定符。
    .fix = 请删除该限定符。
lint-policy-missing = 没有 CA/浏览器论坛的服务器证书策略，无法说明主体如何经过验证。
    .fix = 请添加 2.23.140.1.2.1（DV）、.2（OV）、.3（IV）或 2.23.140.1.1（EV）。
lint-policy-several = 含有不止一个 CA/浏览器论坛的服务器证书策略。
    .fix = 请只保留与主体验证方式相符的一个。
lint-intermediate-policy-missing = 中间 CA 证书没有证书策略。
    .fix = 请添加 anyPolicy，或允许它签发的策略。
lint-policy-any-in-leaf = 最终实体证书含有 anyPolicy。
    .fix = 请写明签发所依据的策略。
lint-policy-mappings-any = 策略映射中出现 anyPolicy，这是禁止的。
    .fix = 请删除该映射。
lint-policy-mappings-not-critical = 策略映射未标为关键。
    .fix = 请标为关键。
lint-policy-mappings-unasserted = 被映射的策略不在本证书的证书策略中。
    .fix = 请把它加入证书策略。
lint-policy-mappings-of-leaf = 最终实体证书含有策略映射，只有 CA 证书才用得到。
    .fix = 请删除策略映射。

## 备用名称

lint-san-missing = 没有备用名称，而客户端只看备用名称。
    .fix = 请把服务器的名称加入备用名称。
lint-alt-names-not-critical = 主体为空，备用名称却未标为关键。
    .fix = 请标为关键。
lint-san-critical = 已有主体，备用名称却被标为关键。
    .fix = 请改为非关键。
lint-san-duplicate = 同一备用名称重复出现。
    .fix = 请只保留一个。
lint-san-not-ascii = 备用名称含有 ASCII 以外的字符。
    .fix = 域名请写成 xn-- 形式。
lint-san-dns-empty = 域名为空。
    .fix = 请删除，或填写域名。
lint-san-dns-underscore = 域名含有下划线，主机名不允许。
    .fix = 请换用没有下划线的名称。
lint-san-dns-character = 域名含有不允许的字符。
    .fix = 请只用字母、数字和连字符，各段以点分隔。
lint-san-dns-blank = 域名之中或前后有空白。
    .fix = 请去掉空白。
lint-san-dns-label-long = 域名中有一段超过 63 个字符。
    .fix = 请缩短该段。
lint-san-dns-long = 域名超过 253 个字符。
    .fix = 请缩短。
lint-san-dns-empty-label = 域名以点开头，或有连续两个点。
    .fix = 请去掉多余的点。
lint-san-dns-trailing-dot = 域名以点结尾。
    .fix = 请去掉结尾的点。
lint-san-dns-hyphen = 域名中有一段以连字符开头或结尾。
    .fix = 请去掉该连字符，或改正名称。
lint-san-dns-url = 域名写成了网址，或带有端口。
    .fix = 请只写主机名。
lint-san-dns-address = 域名是 IP 地址或以数字结尾，客户端不在这里查找地址。
    .fix = 请把地址作为 IP 地址填写，而不是域名。
lint-san-dns-idn = 域名中有一段以 xn-- 开头，却不代表任何有效名称。
    .fix = 请重新把名称转换为 xn-- 形式。
lint-san-dns-reserved = 域名中有一段的第三、四个字符是连字符，却不以 xn-- 开头。
    .fix = 请换用其他名称。
lint-san-wildcard-place = 星号没有单独占据域名的第一段。
    .fix = 请写成 *.example.com 的形式，或写出完整域名。
lint-san-wildcard-too-high = 星号代表所有名称，或整个顶级域。
    .fix = 星号之后请至少有两段，例如 *.example.com。
lint-san-internal = 域名是内部名称：只有一段，或以 .local 等结尾。
    .fix = 请由私有 CA 签发，或使用公网域名。
lint-san-reverse-zone = 域名实为 IP 地址的反向解析名称（in-addr.arpa 或 ip6.arpa），自 2026 年 3 月 15 日起已禁止。
    .fix = 请直接填写 IP 地址，或改用其他域名。
lint-san-reserved-address = IP 地址是私有或保留地址。
    .fix = 请由私有 CA 签发，或使用公网地址。
lint-san-ip-length = IP 地址既不是 4 字节，也不是 16 字节。
    .fix = 请填写单个 IPv4 或 IPv6 地址，不带掩码。
lint-san-email = 电子邮件地址无效。
    .fix = 请写成 ann@example.com 的形式，不带显示名称。
lint-san-uri = URI 缺少协议或主机，或含有不允许的字符。
    .fix = 请写出完整地址，例如 https://example.com/。
lint-san-form = 服务器的备用名称中有的既不是域名，也不是 IP 地址。
    .fix = 请删除该名称。
lint-ocsp-alt-name = OCSP 响应者的证书含有备用名称，这是禁止的。
    .fix = 请删除。

## 其他名称

lint-issuer-alt-name-critical = 颁发者备用名称被标为关键。
    .fix = 请改为非关键。
lint-directory-attributes-critical = 主体目录属性被标为关键。
    .fix = 请改为非关键。

## 基本约束

lint-basic-constraints-not-critical = CA 证书的基本约束未标为关键。
    .fix = 请标为关键。
lint-basic-constraints-leaf = 最终实体证书的基本约束未标为关键。
    .fix = 请标为关键，或省略。
lint-basic-constraints-default = 基本约束写出了默认值 CA:FALSE，DER 应省略。
    .fix = 签发时基本约束请留空。
lint-path-length-without-authority = 含有路径长度，却不是可以签发证书的 CA。
    .fix = 请去掉路径长度。
lint-root-path-length = 根证书含有路径长度，有些客户端不理会根证书中的路径长度。
    .fix = 请在中间 CA 证书中设置路径长度。
lint-path-length-beyond-issuer = 路径长度超出了颁发者的路径长度所允许的范围。
    .fix = 请使用小于颁发者的路径长度。

## 名称约束

lint-name-constraints-of-leaf = 最终实体证书含有名称约束，只有 CA 证书才能使用。
    .fix = 请删除。
lint-name-constraints-not-critical = 名称约束未标为关键。
    .fix = 请标为关键。
lint-name-constraints-empty = 名称约束没有任何内容。
    .fix = 请添加允许或排除的名称，或删除。
lint-name-constraints-syntax = 名称约束格式有误，例如掩码不连续。
    .fix = 请改正，网络写成 10.0.0.0/255.0.0.0 的形式。
lint-name-constraints-host-bits = 网络地址在掩码之外还有非零位。
    .fix = 请把这些位清零，例如 10.0.0.0/255.0.0.0。
lint-name-constraints-bounds = 名称约束设了最小值或最大值，不应使用。
    .fix = 请把两者都省略。
lint-name-constraints-dot = 名称约束中的域名以点开头，各程序理解不一。
    .fix = 请去掉开头的点，例如 example.com。
lint-name-constraints-form = 约束了几乎没有客户端会比对的名称类型。
    .fix = 请删除该约束。
lint-name-constraint-violated = 名称超出了颁发者名称约束的范围。
    .fix = 请删除该名称，或由其他 CA 签发。

## 策略约束

lint-policy-constraints-not-critical = 策略约束未标为关键。
    .fix = 请标为关键。
lint-policy-constraints-empty = 策略约束没有任何内容。
    .fix = 请删除。
lint-policy-constraints-of-leaf = 最终实体证书含有策略约束或禁止 anyPolicy，只有 CA 证书才用得到。
    .fix = 请删除该扩展。

## 扩展密钥用法

lint-purpose-repeated = 同一用途重复出现。
    .fix = 请只保留一个。
lint-purpose-any = 扩展密钥用法允许任意用途，其他用途便没有意义。
    .fix = 请逐一写明用途。
lint-purpose-critical = 扩展密钥用法被标为关键。
    .fix = 请改为非关键。
lint-purpose-time-stamping = “时间戳”不是唯一用途，或扩展密钥用法未标为关键。
    .fix = 请只保留“时间戳”，并标为关键。
lint-purpose-key-usage = 缺少用途所需的密钥用法。
    .fix = 请添加所需的用法，多数为“数字签名”。
lint-purpose-not-nested = 用途不在颁发者证书的扩展密钥用法中，客户端会拒绝。
    .fix = 请由含此用途或没有扩展密钥用法的 CA 签发。
lint-server-purpose-missing = 服务器证书没有扩展密钥用法，苹果系统会拒绝。
    .fix = 请添加用途“TLS 服务器”。
lint-server-purpose-mixed = 服务器证书含有禁止的用途，例如“代码签名”。
    .fix = 请为每种用途分别签发证书。
lint-server-purpose-unusual = 服务器证书含有不推荐的用途。
    .fix = 请为服务器和该用途分别签发证书。
lint-server-purpose-client = 服务器证书同时用于 TLS 客户端。
    .fix = 请为服务器和客户端分别签发证书。
lint-root-purpose = 根证书含有扩展密钥用法。
    .fix = 请省略，改在中间 CA 证书中设置用途。
lint-intermediate-purpose-missing = 中间 CA 证书没有扩展密钥用法，只有交叉认证的 CA 可以省略。
    .fix = 请添加用途“TLS 服务器”。
lint-ocsp-purpose-mixed = OCSP 响应者的证书含有其他用途。
    .fix = 请只保留“OCSP 签名”。

## CRL 分发点

lint-crl-point-critical = CRL 分发点被标为关键。
    .fix = 请改为非关键。
lint-crl-point-empty = CRL 分发点既没有名称，也没有颁发者。
    .fix = 请添加吊销列表的 http 地址。
lint-crl-point-not-http = 吊销列表的地址不是 http。
    .fix = 请写出其 http 地址。
lint-crl-point-https = 吊销列表要通过 https 获取，须先检查该服务器的证书。
    .fix = 请通过 http 发布：列表本身已签名。
lint-crl-point-partial = CRL 分发点只涵盖部分吊销原因，或另有列表颁发者。
    .fix = 请只写 http 地址。
lint-intermediate-crl-point-missing = 中间 CA 证书没有 CRL 分发点。
    .fix = 请添加其颁发者的吊销列表的 http 地址。
lint-ocsp-crl-point = OCSP 响应者的证书无需检查吊销，却含有 CRL 分发点。
    .fix = 请删除。

## 禁止 anyPolicy、最新 CRL

lint-inhibit-any-policy-not-critical = 禁止 anyPolicy 的扩展未标为关键。
    .fix = 请标为关键。
lint-freshest-crl-critical = 最新 CRL 扩展被标为关键。
    .fix = 请改为非关键。

## 颁发机构与主体信息访问

lint-authority-info-critical = 颁发机构信息访问被标为关键。
    .fix = 请改为非关键。
lint-authority-info-not-http = OCSP 服务或颁发者证书没有 http 地址。
    .fix = 请写出 http 地址。
lint-authority-info-https = OCSP 服务或颁发者证书使用 https，须先检查该服务器的证书。
    .fix = 请通过 http 提供：其内容本身已签名。
lint-authority-info-method = 含有 OCSP 和 caIssuers 以外的访问方法。
    .fix = 请删除。
lint-authority-info-missing = 服务器证书没有颁发机构信息访问。
    .fix = 请添加，并写入颁发者证书的 http 地址（caIssuers）。
lint-ca-issuers-missing = 没有写明从何处获取颁发者证书。
    .fix = 请添加其 http 地址（caIssuers）。
lint-revocation-missing = 既没有 CRL 分发点，也没有 OCSP 服务。
    .fix = 请添加 CRL 分发点。
lint-subject-info-critical = 主体信息访问被标为关键。
    .fix = 请改为非关键。

## TLS 特性

lint-tls-feature-critical = TLS 特性扩展被标为关键。
    .fix = 请改为非关键。
lint-tls-feature-narrower = 缺少颁发者所要求的 TLS 特性。
    .fix = 请把它们加入 TLS 特性扩展。
lint-must-staple-without-ocsp = 要求服务器装订 OCSP 响应，却没有写明 OCSP 服务。
    .fix = 请添加 OCSP 服务地址，或去掉该 TLS 特性。

## 证书透明度

lint-poison-not-critical = 预证书的毒化（poison）扩展未标为关键，客户端会把它当成证书。
    .fix = 请标为关键。
lint-poison-and-timestamps = 这是预证书，却已带有日志的时间戳（SCT）。
    .fix = 请去掉时间戳，它们应写入正式证书。
lint-precertificate = 这是预证书：供日志使用，所有客户端都会拒绝。
    .fix = 请提交给日志，再签发带有其时间戳的证书。
lint-timestamps-missing = 没有日志的时间戳（SCT），除非由服务器发送，否则浏览器会拒绝。
    .fix = 请在签发时加入证书透明度日志的时间戳。
lint-timestamps-empty = 日志的时间戳（SCT）列表为空，或无法读取。
    .fix = 请原样写入日志给出的时间戳，或省略该列表。
lint-timestamps-critical = 日志的时间戳（SCT）被标为关键。
    .fix = 请改为非关键。

## OCSP 响应者

lint-ocsp-no-check = OCSP 响应者的证书没有标明自身无需检查吊销。
    .fix = 请添加 OCSP 无需检查扩展，并缩短有效期。

## 证书签名请求

lint-request-signature = 请求的签名与其公钥不符，无法证明持有私钥。
    .fix = 请用对应的私钥签名，或让对方重新生成。
lint-request-challenge-password = 请求含有质询密码，看到请求的人都能读到。
    .fix = 请删除，除非 CA 要求填写。
lint-request-extensions-repeated = 请求在多个属性中申请扩展，CA 只看其中一个。
    .fix = 请把所有扩展放进同一个属性。
lint-request-issuers-own = 请求申请了应由颁发者决定的扩展。
    .fix = 请去掉，颁发者会自行添加。

## 吊销列表

lint-list-version = 吊销列表的版本不是 2。
    .fix = 请按版本 2 签发。
lint-list-signature-mismatch = 吊销列表的两处签名算法不一致。
    .fix = 请重新签名，两处使用同一算法。
lint-list-issuer-mismatch = 吊销列表的颁发者与颁发者证书的主体不符。
    .fix = 请选择真正的颁发者证书，或照抄其主体。
lint-list-issuer-no-crl-sign = 颁发者的密钥用法不允许签发吊销列表。
    .fix = 请由密钥用法含“签发吊销列表”的 CA 签发。
lint-list-time-encoding = 2049 年及以前的时间写成了 GeneralizedTime。
    .fix = 2049 年及以前的时间请用 UTCTime。
lint-list-next-update-missing = 吊销列表没有写明下次更新时间。
    .fix = 请在签发时写明下次更新时间。
lint-list-update-order = 下次更新不晚于本次更新。
    .fix = 请选择更晚的下次更新时间。
lint-list-validity-long = 下次更新在 10 天之后，根证书的列表在 12 个月之后。
    .fix = 请提早下次更新时间，更频繁地签发列表。
lint-list-entries-empty = 被吊销证书的列表存在，但没有内容。
    .fix = 没有吊销任何证书时请省略它。
lint-list-entry-repeated = 同一序列号被吊销两次。
    .fix = 请只保留一个条目。
lint-list-entry-future = 证书的吊销时间晚于列表的生成时间。
    .fix = 请使用不晚于列表生成时间的吊销时间。
lint-list-reason-unspecified = 吊销原因写成了“未说明”。
    .fix = 请省略原因。
lint-list-reason-critical = 吊销原因被标为关键。
    .fix = 请改为非关键。
lint-list-reason-broken = 吊销原因不是标准规定的值。
    .fix = 请使用 1 到 6、9 或 10。
lint-list-reason-remove = 条目为移出列表（removeFromCRL），而这不是增量吊销列表。
    .fix = 请删除该条目。
lint-list-reason-hold = 有证书处于暂时停用状态，公共 CA 不得这样做。
    .fix = 请正式吊销，或删除该条目。
lint-list-extension-unknown-critical = 吊销列表有几乎没有客户端认识的关键扩展，客户端必须拒绝该列表。
    .fix = 请改为非关键，或删除该扩展。
lint-list-authority-key-missing = 吊销列表没有写明颁发者的密钥标识符。
    .fix = 请添加颁发机构密钥标识符。
lint-list-authority-key-mismatch = 吊销列表的颁发机构密钥标识符与颁发者的主体密钥标识符不符。
    .fix = 请选择真正的颁发者证书，或照抄其标识符。
lint-list-number-missing = 吊销列表没有编号。
    .fix = 请添加 CRL 编号，每次签发递增。
lint-list-number-critical = 吊销列表的编号被标为关键。
    .fix = 请改为非关键。
lint-list-number-length = 吊销列表的编号为负数，或超过 20 字节。
    .fix = 请从 1 开始递增编号。
lint-list-delta-not-critical = 增量标识未标为关键，客户端会当作完整列表。
    .fix = 请标为关键。
lint-list-point-not-critical = 颁发分发点未标为关键。
    .fix = 请标为关键。
lint-list-point-empty = 颁发分发点没有任何内容。
    .fix = 请删除。
lint-list-indirect = 吊销列表是间接列表，可能吊销其他颁发者的证书。
    .fix = 请为每个颁发者分别签发列表。
