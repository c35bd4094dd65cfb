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
