//! The words about what lies in a folder and is not read.

use super::texts;

texts! {
    month_skipped(period, why) { "kỳ {period} không được đem so sánh: {why}", "{period} is not compared with: {why}" }
    no_such_month() { "không có thư mục của kỳ ấy bên cạnh", "no folder of that month lies beside this one" }
    get_the_month() { "có số liệu kỳ ấy thì đặt vào thư mục ấy rồi chạy lại; không có thì bỏ qua", "where there is data of that month put it into that folder and run again; else ignore this" }
    is_called(name) { "thư mục đặt tên là “{name}” nên không được đọc", "its folder is called “{name}” and is not read" }
    rename_to(period) { "nếu là số liệu kỳ {period}: đổi tên thư mục thành {period}", "where it holds the data of {period}: rename the folder to {period}" }
    files_unread(files) { "không đọc được {files}; các tệp khác của kỳ ấy vẫn được đem so sánh", "{files} cannot be read; other files of that month are compared with" }
    check_that_month() { "chạy ntm check cho thư mục của kỳ ấy, sửa lỗi rồi kiểm tra lại", "run ntm check on that month's folder, mend the faults and check again" }
    month_unreadable(why) { "không đọc được thư mục: {why}", "its folder cannot be read: {why}" }
    make_readable() { "kiểm tra thư mục còn đó, có quyền đọc và đã đồng bộ xong, rồi chạy lại", "check that the folder is there, may be read and is synchronised, then run again" }
    month_without_data(endings) { "thư mục không có tệp số liệu nào ({endings})", "its folder holds no data file ({endings})" }
    month_says_nothing(level) { "không xã nào có số liệu cấp độ {level}", "no commune has rows of {level}" }
    month_without_law(level) { "chưa có bộ tiêu chí cấp độ {level} có hiệu lực", "no set of {level} was in force" }
    other_level_or_data() { "xem xã nào có số liệu kỳ ấy: ntm check", "see who has reported for it: ntm check" }
    own_output() { "báo cáo do chương trình này ghi ra, không đọc như số liệu", "a report that this program wrote; it is not read as data" }
    leave_own_output() { "để nguyên, hoặc chuyển sang thư mục khác; muốn đọc thì nêu tên tệp trong lệnh", "leave it, or move it to another folder; to have it read name it in the command" }
    several(message, count, names) { "{message} ({count}: {names})", "{message} ({count}: {names})" }
    loose() { "tệp nằm bên ngoài thư mục của các kỳ nên không được đọc", "the file lies beside the folders of months and is not read" }
    move_in() { "chuyển vào thư mục của kỳ, ví dụ 2022-05; muốn đọc riêng thì nêu tên tệp trong lệnh", "move it into the folder of its month, such as 2022-05; to have it read by itself name it in the command" }
    not_read(endings) { "tệp không được đọc; chỉ đọc {endings}", "the file is not read; only {endings} are" }
    save_otherwise() { "nếu trong đó có số liệu: mở ra (giải nén), lưu dạng .xlsx hoặc “CSV UTF-8” vào thư mục của kỳ; nếu không thì chuyển đi", "where it holds data: open (or unpack) it and save it as .xlsx or “CSV UTF-8” in the month's folder; else move it away" }
    document_not_read() { "văn bản Word không được đọc: không mở được, hoặc không có bảng nào có cột chỉ tiêu và cột kết quả", "the document is not read: it cannot be opened, or has no table with a column of indicators and one of values" }
    head_its_table() { "nếu trong đó có số liệu: đặt tên cột của bảng trong Word (Chỉ tiêu, Kết quả), hoặc chép bảng sang Excel, lưu dạng .xlsx vào thư mục của kỳ; nếu không thì để nguyên", "where it holds data: name the columns of the table in Word (indicator, value), or copy the table into Excel and save it as .xlsx in the month's folder; else leave it" }
    folder_not_read(count) { "thư mục có {count} tệp số liệu nhưng không được đọc", "the folder holds {count} file{count:?} of data and is not read" }
    move_out() { "số liệu của kỳ này: chuyển các tệp ra thư mục của kỳ; biểu chưa điền (ntm template) hay bản cũ: để nguyên hoặc chuyển đi nơi khác", "data of this month: move the files out into the month's folder; forms not filled in (ntm template) or old copies: leave them, or move them elsewhere" }
    lock_alone(book) { "tệp khóa của Excel: “{book}” đang được mở ở nơi khác, hoặc chưa được chép vào đây", "a lock of Excel: “{book}” is open elsewhere, or was not copied here" }
    close_the_book(book) { "lưu và đóng “{book}”, chép tệp ấy vào thư mục này rồi chạy lại", "save and close “{book}”, copy it into this folder and run again" }
    copy_locked_book() { "thư mục chỉ có tệp khóa: làm như gợi ý ngay trên", "the folder has a lock alone: do as the hint above says" }
    list_is_workbook(list) { "danh sách được lưu dạng bảng tính nên không được đọc; chương trình chỉ đọc {list}.csv", "the list is saved as a workbook and is not read; only {list}.csv is" }
    save_list(list) { "mở tệp ấy, chọn Lưu thành (Save As) kiểu “CSV UTF-8 (Comma delimited)”, tên {list}.csv, cùng thư mục", "open it and save it as “CSV UTF-8 (Comma delimited)” under the name {list}.csv in the same folder" }
    named_otherwise(name, period) { "thư mục “{name}” có lẽ là của kỳ {period}, nhưng tên không phải {period} nên không cho biết kỳ", "the folder “{name}” seems to be of {period}, but is not called {period}, so its name gives no period" }
    misnamed_month(period) { "thư mục có tệp số liệu, có lẽ của kỳ {period}, nhưng không được đọc vì tên không phải {period}", "the folder holds files of data, it seems of {period}, and is not read, for it is not called {period}" }
    name_the_folder() { "số liệu: đặt tên theo kỳ, ví dụ 2022-05, bên cạnh các kỳ khác, hoặc nêu thư mục ấy trong lệnh; biểu chưa điền (ntm template): để nguyên, xã điền xong thì chép tệp vào thư mục của kỳ", "data: name it after its month, such as 2022-05, beside the other months, or name it in the command; forms not filled in (ntm template): leave it, and copy those filled in into the month's folder" }
    empty_month(period) { "thư mục của kỳ {period} không có tệp số liệu nào", "the folder of {period} holds no data file" }
    put_data_in() { "đặt tệp của các xã vào đó, hoặc xóa thư mục", "put the communes' files there, or delete the folder" }
    nothing_of_period(period) { "không có dòng nào của kỳ {period}: chưa kiểm tra hay tính gì", "no row is of {period}: nothing was examined" }
    choose_other_period(periods) { "bỏ --period hoặc chọn kỳ khác; số liệu có ở kỳ: {periods}", "leave out --period or choose another; there are rows of {periods}" }
}
