//! The headings, and which column each is.

use std::collections::BTreeMap;

use csv::StringRecord;

use super::row::Bad;
use crate::{Error, TableFault, pki::AttributeType, saturated::saturated};

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Subject,
    Country,
    State,
    Locality,
    Organization,
    Unit,
    Name,
    Names,
    Email,
    Days,
    Key,
    Password,
    File,
}

impl Column {
    /// Those that are a part of the subject, in its order.
    pub(super) const PARTS: [(Self, AttributeType); 6] = [
        (Self::Country, AttributeType::Country),
        (Self::State, AttributeType::State),
        (Self::Locality, AttributeType::Locality),
        (Self::Organization, AttributeType::Organization),
        (Self::Unit, AttributeType::OrganizationalUnit),
        (Self::Name, AttributeType::CommonName),
    ];

    fn named(heading: &str) -> Option<Self> {
        let is_mark = |c: &char| c.is_whitespace() || matches!(c, '-' | '_' | '.' | '\u{feff}');
        let letters = heading.chars().filter(|c| !is_mark(c));
        let plain: String = letters.flat_map(char::to_lowercase).collect();
        let mut all = ALIASES.iter();
        let found = all.find(|(_, names)| names.split(' ').any(|name| name == plain));
        found.map(|(column, _)| *column)
    }
}

pub(super) struct Headings {
    columns: Vec<Column>,
    written: Vec<String>,
}

impl Headings {
    pub(super) fn read(record: &StringRecord) -> Result<Self, Error> {
        let mut headings = Self {
            columns: Vec::new(),
            written: Vec::new(),
        };
        for heading in without_empty_end(record) {
            let name = || heading.trim().chars().take(LONGEST).collect();
            let column = Column::named(heading);
            let column = column.ok_or_else(|| TableFault::Heading { name: name() })?;
            if headings.columns.contains(&column) {
                return Err(TableFault::HeadingTwice { name: name() }.into());
            }
            headings.columns.push(column);
            headings.written.push(name());
        }
        Ok(headings)
    }

    /// The fields of a row that have anything in them.
    pub(super) fn fields<'a>(&self, record: &'a StringRecord) -> Result<Fields<'a>, Bad> {
        let (found, wanted) = (record.len(), self.columns.len());
        let too_many = without_empty_end(record).count() > wanted;
        if found < wanted || too_many {
            let (found, wanted) = (saturated(found), saturated(wanted));
            return Err((None, TableFault::Fields { found, wanted }.into()));
        }
        let fields = self.columns.iter().copied().zip(record);
        let filled = fields.filter(|(_, field)| !field.trim().is_empty());
        Ok(Fields(filled.collect()))
    }

    /// As it stands in the file.
    pub(super) fn written(&self, column: Column) -> Option<String> {
        let place = self.columns.iter().position(|it| *it == column)?;
        self.written.get(place).cloned()
    }
}

pub(super) struct Fields<'a>(BTreeMap<Column, &'a str>);

impl<'a> Fields<'a> {
    /// What stands there, without the space around it.
    pub(super) fn text(&self, column: Column) -> Option<&'a str> {
        self.raw(column).map(str::trim)
    }

    /// What stands there, octet for octet.
    pub(super) fn raw(&self, column: Column) -> Option<&'a str> {
        self.0.get(&column).copied()
    }
}

/// Spreadsheets write all columns that anybody ever used.
fn without_empty_end(record: &StringRecord) -> impl Iterator<Item = &str> {
    let is_filled = |place: &usize| record.get(*place).is_some_and(|it| !it.trim().is_empty());
    let length = (0..record.len()).rev().find(is_filled);
    record.iter().take(length.map_or(0, |last| last + 1))
}

/// In small letters, without spaces and marks.
const ALIASES: [(Column, &str); 13] = [
    (Column::Name, "name cn commonname 名称 通用名 通用名称"),
    (
        Column::Subject,
        "subject dn distinguishedname 主题 主体 使用者",
    ),
    (
        Column::Names,
        "names san sans altname altnames subjectaltname subjectaltnames subjectalternativename \
         subjectalternativenames dns dnsnames domains hosts 备用名称 别名 域名",
    ),
    (Column::Email, "email mail emailaddress 邮箱 邮件 电子邮件"),
    (
        Column::Organization,
        "o org organization organisation organizationname company 组织 单位 公司",
    ),
    (
        Column::Unit,
        "ou unit orgunit organizationalunit organisationalunit organizationalunitname department 部门",
    ),
    (Column::Country, "c country countryname countrycode 国家"),
    (
        Column::State,
        "st s state province stateorprovince stateorprovincename 省 省份 州",
    ),
    (Column::Locality, "l locality localityname city 城市 市"),
    (
        Column::Days,
        "days validity validdays validitydays 天数 有效期 有效天数",
    ),
    (
        Column::Key,
        "key keytype algorithm keyalgorithm 密钥 密钥类型 算法",
    ),
    (
        Column::Password,
        "password passphrase p12password keypassword 密码 口令",
    ),
    (Column::File, "file filename stem 文件 文件名"),
];

/// In characters.
const LONGEST: usize = 64;
