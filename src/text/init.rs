//! The words around a new working folder. What the folder holds stands in `init/`.

use super::texts;

texts! {
    about_init() { "Tạo thư mục làm việc mới: danh sách xã, hướng dẫn, ví dụ", "Make a new working folder: roster, instructions, an example" }
    help_init_folder() { "Thư mục cần tạo; chưa có hoặc còn trống", "The folder to make; not there yet, or empty" }
    help_init_period() { "Tạo luôn thư mục của kỳ này, ví dụ 2022-06", "Make the folder of this period too, such as 2022-06" }
    init_done(folder, names) { "Đã tạo “{folder}”: {names}", "Made “{folder}”: {names}" }
    init_next(readme, example) { "Các bước làm việc: {readme}; thử ngay: ntm score {example}", "The steps of the work: {readme}; try it: ntm score {example}" }
    init_no_set(period) { "lưu ý: chương trình chưa có bộ tiêu chí nào có hiệu lực trong kỳ {period}; đặt tệp của bộ ấy vào thư mục tieu-chi và thêm --criteria tieu-chi vào các lệnh", "note: no criteria set that comes with the program is in force in {period}; put its file into the folder tieu-chi and add --criteria tieu-chi to the commands" }
    init_not_empty(folder) { "“{folder}” đã có và không trống, không tạo gì", "“{folder}” is there and not empty; nothing was made" }
    init_is_a_file(path) { "“{path}” là một tệp đã có, không phải thư mục; không tạo gì", "“{path}” is a file that is there, not a folder; nothing was made" }
    init_name_a_folder() { "nêu tên một thư mục chưa có, ví dụ ntm init ntm-2022", "name a folder that is not there yet, such as ntm init ntm-2022" }
    init_elsewhere() { "chọn tên thư mục khác, hoặc dọn trống thư mục ấy", "choose another name, or empty that folder" }
    init_check_place() { "kiểm tra thư mục mẹ có tồn tại, ghi được và còn chỗ", "check that the folder above exists, can be written to and has room" }
}
