### 密钥页面的简体中文文字。

keys = 密钥
keys-lead = 生成、打开密钥，设置或去除密码，并以任何格式保存。一切都只在本标签页内。
open-files = 将密钥、证书或请求拖放到这里
open-files-help = 数量不限，格式不限：PEM、DER、PKCS #8、PKCS #12、PKCS #7、JWK、OpenSSH，会自动识别。
new-key = 新密钥
create-key = 生成密钥
desk = 您的密钥和文件
desk-empty = 还没有内容。生成密钥或打开文件后，会显示在这里，并列出可用的操作。
desk-note = 只存在于本标签页，关闭后即消失。
clear-desk = 全部移除

## 密钥类型

algorithm-legacy = { $algorithm }（已过时，仅用于旧教程）
accepts-rsa1024 = 所有浏览器都拒绝使用它的证书，而且可以被破解。仅用于跟随旧教程练习。
accepts-rsa8192 = 生成慢，每次连接也慢，实际上并不比 3072 位更安全。部分设备不接受。
accepts-p521 = Chrome、Edge 等 Chromium 内核浏览器不接受。P-384 则所有客户端都接受。
accepts-ed25519 = 适合 SSH 和自己的程序。用作服务器证书时，Chrome、Edge 和 Firefox 会拒绝。
accepts-ml-dsa = 可抵御量子计算机，但目前几乎没有客户端接受。OpenSSL 从 3.5 版起支持。

## 是什么

item-private-key = 私钥，{ $algorithm }
item-public-key = 公钥，{ $algorithm }
item-certificate = 证书
item-request = 证书签名请求
item-list = 证书吊销列表
item-locked = 有密码保护：{ $format }
item-broken = 无法读取
item-configuration = 配置文件
item-to-requests = 前往证书签名请求页面
item-named = { $item }：{ $name }
item-marked = { $item } · { $mark }
item-until = 有效期至 { $date }
item-line = { $file }，第 { $line } 行
item-unsaved = 尚未保存：关闭标签页后即丢失。
item-open = 保存、转换、查看内容
remove-item = 移除：{ $item }
remove-unsaved = 未保存，确定移除吗？
remove-unsaved-advice = 其中有从未保存过的私钥，移除后无法恢复。
remove-unsaved-yes = 仍然移除
remove-unsaved-no = 保留
request-not-signed = 签名无效，无法证明请求者持有对应的私钥。请让对方重新生成。
request-not-checked = 此处无法使用该密钥，因此无法检查签名。
list-revokes = { $count ->
    [0] 没有吊销任何证书。发布于 { $date }。
   *[other] 吊销了 { $count } 张证书。发布于 { $date }。
}
belongs-to = 密钥匹配：{ $others }
belongs-to-none = 与这里的其他内容均不匹配：密钥不同。
format-encrypted-pkcs8 = 加密的 PKCS #8
format-traditional = 传统加密 PEM
format-unknown = 未知文件

## 打开有密码的文件

locked-by = 保护方式：{ $algorithm }。密码不会离开本标签页。
unlock = 解锁
unlocking = 正在解锁：密钥派生有意设计得较慢，以增加暴力破解的难度……

## 保存

save-as = 另存为
save-pem = 保存为 PEM
save-der = 保存为 DER
save-private = 保存私钥
save-key = 保存私钥文件
private-form = 私钥格式
public-form = 公钥格式
form-jwk = JSON Web 密钥（JWK）
form-openssh = OpenSSH 格式
form-pkcs8-help = 目前通用的格式，OpenSSL、nginx、Apache、Java、Go、Windows 等几乎都能读取。可以设置密码。
form-traditional-help = 较旧的格式，用于不支持 PKCS #8 的程序。此格式的密码只经一次散列，保护很弱：需要密码时请选 PKCS #8。
form-jwk-help = 用于 JavaScript、ACME 客户端和 OAuth（RFC 7517）。
form-openssh-help = 用于 ssh、ssh-agent 和 git。要给文件加密码，请运行 ssh-keygen -p -f 加上文件名。
form-without-password = 此格式保存时不带密码。
new-password = 文件密码
new-password-help = 保存的文件只能用此密码打开。留空则无需密码。忘记后无法找回。
saved-without-password = 没有密码时，谁拿到文件谁就能使用这个私钥。请存放在他人无法读取的地方。
encryption = 加密方式
way-pbkdf2 = { $cipher }，密钥派生：PBKDF2（HMAC-{ $digest }）
way-scrypt = { $cipher }，密钥派生：scrypt（16 MiB 内存）
rounds = 迭代次数
rounds-help = 10,000 到 10,000,000。次数越多，猜测越慢，打开也越慢。
saving = 正在保存：密钥派生有意设计得较慢，以增加暴力破解的难度……
saved-as = 已保存为 { $file }

## 公钥与指纹

public-half = 公钥
save-public = 保存公钥
fingerprints = 指纹

## 查看内容

look-inside = 密钥参数
show-numbers = 显示参数
hide-numbers = 隐藏参数
check-key = 检查密钥
command-check = 等效的 OpenSSL 检查命令
key-sound = 密钥完好：各参数一致。
show-secrets = 同时显示私密参数
show-secrets-question = 要显示私密参数吗？
show-secrets-advice = 谁在屏幕上或截图中看到它们，谁就得到了私钥。
show-secrets-yes = 显示
show-secrets-no = 保持隐藏

## 合成一个文件

bundle = 合并为一个文件
bundle-note = 把私钥及其证书合并为一个文件供设备导入，或把多张证书打包在一起。
bundle-kind = 适用对象
bundle-items = 包含的内容
bundle-modern = 适合当前系统的 PKCS #12（.p12）
bundle-modern-help = AES-256 加密。OpenSSL、Firefox、Chrome、Java 17 和当前的 Windows 可以打开。如果苹果设备、安卓或旧版 Windows 提示“密码错误”，请选择适合旧设备的一种。
bundle-older = 适合苹果、安卓和旧版 Windows 的 PKCS #12（.p12）
bundle-older-help = 3DES 和 SHA-1，所有设备都能读取，OpenSSL 3 和 Node.js 也能打开。
bundle-older-warning = 加密强度弱：请使用单独的长密码，安装后立即删除此文件。
bundle-truststore = Java 信任库（.p12）
bundle-truststore-help = 供 Java 程序信任的证书，不含私钥。用于 -Djavax.net.ssl.trustStore 和 keytool。
bundle-pkcs7 = PKCS #7，仅证书（.p7b）
bundle-pkcs7-help = 用于 Windows、Java 和 Tomcat。不含私钥，没有密码。
bundle-pem = 单个 PEM 文件（依次拼接）
bundle-pem-help = 用于 nginx、HAProxy 等大多数服务器，顺序如下所示。其中的私钥没有密码。
bundle-nothing = 所选内容都不能放入此类文件。请在上面选择，或打开一张证书。
friendly-name = 文件中的名称
friendly-name-help = 设备会显示此名称；在信任库中用作别名。
java-needs-ascii = Java 17 及更早版本打不开密码含有非 ASCII 字符的 PKCS #12 文件。请只用英文字母、数字和符号。
save-bundle = 保存文件
