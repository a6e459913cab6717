//! The words of a letter after Nghị định 30/2020/NĐ-CP: its frame, which is Vietnamese in
//! every language, and what is said of the office's own file.

use super::texts;

texts! {
    // The frame of the decree.
    quoc_hieu() { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" }
    tieu_ngu() { "Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc" }
    letter_number(number, symbol) { "Số: {number}/{symbol}", "Số: {number}/{symbol}" }
    letter_symbol_open() { "BC-…………", "BC-…………" }
    letter_dots() { "………", "………" }
    letter_long_dots() { "…………………………", "…………………………" }
    letter_place_and_date(place, date) { "{place}, {date}", "{place}, {date}" }
    letter_date(day, month, year) { "ngày {day} tháng {month} năm {year}", "ngày {day} tháng {month} năm {year}" }
    letter_day_open() { "……", "……" }
    letter_report() { "BÁO CÁO", "BÁO CÁO" }
    letter_kind() { "Báo cáo", "Báo cáo" }
    letter_opening(body, what) { "{body} báo cáo {what} như sau:", "{body} reports: {what}" }
    letter_numbered(number, words) { "{number}. {words}", "{number}. {words}" }
    letter_end(words) { "{words}./.", "{words}./." }
    letter_recipients() { "Nơi nhận:", "Nơi nhận:" }
    letter_recipient(name) { "- {name};", "- {name};" }
    letter_archive(words) { "- {words}.", "- {words}." }
    letter_archive_word() { "Lưu:", "Lưu:" }
    letter_archived() { "Lưu: VT", "Lưu: VT" }
    letter_annex(number) { "Phụ lục {number}", "Phụ lục {number}" }
    letter_only_annex() { "Phụ lục", "Phụ lục" }
    letter_goes_with(number, date, body) { "(Kèm theo Báo cáo số {number} {date} của {body})", "(Kèm theo Báo cáo số {number} {date} của {body})" }
    paper_goes_with(title) { "(Kèm theo {title})", "(Kèm theo {title})" }
    letter_body_open() { "……………………", "……………………" }

    // What the letter says of its appendices.
    letter_one_annex(name) { "Kèm theo Báo cáo này có Phụ lục: {name}", "With this report goes an appendix (Phụ lục): {name}" }
    letter_annexes(count, names) { "Kèm theo Báo cáo này có {count} phụ lục: {names}", "With this report go {count} appendices: {names}" }
    letter_many_annexes(count, last) { "Kèm theo Báo cáo này có {count} phụ lục, từ Phụ lục I đến Phụ lục {last}", "With this report go {count} appendices, Phụ lục I to Phụ lục {last}" }
    paper_one_annex(name) { "Kèm theo: Phụ lục “{name}”", "With it goes an appendix (Phụ lục): {name}" }
    paper_annexes(names) { "Kèm theo: {names}", "With it go: {names}" }
    paper_many_annexes(count, last) { "Kèm theo: {count} phụ lục, từ Phụ lục I đến Phụ lục {last}", "With it go {count} appendices, Phụ lục I to Phụ lục {last}" }
    letter_see_annex(name) { "Chi tiết tại {name} kèm theo", "For details see {name}" }

    // office.toml.
    mend_office() { "sửa dòng được đánh dấu, ví dụ place = \"Móng Cái\"; xem ntm check --explain bad-office", "mend the marked line, such as place = \"Móng Cái\"; see ntm check --explain bad-office" }
    a_list_of_recipients() { "một danh sách chữ, ví dụ [\"UBND thành phố\", \"Lưu: VT\"]", "a list of texts, such as [\"UBND thành phố\", \"Lưu: VT\"]" }
    an_office_table(name) { "một bảng [{name}] với các khóa như ở đầu tệp", "a table [{name}] with the keys of the head of the file" }
    unknown_place(key) { "“{key}” có chỗ điền khác {{xã}}", "“{key}” has a place for something else than {{xã}}" }
    only_commune_place() { "trong bảng chỉ điền được tên xã, viết đúng {{xã}}; bỏ dấu ngoặc nhọn ở chỗ khác", "a table knows {{xã}} alone, the commune's name; leave out other braces" }
    no_place_here(key) { "“{key}” ở đầu tệp không có chỗ điền: báo cáo của văn phòng không riêng của xã nào", "“{key}” at the head of the file takes no place: the office's report is of no one commune" }
    commune_place_in_tables() { "{{xã}} chỉ dùng trong bảng [self], [verified], [appraised]", "{{xã}} is for the tables [self], [verified], [appraised]" }
    no_office_of(table, path) { "đầu đề, ký hiệu, người ký và nơi nhận trong bản Word để dòng chấm; bảng [{table}] của “{path}” điền sẵn các chỗ ấy", "the Word files have dots for body, symbol, signer and recipients; the table [{table}] of “{path}” fills them in" }
    no_office(path) { "không có “{path}”: tên cơ quan, số, địa danh và người ký trong bản Word để dòng chấm; tạo tệp ấy để điền sẵn", "there is no “{path}”: the Word report has dots for body, number, place and signer; that file can fill them in" }
}
