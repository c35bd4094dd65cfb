### 各页面共用的简体中文文字。

choose-files = 选择文件
paste-text = 粘贴文本
pasted-text = 要读取的文本
read-text = 读取
command = 等效的 OpenSSL 命令
command-none = 没有命令能直接用现有文件完成此操作。
command-none-here = 此处没有能完成同样操作的命令。
more-choices = 更多选项
less = 收起
list-separator = { "、" }
group-separator = { "；" }
sentence-separator = { "" }
password = 密码
progress-key = 正在生成密钥……
tone-info = 提示：
tone-success = 成功：
tone-warning = 警告：
tone-danger = 问题：

## 长列表

search = 搜索
search-help = 名称、颁发者、序列号、文件名。
search-found = 找到 { $found } 项，共 { $all } 项
show-more = 再显示 { $count } 项
