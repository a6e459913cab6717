//! What names of files and sheets, titles and columns say against the rows.

use super::texts;

texts! {
    names_disagree(sheet, file) { "trang tính “{sheet}” mang tên xã khác với tệp “{file}”", "sheet “{sheet}” names another commune than file “{file}”" }
    name_of_two_communes(name) { "tên “{name}” có mã của một xã và tên của xã khác", "the name “{name}” holds the code of one commune and the name of another" }
    rename_file() { "sửa mã hoặc tên xã trong tên tệp (tên trang tính) cho khớp nhau", "correct the code or the name of the commune in the name of the file or the sheet" }
    named_after_other_time(name, period) { "tên “{name}” là của thời gian khác, mà các dòng được tính cho kỳ {period}", "the name “{name}” is of another time, while its rows count for {period}" }
    rename_or_move(period) { "nếu là số liệu kỳ {period} thì sửa tên tệp, tên trang tính; nếu không thì chuyển sang thư mục của kỳ ấy", "where they are the figures of {period}, rename the file or the sheet; else move them to the folder of their month" }
    named_after_other_commune(name, of) { "tên “{name}” là của một xã, mà không dòng nào là của xã ấy: các dòng ghi xã {of}", "“{name}” is named after a commune that none of its rows is of: they name {of}" }
    mend_name_or_rows() { "sửa tên tệp, tên trang tính hoặc sửa cột xã cho khớp nhau", "mend the name of the file or the sheet, or the column of communes, so that they agree" }
    unit_contradicts(written, id, unit) { "đơn vị tính ghi “{written}”, mà chỉ tiêu {id} tính bằng {unit}", "the row's unit is “{written}”, but indicator {id} is in {unit}" }
    convert_to_unit(unit) { "đổi giá trị sang {unit} và sửa ô đơn vị tính; nếu giá trị đã là {unit} thì chỉ sửa ô đơn vị tính", "give the value in {unit} and mend the cell of the unit; where it is in {unit} already, mend that cell alone" }
    title_of_other_time(title, period) { "dòng tiêu đề “{title}” nói về thời gian khác, mà các dòng được tính cho kỳ {period}", "the title “{title}” speaks of another time, while the rows count for {period}" }
    mend_title_or_move(period) { "nếu là số liệu kỳ {period} thì sửa dòng tiêu đề; nếu không thì chuyển tệp sang thư mục của kỳ ấy", "where they are the figures of {period}, mend the title; else move the file to the folder of its month" }
    title_of_other_commune(title, name) { "“{title}” nói về xã khác, mà theo tên tệp các dòng là của {name}", "“{title}” speaks of another commune, while by the file's name the rows are of {name}" }
    mend_title_or_name() { "sửa tên tệp hoặc sửa tiêu đề cho đúng xã, hoặc thêm cột “mã xã” và điền ở mọi dòng", "mend the file's name or the title, or add a column “mã xã” and fill it in every row" }
    speaks_of_other_level(name, level) { "“{name}” nói về cấp độ khác, mà các dòng được đọc ở cấp độ {level}", "“{name}” speaks of another level, while the rows are read at level {level}" }
    name_the_level(other, level) { "thêm “{other}” vào tên tệp hoặc tên trang tính (ví dụ 06727-{other}.xlsx); nếu đúng là {level} thì thêm cột “cấp độ” và điền {level} ở mọi dòng", "add “{other}” to the name of the file or the sheet (06727-{other}.xlsx); where they are of {level}, add a column “cấp độ” with {level} in every row" }
    named_after_voice(name) { "tên “{name}” nói đây là kết quả của cấp thẩm tra, thẩm định, nhưng không có cột nguồn đánh giá: các dòng được đọc là xã tự đánh giá", "the name “{name}” speaks of another voice, but there is no column source: the rows are read as the commune's own assessment" }
    name_the_voice(voice) { "thêm cột source (nguồn đánh giá) và ghi {voice}; nếu đúng là xã tự đánh giá thì đổi tên", "add a column source (nguồn đánh giá) with {voice}; where the commune assesses itself, choose another name" }
    named_after_plan(name) { "tên “{name}” nói đây là kế hoạch, nhưng các dòng được đọc là kết quả thực hiện", "the name “{name}” speaks of a plan, but the rows are read as what was reached" }
    take_plan_out() { "nếu là kế hoạch thì bỏ khỏi thư mục hoặc khỏi tệp; nếu là kết quả thì đổi tên", "take a plan out of the folder or the file; where these are results, choose another name" }
    rename_sheet() { "đổi tên trang tính hoặc tên tệp cho đúng xã, hoặc thêm cột mã xã", "rename the sheet or the file, or add a column of codes" }
}
