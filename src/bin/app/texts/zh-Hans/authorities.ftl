### 证书颁发机构页面的简体中文文字。

authorities = 颁发机构
