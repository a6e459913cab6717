//! The words of reports.

use super::texts;

texts! {
    sheet_work() { "Việc còn lại", "Work" }
    sheet_communes() { "Các xã", "Communes" }
    sheet_city() { "Điều kiện", "Conditions" }
    sheet_ladder() { "Bậc thang", "Ladder" }
    sheet_problems() { "Lỗi", "Problems" }
    sheet_criteria() { "Bộ tiêu chí", "Criteria" }
    problems_title() { "Kết quả kiểm tra số liệu", "What is wrong with the data" }
    problem_file() { "Tệp", "File" }
    problem_place() { "Dòng, ô", "Line, cell" }
    problem_remedy() { "Cách sửa", "What to do" }
    // Heads and headings.
    commune() { "Xã", "Commune" }
    criterion() { "Tiêu chí", "Criterion" }
    legend() { "✓ đạt, ✗ chưa đạt, ? chưa có số liệu hoặc chưa có mức quy định, – không áp dụng", "✓ met, ✗ not met, ? missing or undetermined, – not applicable" }
    criteria_met() { "Tiêu chí đạt", "Criteria met" }
    indicators_met() { "Chỉ tiêu đạt", "Indicators met" }
    percent_sign() { "%", "%" }
    progress() { "Tiến độ %", "Progress %" }
    result() { "Kết quả", "Result" }
    number_short() { "Mã", "No." }
    indicator() { "Chỉ tiêu", "Indicator" }
    value() { "Giá trị", "Value" }
    threshold() { "Mức đạt chuẩn", "Threshold" }
    basis() { "Căn cứ", "Legal source" }
    score_title(level, period, voice) { "Kết quả thực hiện bộ tiêu chí {level}, kỳ {period} ({voice})", "Results under the criteria for {level}, period {period} ({voice})" }
    sets_used(layers) { "Bộ tiêu chí: {layers}", "Criteria sets: {layers}" }
    from_file(id) { "{id} (tệp riêng)", "{id} (own file)" }
    commune_heading(commune, code, column) { "{commune} (mã {code}), cột {column}", "{commune} (code {code}), column {column}" }

    // Counts.
    out_of(count, total) { "{count}/{total}", "{count}/{total}" }
    complete() { "đủ", "complete" }
    incomplete() { "chưa đủ", "not complete" }
    complete_provisionally(total) { "đủ {total}/{total} tiêu chí (tạm tính, chưa xét điều kiện công nhận)", "all {total}/{total} criteri{on} met (provisional, conditions of recognition not examined)", on(total: "on", "a") }
    how_many_complete(count, total) { "{count} xã đủ {total}/{total} tiêu chí (tạm tính, chưa xét điều kiện công nhận)", "{count} commune{count:?} {meet} all {total}/{total} criteri{on} (provisional, conditions of recognition not examined)", meet(count: "meets", "meet"), on(total: "on", "a") }
    means(reported, all, criteria, criteria_total, indicators, indicators_total) { "{reported}/{all} xã có số liệu; bình quân đạt {criteria}/{criteria_total} tiêu chí, {indicators}/{indicators_total} chỉ tiêu", "{reported}/{all} commune{all:?} {have} reported; on average they meet {criteria}/{criteria_total} criteria, {indicators}/{indicators_total} indicators", have(all: "has", "have") }
    nobody_reported(all) { "0/{all} xã có số liệu", "0/{all} commune{all:?} {have} reported", have(all: "has", "have") }
    tally(criteria, indicators, not_met, missing, undetermined, progress) { "Đạt {criteria} tiêu chí, {indicators} chỉ tiêu; chưa đạt {not_met}, chưa có số liệu {missing}, chưa có mức quy định {undetermined}; tiến độ {progress}%", "Meets {criteria} criteri{on}, {indicators} indicator{indicators:?}; not met {not_met}, missing {missing}, undetermined {undetermined}; progress {progress}%", on(criteria: "on", "a") }
    unmet_criteria(names) { "Tiêu chí chưa xã nào đạt: {names}", "Criteria that no commune meets: {names}" }
    unmet_indicators(ids) { "Chỉ tiêu chưa xã nào đạt: {ids}", "Indicators that no commune meets: {ids}" }
    values_missing(names) { "Số chỉ tiêu chưa có số liệu: {names}", "Indicators without value: {names}" }
    values_missing_and_more(names, more) { "Số chỉ tiêu chưa có số liệu: {names} và {more} xã khác", "Indicators without value: {names} and {more} more commune{more:?}" }
    list_of(status, items) { "Chỉ tiêu {status}: {items}", "Indicators {status}: {items}" }
    unfilled(count, names) { "Trong đó biểu chưa điền ô giá trị nào ({count} xã), vẫn tính vào bình quân: {names}", "Among them forms without any value ({count} commune{count:?}), counted in the mean: {names}" }
    unfilled_and_more(count, names, more) { "Trong đó biểu chưa điền ô giá trị nào ({count} xã), vẫn tính vào bình quân: {names} và {more} xã khác", "Among them forms without any value ({count} commune{count:?}), counted in the mean: {names} and {more} more" }
    not_reported(count, names) { "Chưa có số liệu ({count} xã): {names}", "Not reported ({count} commune{count:?}): {names}" }
    not_reported_and_more(count, names, more) { "Chưa có số liệu ({count} xã): {names} và {more} xã khác", "Not reported ({count} commune{count:?}): {names} and {more} more" }
    commune_heard(name, code, voices) { "{name} ({code}: {voices})", "{name} ({code}: {voices})" }
    heard_by_one_other(count, names, voice, other, options) { "{count} xã chỉ có số liệu của nguồn “{other}”, không có nguồn “{voice}”: {names}; muốn xem thì thêm {options}", "{count} commune{count:?} {have} rows by “{other}” only, none by “{voice}”: {names}; shown with {options}", have(count: "has", "have") }
    heard_by_others(count, names, voice, options) { "{count} xã chỉ có số liệu của nguồn khác, không có nguồn “{voice}”: {names}; muốn xem thì thêm {options}", "{count} commune{count:?} {have} rows of another source only, none by “{voice}”: {names}; shown with {options}", have(count: "has", "have") }

    // What keeps a result from being final.
    lenient_note(faults) { "Chấm với --lenient: {faults} lỗi trong số liệu được coi là chưa có số liệu", "Scored with --lenient: {faults} fault{faults:?} in the data {count} as missing", count(faults: "counts", "count") }
    misread_note(count) { "Có {count} cảnh báo số liệu có thể đã bị đọc sai: xem bằng ntm check trước khi dùng kết quả", "{count} warning{count:?} that data may have been read wrongly: see ntm check before the results are used" }
    not_confirmed(count, total, unconfirmed, assumed, undetermined) { "Mức đạt chuẩn của {count}/{total} chỉ tiêu chưa được xác nhận với văn bản ({unconfirmed} chưa đối chiếu, {assumed} giả định, {undetermined} chưa có mức quy định): kết quả là tạm tính", "The thresholds of {count}/{total} indicator{total:?} {are} not confirmed against the decision ({unconfirmed} unconfirmed, {assumed} assumed, {undetermined} undetermined): the results are provisional", are(total: "is", "are") }
    caution(sentence) { "Lưu ý: {sentence}", "Note: {sentence}" }

    // Values.
    percent(number) { "{number}%", "{number}%" }
    percentage_points(number) { "{number} điểm %", "{number} percentage points" }
    ratio(numerator, denominator, unit) { "{numerator}/{denominator} {unit}", "{numerator}/{denominator} {unit}" }
    in_brackets(words) { "({words})", "({words})" }
    labelled(label, words) { "{label}: {words}", "{label}: {words}" }
    with_brackets(words, more) { "{words} ({more})", "{words} ({more})" }
    side_by_side(words, more) { "{words} {more}", "{words} {more}" }
    at_least(value) { "≥ {value}", "≥ {value}" }
    at_most(value) { "≤ {value}", "≤ {value}" }
    lacks(amount) { "còn thiếu {amount}", "{amount} more" }
    reduce_by(amount) { "giảm thêm {amount}", "{amount} less" }
    with_part(name, part) { "{name} – {part}", "{name} – {part}" }
    only_part(part) { "– {part}", "– {part}" }

    // Criteria sets.
    sets_title() { "Các bộ tiêu chí", "Criteria sets" }
    set_id() { "Bộ tiêu chí", "Set" }
    kind() { "Loại", "Kind" }
    decision() { "Quyết định", "Decision" }
    in_force() { "Hiệu lực", "In force" }
    holds() { "Nội dung", "Holds" }
    origin_head() { "Nguồn", "Origin" }
    base_set() { "bộ tiêu chí gốc", "base set" }
    amendment() { "sửa đổi", "amendment" }
    overlay(province) { "quy định của tỉnh {province}", "overlay of province {province}" }
    guidance() { "hướng dẫn", "guidance" }
    from_to(from, to) { "{from} đến {to}", "{from} to {to}" }
    from_on(from) { "từ {from}", "from {from}" }
    plausible_ranges(ranges) { "Khoảng hợp lý (chương trình tự đặt để bắt lỗi gõ, không phải quy định): {ranges}", "Plausible ranges (our own judgement to catch slips, no law): {ranges}" }
    size_of_set(criteria, indicators) { "{criteria} tiêu chí, {indicators} chỉ tiêu", "{criteria} criteri{on}, {indicators} indicator{indicators:?}", on(criteria: "on", "a") }
    size_of_layer(changes) { "thay đổi {changes} chỉ tiêu", "changes {changes} indicator{changes:?}" }
    how_to_show() { "Xem một bộ:", "Show one:" }
    show_command() { "ntm criteria show BỘ --period 2022-05 --region DBSH --province 22", "ntm criteria show SET --period 2022-05 --region DBSH --province 22" }
    shown_for(period, column, size) { "Kỳ {period}; {column}; {size}", "Period {period}; {column}; {size}" }
    column_named(column) { "cột {column}", "column {column}" }
    column_common() { "cột chung cả nước (không dùng để chấm xã nào)", "the column common to the country (decides no commune's verdict)" }

    // Words for the terms of the contract.
    level_ntm() { "xã nông thôn mới", "xã nông thôn mới (NTM)" }
    level_nang_cao() { "xã nông thôn mới nâng cao", "xã nông thôn mới nâng cao (advanced)" }
    level_kieu_mau() { "xã nông thôn mới kiểu mẫu", "xã nông thôn mới kiểu mẫu (model)" }
    level_recognition() { "điều kiện công nhận", "conditions of recognition" }
    voice_self() { "xã tự đánh giá", "self-assessment" }
    voice_verified() { "thành phố thẩm tra", "verified by the city" }
    voice_appraised() { "tỉnh thẩm định", "appraised by the province" }
    not_applicable() { "không áp dụng", "not applicable" }
    not_met() { "chưa đạt", "not met" }
    undetermined() { "chưa có mức quy định", "undetermined" }
    missing() { "chưa có số liệu", "missing" }
    met() { "đạt", "met" }
    assumed() { "giả định", "assumed" }
    unconfirmed() { "chưa đối chiếu", "unconfirmed" }
    confirmed() { "đã xác nhận", "confirmed" }
    built_in() { "có sẵn", "built-in" }
    own_file() { "tệp riêng", "file" }
}
