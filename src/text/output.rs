//! Words about what is written, and where.

use super::texts;

texts! {
    is_toml(path) { "không ghi vào “{path}”: tệp .toml là bộ tiêu chí hoặc thông tin cơ quan mà chương trình đọc", "“{path}” is not written: files .toml are criteria sets or the office's own, which are read" }
    reserved_target(path) { "“{path}” là tên dành riêng cho tệp của cơ quan, không ghi vào đó", "“{path}” is a name kept for the office's own files and is not written" }
    among_evidence(path) { "“{path}” nằm trong thư mục minh chứng: lần sau sẽ bị coi là minh chứng", "“{path}” lies in the folder of evidence: the next time it would be taken for evidence" }
    among_dossier(path) { "“{path}” nằm trong một hồ sơ đã lập: ghi vào đó thì hồ sơ không còn khớp biên nhận", "“{path}” lies in a dossier: what is written there no longer agrees with its receipt" }
    bytes_on_terminal(form) { "dạng {form} không phải là chữ: không hiện được trên màn hình", "{form} is no text: a terminal cannot show it" }
    name_its_file(ending) { "ghi ra tệp: -o TÊN.{ending}, hoặc chuyển sang lệnh khác bằng |", "write it to a file: -o NAME.{ending}, or send it to another command with |" }
    month_of_forms_has_data(path, names) { "“{path}” đã có số liệu của {names}: thêm biểu vào đó thì mỗi dòng bị trùng, cả kỳ không chấm được", "“{path}” holds data of {names} already: with forms beside it every row would be there twice, and the month could not be scored" }
    forms_elsewhere() { "ghi biểu vào thư mục khác, ví dụ -o bieu, hoặc chọn xã chưa có số liệu bằng --commune", "write the forms to another folder, such as -o forms, or choose communes without data with --commune" }
    month_of_other_forms(path, month, period) { "“{path}” là của kỳ {month}: thêm biểu kỳ {period} vào đó thì cả kỳ không chấm được", "“{path}” is of {month}: with forms of {period} in it the month could not be scored" }
    is_a_month(path) { "“{path}” mang tên một kỳ: thư mục ấy chỉ để số liệu của kỳ", "“{path}” is named after a period: such a folder is for its data alone" }
    holds_data(path) { "“{path}” đã có số liệu hoặc danh sách xã: bản sạch lẫn vào đó sẽ bị đọc cùng", "“{path}” holds data or a roster already: copies among them would be read together with them" }
    is_data(path) { "“{path}” có bảng số liệu của xã, không ghi đè", "“{path}” holds a table of a commune's data and is not replaced" }
    not_a_report(count, paths) { "{count} tệp không phải báo cáo do chương trình này ghi ra, không ghi đè: {paths}", "{count} file{count:?} {are} no report{count:?} that this program wrote, and {are} not replaced: {paths}", are(count: "is", "are") }
    folder_wanted() { "“-” không phải là thư mục: lệnh này ghi nhiều tệp", "“-” is no folder: this command writes several files" }
    file_for_folder(path) { "“{path}” mang tên một tệp: lệnh này ghi vào một thư mục", "“{path}” is the name of a file: this command writes into a folder" }
    name_a_folder() { "nêu một thư mục, ví dụ -o ket-qua", "name a folder, such as -o results" }
    bad_name(name) { "Windows không có tệp nào tên “{name}”", "Windows has no file of the name “{name}”" }
    other_name() { "đổi tên: không dùng con, nul, aux, prn, com1…, lpt1…, các ký tự < > : \" | ? *, dấu chấm hay dấu cách ở cuối", "choose another: not con, nul, aux, prn, com1…, lpt1…, no < > : \" | ? *, no dot or blank at the end" }
    target_twice(path) { "“{path}” được nêu hai lần cho -o", "“{path}” is given twice for -o" }
    each_once() { "mỗi -o một tệp khác nhau", "give each -o a file of its own" }
    is_a_folder(path) { "“{path}” là thư mục, không phải tệp", "“{path}” is a folder, not a file" }
    name_a_file(example) { "nêu tên tệp trong đó, ví dụ -o {example}", "name a file in it, such as -o {example}" }
    name_a_file_elsewhere(example) { "nêu tên tệp ngoài thư mục số liệu, ví dụ -o {example}", "name a file outside the folder of data, such as -o {example}" }
    cannot_read_folder(path, why) { "không đọc được thư mục “{path}”: {why}", "the folder “{path}” cannot be read: {why}" }
    nothing_fits() { "không có tên nào khớp với * và ? ấy; các dấu này chỉ dùng trong phần cuối của đường dẫn", "no name fits these * and ?, which work in the last part of a path" }
    leave_out_last_stroke() { "bỏ dấu \\ cuối cùng trước dấu ngoặc kép: Windows đọc \\\" là một phần của tên", "leave out the last \\ before the quote: Windows takes \\\" for a part of the name" }

    // What kept a file from being read or written.
    in_use(number) { "tệp đang được một chương trình khác mở, ví dụ Excel hay Word (lỗi {number})", "another program, such as Excel or Word, has the file open (error {number})" }
    bad_file_name(number) { "tên tệp hay đường dẫn không hợp lệ (lỗi {number})", "the name or path is not valid (error {number})" }
    exists_already(number) { "đã có tệp hay thư mục cùng tên (lỗi {number})", "a file or folder of that name is there already (error {number})" }
    network_gone(number) { "không kết nối được thư mục trên mạng (lỗi {number})", "the network folder cannot be reached (error {number})" }
    cloud_gone(number) { "tệp nằm trên đám mây (OneDrive, Google Drive) và chưa được tải về máy (lỗi {number})", "the file is in the cloud (OneDrive, Google Drive) and not on this computer (error {number})" }
    virus_found(number) { "chương trình diệt vi-rút chặn tệp này (lỗi {number})", "a virus scanner blocks the file (error {number})" }
    read_only_disk(number) { "ổ đĩa hay thư mục chỉ cho đọc (lỗi {number})", "the disk or folder can only be read (error {number})" }
    path_too_long(number) { "đường dẫn quá dài (lỗi {number})", "the path is too long (error {number})" }
    device_fails(number) { "ổ đĩa không sẵn sàng hoặc bị lỗi (lỗi {number})", "the disk is not ready, or fails (error {number})" }
    not_empty(number) { "thư mục không trống (lỗi {number})", "the folder is not empty (error {number})" }
    links_in_a_circle(number) { "tên này là một liên kết (shortcut) trỏ vòng về chính nó (lỗi {number}); xóa liên kết ấy hoặc chọn tên khác", "the name is a link that leads back to itself (error {number}); delete the link or choose another name" }
    took_too_long(number) { "chờ quá lâu không có trả lời (lỗi {number})", "it took too long (error {number})" }
    of_the_system(number) { "lỗi {number} của hệ điều hành", "error {number} of the operating system" }
    unknown_reason(what) { "lỗi khi đọc hoặc ghi ({what})", "an error of input or output ({what})" }
}
