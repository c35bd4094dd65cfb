### “查看”页面与证书检查的中文文本。

inspect = 查看
inspect-lead = 打开任意文件，弄清它是什么、为谁签发、有效到何时、能做什么、有何异常。所有内容都留在此标签页内。
inspect-files = 把任意文件拖到这里
inspect-files-help = 证书、签名请求、吊销列表、密钥、PKCS #12、PKCS #7 或任何 ASN.1 数据：格式与数量不限。
inspect-none = 这里还没有内容。请在上方打开文件：一张证书、整条证书链，或服务器目录里的所有文件。“密钥”页面上的文件在这里同样可见。
inspect-opened = 已打开
inspect-verify = 验证此证书
reading = 正在读取……
sides = 查看方式
side-overview = 概览
side-checks = 检查
side-text = 文本
side-tree = ASN.1 结构
show-all-lines = 显示全部 { $count } 行

fact-what = 类型
fact-issuer = 颁发者
fact-signature = 签名
fact-odd = 请注意
fact-made = 生成日期
fact-next = 下次更新
fact-revoked = 已吊销证书数
fact-key-digest = 公钥的 SHA-256
fact-openssh = OpenSSH 指纹
role-root = 根证书：由自身密钥签名的证书颁发机构
role-intermediate = 中间证书颁发机构
role-self-signed = 自签名证书，不是证书颁发机构
role-old-root = 由自身密钥签名，其版本无法说明是否为证书颁发机构：此类根证书按颁发机构对待
role-end-entity = 最终实体证书，不能签发证书
role-path-length = { $count ->
    [0] 其下不得再有证书颁发机构
   *[other] 其下最多 { $count } 级证书颁发机构
}
validity-left = { $days ->
    [0] 一天之内到期。
   *[other] 还有 { $days } 天。
}
validity-over = { $days ->
    [0] 今天已过期。
   *[other] 已过期 { $days } 天。
}
validity-not-yet = { $days ->
    [0] 尚未生效：一天之内生效。
   *[other] 尚未生效：{ $days } 天后生效。
}
signature-weak = { $algorithm }，可被伪造
extensions = 扩展
extension-is-critical = 关键
extension-unknown = 未知扩展

## 异常字符

odd-characters = 名称中有异常字符
oddity-nul = 含零字节：有些程序读到这里就会停止。
oddity-control = 含控制字符 { $character }。
oddity-invisible = 含不可见字符 { $character }。
oddity-bidirectional = 含改变书写方向的字符 { $character }。
oddity-space = 含特殊空白字符 { $character }。
oddity-outer-space = 开头或结尾有空白。
oddity-double-space = 有连续两个空格。
oddity-mixed = “{ $word }”混用了不会一同出现的文字：{ $scripts }。
oddity-confusable = { $character } 看起来像“{ $like }”。
oddity-whole = 全部由 { $script } 字母组成，看起来像“{ $like }”。
oddity-non-canonical = { $character } 在 Unicode 中另有规范写法，而程序按写法比较。
oddity-punycode = “{ $label }”不代表任何名称。

## ASN.1 结构

tree-secret = 这会显示私钥
tree-place = 偏移 { $offset }，头部 { $header }，内容 { $length }
tree-as-hex = 复制为十六进制
tree-as-base64 = 复制为 Base64
tree-octets = 字节
tree-octets-more = 另有 { $count } 个字节未显示。
tree-fold = 折叠或展开 { $name }
tree-not-der = 不符合 DER
tree-more = 显示更多元素
tree-cut-short = 元素过多，这里没有全部显示。
tree-fault = 偏移 { $offset }：{ $says }
tree-fault-empty = 没有任何内容。
tree-fault-header = 标签或长度不完整。
tree-fault-tag = 标签编号大得不合理。
tree-fault-length = 长度的写法不被允许。
tree-fault-too-long = 声明的长度超出了外层。
tree-fault-indefinite = 采用不定长度，却没有可以结束它的元素。
tree-fault-no-end = 不定长度没有结束标记。
tree-fault-unexpected-end = 两个零字节没有可结束的对象。

## 检查规则

rules = 规则
rules-lead = 对证书、签名请求和吊销列表的检查项目，以及各自的出处。
rules-source = 出处
source-all = 全部出处
source-rfc5280 = RFC 5280 标准
source-rfc = 其他 RFC
source-itu = ITU-T 与 Unicode
source-br = CA/浏览器论坛
source-apple = Apple 设备
source-chromium = Chromium 浏览器
source-nss = NSS（Firefox 等）
source-practice = 实践经验
scope = 适用规则
scope-private = 私有证书颁发机构
scope-private-help = RFC 5280、客户端实际会拒绝的情况，以及公共机构规则中对私有机构同样有意义的部分。
scope-public = 公共 TLS
scope-public-help = CA/浏览器论坛《基线要求》对公共证书颁发机构的全部要求。
severity-error = 错误
severity-warning = 警告
severity-notice = 提示
lint-none = 未发现问题
lint-all-rules = 查看所有规则

## 相互关系

together = 相互关系
together-graph = 签发关系图
together-chains = 证书链（自根证书向下）
together-gap = 缺少颁发者
together-missing = 缺少的颁发者
together-cycles = 循环签发
together-namesakes = 以下证书名称相同，但并非由其签名：
together-keys = 使用同一密钥
together-renewals = 同名同密钥的多张证书
together-cross-signed = 交叉签名
together-renewed = 续期
together-duplicates = 重复的内容
together-lists = 吊销列表及其颁发者
together-cut-short = 内容太多，无法检查每个签名：其中一部分仅按名称和密钥标识符判断。

## 比较

compare = 比较两项
compare-left = 第一项
compare-right = 第二项
compare-same = 两者的每个字节都相同。
compare-only-different = 仅显示差异
compare-field = 字段
compare-none = 无
part-version = 版本
part-order = 顺序
part-not-before = 生效时间
part-key-algorithm = 密钥算法
part-key-parameters = 密钥参数
part-signature = 签名值
