//! The words of the command line.

use super::texts;

texts! {
    // Arguments that cannot be used.
    unknown_argument(argument) { "không rõ tham số “{argument}”", "unknown argument “{argument}”" }
    bad_argument(value, argument) { "“{value}” không dùng được cho {argument}", "“{value}” cannot be used for {argument}" }
    missing_argument(argument) { "thiếu {argument}", "{argument} is missing" }
    excluded(argument, other) { "{argument} không dùng cùng {other}", "{argument} cannot be used with {other}" }
    given_twice(argument) { "{argument} chỉ được nêu một lần", "{argument} may be given once only" }
    write_number_from(least, most) { "viết số nguyên từ {least} đến {most}", "write a whole number from {least} to {most}" }
    write_count() { "viết số nguyên từ 1 trở lên", "write a whole number, 1 or more" }
    write_whole_number() { "viết số nguyên, ví dụ 15", "write a whole number, such as 15" }
    write_criterion() { "viết số của tiêu chí, ví dụ 2; chỉ tiêu 2.1 thuộc tiêu chí 2", "write the number of a criterion, such as 2; indicator 2.1 is of criterion 2" }
    bad_arguments() { "tham số không đúng", "the arguments are not right" }
    see_help(command) { "xem {command} --help", "see {command} --help" }
    no_such_path(path) { "không có tệp hay thư mục “{path}”", "there is no file or folder “{path}”" }
    check_path() { "kiểm tra đường dẫn; tên có dấu cách thì đặt trong ngoặc kép", "check the path; put a name with spaces in quotes" }
    no_data(path, endings) { "thư mục “{path}” không có tệp số liệu nào ({endings})", "the folder “{path}” holds no data file ({endings})" }
    put_data() { "đặt mỗi xã một tệp, ví dụ 06727.csv; communes, agencies, plan, targets, ocop, capital, merged, office, loi-van, ket-so là tên dành riêng", "put one file per commune there, such as 06727.csv; communes, agencies, plan, targets, ocop, capital, merged, office, loi-van, ket-so are reserved names" }
    reserved_name(path) { "“{path}” là tên dành riêng, không phải tệp số liệu", "“{path}” is a reserved name, not a data file" }
    no_roster(path) { "không thấy danh sách xã (communes.csv, communes.xlsx) trong “{path}” hay ba thư mục phía trên", "there is no roster (communes.csv, communes.xlsx) in “{path}” or up to three folders above" }
    leads_nowhere(path) { "“{path}” là liên kết (shortcut) không dẫn tới tệp hay thư mục nào, hoặc dẫn vòng về chính nó", "“{path}” is a link that leads to no file or folder, or back to itself" }
    name_the_target() { "nêu thẳng tệp hay thư mục thật, hoặc tạo lại liên kết", "name the file or folder itself, or make the link anew" }
    two_rosters(one, other) { "có hai danh sách xã: “{one}” và “{other}”; không rõ danh sách nào được dùng", "there are two rosters, “{one}” and “{other}”, and it is not known which one counts" }
    keep_one_roster() { "giữ lại một tệp, chuyển tệp kia đi nơi khác, hoặc chỉ ra bằng --communes TỆP", "keep one of them and move the other away, or name one with --communes FILE" }
    input_has_no_roster() { "đầu vào chuẩn (“-”) không nằm trong thư mục nào để tìm danh sách xã", "standard input (“-”) lies in no folder in which the roster could be found" }
    name_the_roster() { "chỉ ra danh sách bằng --communes TỆP, ví dụ --communes communes.csv", "name it with --communes FILE, such as --communes communes.csv" }
    save_roster_as_csv(path) { "“{path}” có thể là danh sách xã: mở ra, lưu thành communes.csv (dạng “CSV UTF-8”) ở cùng thư mục", "“{path}” may be the roster: open it and save it as communes.csv (“CSV UTF-8”) in the same folder" }
    give_roster() { "tạo communes.csv với các cột code,name,province,region, hoặc chỉ ra bằng --communes TỆP", "make a communes.csv with the columns code,name,province,region, or name one with --communes FILE" }
    no_period_at_all() { "không biết kỳ báo cáo của số liệu", "the period of the data is not known" }
    several_periods(periods) { "số liệu thuộc nhiều kỳ: {periods}", "the data is of several periods: {periods}" }
    choose_period() { "chọn một kỳ bằng --period", "choose one with --period" }
    unknown_commune_in_months(name, first, last) { "không có xã “{name}” trong kỳ nào từ {first} đến {last}", "there is no commune “{name}” in any of the months from {first} to {last}" }
    unknown_commune_chosen(name) { "không có xã “{name}” trong kỳ này", "there is no commune “{name}” in this period" }
    name_shared_chosen(name, codes) { "nhiều xã cùng tên “{name}”: {codes}", "several communes are called “{name}”: {codes}" }
    see_codes() { "dùng mã xã hoặc tên xã như trong communes.csv", "use the code or the name as in communes.csv" }
    use_codes(codes) { "dùng một trong các mã: {codes}", "use one of the codes: {codes}" }
    no_set(id) { "không có bộ tiêu chí “{id}”", "there is no criteria set “{id}”" }
    is_a_layer(id, base) { "“{id}” chỉ là phần thay đổi của {base}, không xem riêng được", "“{id}” is only a layer of {base} and is not shown by itself" }
    show_with_layer(base, period, province) { "xem: ntm criteria show {base} --period {period}{province}", "see: ntm criteria show {base} --period {period}{province}" }
    set_not_in_force(id, period, from, until) { "bộ tiêu chí {id} không có hiệu lực trong kỳ {period} (từ {from} đến {until})", "the set {id} is not in force in {period} (from {from} to {until})" }
    no_province(cell) { "“{cell}” không phải là mã tỉnh hai chữ số", "“{cell}” is not a province's code of two digits" }
    provinces_with_law(provinces) { "ghi mã tỉnh hai chữ số của cơ quan thống kê; tỉnh có quy định riêng: {provinces}", "write the statistics office's code of two digits; provinces with a decision of their own: {provinces}" }
    no_overlay_of(province, set) { "bộ {set} không có quy định riêng của tỉnh {province}: mức phân cấp cho tỉnh để trống", "{set} has no decision of province {province}: what is delegated to it is open" }
    no_column(key) { "bộ tiêu chí không có vùng hay nhóm “{key}”", "the set has no region or group “{key}”" }
    no_criteria_files(path) { "“{path}” không có tệp bộ tiêu chí .toml nào", "“{path}” holds no criteria file .toml" }
    criteria_under_another_ending(path) { "“{path}” giống một bộ tiêu chí nhưng tên không kết thúc bằng .toml, nên không được đọc", "“{path}” looks like a criteria set, but its name does not end with .toml, so it is not read" }
    rename_to_toml() { "đổi tên thành ….toml (Windows giấu đuôi tệp: bật “File name extensions”), hoặc chuyển tệp đi nơi khác", "rename it to ….toml (Windows hides endings: show “File name extensions”), or move it elsewhere" }
    not_read_as_criteria(path) { "không đọc “{path}”: chỉ đọc tệp .toml cùng tên", "“{path}” is not read, only the .toml of that name" }
    put_criteria() { "đặt tệp .toml vào đó, hoặc bỏ --criteria", "put .toml files there, or leave out --criteria" }
    unknown_ending(path) { "không biết ghi dạng nào vào “{path}”", "the form to write “{path}” in is not known" }
    name_before_ending(path) { "“{path}” chỉ có đuôi, thiếu tên tệp trước đuôi", "“{path}” is only an ending, without a name before it" }
    give_whole_name(example) { "ghi cả tên, ví dụ {example}", "give the whole name, such as {example}" }
    known_endings(endings) { "dùng đuôi {endings}", "use the ending {endings}" }
    no_such_form(form) { "lệnh này không in được dạng {form}", "this command has no form {form}" }
    dialect_without_csv() { "--csv-dialect chỉ dùng khi có ghi CSV, mà lần chạy này không ghi CSV nào", "--csv-dialect is about CSV, and this run writes none" }
    write_csv() { "thêm --format csv hoặc -o TÊN.csv, hoặc bỏ --csv-dialect", "add --format csv or -o NAME.csv, or leave out --csv-dialect" }
    leave_out_dialect() { "lệnh này không có dạng csv: bỏ --csv-dialect", "this command has no form csv: leave out --csv-dialect" }
    form_wants(form, by) { "dạng {form} chỉ dùng với --by {by}", "the form {form} goes with --by {by} only" }
    by_wants(by, form) { "--by {by} chỉ dùng với dạng {form}", "--by {by} goes with the form {form} only" }
    add_format(form) { "thêm --format {form}, hoặc -o TÊN.{form}", "add --format {form}, or -o NAME.{form}" }
    add_by(by) { "thêm --by {by}", "add --by {by}" }
    below_required(count, wanted, names) { "{count} xã đạt dưới {wanted} tiêu chí: {names}", "{count} commune{count:?} {meet} fewer than {wanted} criteri{on}: {names}", meet(count: "meets", "meet"), on(wanted: "on", "a") }
    required_but_silent(count, names) { "{count} xã chưa có số liệu: {names}", "{count} commune{count:?} {have} not reported: {names}", have(count: "has", "have") }
    requires_too_much(total) { "bộ tiêu chí chỉ có {total} tiêu chí", "the set has only {total} criteria" }
    months_inside(path, months) { "“{path}” chứa thư mục của các kỳ: {months}", "“{path}” holds the folders of periods: {months}" }
    name_a_month(example) { "chỉ ra một kỳ, ví dụ {example}", "name one, such as {example}" }
    would_overwrite(path) { "“{path}” là tệp đầu vào, không ghi đè", "“{path}” is an input and is not overwritten" }
    other_output() { "chọn tên khác cho -o", "choose another name for -o" }
    already_there(count, paths) { "{count} tệp đã có, không ghi đè: {paths}", "{count} file{count:?} {are} there already and {are} not replaced: {paths}", are(count: "is", "are") }
    move_away() { "chọn thư mục khác cho -o, hoặc chuyển các tệp ấy đi", "choose another folder for -o, or move those files away" }
    nobody_takes_part(period) { "không có xã nào trong kỳ {period}", "no commune takes part in {period}" }
    see_validity() { "xem cột valid_from, valid_to trong communes.csv", "see the columns valid_from, valid_to in communes.csv" }
    not_carried_over(level, id, count, from) { "{level} {id}: số liệu kỳ {from} của {count} xã không điền lại được, vì chỉ tiêu nay đo cách khác hoặc không còn; xã điền mới", "{level} {id}: values of {count} commune{count:?} of {from} are not carried over, for the indicator is measured otherwise or is there no more; to be filled in anew" }
    code_of_another(communes, from) { "không điền lại số liệu kỳ {from}: khi ấy mã là của xã khác: {communes}", "nothing of {from} is carried over, for the code was another commune's: {communes}" }
    forms_written(count, path) { "Đã ghi {count} tệp vào “{path}”", "Wrote {count} file{count:?} to “{path}”" }
    forms_unfilled(count, names) { "biểu chưa điền ô giá trị nào, vẫn tính là đã báo cáo ({count} xã): {names}; xem từng tệp bằng ntm check [missing-values]", "forms without any value, which count as reported ({count} commune{count:?}): {names}; ntm check tells them file by file [missing-values]" }
    forms_refused(faults, from) { "{faults} lỗi trong số liệu kỳ {from}: không ghi biểu nào", "{faults} fault{faults:?} in the data of {from}: no form was written" }
    mend_or_without_from() { "sửa các lỗi trên, hoặc bỏ --from để tạo biểu trống", "mend them, or leave out --from for empty forms" }
    cannot_write(path, why) { "không ghi được “{path}”: {why}", "“{path}” cannot be written: {why}" }
    cannot_write_out(why) { "không ghi được kết quả ra màn hình hoặc nơi mà dấu > hay | dẫn tới: {why}", "the result cannot be written to the screen, or to where > or | leads: {why}" }
    check_where_out_leads() { "kiểm tra nơi mà > hay | dẫn tới còn chỗ và ghi được; hoặc ghi ra tệp bằng -o TỆP", "check that where > or | leads has room and can be written to; or write a file with -o FILE" }
    check_writable() { "kiểm tra thư mục có tồn tại, còn chỗ, và tệp không đang mở trong Word hay Excel", "check that the folder exists, has room, and the file is not open in Word or Excel" }

    // What was found.
    stopped(faults) { "{faults} lỗi: không làm tiếp được, không ghi gì", "{faults} fault{faults:?}: nothing more was done or written" }
    refused(faults) { "{faults} lỗi: chưa làm gì, không ghi gì", "{faults} fault{faults:?}: nothing was done or written" }
    mend_or_lenient() { "sửa các lỗi trên, hoặc dùng --lenient để coi ô lỗi là chưa có số liệu", "mend them, or use --lenient to count faulty cells as missing" }
    mend_first() { "sửa các lỗi trên rồi chạy lại", "mend them and run again" }
    checked(files, rows, errors, warnings) { "{files} tệp, {rows} dòng số liệu: {errors} lỗi, {warnings} cảnh báo", "{files} file{files:?}, {rows} row{rows:?} of data: {errors} error{errors:?}, {warnings} warning{warnings:?}" }
    checked_criteria(files, errors, warnings) { "{files} bộ tiêu chí: {errors} lỗi, {warnings} cảnh báo", "{files} criteria file{files:?}: {errors} error{errors:?}, {warnings} warning{warnings:?}" }
}
