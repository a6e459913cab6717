//! The words of months side by side.

use super::texts;

texts! {
    // Help and arguments.
    about_trend() { "Diễn biến qua các kỳ trong một thư mục (hoặc các kỳ được nêu), và ngoại suy", "What changed over the months in a folder (or those named), and an extrapolation" }
    help_commune() { "Chỉ xã này (mã hoặc tên), từng tháng đầy đủ; dùng được nhiều lần", "Only this commune (code or name), every month in full; may be repeated" }
    help_indicator() { "Giá trị và kết quả của chỉ tiêu này theo xã và tháng, ví dụ 2.2; dùng được nhiều lần", "Value and verdict of this indicator by commune and month, such as 2.2; may be repeated" }
    help_until() { "Ngoại suy đến kỳ này, sau kỳ cuối của số liệu (mặc định: tháng kế tiếp)", "Extrapolate to this month, after the last one of the data (default: the next)" }
    month_twice(period, one, other) { "kỳ {period} có hai lần: “{one}” và “{other}”", "{period} is given twice: “{one}” and “{other}”" }
    folder_twice(one, other) { "một thư mục được nêu hai lần: “{one}” và “{other}”", "a folder is given twice: “{one}” and “{other}”" }
    name_once() { "chỉ nêu mỗi kỳ một thư mục, hoặc nêu một lần thư mục chứa các kỳ", "name one folder a month, or once the folder that holds the months" }
    until_not_after(until, last) { "--until {until} không sau kỳ cuối của số liệu ({last})", "--until {until} is not after the last month of the data ({last})" }
    choose_until(example) { "chọn một kỳ sau đó, ví dụ --until {example}", "choose a later month, such as --until {example}" }
    no_data_in(period) { "kỳ {period} không có số liệu nào của cấp độ và nguồn đánh giá này", "there is no data of this level and source in {period}" }
    see_other_months() { "bỏ --period, hoặc kiểm tra --level và --source", "leave out --period, or check --level and --source" }

    // Titles and what comes first.
    title(level, span, voice) { "Diễn biến kết quả bộ tiêu chí {level}, kỳ {span} ({voice})", "Results under the criteria for {level} over the months, {span} ({voice})" }
    commune_title(commune, code, level, span, voice) { "{commune} (mã {code}): diễn biến theo bộ tiêu chí {level}, kỳ {span} ({voice})", "{commune} (code {code}): results under the criteria for {level}, {span} ({voice})" }
    indicator_title(id, name, span, voice) { "Chỉ tiêu {id} {name}: diễn biến kỳ {span} ({voice})", "Indicator {id} {name}: {span} ({voice})" }
    from_to(from, to) { "{from} → {to}", "{from} → {to}" }
    reported_in(month, of) { "{month} ({of} xã)", "{month} ({of} commune{of:?})" }
    headline(first, last, criteria, indicators, complete) { "Từ {first} đến {last}: bình quân đạt {criteria} tiêu chí, {indicators} chỉ tiêu; số xã đủ mọi tiêu chí {complete}", "From {first} to {last}: on average {criteria} criteri{on} met, {indicators} indicator{indicators:?} met; communes with all criteria {complete}", on(criteria: "on", "a") }
    headline_of_same(first, last, same, criteria, indicators, complete) { "Từ {first} đến {last}: riêng {same} xã có số liệu ở cả hai kỳ, bình quân đạt {criteria} tiêu chí, {indicators} chỉ tiêu; số xã đủ mọi tiêu chí {complete}", "From {first} to {last}: the {same} commune{same:?} that have reported in both, on average {criteria} criteri{on} met, {indicators} indicator{indicators:?} met; communes with all criteria {complete}", on(criteria: "on", "a") }
    headline_of_none(first, first_of, last, last_of) { "Từ {first} ({first_of} xã) đến {last} ({last_of} xã): không xã nào có số liệu ở cả hai kỳ để so sánh", "From {first} ({first_of} commune{first_of:?}) to {last} ({last_of} commune{last_of:?}): no commune has reported in both, so there is nothing to compare" }
    means_of_each(criteria, indicators) { "Các xã có số liệu ở hai kỳ không như nhau, nên bình quân của mọi xã từng kỳ không so sánh được với nhau: tiêu chí {criteria}; chỉ tiêu {indicators}", "Not the same communes have reported in both months, so the means over all of each month do not compare: criteria {criteria}; indicators {indicators}" }
    mean_of_so_many(mean, communes) { "{mean} ({communes} xã)", "{mean} ({communes} commune{communes:?})" }
    month_of_so_many(month, communes) { "{month} ({communes} xã)", "{month} ({communes} commune{communes:?})" }
    commune_headline(first, last, criteria, indicators, line) { "Từ {first} đến {last}: đạt {criteria} tiêu chí, {indicators} chỉ tiêu  {line}", "From {first} to {last}: {criteria} criteri{on} met, {indicators} indicator{indicators:?} met  {line}", on(criteria: "on", "a") }
    indicator_headline(first, last, met) { "Từ {first} đến {last}: số xã đạt {met}", "From {first} to {last}: communes that meet it {met}" }
    one_month(period) { "Chỉ có một kỳ có số liệu ({period}): chưa có gì để so sánh", "Only one month has data ({period}): there is nothing to compare it with" }
    no_month() { "Chưa có kỳ nào có số liệu", "No month has data" }
    number_and_percent(number, percent) { "{number} ({percent}%)", "{number} ({percent}%)" }

    // Tables.
    by_month() { "Theo tháng: số tiêu chí, chỉ tiêu đạt cộng các xã, và bình quân một xã", "By month: criteria and indicators met by all communes together, and the mean" }
    by_commune() { "Theo xã", "By commune" }
    month() { "Kỳ", "Month" }
    reported() { "Xã có\nsố liệu", "Re-\nported" }
    criteria_and_mean() { "Tiêu chí\n(b.quân)", "Criteria\n(mean)" }
    indicators_and_mean() { "Chỉ tiêu\n(b.quân)", "Indicators\n(mean)" }
    criteria_of_all() { "Tiêu chí đạt\n/tổng số", "Criteria met\nof all" }
    indicators_of_all() { "Chỉ tiêu đạt\n/tổng số", "Indicators met\nof all" }
    by_month_of_all() { "Theo tháng: số tiêu chí, chỉ tiêu đạt cộng các xã, trên tổng số theo bộ của kỳ ấy", "By month: criteria and indicators met by all communes together, of all under the month's own set" }
    progress() { "Tiến\nđộ %", "Progr.\n%" }
    complete() { "Xã\nđủ", "All\nmet" }
    remark() { "Ghi chú", "Remark" }
    line() { "Diễn biến", "Course" }
    change() { "Thay đổi", "Change" }
    came_and_went() { "Tiêu chí mới đạt, không còn đạt so với kỳ có số liệu trước", "Criteria newly met or lost since the month with data before" }
    newly_met(criterion) { "mới đạt: {criterion}", "newly met: {criterion}" }
    lost(criterion) { "không còn đạt: {criterion}", "lost: {criterion}" }
    first_month(period) { "kỳ đầu {period}", "first in {period}" }
    last_month(period) { "kỳ cuối {period}", "last in {period}" }
    was_named(name, until) { "đến {until}: {name}", "until {until}: {name}" }
    number(number) { "{number}", "{number}" }
    plus(number) { "+{number}", "+{number}" }

    // Gaps and the law.
    no_data() { "không có số liệu", "no data" }
    not_reported() { "chưa báo cáo", "not reported" }
    who_unfilled(list) { "Biểu chưa điền ô giá trị nào, vẫn tính vào bình quân: {list}", "Forms without any value, counted in the mean: {list}" }
    who_not_reported(list) { "Chưa báo cáo: {list}", "Not reported: {list}" }
    so_many_not_reported(count) { "{count} xã chưa báo cáo", "not reported: {count}" }
    set_changed() { "đổi bộ tiêu chí", "another set" }
    column_changed(from, to) { "mức đạt chuẩn đổi (cột {from} → {to})", "law changed (column {from} → {to})" }
    so_many_other_column(count) { "{count} xã đổi cột", "another column: {count}" }
    law_changed() { "mức đạt chuẩn đổi", "law changed" }
    changed_by_month(list) { "Mức đạt chuẩn đổi: {list}. Kết quả có thể đổi dù số liệu của xã không đổi", "Thresholds changed: {list}. A verdict may change although the commune's figures do not" }
    month_and_causes(period, causes) { "kỳ {period} {causes}", "{period} {causes}" }
    by_law(ids) { "do quy định ({ids})", "by the law ({ids})" }
    by_column(from, to, ids) { "do xã đổi cột {from} → {to} ({ids})", "by a change of column {from} → {to} ({ids})" }
    by_column_and_law(from, to, ids) { "do xã đổi cột {from} → {to} và văn bản áp dụng khác ({ids})", "by a change of column {from} → {to} and of the layers that apply ({ids})" }
    for_communes(count, cause) { "cho {count} xã {cause}", "for {count} commune{count:?} {cause}" }
    ids_and_more(ids, more) { "{ids} và {more} chỉ tiêu khác", "{ids} and {more} more" }
    sets_note() { "Các kỳ dùng bộ tiêu chí gốc khác nhau: số đạt của mỗi kỳ tính theo bộ của kỳ ấy, so sánh qua các kỳ bằng tỷ lệ %", "The months go by different base sets: what is met counts under each month's own set, and the months are compared by percentage" }
    scale(from, to, low, high) { "Diễn biến: mỗi ký hiệu một tháng, {from} đến {to}, cùng một thang cho mọi xã: ▁ là {low}, █ là {high} chỉ tiêu đạt; · không có số liệu", "Course: a sign a month, {from} to {to}, on one scale for all communes: ▁ is {low}, █ is {high} indicators met; · no data" }
    flat_scale(from, to, all) { "Diễn biến: mỗi ký hiệu một tháng, {from} đến {to}; ▄ là {all} chỉ tiêu đạt, mọi tháng như nhau; · không có số liệu", "Course: a sign a month, {from} to {to}; ▄ is {all} indicator{all:?} met, every month the same; · no data" }
    renamed(code, names) { "Mã {code} có nhiều tên qua thời gian ({names}): cùng một dòng theo mã; nếu xã được sắp xếp lại thì các kỳ không so sánh được", "Code {code} had several names over time ({names}): one line by code; where the commune was reorganised its months cannot be compared" }
    never_reported(count, names) { "Chưa báo cáo kỳ nào ({count} xã): {names}", "Never reported ({count} commune{count:?}): {names}" }
    in_month(period, note) { "Kỳ {period}: {note}", "{period}: {note}" }

    // One indicator.
    thresholds(list) { "Mức đạt chuẩn: {list}", "Threshold: {list}" }
    threshold_from(threshold, period) { "{threshold} từ kỳ {period}", "{threshold} from {period}" }
    of_column(column, thresholds) { "cột {column}: {thresholds}", "column {column}: {thresholds}" }
    not_in_set() { "không có trong bộ tiêu chí", "not in the set" }
    part() { "Phần", "Part" }
    gap_legend(months) { "· không có số liệu: kỳ {months}, hoặc xã chưa báo cáo", "· no data: {months}, or the commune has not reported" }
    gap_legend_short() { "· xã chưa báo cáo", "· the commune has not reported" }

    // Where the last months lead.
    outlook_title(period) { "Ngoại suy đến kỳ {period}: không phải kết quả, không phải dự báo", "Extrapolation to {period}: neither a result nor a forecast" }
    outlook_how(most) { "Nếu các tháng tới đi như các tháng gần đây: đường thẳng từ kỳ đầu đến kỳ cuối của {most} kỳ gần nhất có số liệu của từng xã (ít nhất hai kỳ), giữ trong khoảng từ 0 đến tổng số", "If the months to come go on as the last ones: a straight line from the first to the last of a commune's last {most} months with data (at least two), kept between 0 and the total" }
    expected_criteria() { "Tiêu chí (≈)", "Criteria (≈)" }
    expected_indicators() { "Chỉ tiêu (≈)", "Indicators (≈)" }
    expected_from() { "Từ số liệu các kỳ", "From the months" }
    about_of(number, total) { "≈ {number}/{total}", "≈ {number}/{total}" }
    outlook_total(communes, criteria, indicators, mean_criteria, mean_indicators) { "Ngoại suy cho {communes} xã: cộng {criteria} tiêu chí, {indicators} chỉ tiêu; bình quân {mean_criteria} tiêu chí, {mean_indicators} chỉ tiêu", "Extrapolated for {communes} commune{communes:?}: {criteria} criteri{on}, {indicators} indicator{indicators:?} in all; {mean_criteria} criteria, {mean_indicators} indicators on average", on(criteria: "on", "a") }
    without(count, why, names) { "Không ngoại suy được {count} xã ({why}): {names}", "No extrapolation for {count} commune{count:?} ({why}): {names}" }
    without_anybody(period, reasons) { "Không ngoại suy được đến kỳ {period}: {reasons}", "Nothing can be extrapolated to {period}: {reasons}" }
    why_no_data() { "chưa có số liệu", "no data" }
    why_one_month() { "mới có số liệu một kỳ, cần ít nhất hai kỳ", "data of one month only, at least two are needed" }
    why_set_changes() { "bộ tiêu chí gốc thay đổi, không ngoại suy qua hai bộ", "another base set applies, and no line goes across two" }
    why_no_set() { "kỳ ấy chưa có bộ tiêu chí có hiệu lực", "no criteria set is in force then" }
    why_not_taking_part() { "kỳ ấy xã không còn trong danh sách", "the commune does not exist then" }
    changes_by_then(period, causes) { "Đến kỳ {period} mức đạt chuẩn đổi {causes}: ngoại suy chưa tính đến điều đó", "By {period} the thresholds change {causes}: the extrapolation does not take that into account" }
    changed_on_the_way(count) { "Trong các kỳ dùng để ngoại suy, mức đạt chuẩn của {count} xã có thay đổi: một phần biến động của các xã ấy không do số liệu", "Within the months that the line goes through the thresholds of {count} commune{count:?} changed: part of their movement is not that of the data" }
}
