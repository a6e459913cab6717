//! What was set right while reading.

use super::texts;

texts! {
    repaired_utf_16() { "tệp ở dạng UTF-16, đã đọc được", "the file is in UTF-16 and was read" }
    repaired_windows_1258() { "tệp ở bảng mã windows-1258, đã đọc được", "the file is in windows-1258 and was read" }
    repaired_windows_1252() { "tệp ở bảng mã windows-1252, đã đọc được", "the file is in windows-1252 and was read" }
    repaired_unicode_form(count) { "{count} từ viết bằng dấu rời (Unicode tổ hợp), đã ghép lại", "{count} word{count:?} with separate accents, composed" }
    repaired_invisible_characters(count) { "{count} ký tự vô hình, đã bỏ", "{count} invisible character{count:?}, left out" }
    repaired_full_width_digits(count) { "{count} chữ số toàn chiều rộng, đã đọc như chữ số thường", "{count} digit{count:?} of full width, read plain" }
    repaired_apostrophes(count) { "{count} dấu nháy đơn ở đầu ô, đã bỏ", "{count} apostrophe{count:?} at the beginning of cells, left out" }
    repaired_formula_text(count) { "{count} ô viết như công thức (=\"2.1\"), đã đọc nội dung", "{count} cell{count:?} written as formulas (=\"2.1\"), read as their text" }
    repaired_title_rows(count) { "{count} dòng tiêu đề ở trên bảng, đã bỏ qua", "{count} row{count:?} above the table, passed over" }
    repaired_repeated_headers(count) { "{count} dòng tên cột lặp lại, đã bỏ qua", "{count} repeated header{count:?}, passed over" }
    repaired_signature(count) { "{count} dòng chữ ở dưới bảng (nơi ký), đã bỏ qua", "{count} row{count:?} of text below the table, passed over" }
    repaired_leading_zeros(count) { "{count} mã xã mất số 0 ở đầu, đã thêm lại", "{count} code{count:?} without their leading zero, completed" }
    repaired_hidden_rows(count) { "{count} dòng bị ẩn, vẫn được đọc", "{count} hidden row{count:?}, read like others" }
    repaired_hidden_columns(count) { "{count} cột bị ẩn, vẫn được đọc", "{count} hidden column{count:?}, read like others" }
    repaired_hidden_sheets(count) { "{count} trang tính bị ẩn, vẫn được đọc nếu có số liệu", "{count} hidden sheet{count:?}, read like others where they hold data" }
    repaired_merged_cells(count) { "{count} ô gộp nhiều dòng, đã đọc cho từng dòng", "{count} cell{count:?} merged over rows, read for each row" }
    repaired_percent_cells(count) { "{count} ô định dạng phần trăm, đã đọc như hiển thị (0,985 là 98,5%)", "{count} cell{count:?} shown in percent, read as shown (0.985 is 98.5%)" }
    repaired_other_sheets(count) { "{count} trang tính không có bảng chỉ tiêu, đã bỏ qua", "{count} sheet{count:?} without a table of indicators, passed over" }
    repaired_other_tables(count) { "{count} bảng khác trong văn bản Word, đã bỏ qua", "{count} other table{count:?} of the document, passed over" }
    repaired_heading_rows(count) { "{count} dòng tên nhóm, tên tiêu chí không có số liệu, đã bỏ qua", "{count} row{count:?} that only name a group or a criterion, passed over" }
    repaired_column_letters(count) { "{count} dòng đánh số cột dưới tiêu đề, đã bỏ qua", "{count} row{count:?} of column letters or numbers below the header, passed over" }
    repaired(file, kind, what) { "{file}: đã chỉnh[{kind}]: {what}", "{file}: repaired[{kind}]: {what}" }
    repaired_in_all(list) { "đã chỉnh khi đọc: {list}; xem từng tệp bằng ntm check", "set right while reading: {list}; ntm check lists it by file" }
}
