//! The columns of a roster, and which of its rows are communes.

use super::list::{self, ListColumn};
use super::{commune_name, table};
use crate::named::named;
use crate::period;
use crate::problem::Code;

named! {
    /// The columns of a roster.
    pub(super) Column {
        Code "code" | "mã xã" | "mã"
        Name "name" | "tên xã" | "xã"
        Province "province" | "mã tỉnh" | "tỉnh"
        Region "region" | "vùng"
        District "district" | "huyện"
        Class "class" | "loại xã"
        DistrictClass "district_class" | "loại huyện"
        Group "group" | "nhóm"
        Title "title"
        TitleSet "title_set"
        TitleDate "title_date"
        ValidFrom "valid_from"
        ValidTo "valid_to"
    }
}

impl ListColumn for Column {
    const NAMES: &'static [(&'static str, Column)] = Column::WORDS;
    const REQUIRED: &'static [Column] =
        &[Column::Code, Column::Name, Column::Province, Column::Region];
    const KEYS: &'static [Column] = &[Column::Code, Column::Name];
    const BAD: Code = Code::BadRoster;
    const FILLS_ROWS: bool = true;

    fn may_be_entry(row: &table::Row) -> bool {
        let filled = row.cells().filter(|cell| !cell.is_empty()).count();
        let mut cells = row.cells();
        cells.any(|cell| is_number(cell) && (matches!(cell.len(), 4 | 5) || filled > 2))
    }

    fn begins_signature(entry: &RosterRow) -> bool {
        let mut cells = entry.cells().map(str::to_lowercase);
        cells.any(|cell| SIGNING.iter().any(|words| cell.contains(words)))
    }

    /// Who signs has neither code nor province, region, class or date, and does not fill the
    /// columns. A name in its column may be that of a commune whose code is not known yet,
    /// unless a signature has begun.
    fn is_signature(entry: &RosterRow, begun: bool, holds: &dyn Fn(&str) -> bool) -> bool {
        let name = entry.cell(Column::Name);
        // `Xã Bắc Sơn, ngày 5 tháng 5` is where and when one signs.
        let with_kind = commune_name::is_with_kind(name) && !name.contains([',', ':']);
        let is_commune = with_kind || (!begun && !name.is_empty());
        let may_be_data =
            |cell: &str| is_number(cell) || holds(cell) || Self::begins_with_key(cell);
        let mut dates = DATES.iter().map(|column| entry.cell(*column));
        let dated = dates.any(|cell| period::parse_date(cell).is_some());
        entry.is_incomplete() && !is_commune && !dated && !entry.cells().any(may_be_data)
    }

    fn is_key(cell: &str) -> bool {
        is_number(cell)
    }

    /// `06757 - Vĩnh Thực`; a date begins with a year.
    fn begins_with_key(cell: &str) -> bool {
        let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
        matches!(digits, 4 | 5) && period::parse_date(cell).is_none()
    }

    /// A code, or a region; of words parted by blanks a number may be a year.
    fn may_be_cells(cells: &[&str], blanks: bool, holds: &dyn Fn(&str) -> bool) -> bool {
        let numbers = || cells.iter().filter(|cell| is_number(cell));
        let code = numbers().any(|cell| cell.len() == 5);
        let held = || cells.iter().any(|cell| holds(cell));
        let names = || cells.iter().filter(|cell| list::is_name::<Column>(cell)).count();
        if blanks {
            code || Self::begins_with_key(cells[0]) || numbers().count() > 0 && held()
        } else {
            let short = || numbers().any(|cell| cell.len() == 4) || numbers().count() > 1;
            code || short() || held() || names() > 1
        }
    }
}

/// Words by which who signs is told from a commune.
const SIGNING: [&str; 7] = ["người lập", "lập biểu", "chủ tịch", "tm. ", "kt. ", "ngày ", "ký tên"];

/// The columns of dates.
const DATES: [Column; 3] = [Column::TitleDate, Column::ValidFrom, Column::ValidTo];

pub(super) fn is_number(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit())
}

/// A row of a roster.
pub(super) type RosterRow<'l, 'r> = list::Entry<'l, 'r, Column>;
