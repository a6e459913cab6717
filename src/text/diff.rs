//! The words of `ntm diff`: what changed between two periods or two sets.

use super::texts;

texts! {
    // Help.
    about_diff() { "Kết quả thay đổi gì giữa hai kỳ, hoặc giữa hai bộ tiêu chí", "What changed between two periods, or between two sets" }
    help_diff_paths() { "Số liệu kỳ cũ rồi kỳ mới, mỗi kỳ một thư mục hoặc tệp; với --sets: số liệu của một kỳ", "The data of the old period, then of the new one, a folder or file each; with --sets: the data of one period" }
    help_diff_sets() { "Cùng số liệu theo hai bộ tiêu chí, ví dụ qd-318-2022-ntm,qd-1246-2022-quang-ninh-ntm", "The same data under two sets, such as qd-318-2022-ntm,qd-1246-2022-quang-ninh-ntm" }
    help_diff_commune() { "Chỉ xã này (mã hoặc tên); dùng được nhiều lần", "Only this commune (code or name); may be repeated" }
    help_diff_criterion() { "Chỉ tiêu chí số N", "Only criterion number N" }
    help_diff_indicator() { "Chỉ chỉ tiêu này, ví dụ 2.2; dùng được nhiều lần", "Only this indicator, such as 2.2; may be repeated" }
    help_diff_by() { "Xếp theo xã hoặc theo tiêu chí (mặc định: theo loại thay đổi, mất đạt trước)", "Grouped by commune or criterion (default: by kind of change, what was lost first)" }

    // Bad input.
    two_paths_wanted(count) { "cần đúng hai đường dẫn, kỳ cũ rồi kỳ mới; ở đây có {count}", "two paths are wanted, the old period and then the new one; here are {count}" }
    example_of_diff() { "ví dụ: ntm diff 2022-05 2022-06; hai bộ tiêu chí trên cùng số liệu: ntm diff 2022-05 --sets A,B", "for example: ntm diff 2022-05 2022-06; two sets on the same data: ntm diff 2022-05 --sets A,B" }
    one_path_wanted(count) { "--sets dùng số liệu của một kỳ, cần đúng một đường dẫn; ở đây có {count}", "--sets takes the data of one period, one path is wanted; here are {count}" }
    period_for_sets_only() { "--period chỉ chọn được một kỳ, không dùng khi so sánh hai kỳ", "--period chooses one period and is of no use where two are compared" }
    same_period(period) { "cả hai bên cùng là kỳ {period}", "both sides are of {period}" }
    other_period_or_sets() { "chỉ ra số liệu của hai kỳ khác nhau; để xem cùng số liệu theo hai bộ tiêu chí, dùng một đường dẫn với --sets A,B", "name the data of two periods; for the same data under two sets name one path with --sets A,B" }
    later_first(old, new) { "kỳ cũ {old} sau kỳ mới {new}", "the old period {old} is later than the new one {new}" }
    swap_them(old, new) { "đổi chỗ hai đường dẫn: ntm diff {old} {new}", "swap the paths: ntm diff {old} {new}" }
    several_periods_on_a_side(path, periods) { "“{path}” có số liệu của nhiều kỳ: {periods}", "“{path}” holds several periods: {periods}" }
    split_periods() { "mỗi bên chỉ ra thư mục hoặc tệp của một kỳ: tách mỗi kỳ một tệp; một tệp có đúng hai kỳ thì chỉ nêu tệp ấy (ntm diff TỆP) để so sánh hai kỳ đó", "name the folder or file of one period on each side: split the file by periods; of one file with just two periods name that alone (ntm diff FILE) to compare these" }
    one_period_a_side() { "mỗi bên chỉ ra thư mục hoặc tệp của một kỳ", "name the folder or file of one period on each side" }
    nothing_of_level(path, level, source, there) { "“{path}” không có dòng nào của cấp độ {level}, nguồn {source}; có: {there}", "“{path}” has no row of level {level}, source {source}; it has: {there}" }
    choose_level_or_source() { "chọn bằng --level hoặc --source", "choose with --level or --source" }
    two_sets_wanted(count) { "--sets cần đúng hai mã, cách nhau bằng dấu phẩy; ở đây có {count}", "--sets wants two ids with a comma between them; here are {count}" }
    same_set_twice(id) { "--sets nêu hai lần “{id}”", "--sets names “{id}” twice" }
    name_two_sets() { "nêu hai mã khác nhau, ví dụ --sets qd-318-2022-ntm,qd-1246-2022-quang-ninh-ntm; xem các mã: ntm criteria list", "name two ids, such as --sets qd-318-2022-ntm,qd-1246-2022-quang-ninh-ntm; see the ids: ntm criteria list" }
    nothing_in_common(id, level) { "không chỉ tiêu nào của “{id}” đo cùng một việc với cấp độ {level} của số liệu", "no indicator of “{id}” measures the same as one of the data's level {level}" }
    no_set_of_data(level) { "không bộ nào nêu ở --sets thuộc cấp độ {level} của số liệu", "neither set of --sets is of the data's level {level}" }
    data_of_level(level) { "chọn cấp độ của số liệu bằng --level {level}", "choose the level of the data with --level {level}" }

    // Titles and lines above.
    diff_title(level, old, new, voice) { "Thay đổi kết quả {level} từ kỳ {old} đến kỳ {new} ({voice})", "What changed in {level} from {old} to {new} ({voice})" }
    diff_sets_title(level, period, voice) { "Cùng số liệu {level} kỳ {period} theo hai bộ tiêu chí ({voice})", "The same data of {level} in {period} under two criteria sets ({voice})" }
    warning_lost(count, communes, items) { "CẢNH BÁO: {count} chỉ tiêu đang đạt nay không còn đạt, ở {communes} xã: {items}", "WARNING: {count} indicator{count:?} that {were} met {are} no longer met, in {communes} commune{communes:?}: {items}", were(count: "was", "were"), are(count: "is", "are") }
    warning_lost_under(count, communes, items) { "CẢNH BÁO: {count} chỉ tiêu đạt theo bộ thứ nhất không đạt theo bộ thứ hai, ở {communes} xã: {items}", "WARNING: {count} indicator{count:?} met under the first set {are} not met under the second, in {communes} commune{communes:?}: {items}", are(count: "is", "are") }
    of_these_by_law(count) { "trong đó {count} do mức đạt chuẩn đổi", "{count} of them because the threshold changed" }
    nothing_lost() { "Không chỉ tiêu nào đang đạt mà mất", "No indicator that was met is lost" }
    criteria_lost(items) { "CẢNH BÁO: tiêu chí mất đạt: {items}", "WARNING: criteria no longer met: {items}" }
    criteria_gained(items) { "Tiêu chí mới đạt: {items}", "Criteria newly met: {items}" }
    and_more(items, more) { "{items} và {more} xã khác", "{items} and {more} more commune{more:?}" }
    means_moved(criteria, indicators, progress, communes) { "Bình quân tiêu chí {criteria}; chỉ tiêu {indicators}; tiến độ {progress} ({communes} xã có số liệu ở cả hai kỳ)", "Means: criteria {criteria}; indicators {indicators}; progress {progress} ({communes} commune{communes:?} with results in both periods)" }
    means_moved_under(criteria, indicators, progress, communes) { "Bình quân tiêu chí {criteria}; chỉ tiêu {indicators}; tiến độ {progress} ({communes} xã)", "Means: criteria {criteria}; indicators {indicators}; progress {progress} ({communes} commune{communes:?})" }
    no_commune_compared() { "Không xã nào có số liệu ở cả hai kỳ để so sánh", "No commune has results in both periods" }
    not_compared(names) { "Không so sánh: {names}", "Not compared: {names}" }
    left_out(names) { "Không tính vào bình quân trên: {names}", "Not in these means: {names}" }
    moved(old, new) { "{old} → {new}", "{old} → {new}" }
    counted(newly_met, lost, closer, further, newly_reported, newly_missing) { "Mới đạt {newly_met}, mất đạt {lost}; tiến gần {closer}, lùi xa {further}; mới có số liệu {newly_reported}, thiếu số liệu {newly_missing}", "Newly met {newly_met}, lost {lost}; closer {closer}, further {further}; newly reported {newly_reported}, newly missing {newly_missing}" }
    unchanged(count) { "không đổi {count}", "unchanged {count}" }
    nothing_changed() { "Không chỉ tiêu nào đổi kết quả, tiến gần hay lùi xa", "No indicator has another verdict, is closer or further" }
    only_about(what) { "Trang này chỉ nói về {what}; riêng tổng số của từng xã tính trên mọi chỉ tiêu", "This page is about {what} only; but the totals of communes are of all indicators" }
    about_criterion(no) { "tiêu chí {no}", "criterion {no}" }
    about_indicators(ids) { "chỉ tiêu {ids}", "indicators {ids}" }
    in_period(period, words) { "Kỳ {period}: {words}", "{period}: {words}" }
    sides_layers(old, new) { "Bộ thứ nhất: {old}; bộ thứ hai: {new}", "The first set: {old}; the second: {new}" }
    under_set(id, words) { "Theo {id}: {words}", "Under {id}: {words}" }

    // What became of an indicator.
    lost() { "mất đạt", "lost" }
    newly_met() { "mới đạt", "newly met" }
    newly_missing() { "thiếu số liệu", "newly missing" }
    newly_reported() { "mới có số liệu", "newly reported" }
    further() { "lùi xa", "further" }
    closer() { "tiến gần", "closer" }
    judged_now() { "nay có mức", "judged now" }
    undetermined_now() { "nay chưa có mức", "undetermined now" }
    remeasured() { "nay đo cách khác", "measured otherwise" }
    applicability() { "đổi áp dụng", "applicability" }
    kind_caption(kind, count) { "{kind}: {count} chỉ tiêu", "{kind}: {count} indicator{count:?}" }
    lost_heading() { "MẤT ĐẠT", "LOST" }
    newly_met_heading() { "Mới đạt", "Newly met" }
    newly_missing_heading() { "Nay chưa có số liệu", "Newly missing" }
    newly_reported_heading() { "Mới có số liệu, chưa đạt", "Newly reported, not met" }
    further_heading() { "Chưa đạt, lùi xa mức đạt chuẩn", "Not met, further from the threshold" }
    closer_heading() { "Chưa đạt, tiến gần mức đạt chuẩn", "Not met, closer to the threshold" }
    judged_now_heading() { "Nay có mức quy định (chưa đạt hoặc chưa có số liệu)", "Judged now (not met or missing)" }
    undetermined_now_heading() { "Nay chưa có mức quy định", "Undetermined now" }
    remeasured_heading() { "Chưa đạt, nay đo bằng cách khác", "Not met, measured otherwise now" }
    applicability_heading() { "Nay áp dụng hoặc nay không áp dụng, vẫn tính đạt", "Applies now or no more, counted as met" }
    by_law(heading) { "{heading} do mức đạt chuẩn đổi", "{heading}, because the threshold changed" }
    data_too() { "số liệu cũng đổi", "the data changed too" }
    commune_caption(name, criteria, indicators) { "{name}: tiêu chí {criteria}, chỉ tiêu {indicators}", "{name}: criteria {criteria}, indicators {indicators}" }
    criterion_caption(no, name, communes) { "{no}. {name}: số xã đạt {communes}", "{no}. {name}: communes that meet it {communes}" }
    caption_by_law(caption) { "{caption} – do mức đạt chuẩn đổi", "{caption} – because the threshold changed" }

    // Heads.
    change_head() { "Thay đổi", "Change" }
    before_and_after() { "Trước → sau", "Before → after" }
    communes_before_and_after() { "Xã: trước → sau", "Commune: before → after" }
    criteria_newly_met_head() { "Tiêu chí mới đạt", "Criteria newly met" }
    criteria_lost_head() { "Tiêu chí mất", "Criteria lost" }
    communes_heading() { "Từng xã", "Communes" }
    criteria_heading() { "Số xã đạt từng tiêu chí", "How many communes meet each criterion" }
    newly_met_and_lost() { "Mới/mất", "Met/lost" }
    communes_meeting() { "Số xã đạt", "Communes" }
    thresholds_heading(count) { "Mức đạt chuẩn đổi: {count} chỉ tiêu", "Thresholds that changed: {count} indicator{count:?}" }
    communes_concerned() { "Xã (cột: số xã)", "Communes (column: count)" }
    basis_only(ids) { "Chỉ căn cứ pháp lý đổi, mức đạt chuẩn giữ nguyên: {ids}", "Only the legal source changed, the threshold is the same: {ids}" }

    // Before and after.
    commune_part(commune, part) { "{commune}, {part}", "{commune}, {part}" }
    threshold_of_part(part, threshold) { "mức đạt chuẩn, {part}: {threshold}", "threshold, {part}: {threshold}" }
    threshold_is(threshold) { "mức đạt chuẩn: {threshold}", "threshold: {threshold}" }
    no_value() { "chưa có số liệu", "no value" }

    // Communes that cannot simply be compared.
    only_in(period, count, names) { "Chỉ có số liệu kỳ {period} ({count} xã): {names}", "With results in {period} only ({count} commune{count:?}): {names}" }
    absent_not_reported(period) { "chưa báo cáo kỳ {period}", "has not reported in {period}" }
    absent_not_taking_part(period) { "không còn hoặc chưa có trong kỳ {period}", "does not exist in {period}" }
    absent_not_in_roster(period) { "không có trong danh sách xã kỳ {period}", "is not in the roster of {period}" }
    renamed_heading(count) { "CẦN ĐỐI CHIẾU: đổi tên hoặc sáp nhập, {count} trường hợp", "TO BE CHECKED: renamed or merged, {count} case{count:?}" }
    in_doubt() { "Vì sao", "Why" }
    other_name() { "một mã, hai tên; vẫn so sánh", "one code, two names; compared all the same" }
    other_commune() { "một mã, hai xã không tồn tại cùng lúc; không so sánh", "one code, two communes that do not exist at one time; not compared" }
    other_entry() { "một mã, hai dòng trong danh sách xã có thời gian hiệu lực khác nhau; vẫn so sánh", "one code, two entries of the roster that do not exist at one time; compared all the same" }
    other_code() { "một tên, hai mã, mỗi mã chỉ có ở một kỳ; không so sánh", "one name, two codes, each in one period only; not compared" }
    side_head(period) { "Kỳ {period}", "{period}" }

    // Sets.
    not_comparable(id, count, ids) { "Không so sánh được {count} chỉ tiêu của {id} (bộ kia không có chỉ tiêu đo cùng một việc): {ids}", "{count} indicator{count:?} of {id} cannot be compared (the other set measures no such thing): {ids}" }
    compared_of(indicators, criteria) { "Chỉ so sánh {indicators} chỉ tiêu và {criteria} tiêu chí mà hai bộ cùng đo; mọi số dưới đây chỉ của các chỉ tiêu, tiêu chí ấy", "Only the {indicators} indicator{indicators:?} and {criteria} criteri{on} that both sets measure are compared; all figures below are of those", on(criteria: "on", "a") }
    set_not_in_force_here(id, period, from) { "Lưu ý: {id} không có hiệu lực trong kỳ {period} (từ {from}); chỉ dùng để so sánh", "Note: {id} is not in force in {period} (from {from}); it is used for comparison only" }
    set_binds_nobody(id, province) { "Lưu ý: {id} chỉ áp dụng cho tỉnh {province}; không xã nào trong số liệu thuộc tỉnh này", "Note: {id} applies to province {province} only; no commune of the data is there" }
}
