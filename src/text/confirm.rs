//! Confirming thresholds, and what is left to confirm.

use super::texts;

texts! {
    about_confirm() { "Ghi vào bản riêng của bộ tiêu chí: mức này đã được đối chiếu với văn bản, ai đọc, ngày nào, ở đâu", "Write into an own copy of a set that its thresholds were read in the decision: by whom, when, where" }
    help_confirm_set() { "Bộ gốc hoặc lớp ghi mức ấy, ví dụ qd-1246-2022-quang-ninh-ntm", "The base set or layer that states the threshold, such as qd-1246-2022-quang-ninh-ntm" }
    help_confirm_indicators() { "Mã chỉ tiêu, ví dụ 2.1; column-rule: quy tắc chọn cột; requires: bộ phải đạt trước; mặc định: mọi điều ghi trong tệp mà chưa xác nhận", "Indicators, such as 2.1; column-rule: the rules of columns; requires: the sets that must be met first; default: all of the file that is not confirmed" }
    help_by() { "Người đã đọc văn bản", "Who read the decision" }
    help_on() { "Ngày đối chiếu: 2022-06-15 hoặc 15/6/2022", "When: 2022-06-15 or 15/6/2022" }
    help_text() { "Văn bản đã đọc, ví dụ “1246/QĐ-UBND, bản giấy, trang 3”", "What was read, such as “1246/QĐ-UBND, on paper, page 3”" }
    help_value() { "Sửa con số (hay hệ số) thành số này rồi mới xác nhận; chỉ với một chỉ tiêu", "Correct the figure (or factor) to this one first; with one indicator only" }
    help_value_region() { "Chỉ cột của vùng (hay nhóm) này, ví dụ DBSH, common", "Only the column of this region (or group), such as DBSH, common" }
    help_value_year() { "Chỉ mức riêng của năm này", "Only the threshold of this year" }
    help_value_part() { "Chỉ phần này, ví dụ “tập trung”", "Only this part, such as “tập trung”" }
    help_confirm_output() { "Thư mục bộ tiêu chí riêng: sửa tệp SET.toml ở đó, hoặc chép bản có sẵn vào", "Folder of own criteria sets: SET.toml there is edited, or the built-in one is copied first" }
    help_unconfirmed() { "Chỉ những mức chưa xác nhận và nơi ghi mức ấy; biểu để in: -o doi-chieu.xlsx, .docx, .html", "Only thresholds not confirmed, and where each is stated; a form to print: -o to-confirm.xlsx, .docx, .html" }

    // What cannot be confirmed.
    write_date() { "viết ngày như 2022-06-15 hoặc 15/6/2022", "write a date such as 2022-06-15 or 15/6/2022" }
    not_blank(option) { "{option} để trống", "{option} is empty" }
    say_who_and_where() { "ghi rõ ai đã đọc và đọc ở văn bản nào: không có hai điều ấy thì chưa phải là xác nhận", "say who read it and in what text: without both nothing is confirmed" }
    a_source() { "VĂN BẢN", "SOURCE" }
    still_a_placeholder(option, said) { "{option} còn để “{said}” như trong lệnh mẫu", "{option} is still “{said}”, as in the example" }
    fill_in() { "thay bằng họ tên người đã đọc, văn bản và trang đã đọc, ví dụ --by \"Nguyễn Văn A\" --text \"Công báo, trang 3\"", "write who read it, in which text and on what page, such as --by \"Nguyễn Văn A\" --text \"Công báo, trang 3\"" }
    before_decision(on, number, date) { "ngày đối chiếu {on} sớm hơn ngày ban hành {number} ({date})", "{on} is before {number} was issued ({date})" }
    read_after_issue() { "ghi ngày đã đọc văn bản ấy", "give the day on which it was read" }
    after_today(on, today) { "ngày đối chiếu {on} muộn hơn hôm nay ({today} theo đồng hồ máy)", "{on} is after today ({today} by this computer's clock)" }
    changed_meanwhile(path) { "“{path}” bị lần chạy khác sửa trong lúc này: chưa ghi gì", "“{path}” was changed by another run meanwhile: nothing was written" }
    run_again() { "chờ lần chạy kia xong rồi chạy lại lệnh này", "let the other run end, then run this again" }
    check_date_and_clock() { "xem lại ngày đã ghi; nếu ngày đúng thì chỉnh đồng hồ của máy", "check the date; where it is right, set the computer's clock" }
    no_such_clause(set, word) { "{set} không có khối [[{word}]]", "{set} has no block [[{word}]]" }
    see_clauses(base) { "khối ấy chỉ có ở bộ gốc; xem: ntm criteria show {base} --unconfirmed", "only base sets have one; see: ntm criteria show {base} --unconfirmed" }
    leave_out_word(word) { "bỏ {word}: bộ này không có điều ấy để xác nhận", "leave out {word}: this set has none to confirm" }
    clause_is_one(word, option) { "{word} không dùng được với {option}", "{word} takes no {option}" }
    leave_out_of_clause(option, word) { "bỏ {option}, hoặc xác nhận {word} bằng một lệnh riêng; văn bản ghi khác thì sửa tệp trước", "leave out {option}, or confirm {word} by a command of its own; where the decision differs, edit the file first" }
    not_a_factor(value, id) { "“{value}” không phải hệ số của chỉ tiêu {id}: phải là một số lớn hơn 0", "“{value}” is no factor of {id}: it must be a number above 0" }
    write_factor(of) { "ở đây --value là hệ số nhân với mức của {of}, viết với dấu chấm, ví dụ 1.1", "here --value is the factor by which the threshold of {of} is multiplied, with a point, such as 1.1" }
    not_stated_here(ids, set) { "{set} không ghi mức của chỉ tiêu {ids}", "{set} states no threshold of {ids}" }
    stated_by(ids, set) { "mức của {ids} ghi ở {set}", "{ids}: stated by {set}" }
    stated_by_none(ids) { "{ids}: chưa bộ nào ghi mức", "{ids}: no set states one" }
    confirm_there(places) { "{places}; xác nhận ở bộ ấy", "{places}; confirm it there" }
    one_indicator_for_value() { "--value sửa một con số của một chỉ tiêu", "--value corrects a figure of one indicator" }
    name_one_indicator() { "nêu đúng một mã chỉ tiêu, ví dụ: ntm criteria confirm SET 9.2 --region DBSH --value 95 …", "name one indicator, such as: ntm criteria confirm SET 9.2 --region DBSH --value 95 …" }
    no_such_part(id, part) { "chỉ tiêu {id} không có mức cho phần “{part}”", "indicator {id} has no threshold for a part “{part}”" }
    no_such_year(id, year) { "chỉ tiêu {id} không có mức riêng cho năm {year}", "indicator {id} has no threshold of {year} alone" }
    no_such_region(id, region) { "chỉ tiêu {id} không có mức cho vùng {region} trong tệp này", "indicator {id} has no threshold for {region} in this file" }
    none_in_region(region) { "tệp này không ghi mức nào cho {region}", "this file states no threshold for {region}" }
    none_of_its_own() { "mức của chỉ tiêu này không chia theo lựa chọn ấy: bỏ lựa chọn ấy", "its thresholds are not told apart by that option: leave it out" }
    one_for_all_regions(id) { "chỉ tiêu {id} ghi một số chung cho mọi vùng", "indicator {id} has one figure for all regions" }
    one_for_all_parts(id) { "chỉ tiêu {id} ghi một mức chung cho các phần", "indicator {id} has one threshold for all its parts" }
    leave_out_option(option) { "bỏ {option}; nếu văn bản ghi khác nhau thì sửa tệp trước", "leave out {option}; where the decision differs, edit the file first" }
    which_figure(id, count) { "chỉ tiêu {id} có {count} con số: không rõ --value sửa số nào", "indicator {id} has {count} figures: which one does --value correct?" }
    choose_figure(choices) { "thêm {choices}", "add {choices}" }
    yes_no_without_value(id) { "chỉ tiêu {id} là loại đạt/không đạt, không có con số để sửa", "indicator {id} is yes/no and has no figure to correct" }
    leave_out_value() { "bỏ --value: xác nhận rằng văn bản yêu cầu “đạt”", "leave out --value: what is confirmed is that it must be met" }
    value_not_possible(value, id, allowed) { "“{value}” không phải mức của chỉ tiêu {id}: phải là {allowed}", "“{value}” is no threshold of {id}: it must be {allowed}" }
    write_with_point() { "số thập phân viết với dấu chấm, không đơn vị, ví dụ 1.5", "write decimals with a point and no unit, such as 1.5" }
    one_folder(path) { "“{path}” không phải là thư mục", "“{path}” is not a folder" }
    name_folder() { "-o là thư mục bộ tiêu chí riêng, ví dụ -o tieu-chi", "-o is the folder of own criteria sets, such as -o tieu-chi" }
    not_of_city(id, kind) { "“{id}” là {kind}, không phải bộ tiêu chí: lệnh này không xác nhận được mức ở đó", "“{id}” holds {kind} and is no criteria set: this command confirms nothing in it" }
    confirm_city_by_hand(id, kind) { "xem bằng: ntm ladder --{kind} THƯ-MỤC; xác nhận bằng tay trong bản sao {id}.toml của mình, mẫu trong criteria/README.md", "see it with ntm ladder --{kind} FOLDER; confirm by hand in your own copy {id}.toml, as criteria/README.md shows" }
    cannot_edit(file) { "không tự sửa được “{file}”: cách viết của tệp quá khác thường", "“{file}” cannot be edited: it is written in too unusual a way" }
    confirm_by_hand() { "thêm khối confirmed bằng tay; mẫu trong criteria/README.md", "add the block confirmed by hand; criteria/README.md shows how" }

    // What is left to confirm.
    to_confirm(count, total, unconfirmed, assumed, undetermined) { "Chưa xác nhận với văn bản: {count}/{total} chỉ tiêu ({unconfirmed} chưa đối chiếu, {assumed} giả định, {undetermined} chưa có mức quy định)", "Not confirmed against the decision: {count}/{total} indicator{total:?} ({unconfirmed} unconfirmed, {assumed} assumed, {undetermined} undetermined)" }
    all_confirmed(total) { "Mức đạt chuẩn của {total}/{total} chỉ tiêu đã được xác nhận với văn bản", "The thresholds of {total}/{total} indicator{total:?} {are} confirmed against the decision", are(total: "is", "are") }
    stated_in(set, place, count) { "Ghi ở {set} ({place}): {count} chỉ tiêu", "Stated by {set} ({place}): {count} indicator{count:?}" }
    left_to_province() { "Chỉ tiêu chưa có mức là do giao cho tỉnh quy định: thêm --province MÃ-TỈNH để kể cả mức của tỉnh", "Indicators without a threshold are left to the province: add --province CODE to see its own" }
    how_to_confirm() { "Đọc xong một mức thì ghi lại (SET là bộ ghi ở đầu bảng):", "Once a threshold is read, record it (SET is named above its table):" }
    general_command(folder) { "ntm criteria confirm SET MÃ-CHỈ-TIÊU --by \"HỌ TÊN\" --on NGÀY --text \"VĂN BẢN, TRANG\" -o {folder}", "ntm criteria confirm SET INDICATOR --by \"NAME\" --on DATE --text \"SOURCE, PAGE\" -o {folder}" }
    confirm_by() { "Xác nhận bằng:", "Confirm with:" }
    confirm_with(line, by, on, text, folder) { "ntm criteria confirm {line} --by \"{by}\" --on {on} --text \"{text}\" -o {folder}", "ntm criteria confirm {line} --by \"{by}\" --on {on} --text \"{text}\" -o {folder}" }
    a_reader() { "HỌ TÊN", "NAME" }
    a_day() { "NGÀY", "DATE" }
    a_place() { "VĂN BẢN, TRANG", "SOURCE, PAGE" }
    a_folder() { "THƯ-MỤC", "DIR" }
    own_folder() { "tieu-chi", "tieu-chi" }
    times(factor, id, set) { "{factor} × mức của {id} ({set})", "{factor} × the threshold of {id} ({set})" }
    rule_says(classes, districts, column) { "Xã loại {classes} thuộc huyện {districts} dùng cột {column}", "Communes of class {classes} in districts of class {districts} go by column {column}" }
    requires_says(set) { "Phải đạt trước bộ {set}", "Set {set} must be met first" }
    stated_there(set, place) { "Ghi ở {set} ({place})", "Stated by {set} ({place})" }
    layer_to_confirm(count, id, base) { "{count} mức do {id} (phần thay đổi của {base}) tự ghi chưa được xác nhận với văn bản", "{count} threshold{count:?} that {id} itself states (changes to {base}) {are} not confirmed against the decision", are(count: "is", "are") }
    clauses_open(count) { "{count} quy tắc của bộ tiêu chí chưa xác nhận", "{count} rule{count:?} of the set {are} not confirmed", are(count: "is", "are") }
    refused_clauses() { "Quy tắc của bộ tiêu chí chưa xác nhận với văn bản", "Rules of the set not confirmed" }
    clause() { "Khối", "Block" }
    clause_content() { "Nội dung", "What it says" }
    how_to_print() { "Biểu để in và ghi tay: thêm -o doi-chieu.xlsx (hoặc .docx, .html)", "A form to print and write on: add -o to-confirm.xlsx (or .docx, .html)" }

    // The form to print.
    form_title(set) { "Biểu đối chiếu với văn bản: {set}", "Form to check against the decisions: {set}" }
    form_heading() { "Các mức và quy định cần đối chiếu", "Thresholds and rules to be read" }
    form_sheet() { "Đối chiếu", "To confirm" }
    form_how() { "Mở văn bản, đọc từng dòng; ghi số trong văn bản (kể cả khi giống mức ghi trong tệp), trang, người đọc và ngày đọc", "Open the decision and read each line; write what it says (also where it is the same), the page, who read it and when" }
    form_no() { "TT", "No." }
    form_code() { "Mã", "Code" }
    form_stated() { "Mức ghi trong tệp", "Stated in the file" }
    form_read() { "Số trong văn bản", "In the decision" }
    form_page() { "Trang", "Page" }
    form_reader() { "Người đọc", "Read by" }
    form_day() { "Ngày", "Date" }
    form_decision(number, date, id) { "Văn bản {number}, ngày {date} – bộ {id}", "Decision {number} of {date} – set {id}" }

    // What was done.
    confirmed_now(figures, indicators, set) { "Đã xác nhận {figures} mức của {indicators} chỉ tiêu trong {set}", "Confirmed {figures} threshold{figures:?} of {indicators} indicator{indicators:?} of {set}" }
    by_whom(by, on, text) { "Người đối chiếu: {by}, {on}; văn bản: {text}", "Read by {by}, {on}, in: {text}" }
    confirmed_figure() { "Mức đã xác nhận", "Confirmed" }
    factor_of(factor, of) { "{factor} × mức của {of}", "{factor} × the threshold of {of}" }
    confirmed_met(ids) { "Phải đạt: {ids}", "To be met: {ids}" }
    confirmed_met_in(columns, ids) { "Phải đạt ({columns}): {ids}", "To be met ({columns}): {ids}" }
    of_others(count, options) { "Trong đó {count} mức của vùng hoặc năm khác, ngoài {options}", "Of these, {count} are of other regions or years than {options}" }
    write_new_figure(id) { "văn bản này đổi mức của {id} mà tệp chưa ghi mức mới: ghi at_least (hoặc at_most) vào bản của mình rồi xác nhận", "this decision changes the threshold of {id} and the file does not say to what: write at_least (or at_most) into your own copy, then confirm it" }
    taken_away(ids) { "Văn bản này đổi mức của {ids} mà tệp chưa ghi mức mới: ghi at_least (hoặc at_most) vào bản của mình rồi xác nhận", "This decision changes the threshold of {ids} and the file does not say to what: write at_least (or at_most) into your own copy, then confirm it" }
    corrected(id, case, old, new) { "Đã sửa {id}{case}: {old} → {new}", "Corrected {id}{case}: {old} → {new}" }
    corrected_factor(id, old, new, of) { "Đã sửa hệ số của {id}: {old} → {new} (nhân với mức của {of})", "Corrected the factor of {id}: {old} → {new} (times the threshold of {of})" }
    laxer_than_before(id, old, new) { "Mức mới của {id} dễ đạt hơn mức cũ ({old} → {new}); giữ theo lời người đối chiếu", "The new figure of {id} is easier to meet than the old one ({old} → {new}); kept on the reader's word" }
    confirmed_clauses(words, set) { "Đã xác nhận {words} trong {set}", "Confirmed {words} of {set}" }
    clauses_too(words) { "Cùng với: {words}", "Together with: {words}" }
    clauses_still_open(words) { "Chưa xác nhận trong tệp này: {words}", "Not confirmed in this file: {words}" }
    figure(number) { "{number}", "{number}" }
    in_case(case) { " ({case})", " ({case})" }
    nothing_left(set) { "Không có mức nào cần xác nhận thêm trong {set}: không ghi gì", "Nothing asked for in {set} is left to confirm: nothing was written" }
    confirmed_before(ids) { "Đã xác nhận từ trước, giữ nguyên: {ids}", "Confirmed before, left as they are: {ids}" }
    still_open(figures, indicators, ids) { "Chưa xác nhận trong tệp này: {figures} mức của {indicators} chỉ tiêu: {ids}", "Not confirmed in this file: {figures} threshold{figures:?} of {indicators} indicator{indicators:?}: {ids}" }
    all_of_file_confirmed() { "Mọi điều ghi trong tệp này đã được xác nhận", "All that this file states is confirmed" }
    stated_elsewhere(ids, files) { "Tệp này không ghi mức của {ids}; mức ghi ở {files}", "This file states no threshold of {ids}; see {files}" }
    stated_nowhere(ids) { "Chưa bộ nào ghi mức của {ids}", "No set states a threshold of {ids}" }
    written_to(file) { "Đã ghi “{file}”; chấm điểm với bản này bằng --criteria", "Wrote “{file}”; score with it by --criteria" }
    year(year) { "năm {year}", "{year}" }
    part(part) { "phần {part}", "part {part}" }
}
