//! The words about what lies in a folder and is not read.

use super::texts;

texts! {
    own_output() { "báo cáo do chương trình này ghi ra, không đọc như số liệu", "a report that this program wrote; it is not read as data" }
    leave_own_output() { "để nguyên, hoặc chuyển sang thư mục khác; muốn đọc thì nêu tên tệp trong lệnh", "leave it, or move it to another folder; to have it read name it in the command" }
    several(message, count, names) { "{message} ({count}: {names})", "{message} ({count}: {names})" }
    loose() { "tệp nằm bên ngoài thư mục của các kỳ nên không được đọc", "the file lies beside the folders of months and is not read" }
    move_in() { "chuyển vào thư mục của kỳ, ví dụ 2022-05; muốn đọc riêng thì nêu tên tệp trong lệnh", "move it into the folder of its month, such as 2022-05; to have it read by itself name it in the command" }
    not_read(endings) { "tệp không được đọc; chỉ đọc {endings}", "the file is not read; only {endings} are" }
    save_otherwise() { "nếu trong đó có số liệu: mở ra (giải nén), lưu dạng .xlsx hoặc “CSV UTF-8” vào thư mục của kỳ; nếu không thì chuyển đi", "where it holds data: open (or unpack) it and save it as .xlsx or “CSV UTF-8” in the month's folder; else move it away" }
    folder_not_read() { "thư mục có tệp số liệu nhưng không được đọc", "the folder holds files of data and is not read" }
    name_the_folder() { "đặt tên theo kỳ, ví dụ 2022-05, bên cạnh các kỳ khác; hoặc nêu thư mục ấy trong lệnh", "name it after its month, such as 2022-05, beside the other months; or name it in the command" }
    empty_month(period) { "thư mục của kỳ {period} không có tệp số liệu nào", "the folder of {period} holds no data file" }
    put_data_in() { "đặt tệp của các xã vào đó, hoặc xóa thư mục", "put the communes' files there, or delete the folder" }
    nothing_of_period(period) { "không có dòng nào của kỳ {period}: chưa kiểm tra hay tính gì", "no row is of {period}: nothing was examined" }
    choose_other_period(periods) { "bỏ --period hoặc chọn kỳ khác; số liệu có ở kỳ: {periods}", "leave out --period or choose another; there are rows of {periods}" }
}
