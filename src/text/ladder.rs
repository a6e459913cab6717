//! The words of the ladder of titles.

use super::texts;

texts! {
    about_ladder() { "Bậc thang danh hiệu: mỗi xã đủ gì, còn thiếu gì ở NTM, nâng cao, kiểu mẫu", "The ladder of titles: what each commune meets and lacks for NTM, nâng cao, kiểu mẫu" }
    help_ladder_commune() { "Chỉ xã này: mã hoặc tên; dùng được nhiều lần; nêu đủ chỉ tiêu còn thiếu và từng điều kiện", "Only this commune: code or name; may be repeated; names all that is lacking and each condition" }

    ladder_title(period, voice) { "Bậc thang danh hiệu, kỳ {period} ({voice})", "The ladder of titles, period {period} ({voice})" }
    title_ntm() { "Nông thôn mới", "NTM" }
    title_nang_cao() { "Nâng cao", "Nâng cao" }
    title_kieu_mau() { "Kiểu mẫu", "Kiểu mẫu" }
    title_held() { "Danh hiệu đang giữ", "Title held" }
    recognition() { "Điều kiện công nhận", "Conditions of recognition" }

    // What stands first.
    may_ask(names) { "Đủ điều kiện đề nghị công nhận (tạm tính): {names}", "May ask for recognition (provisional): {names}" }
    nobody_may_ask() { "Chưa xã nào đủ điều kiện đề nghị công nhận", "No commune may ask for recognition yet" }
    criteria_met_by(title, names) { "Đủ tiêu chí {title} (tạm tính), còn phải xét điều kiện công nhận: {names}", "All criteria of {title} met (provisional), conditions of recognition still open: {names}" }
    no_conditions_in_force(period) { "Kỳ {period} chưa có bộ điều kiện công nhận có hiệu lực: không nói được xã nào đủ điều kiện đề nghị", "No set of conditions of recognition is in force in {period}: who may ask for recognition cannot be said" }

    // Cells.
    all_met(met) { "đủ {met} tiêu chí (tạm tính)", "all {met} criteri{on} met (provisional)", on(met: "on", "a") }
    some_met(met) { "{met} tiêu chí", "{met} criteri{on}", on(met: "on", "a") }
    still_open(count, ids) { "còn {count} chỉ tiêu: {ids}", "{count} indicator{count:?} open: {ids}" }
    and_more_communes(names, more) { "{names} và {more} xã khác", "{names} and {more} other commune{more:?}" }
    full_lists() { "Danh sách xã đầy đủ: --format csv hoặc json, hay -o TỆP.csv", "The full lists of communes: --format csv or json, or -o FILE.csv" }
    and_more(ids, more) { "{ids} và {more} nữa", "{ids} and {more} more" }
    not_named(what, id) { "chưa nêu {what}: ghi tên ở cột ghi chú của {id}", "{what} not named: name it in the note column of {id}" }
    nothing_to_name(what, id) { "chưa có {what} ({id})", "no {what} ({id})" }
    contradicts(ids) { "khác cấp độ dưới: {ids}", "contradicts a lower level: {ids}" }
    first_needs(titles) { "phải đủ trước: {titles}", "first needed: {titles}" }
    may_be_asked_for() { "đủ điều kiện đề nghị công nhận", "recognition may be asked for" }
    conditions_all_met(title, count) { "{title}: đạt cả {count} điều kiện", "{title}: all {count} met" }
    conditions_met(ids) { "đạt {ids}", "met {ids}" }
    conditions_failed(ids) { "chưa đạt {ids}", "not met {ids}" }
    conditions_untold(ids) { "chưa có số liệu {ids}", "no data {ids}" }
    conditions_open(ids) { "chưa có mức quy định {ids}", "no threshold {ids}" }
    not_in_force() { "chưa có bộ có hiệu lực", "no set in force" }
    no_title() { "chưa có", "none" }
    title_by(set) { "theo {set}", "under {set}" }
    title_since(date) { "từ {date}", "since {date}" }
    set_unknown() { "bộ tiêu chí chưa ghi", "a set that is not given" }
    other_set() { "bộ khác: không xét, cần đối chiếu", "another set: not judged, to be checked" }
    title_later(title, date) { "{title} từ {date}, sau kỳ này", "{title} since {date}, after this period" }
    no_such_set(near) { "không có bộ này; có phải {near}?", "there is no such set; is it {near}?" }
    set_untold() { "không rõ theo bộ nào: không xét, cần đối chiếu", "under which set is not known: not judged, to be checked" }
    title_too_early() { "ngày công nhận trước khi bộ này có hiệu lực: không xét, cần đối chiếu", "granted before that set was in force: not judged, to be checked" }
    title_short_of(titles) { "nay chưa đủ tiêu chí {titles}: cần đối chiếu", "criteria of {titles} not met now: to be checked" }
    no_rule() { "không xét thu hồi: kỳ này chưa có quy tắc cho danh hiệu này", "withdrawal not judged: no rule is known for this title in the period" }
    title_no_data() { "chưa có số liệu để đối chiếu", "no data to check it by" }
    held_unchecked(names) { "giữ danh hiệu mà chưa đủ số liệu để đối chiếu: {names}", "holding the title with too little data to check it by: {names}" }
    title_open(unmet) { "{unmet} tiêu chí không đạt; các tiêu chí khác chưa đủ số liệu để đối chiếu", "{unmet} criteri{on} not met; of others there is too little data to check it by", on(unmet: "on", "a") }
    quiet(unmet) { "{unmet} tiêu chí không đạt: dưới mức cảnh báo", "{unmet} criteri{on} not met: below the warning", on(unmet: "on", "a") }
    warned(unmet, numbers) { "cảnh báo, cần đối chiếu: {unmet} tiêu chí không đạt (tiêu chí {numbers})", "warning, to be checked: {unmet} criteri{on} not met (criteria {numbers})", on(unmet: "on", "a") }

    contradictions() { "Hai cấp độ đo cùng một việc mà ghi khác nhau", "Two levels that measure the same say different things" }
    said_here() { "Ghi ở cấp độ này", "Said at this level" }
    said_below() { "Ghi ở cấp độ dưới", "Said at the lower level" }
    more_contradictions(more) { "Còn {more} chỗ ghi khác nhau nữa: xem --format csv hoặc json, hay từng xã với --commune", "{more} more contradiction{more:?}: see --format csv or json, or each commune with --commune" }
    own_counts() { "Hai cấp độ ghi khác nhau: mỗi cấp độ được chấm bằng dòng của mình; sửa dòng sai, hoặc để trống dòng ở cấp độ cao", "Where two levels contradict each other each is judged by its own row; correct the wrong one, or leave the higher level's empty" }

    // Of a city.
    help_city() { "Điều kiện của thị xã, thành phố trên mọi xã (320/QĐ-TTg), còn thiếu gì", "The conditions of a city over all its communes (320/QĐ-TTg), and what is lacking" }
    help_district() { "Điều kiện của huyện trên mọi xã (320/QĐ-TTg), còn thiếu gì", "The conditions of a rural district over all its communes (320/QĐ-TTg), and what is lacking" }
    city_title(period, voice, set) { "{set}, kỳ {period} ({voice})", "{set}, period {period} ({voice})" }
    district(code) { "Đơn vị {code}", "District {code}" }
    city_in_all(met, by_hand) { "Đạt {met} điều kiện tính được (tạm tính); đạt {by_hand} điều kiện nhập tay", "{met} condition{met:?} that can be counted {are} met (provisional); {by_hand} of those checked by hand", are(met: "is", "are") }
    proved_by(evidence) { "minh chứng: {evidence}", "evidence: {evidence}" }
    help_by_hand() { "Điều kiện nhập tay của --city, --district: số của điều kiện, đạt hoặc chưa đạt, rồi minh chứng, ví dụ \"3=đạt; QĐ 12/QĐ-UBND\"; dùng được nhiều lần", "A condition of --city or --district found by hand: its number, đạt or chưa đạt, then the evidence, such as \"3=đạt; QĐ 12/QĐ-UBND\"; may be repeated" }
    write_by_hand() { "viết số của điều kiện, dấu bằng, đạt hoặc chưa đạt, rồi minh chứng sau dấu chấm phẩy: 3=đạt; QĐ 12/QĐ-UBND", "write the number of the condition, =, đạt or chưa đạt, and the evidence behind a semicolon: 3=đạt; QĐ 12/QĐ-UBND" }
    not_by_hand(no) { "điều kiện {no} không phải là điều kiện nhập tay", "condition {no} is none that is checked by hand" }
    by_hand_are(numbers) { "các điều kiện nhập tay: {numbers}", "checked by hand: {numbers}" }
    by_hand_twice(no) { "điều kiện {no} được nhập tay hai lần", "condition {no} is given by hand twice" }
    by_hand_of_one_city() { "số liệu có nhiều huyện, thị xã, thành phố: không rõ nhập tay cho nơi nào", "the data has several cities or districts: whose condition this is is not known" }
    run_by_city() { "chạy riêng từng nơi, với danh sách xã của nơi ấy ở --communes", "run each by itself, with its own roster at --communes" }
    city_of_all() { "điều kiện của huyện, thị xã, thành phố xét trên mọi xã, không chọn xã được", "the conditions of a city or district are over all communes; none can be chosen" }
    city_or_commune() { "bỏ --commune, hoặc bỏ --city, --district để xem từng xã", "leave out --commune, or --city and --district to see each commune" }
    city_met() { "đạt (tạm tính)", "met (provisional)" }
    by_hand() { "nhập tay", "by hand" }
    check_by_hand() { "không có trong số liệu: văn phòng tự đối chiếu", "not in the data: the office checks it" }
    communes_needed(count) { "cần thêm {count} xã", "{count} commune{count:?} more {are} needed", are(count: "is", "are") }
    criteria_lacking(names) { "chưa đủ tiêu chí hoặc chưa có số liệu: {names}", "criteria not met, or no data: {names}" }
    city_counts() { "Xã được tính khi đủ điều kiện đề nghị công nhận, hoặc đang giữ danh hiệu (hay danh hiệu cao hơn) theo bộ tiêu chí đang có hiệu lực mà danh sách xã nêu rõ; danh hiệu theo bộ cũ, không nêu bộ, ghi ngày trước khi bộ có hiệu lực hoặc đang bị cảnh báo thì không tính", "A commune counts where recognition may be asked for, or where it holds the title (or a higher one) under the set in force, named in the roster; titles under an older set, under none that is named, dated before the set was in force, or warned of do not count" }
    city_not_confirmed(open, total) { "{open}/{total} điều kiện chưa được xác nhận với văn bản", "{open}/{total} condition{total:?} {are} not confirmed", are(total: "is", "are") }
    no_district_set(period) { "không có bộ điều kiện của huyện có hiệu lực trong kỳ {period}", "no set of conditions of rural districts is in force in {period}" }
    no_city_set(period) { "không có bộ điều kiện của thị xã, thành phố có hiệu lực trong kỳ {period}", "no set of conditions of cities is in force in {period}" }

    condition() { "Điều kiện", "Condition" }

    listed_hardest_first() { "Chỉ tiêu còn thiếu: khó nhất nêu trước (xa mức đạt nhất), rồi đến chỉ tiêu chưa có số liệu, chưa có mức quy định", "Open indicators: the hardest (farthest from the threshold) first, then those without data, then those without threshold" }
    how_to_tell_conditions() { "Điều kiện công nhận ghi ở cấp độ cong-nhan; mẫu để điền:", "Conditions of recognition are given at level cong-nhan; a form:" }
    conditions_template(period) { "ntm template THƯ-MỤC --period {period} --level cong-nhan -o mau", "ntm template DIR --period {period} --level cong-nhan -o forms" }
    ladder_not_confirmed(level, open, total) { "{level}: mức đạt chuẩn của {open}/{total} chỉ tiêu chưa được xác nhận với văn bản", "{level}: the thresholds of {open}/{total} indicator{total:?} {are} not confirmed", are(total: "is", "are") }
}
