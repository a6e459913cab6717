//! What is wrong with a roster.

use super::texts;

texts! {
    roster_column_twice(column) { "cột “{column}” có hai lần", "column “{column}” is there twice" }
    list_columns(columns) { "danh sách này cần các cột: {columns}", "this list needs the columns: {columns}" }
    not_a_code(column, cell) { "cột “{column}”: “{cell}” không phải là mã xã năm chữ số", "column “{column}”: “{cell}” is not a five-digit code" }
    short_code(column, cell) { "cột “{column}”: “{cell}” thiếu chữ số: các mã khác trong tệp vẫn giữ số 0 ở đầu", "column “{column}”: “{cell}” lacks digits: other codes of the file keep their leading zero" }
    write_code() { "định dạng cột là Văn bản (Text) để giữ số 0 ở đầu, ví dụ 06727", "format the column as Text to keep the leading zero, such as 06727" }
    cell_empty(column) { "cột “{column}” trống", "column “{column}” is empty" }
    fill_cell() { "điền ô này", "fill in the cell" }
    write_province_code() { "định dạng cột là Văn bản (Text), ghi mã tỉnh của cơ quan thống kê, ví dụ 22 cho Quảng Ninh, 01 cho Hà Nội", "format the column as Text and write the statistics office's code, such as 22 for Quảng Ninh, 01 for Hà Nội" }
    not_a_province_code(column, cell) { "cột “{column}”: “{cell}” không phải là mã tỉnh hai chữ số", "column “{column}”: “{cell}” is not a province's two-digit code" }
    key_by_name(column, cell, key) { "cột “{column}”: “{cell}” phải ghi bằng mã {key}", "column “{column}”: “{cell}” is written by its code, {key}" }
    write_key(key) { "ghi {key}", "write {key}" }
    not_a_key(column, cell) { "cột “{column}”: không có “{cell}”", "column “{column}”: there is no “{cell}”" }
    class_without_rule(cell) { "không có quy định nào dùng loại “{cell}”", "no rule goes by the class “{cell}”" }
    class_unknown(column, cell) { "cột “{column}”: không có quy định nào dùng loại “{cell}”", "column “{column}”: no rule goes by the class “{cell}”" }
    check_class() { "kiểm tra chính tả; loại không có quy định thì không đổi mức đạt chuẩn", "check the spelling; a class that no rule goes by changes no threshold" }
    ends_before_start(to, from) { "cột “{to}” ghi ngày trước cột “{from}”", "the date of column “{to}” is before that of “{from}”" }
    check_dates() { "kiểm tra lại hai ngày", "check both dates" }
    code_twice(column, code) { "cột “{column}”: mã xã {code} có hai lần trong cùng thời gian", "column “{column}”: code {code} is there twice at the same time" }
    rosters_differ(code, file) { "mã xã {code} có trong {file} với nội dung khác, mà cả hai danh sách cùng dùng cho một kỳ", "code {code} is in {file} with other content, and both rosters count in one month" }
    one_roster() { "dùng một communes.csv cho cả hai, hoặc để communes.csv của từng kỳ trong thư mục kỳ ấy", "use one communes.csv for both, or put each month's communes.csv into that month's folder" }
    separate_validity() { "xóa dòng thừa; nếu mã được dùng lại, ghi valid_from, valid_to không chồng nhau", "delete the extra row; where a code is used again, give valid_from and valid_to that do not overlap" }
}
