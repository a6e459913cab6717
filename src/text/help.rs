//! The words of `--help`.

use super::texts;

texts! {
    about() { "Chấm điểm các xã theo bộ tiêu chí nông thôn mới", "Scores communes against the nông thôn mới criteria" }
    about_score() { "Chấm điểm các xã trong một kỳ báo cáo", "Score the communes of one period" }
    about_check() { "Kiểm tra số liệu, không chấm điểm", "Check data without scoring" }
    about_template() { "Tạo biểu để các xã điền số liệu của một kỳ", "Write the forms of a period for the communes to fill in" }
    about_criteria() { "Xem và kiểm tra các bộ tiêu chí", "Show and check criteria sets" }
    about_criteria_list() { "Liệt kê các bộ tiêu chí", "List the criteria sets" }
    about_criteria_show() { "Xem một bộ tiêu chí theo kỳ, vùng và tỉnh", "Show one set for a period, region and province" }
    about_criteria_check() { "Kiểm tra các tệp bộ tiêu chí", "Check criteria files" }
    help_paths() { "Thư mục của một kỳ, hoặc các tệp CSV; “-” là đầu vào chuẩn; mặc định: thư mục hiện tại", "The folder of a period, or CSV files; “-” is standard input; default: the current folder" }
    help_check_level() { "Chỉ nêu lỗi của cấp độ này (và lỗi của cả tệp)", "Tell only what is wrong at this level (and with whole files)" }
    help_check_source() { "Chỉ nêu lỗi của nguồn đánh giá này (và lỗi của cả tệp)", "Tell only what is wrong in this source's rows (and with whole files)" }
    help_level() { "Cấp độ: ntm, nang-cao, kieu-mau", "Level: ntm, nang-cao, kieu-mau" }
    help_period() { "Kỳ báo cáo, ví dụ 2022-05", "Period, such as 2022-05" }
    help_source() { "Nguồn đánh giá: self, verified, appraised", "Whose word is taken: self, verified, appraised" }
    help_criteria() { "Thư mục bộ tiêu chí riêng; tệp trùng tên thay cho bộ có sẵn", "Folder of own criteria sets; a file of the same name replaces the built-in set" }
    help_communes() { "Danh sách xã, nếu không phải communes.csv hoặc communes.xlsx ở gần số liệu", "The roster, if not the communes.csv or communes.xlsx near the data" }
    help_decimal() { "Dấu thập phân của mọi tệp: comma (98,5) hoặc dot (98.5)", "Decimal mark of every file: comma (98,5) or dot (98.5)" }
    reading() { "Đang đọc", "Reading" }
    writing() { "Đang ghi", "Writing" }
    help_fix() { "Ghi bản sao CSV sạch (UTF-8, cột và cách viết chuẩn) của các tệp không có lỗi vào thư mục -o; tệp gốc giữ nguyên", "Write clean CSV copies (UTF-8, canonical columns and words) of the files without errors into the folder -o; the originals stay" }
    one_folder_for_copies() { "--fix cần đúng một thư mục ở -o", "--fix wants one folder at -o" }
    name_one_folder() { "ví dụ: ntm check 2022-05 --fix -o sach", "for example: ntm check 2022-05 --fix -o clean" }
    copies_beside_data() { "không ghi bản sao vào chính thư mục số liệu", "copies are not written into the folder of the data" }
    copies_written(count, folder) { "Đã ghi {count} bản sao sạch vào “{folder}”", "{count} clean cop{y} written to “{folder}”", y(count: "y", "ies") }
    not_copied(count, files) { "Chưa chép {count} tệp còn lỗi: {files}", "{count} file{count:?} with errors {were} not copied: {files}", were(count: "was", "were") }
    help_threads() { "Số luồng xử lý (mặc định: mọi lõi); kết quả không đổi", "Threads to work with (default: every core); the result is the same" }
    help_lenient() { "Chấm cả khi có lỗi; ô lỗi coi là chưa có số liệu", "Score in spite of faults; a faulty cell counts as missing" }
    help_commune() { "Chỉ xã này (mã hoặc tên), với từng chỉ tiêu", "Only this commune (code or name), with every indicator" }
    help_format(words) { "Dạng in ra: {words}", "Form of the output: {words}" }
    help_csv_dialect() { "excel-vi: CSV mở thẳng bằng Excel tiếng Việt (dấu chấm phẩy, dấu phẩy thập phân)", "excel-vi: CSV that Excel under Vietnamese settings opens at once (semicolons, decimal comma)" }
    help_output(endings) { "Ghi ra tệp; đuôi chọn dạng ({endings}); dùng được nhiều lần", "Write to a file; its ending picks the form ({endings}); may be repeated" }
    help_by() { "Mỗi dòng là một xã, một tiêu chí, một chỉ tiêu hay (chỉ CSV) một phần của chỉ tiêu", "What a row is: a commune, a criterion, an indicator, or (CSV only) a part of one" }
    help_require_achieved() { "Mã thoát 1 nếu có xã chưa đủ mọi tiêu chí", "Exit with 1 unless every commune meets all criteria" }
    help_require() { "Mã thoát 1 nếu có xã đạt dưới N tiêu chí", "Exit with 1 unless every commune meets N criteria" }
    help_form_path() { "Thư mục có communes.csv và thư mục của các kỳ; mặc định: thư mục hiện tại", "The folder with communes.csv and the folders of the periods; default: the current folder" }
    help_form_period() { "Kỳ của biểu, ví dụ 2022-06", "The period of the forms, such as 2022-06" }
    help_form_commune() { "Chỉ xã này (mã hoặc tên); dùng được nhiều lần; mặc định: mọi xã", "Only this commune (code or name); may be repeated; default: all" }
    help_form_level() { "Chỉ cấp độ này: ntm, nang-cao, kieu-mau, hoặc cong-nhan (điều kiện công nhận); dùng được nhiều lần; mặc định: ntm", "Only this level: ntm, nang-cao, kieu-mau, or cong-nhan (conditions of recognition); may be repeated; default: ntm" }
    help_from() { "Điền sẵn số liệu và minh chứng của kỳ này", "Fill in the values and evidence of this period" }
    help_form_format() { "xlsx (mặc định): mỗi xã một tệp, có danh sách chọn và tự chấm; csv: mỗi cấp độ một tệp", "xlsx (default): a file a commune, with lists to choose from and live verdicts; csv: a file a level" }
    help_form_output() { "Thư mục để ghi biểu; tệp đã có không bị ghi đè", "The folder to write to; nothing that is there is replaced" }
    help_form_communes() { "Danh sách xã, nếu không phải communes.csv trong PATH hay ba thư mục phía trên", "The roster, if not communes.csv in PATH or up to three folders above" }
    help_lang() { "Ngôn ngữ: vi hoặc en (cũng đặt được bằng NTM_LANG)", "Language: vi or en (also NTM_LANG)" }
    help_colour() { "Màu: auto, always, never", "Colour: auto, always, never" }
    help_width() { "Số ký tự một dòng (mặc định theo màn hình)", "Characters in a line (default: the terminal's)" }
    help_set() { "Bộ tiêu chí gốc, ví dụ qd-318-2022-ntm", "A base set, such as qd-318-2022-ntm" }
    help_region() { "Vùng, ví dụ DBSH", "Region, such as DBSH" }
    help_province() { "Mã tỉnh, ví dụ 22", "The province's code, such as 22" }
    help_class() { "Loại xã: đbkk, atk", "The commune's class: đbkk, atk" }
    help_district_class() { "Loại huyện: nghèo, thoát nghèo", "The district's class: nghèo, thoát nghèo" }
    help_group() { "Nhóm xã (bộ tiêu chí 2026-2030)", "The commune's group (sets of 2026-2030)" }
    help_criteria_paths() { "Tệp hoặc thư mục bộ tiêu chí (mặc định: các bộ có sẵn)", "Criteria files or folders (default: the built-in ones)" }
    help_help() { "In hướng dẫn", "Print help" }
    help_version() { "In phiên bản", "Print the version" }
    heading_usage() { "Cách dùng", "Usage" }
    heading_commands() { "Lệnh", "Commands" }
    heading_arguments() { "Tham số", "Arguments" }
    heading_options() { "Tùy chọn", "Options" }
}
