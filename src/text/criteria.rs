//! What is wrong with a criteria file.

use super::texts;

texts! {
    // What a key may hold.
    a_text() { "một đoạn chữ trong ngoặc kép", "a text in quotes" }
    a_flag() { "true hoặc false", "true or false" }
    a_date() { "một ngày dạng 2022-05-11, không ngoặc kép", "a date such as 2022-05-11, without quotes" }
    a_whole_number() { "một số nguyên", "a whole number" }
    a_list() { "một danh sách chữ, ví dụ [\"nam\", \"nữ\"]", "a list of texts, such as [\"nam\", \"nữ\"]" }
    a_table() { "một bảng", "a table" }
    a_threshold() { "một số, true, hoặc một mức trong ngoặc kép", "a number, true, or a grade in quotes" }
    a_share() { "một tỷ lệ từ 0 đến 100", "a share from 0 to 100" }
    an_amount() { "một số không âm", "a number that is not negative" }
    a_count() { "một số nguyên không âm", "a whole number that is not negative" }
    a_same_as() { "cấp độ và mã chỉ tiêu, ví dụ \"ntm 3.1\"", "a level and an indicator, such as \"ntm 3.1\"" }
    a_number() { "một số, ví dụ 1.1", "a number, such as 1.1" }
    a_range() { "{{ from = …, to = … }}, hai số từ 0 trở lên, from không lớn hơn to, to lớn hơn 0", "{{ from = …, to = … }}, two numbers of 0 or more, from no greater than to, to above 0" }
    plausible_of_no_number(id) { "chỉ tiêu {id}: khoảng hợp lý (plausible) chỉ có ở số và số đếm (measure = \"number\", \"count\")", "indicator {id}: only numbers and counts (measure = \"number\", \"count\") have a plausible range" }
    a_factor() { "một số lớn hơn 0, ví dụ 1.1", "a number above 0, such as 1.1" }
    one_of(words) { "một trong: {words}", "one of: {words}" }

    // Syntax and keys.
    not_toml(why) { "không đúng cú pháp TOML: {why}", "not valid TOML: {why}" }
    mend_toml() { "sửa dòng được đánh dấu; xem ví dụ trong criteria/README.md", "mend the marked line; criteria/README.md has examples" }
    key_not_readable(key, allowed) { "khóa `{key}` phải là {allowed}", "key `{key}` must be {allowed}" }
    write_instead(allowed) { "viết {allowed}", "write {allowed}" }
    key_missing(key) { "thiếu khóa `{key}`", "key `{key}` is missing" }
    add_key(key) { "thêm `{key}` vào khối này", "add `{key}` to this block" }
    unknown_key(key) { "khóa lạ `{key}`", "unknown key `{key}`" }
    leave_out(key) { "bỏ khóa `{key}`", "leave out `{key}`" }
    allowed_here(words) { "ở đây được dùng: {words}", "allowed here: {words}" }
    did_you_mean(words) { "có phải là: {words}?", "did you mean: {words}?" }
    keep_one() { "chỉ giữ lại một", "keep only one of them" }

    // Headers.
    ends_before_it_begins() { "văn bản hết hiệu lực (`until`) trước khi có hiệu lực (`in_force`)", "the decision ends (`until`) before it is in force (`in_force`)" }
    mend_dates() { "kiểm tra lại hai ngày này trong văn bản", "check both dates in the decision" }
    unknown_base(id) { "không có bộ tiêu chí `{id}` để sửa đổi", "there is no criteria set `{id}` to change" }
    no_such_title(word) { "không có danh hiệu “{word}”", "there is no title “{word}”" }
    condition_twice(no) { "điều kiện {no} có hai lần", "condition {no} is there twice" }
    by_hand_and_share() { "vừa nhập tay (`by_hand`) vừa có tỷ lệ số xã", "both checked by hand (`by_hand`) and a share of communes" }
    city_set() { "điều kiện của thị xã, thành phố", "conditions of a city" }
    district_set() { "điều kiện của huyện", "conditions of a rural district" }
    size_of_city(count) { "{count} điều kiện", "{count} condition{count:?}" }
    is_of_a_city(id, kind) { "“{id}” là {kind}, không phải bộ tiêu chí", "“{id}” holds {kind} and is no criteria set" }
    see_city(flag) { "xem bằng: ntm ladder --{flag} THƯ-MỤC", "see it with: ntm ladder --{flag} DIR" }
    required_twice(id) { "bộ tiêu chí `{id}` được đòi hỏi hai lần", "criteria set `{id}` is required twice" }
    leads_back(id, way) { "bộ tiêu chí `{id}` dẫn về chính nó: {id} → {way}", "criteria set `{id}` leads back to itself: {id} → {way}" }
    break_circle() { "bỏ một liên kết: cấp độ cao đòi hỏi cấp độ thấp, không ngược lại", "take out one link: the higher level requires the lower one, never the reverse" }
    measured_otherwise(id, set) { "chỉ tiêu {id} của `{set}` không đo như chỉ tiêu này, hoặc có nhiều phần", "indicator {id} of `{set}` is not measured as this one is, or has several parts" }
    measure_alike() { "hai chỉ tiêu phải cùng `measure`, cùng `unit`, cùng là ít nhất (`at_least`) và có một phần", "both must have the same `measure` and `unit`, ask for at least, and have one part" }
    factor_of_no_number() { "chỉ mức đo bằng số mới tính được theo bộ khác", "only a threshold that is a number can be a multiple of another" }
    multiple_and_value() { "vừa có `at_least_of` vừa có mức riêng", "both `at_least_of` and a value of its own are given" }
    set_by_another(id, set) { "mức của chỉ tiêu {id} tính theo bộ `{set}`, không đặt riêng ở đây được", "the threshold of indicator {id} follows from set `{set}` and cannot be set here" }
    change_that_set(set) { "quy định mức ở lớp của bộ `{set}`; mức này tự tính theo", "set it in a layer of `{set}`; this one follows from it" }
    level_of_layer(found, asked) { "cấp độ `{found}` khác với cấp độ `{asked}` của bộ tiêu chí gốc", "level `{found}` differs from the base set's level `{asked}`" }

    // Criteria and indicators.
    not_an_indicator_id(id) { "`{id}` không phải là mã chỉ tiêu", "`{id}` is not an indicator's number" }
    write_indicator_id() { "viết mã chỉ tiêu như trong phụ lục, ví dụ \"17.10\"", "write the number as in the annex, such as \"17.10\"" }
    criterion_twice(no) { "tiêu chí {no} có hai lần", "criterion {no} is there twice" }
    indicator_twice(id) { "chỉ tiêu {id} có hai lần", "indicator {id} is there twice" }
    indicator_elsewhere(id, no) { "chỉ tiêu {id} đứng dưới tiêu chí {no}", "indicator {id} stands under criterion {no}" }
    too_many(what, most) { "quá nhiều {what}: nhiều nhất là {most}", "too many {what}: at most {most}" }
    parts_of_an_indicator() { "phần (parts) trong một chỉ tiêu", "parts of an indicator" }
    indicators_of_a_set() { "chỉ tiêu trong một bộ", "indicators of a set" }
    make_fewer() { "kiểm tra lại tệp: bộ tiêu chí thật không có nhiều như vậy", "check the file: no real set has as many" }
    part_twice(part) { "phần `{part}` có hai lần", "part `{part}` is there twice" }
    year_outside(year, first, last) { "năm {year} nằm ngoài thời gian hiệu lực ({first} đến {last})", "year {year} is outside the time in force ({first} to {last})" }
    write_year(first, last) { "ghi năm bốn chữ số từ {first} đến {last}; xem lại in_force, until", "write a year of four digits from {first} to {last}; look at in_force, until" }
    two_bases(level, day, other) { "`{other}` cũng là bộ tiêu chí gốc của {level} có hiệu lực từ {day}: không biết bộ nào áp dụng", "`{other}` is a base set of {level} in force from {day} too: which one applies is not known" }
    keep_one_base() { "giữ một trong hai tệp; nếu tệp này chỉ sửa đổi bộ kia, dùng kind = \"amendment\" hay kind = \"overlay\"", "keep one of the two files; if this one only changes the other, use kind = \"amendment\" or kind = \"overlay\"" }
    year_twice(year) { "năm {year} có hai lần", "year {year} is there twice" }
    column_twice(column) { "cột {column} có hai giá trị", "column {column} has two values" }
    two_directions() { "vừa có `at_least` vừa có `at_most`", "both `at_least` and `at_most` are given" }
    yes_no_has_no_limit() { "chỉ tiêu đạt/không đạt thì không có `at_least`, `at_most`", "a yes/no indicator takes no `at_least` or `at_most`" }
    state_measure() { "nếu chỉ tiêu đo bằng số, thêm `measure`, ví dụ measure = \"share\"", "if it is measured by a number, add `measure`, such as measure = \"share\"" }
    grades_wrong() { "chỉ tiêu theo mức (`grade`), và chỉ loại này, cần từ hai mức trong `grades`", "an indicator by grades, and only such a one, needs two or more `grades`" }
    list_grades() { "liệt kê các mức từ thấp đến cao: grades = [\"trung bình\", \"khá\", \"tốt\"]", "list the grades low to high: grades = [\"trung bình\", \"khá\", \"tốt\"]" }
    no_threshold(id) { "chỉ tiêu {id} không có mức đạt chuẩn", "indicator {id} has no threshold" }
    state_threshold() { "thêm `at_least` hoặc `at_most`; nếu giao cho tỉnh thì `delegated = true`; nếu chưa biết thì `undetermined = true`", "add `at_least` or `at_most`; where the province fixes it `delegated = true`; where it is not known `undetermined = true`" }
    undetermined_yet_set(id) { "chỉ tiêu {id} vừa ghi chưa có mức (`undetermined`) vừa có mức", "indicator {id} is said to be undetermined and yet has a threshold" }
    state_counts() { "tỷ lệ phải nói tử số đếm gì: counts = \"hộ\", whole = true (đếm nguyên) hoặc false", "a share must say what its numerator counts: counts = \"hộ\", whole = true or false" }
    state_unit() { "thêm đơn vị, ví dụ unit = \"m2/người\"", "add the unit, such as unit = \"m2/người\"" }
    unit_is_fixed(found, fixed) { "đơn vị `{found}` không hợp với loại chỉ tiêu này (luôn là `{fixed}`)", "unit `{found}` does not fit this measure (always `{fixed}`)" }
    threshold_not_possible(allowed) { "mức đạt chuẩn ở đây phải là {allowed}", "the threshold here must be {allowed}" }
    unknown_column_key(column) { "bộ tiêu chí không có cột `{column}`", "the set has no column `{column}`" }
    columns_left_out(columns) { "thiếu giá trị cho: {columns}", "no value for: {columns}" }
    name_all_columns() { "ghi giá trị cho mọi cột, hoặc một giá trị chung cho tất cả", "give a value for every column, or one value for all" }
    state_confidence() { "ghi mức tin cậy: confidence = \"unconfirmed\" hoặc \"assumed\"", "state how sure it is: confidence = \"unconfirmed\" or \"assumed\"" }
    confirmation_void(why) { "xác nhận không có hiệu lực: {why}", "the confirmation is void: {why}" }
    held_otherwise(key, held, now) { "`{key}` đã xác nhận là {held}, nay ghi {now}", "`{key}` was confirmed as {held} and is now {now}" }
    held_gone(key, held) { "`{key}` đã xác nhận là {held}, nay không còn", "`{key}` was confirmed as {held} and is there no more" }
    held_lacks(keys) { "thiếu khóa {keys}, nên không rõ người đọc đã đọc điều gì", "it lacks the keys {keys}, so it does not say all that was read" }
    confirm_again(set, what) { "đối chiếu lại với văn bản rồi xác nhận lại (ntm criteria confirm {set} {what}), hoặc trả về như đã xác nhận", "check it against the decision and confirm it again (ntm criteria confirm {set} {what}), or put back what was confirmed" }
    confirm_writes(set, what) { "đối chiếu rồi chạy lại ntm criteria confirm {set} {what}: lệnh này ghi đủ các khóa", "check it and run ntm criteria confirm {set} {what} again: it writes all the keys" }

    // Layers.
    layer_names_unknown(id, set) { "chỉ tiêu {id} không có trong bộ tiêu chí {set}", "indicator {id} is not in the set {set}" }
    layer_part_unknown(part, id) { "chỉ tiêu {id} không có phần `{part}`", "indicator {id} has no part `{part}`" }
    overlay_redefines(key) { "khóa `{key}` định nghĩa lại chỉ tiêu, việc chỉ văn bản sửa đổi mới làm được", "key `{key}` redefines the indicator, which only an amendment can do" }
    other_direction(found, asked) { "so sánh `{found}` trái với `{asked}` của bộ tiêu chí gốc", "comparison `{found}` is against the base set's `{asked}`" }
    use_direction(asked) { "dùng `at_least` cho >=, `at_most` cho <=; ở đây là {asked}", "use `at_least` for >=, `at_most` for <=; here it is {asked}" }
    laxer(id, cases) { "chỉ tiêu {id}: mức ở đây lỏng hơn mức trung ương: {cases}", "indicator {id}: the layer is laxer than the central value: {cases}" }
    raise_or_name_columns() { "mức phải bằng hoặc chặt hơn mức trung ương; nếu mức chỉ dành cho một vùng, ghi rõ vùng, ví dụ {{ DBSH = … }}", "the value must be as strict as the central one or stricter; where the value is for one region, name it, such as {{ DBSH = … }}" }
    left_open(id, name) { "chỉ tiêu {id} ({name}) được giao cho tỉnh nhưng để ngỏ", "indicator {id} ({name}) is delegated but left open" }
    left_open_in(id, columns) { "chỉ tiêu {id} được giao cho tỉnh, chưa có mức cho: {columns}", "indicator {id} is delegated and has no value for: {columns}" }
    fix_all_columns() { "ghi một số chung cho mọi vùng (at_least = 80), ghi đủ các vùng, hoặc thêm open = true nếu tỉnh chỉ quy định cho vùng đã ghi", "give one value for all regions (at_least = 80), name them all, or add open = true where the province fixes only those named" }
    open_yet_set(id) { "chỉ tiêu {id} vừa có mức cho mọi vùng vừa ghi open = true", "indicator {id} has a value for every region and yet says open = true" }
    open_not_delegated(id) { "chỉ tiêu {id} không được giao cho tỉnh, nên không có gì để ngỏ", "indicator {id} is not delegated, so nothing is left open" }
    not_a_province(found) { "`{found}` không phải là mã tỉnh hai chữ số", "`{found}` is not a province's two-digit code" }
    write_province() { "ghi mã tỉnh trong ngoặc kép, ví dụ \"22\", như trong cột province của communes.csv", "write the code in quotes, such as \"22\", as in the column province of communes.csv" }
    same_decision(other) { "tệp này trùng văn bản với bộ `{other}`", "this file has the same decision as the set `{other}`" }
    rename_to(other) { "để thay bộ ấy, đặt tên tệp là {other}.toml; nếu không, bỏ tệp này", "to replace that set name the file {other}.toml; otherwise remove it" }
    fix_or_say_open(id) { "thêm khối [[indicator]] với id = \"{id}\" và mức của tỉnh (chỉ tiêu đạt/không đạt: confidence = \"unconfirmed\"), hoặc open = true nếu tỉnh chưa quy định", "add an [[indicator]] block with id = \"{id}\" and the province's value (where yes is asked for: confidence = \"unconfirmed\"), or open = true while there is none" }
    file_twice(id, other) { "bộ `{id}` có hai tệp; tệp kia là {other}", "there are two files of the set `{id}`; the other is {other}" }
    two_layers(id, other) { "chỉ tiêu {id} cũng được `{other}` quy định từ cùng một ngày", "indicator {id} is also set by `{other}` from the same day" }

    // Days, and faults that are only counted.
    read_before_issue(on, number, date) { "xác nhận ngày {on} sớm hơn ngày ban hành {number} ({date}): không ai đọc được khi đó", "confirmed on {on}, before {number} was issued ({date}): nobody can have read it then" }
    read_after_today(on, today) { "xác nhận ngày {on} muộn hơn hôm nay ({today} theo đồng hồ máy)", "confirmed on {on}, which is after today ({today} by this computer's clock)" }
    write_day_of_reading() { "ghi `on` là ngày đã đọc văn bản, hoặc xóa khối này rồi xác nhận lại; nếu ngày đã đúng, kiểm tra đồng hồ của máy", "set `on` to the day on which the decision was read, or delete the block and confirm again; where the day is right check this computer's clock" }
    more_errors(count) { "còn {count} lỗi nữa trong tệp này", "{count} more error{count:?} in this file" }
    more_warnings(count) { "còn {count} cảnh báo nữa trong tệp này", "{count} more warning{count:?} in this file" }
    mend_these_first() { "sửa các chỗ đã nêu rồi kiểm tra lại", "mend those that are told, then check again" }

    // Layers of provinces.
    amendment_of_province() { "văn bản sửa đổi (`amendment`) áp dụng cho cả nước, không riêng một tỉnh", "an amendment applies to the whole country, not to one province" }
    make_it_an_overlay() { "văn bản của tỉnh là kind = \"overlay\" (quy định, được nâng mức) hoặc kind = \"guidance\" (hướng dẫn); văn bản của Trung ương thì bỏ `province`", "a province's decision is kind = \"overlay\" (it fixes and may raise) or kind = \"guidance\"; of a central one leave out `province`" }
    no_province_here(kind) { "tệp loại `{kind}` không thuộc riêng tỉnh nào", "a file of kind `{kind}` is of no province" }
    laxer_guidance(id, cases) { "chỉ tiêu {id}: hướng dẫn lỏng hơn quy định mà nó giải thích: {cases}", "indicator {id}: the guidance is laxer than what it explains: {cases}" }
    excuses_too_much(id, layer, number) { "chỉ tiêu {id}: cho phép `không áp dụng` trong khi `{layer}` ({number}) không cho", "indicator {id}: it allows `không áp dụng`, which `{layer}` ({number}) does not" }
    replaced_by(layer, since) { "từ {since} được `{layer}` thay thế, không áp dụng nữa", "replaced by `{layer}` from {since} on, it applies no more" }
    replaced_since(layer, since) { "đã bị `{layer}` thay thế từ {since}", "replaced by `{layer}` since {since}" }
    replaced_here(id, layer, since) { "{id} không còn áp dụng: {layer} thay thế từ {since}", "{id} applies no more: {layer} has replaced it since {since}" }
    check_newer_holds_all() { "kiểm tra tệp mới đã ghi đủ những gì còn hiệu lực; nếu chỉ bổ sung, dùng kind = \"guidance\"", "check that the newer file holds all that still applies; where it only adds, use kind = \"guidance\"" }
    columns_of_a_set() { "cột trong một bộ", "columns of a set" }
    grades_of_an_indicator() { "mức trong một chỉ tiêu", "grades of an indicator" }
    years_of_an_indicator() { "năm có mức riêng trong một chỉ tiêu", "years of an indicator" }
    confirmations_of_a_block() { "khối confirmed trong một chỗ", "confirmations of one block" }
}
