### 已签发的证书、吊销列表和操作记录（简体中文）。

certs = 证书
certs-loading = 正在读取……
certs-at-it = 正在处理……
certs-saved = 已保存到浏览器的下载目录。
certs-empty = 尚未签发任何证书。
certs-empty-advice = 签发的证书会显示在这里，可以保存、续期或吊销。
certs-save-root = 保存根证书
certs-empty-no-key = 此证书颁发机构的私钥不在这里，无法签发。它在别处签发的证书可随其目录一起导入。
certs-issue = 签发证书
certs-none-found = 没有找到证书
certs-none-found-advice = 没有证书同时符合搜索内容、状态和证书类型。
certs-clear = 清除筛选条件

## 筛选

certs-narrow = 筛选证书
certs-search-help = 名称、主体或序列号。
certs-all-states = 全部状态
certs-all-profiles = 全部证书类型
certs-latest = 最新的在前

## 表格

certs-table = 已签发的证书
certs-name = 名称
certs-state = 状态
certs-ends = 到期日
certs-profile = 证书类型
certs-issuer = 颁发者
certs-key-kept = 私钥保存在这里
certs-nameless = 无名称（{ $serial }）
certs-tick = 选择 { $name }
certs-tick-all = 选择本页全部
certs-in-days = { $days ->
    [0] 不到 1 天后
   *[other] { $days } 天后
}
certs-days-ago = { $days ->
    [0] 不到 1 天前
   *[other] { $days } 天前
}
certs-pages = 表格分页
certs-range = 第 { $from }–{ $to } 张，共 { $total } 张
certs-first = 首页
certs-previous = 上一页
certs-next = 下一页
certs-last = 末页

state-good = 有效
state-ending = 即将到期
state-expired = 已过期
state-held = 已暂停
state-revoked = 已吊销

## 批量操作

certs-ticked = 已选 { $count } 张
certs-tick-none = 取消选择
certs-revoke-count = 吊销 { $count } 张
certs-hold-count = 暂停 { $count } 张
certs-release-count = 恢复 { $count } 张
certs-save-calendar = 保存到期日历
certs-keep = 保存表格或到期日
certs-csv-help = 把所有符合筛选条件的行（包括其他页）保存为可用电子表格打开的文件。
certs-save-csv = 保存表格（CSV）
certs-calendar-help = 每张仍然有效的证书对应一个日程，并带有提醒。任何日历程序都能打开。
certs-days-before = 提前几天提醒
certs-days-before-wrong = 请填写整数天数，最多 3650。
certs-save-all-dates = 保存全部到期日（.ics）

## 吊销、暂停、恢复

certs-revoke = 吊销
certs-hold = 暂停
certs-release = 恢复
asking-revoke-one = 吊销 { $name }
asking-revoke-many = 吊销 { $count } 张证书
asking-hold-one = 暂停 { $name }
asking-hold-many = 暂停 { $count } 张证书
asking-release-one = 恢复 { $name }
asking-release-many = 恢复 { $count } 张证书
asking-revoke-means = 吊销后无法撤回。仍然需要证书的一方必须换用新证书。
asking-hold-means = 暂停期间视同吊销。之后可以恢复，也可以正式吊销。
asking-release-means = 证书将重新视为有效。
asking-clients-learn = 只有当下一份吊销列表发布到客户端查询的位置后，客户端才会得知。
asking-authority = 这是证书颁发机构的证书：该机构及其下级签发的一切证书都将不再被接受。
asking-reason = 吊销原因
asking-reason-help = 原因会写入吊销列表，任何人都能看到。
asking-since = 失效起始时间
asking-since-help = 如果私钥泄露或信息变更的时间更早，请填写。在此之前的签名也许仍然有效。
asking-since-wrong = 请填写完整的、已经过去的日期和时间。
asking-hold-instead = 只暂停：以后可能恢复
asking-no = 不做更改
asking-close = 关闭
asking-revoked = 已吊销
asking-held = 已暂停
asking-released = 已恢复
asking-make-list = 立即生成 { $authority } 的吊销列表
asking-list-no-key = { $authority } 的私钥不在这里，须在私钥所在之处生成吊销列表。

revoked-unspecified = 未说明（unspecified）
revoked-key = 私钥已经或可能泄露（keyCompromise）
revoked-ca = 证书颁发机构的私钥已经或可能泄露（cACompromise）
revoked-affiliation = 主体名称或其他信息已变更（affiliationChanged）
revoked-superseded = 已被其他证书取代（superseded）
revoked-cessation = 不再使用（cessationOfOperation）
revoked-hold = 已暂停，可能恢复（certificateHold）
revoked-remove = 已解除暂停（removeFromCRL）
revoked-privilege = 权限已撤销（privilegeWithdrawn）
revoked-aa = 属性颁发机构的私钥已经或可能泄露（aACompromise）

## 单张证书

cert-section = 证书详情
cert-back = 返回表格
cert-inspect = 查看内容
cert-renew = 续期
cert-template = 据此创建模板
cert-template-named = 模板“{ $name }”已创建。它列在模板中，签发证书时可以选用。
cert-template-made = 模板已创建。它列在模板中，签发证书时可以选用。
cert-issued = 登记时间
cert-private-key = 私钥
cert-key-here = 保存在这里
cert-key-elsewhere = 不在这里：由证书申请者持有
cert-authority = 此证书对应的证书颁发机构
cert-renews = 取代
cert-renews-open = 原证书
cert-renewed-by = 续期后的证书
cert-renewed-by-open = 新证书
cert-not-kept = 证书
cert-not-kept-advice = 不在这里：导入的索引中只有它的记录。仍然可以吊销。
cert-released = 已于 { $date } 恢复。
cert-revoked-at = 时间：{ $date }。
cert-revoked-why = 原因：{ $reason }
cert-revoked-since = 失效起始时间：{ $date }。
cert-files = 文件
cert-save-chain = 连同证书链一起保存
cert-chain-help = 服务器需要证书链：先是本证书，然后是各级颁发者的证书。
cert-copy = 复制 PEM
cert-no-key-files = 它的私钥不保存在这里，因此无法在这里导出。
cert-key-plain-question = 要不带密码保存私钥吗？
cert-key-plain-yes = 不带密码保存
cert-key-plain-no = 设置密码
cert-bundle = 证书和私钥合为一个文件
cert-save-bundle = 保存为 PKCS #12
cert-calendar = 到期日
cert-save-date = 保存到期日（.ics）

## 吊销列表

crl = 吊销列表
crl-lead = 吊销列表列出客户端应提前拒绝的证书。列表到期后，会检查列表的客户端将拒绝所有证书。
crl-never = 还没有吊销列表。如果客户端会检查吊销状态，请生成一份：即使是空列表，它们也需要。
crl-never-revoked = 有证书已吊销或暂停，但还没有吊销列表。请生成一份。
crl-past = 最近的列表已到期。在有新列表之前，会检查列表的客户端将拒绝此机构的所有证书。
crl-near = { $days ->
    [0] 最近的列表将在一天内到期。请生成新列表。
   *[other] 最近的列表将在 { $days } 天后到期。请生成新列表。
}
crl-changed = 最近的列表之后又有吊销、暂停或恢复。在有新列表之前，客户端无从得知。
crl-fine = 最近的列表仍在有效期内，之后没有变化。
crl-last = 最近列表的生成时间
crl-until = 下次更新期限
crl-delta-last = 最近增量列表的生成时间
crl-delta-until = 增量列表有效期至
crl-next-number = 下一份列表的编号
crl-every = 列表间隔
crl-days = { $days } 天
crl-no-end = 未说明
crl-make = 新列表
crl-days-label = 有效期（天）
crl-days-help = 请在到期之前换上下一份列表。
crl-delta = 只含上次完整列表之后的变化（增量列表）
crl-delta-help = 体积小，下载快。客户端还需要上次的完整列表，而且并非都支持增量列表。
crl-make-button = 生成并保存列表
crl-made = 列表已生成并保存。请把它放到客户端查询的位置。
crl-no-key = 此证书颁发机构的私钥不在这里，而列表必须用它签名。
crl-save = 再次保存最近的列表
crl-full = 完整列表
crl-delta-list = 增量列表
crl-save-help = 证书中的网址应提供 DER 格式。OpenSSL、nginx 和 HAProxy 从文件读取 PEM 格式。
crl-places = 客户端查询的位置
crl-places-note = 这里签发的证书会写明以下地址。每份列表都须以 DER 格式放在同一地址。
crl-no-places = 这里签发的证书没有写明吊销列表的位置
crl-no-places-advice = 客户端只会检查手动提供的列表。如需更改，请在签发之前到此机构的设置中填写地址。

## 操作记录

history = 操作记录
history-lead = 按本设备时钟记录的全部操作，只增不减。
history-empty = 还没有任何操作。
history-when = 时间
history-authority = 证书颁发机构
history-what = 操作
history-pages = 操作记录分页
history-range = 第 { $from }–{ $to } 条，共 { $total } 条
history-save = 保存操作记录（CSV）
act-created = 创建了证书颁发机构。
act-imported = 导入了证书颁发机构，含 { $count } 张证书。
act-exported = 已导出：{ $what }
act-issued = 签发：{ $subject }，序列号 { $serial }，证书类型“{ $profile }”
act-issued-many = 由表格签发了 { $count } 张证书。
act-renewed-same-key = 以原密钥续期：{ $subject }，序列号 { $serial }
act-renewed-new-key = 以新密钥续期：{ $subject }，序列号 { $serial }
act-revoked = 吊销：{ $subject }，序列号 { $serial }。{ $reason }
act-held = 暂停：{ $subject }，序列号 { $serial }
act-released = 恢复：{ $subject }，序列号 { $serial }
act-published = 生成了吊销列表 { $number }，含 { $count } 张已吊销的证书。
act-published-delta = 生成了增量列表 { $number }，含 { $count } 项变化。
act-changed = 更改了证书颁发机构的设置。
act-removed = 移除了证书颁发机构及其全部证书。
act-template-saved = 创建或更改了模板“{ $name }”。
act-template-removed = 移除了模板“{ $name }”。
act-passphrase-set = 设置或更改了保险库的密码短语。
act-backed-up = 创建了备份。
act-restored = 从备份恢复了 { $count } 条记录。
act-key-saved = 私钥已保存为文件：{ $subject }，序列号 { $serial }
