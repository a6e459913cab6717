//! The words of the list of gaps.

use super::texts;

texts! {
    gaps_title(level, period, voice) { "Việc còn lại theo bộ tiêu chí {level}, kỳ {period} ({voice})", "What remains to be done under the criteria for {level}, period {period} ({voice})" }
    gaps_in_all(count, communes, not_met, missing, undetermined) { "{count} chỉ tiêu của {communes} xã chưa xong: {not_met} chưa đạt, {missing} chưa có số liệu, {undetermined} chưa có mức quy định", "{count} indicator{count:?} of {communes} commune{communes:?} {are} open: {not_met} not met, {missing} missing, {undetermined} undetermined", are(count: "is", "are") }
    gaps_by_money(free, now, paid, unknown) { "Không cần kinh phí: {free} (đã có hướng dẫn, làm ngay: {now}); cần kinh phí, toàn bộ hoặc một phần: {paid}; chưa rõ: {unknown}", "No money needed: {free} (guidance issued, to be done now: {now}); money needed, in whole or in part: {paid}; not known: {unknown}" }
    no_gaps() { "Không còn chỉ tiêu nào trong phạm vi này", "Nothing is open here" }
    only_communes(names) { "Chỉ gồm xã: {names}", "Communes: {names}" }
    only_criteria(numbers) { "Chỉ gồm tiêu chí: {numbers}", "Criteria: {numbers}" }
    only_agencies(names) { "Chỉ gồm việc do các cơ quan này chủ trì hoặc phối hợp: {names}", "Led or supported by: {names}" }
    only_now() { "Chỉ gồm việc làm ngay: không cần kinh phí và đã có hướng dẫn", "To be done now: no money needed and the guidance is issued" }
    only_free() { "Chỉ gồm việc không cần kinh phí", "No money needed" }
    only_paid() { "Chỉ gồm việc cần kinh phí, toàn bộ hoặc một phần", "Money needed, in whole or in part" }
    easy_first() { "Việc dễ trước, việc khó sau: không cần kinh phí trước, rồi đến khoảng cách nhỏ nhất so với mức đạt chuẩn", "The easy before the hard: what needs no money first, then the smallest part of the way to the threshold" }

    // Tables.
    unmet_by_all() { "Chưa xã nào đạt", "Met by no commune" }
    unmet_by_some() { "Một số xã chưa đạt", "Not met by some communes" }
    to_complete() { "Còn lại để đủ tiêu chí", "What remains for all criteria" }
    what_is_lacking() { "Còn thiếu", "Lacking" }
    commune_and_lacking() { "Xã: còn thiếu", "Commune: lacking" }
    who_leads() { "Chủ trì; phối hợp", "Lead; support" }
    criteria_left() { "Tiêu chí còn lại", "Criteria left" }
    indicators_left() { "Chỉ tiêu còn lại", "Indicators left" }
    one_more_completes() { "Xong chỉ tiêu này là đủ một tiêu chí", "Each completes a criterion alone" }
    order() { "TT", "#" }
    agency_heading(name, count, free) { "{name}: {count} việc, {free} không cần kinh phí", "{name}: {count} to do, {free} without money" }
    criterion_heading(no, name, count, communes) { "{no}. {name}: {count} việc ở {communes} xã", "{no}. {name}: {count} to do in {communes} commune{communes:?}" }
    commune_gaps_heading(name, criteria, left, indicators) { "{name}: đạt {criteria} tiêu chí, còn {left} tiêu chí, {indicators} chỉ tiêu", "{name}: meets {criteria} criteri{on}, {left} criteri{on2} and {indicators} indicator{indicators:?} are open", on(criteria: "on", "a"), on2(left: "on", "a") }
    nobody_assigned() { "chưa phân công", "nobody assigned" }
    supported_by(name) { "phối hợp: {name}", "support: {name}" }
    takes() { "Kinh phí; hướng dẫn", "Money; guidance" }
    needs_money() { "cần kinh phí", "money needed" }
    needs_some_money() { "cần một phần kinh phí", "some money needed" }
    needs_no_money() { "không cần kinh phí", "no money needed" }
    money_not_known() { "chưa rõ kinh phí", "money not known" }
    guidance_issued() { "đã có hướng dẫn", "guidance issued" }
    guidance_not_issued() { "chưa có hướng dẫn", "no guidance yet" }
    guidance_unclear() { "chưa rõ hướng dẫn", "guidance not known" }

    // What is missing.
    so_many_communes(count) { "{count} xã", "{count} commune{count:?}" }
    now_and_needed(now, needed) { "hiện {now}, cần {needed}", "now {now}, needed {needed}" }
    completes_criterion(no) { "→ xong là đủ tiêu chí {no}", "→ completes criterion {no}" }
    met_by_nobody() { "→ chưa xã nào đạt", "→ met by no commune" }
    no_evidence() { "thiếu minh chứng", "no evidence" }

    // Below.
    met_without_evidence(list) { "Đạt nhưng thiếu minh chứng: {list}", "Met, but without evidence: {list}" }
    example_agencies() { "Phân công, kinh phí theo danh sách mẫu có sẵn trong chương trình, chưa phải của cơ quan: đặt agencies.csv cạnh communes.csv để dùng danh sách của mình", "Agencies and money follow the example that comes with the program, not the office's own list: put an agencies.csv beside communes.csv" }
    guidance_not_known(count) { "{count} việc không cần kinh phí chưa rõ đã có hướng dẫn hay chưa: ghi yes hoặc no ở cột guidance của agencies.csv", "of {count} that need no money it is not known whether the guidance is issued: write yes or no in the column guidance of agencies.csv" }

    // The command.
    about_gaps() { "Còn thiếu gì, bao nhiêu, ai chủ trì, có cần kinh phí không", "What is missing, by how much, who leads, whether it needs money" }
    help_gaps_commune() { "Chỉ xã này (mã hoặc tên); dùng được nhiều lần", "Only this commune (code or name); may be repeated" }
    help_criterion() { "Chỉ tiêu chí này, ví dụ 17; dùng được nhiều lần", "Only this criterion, such as 17; may be repeated" }
    help_agency() { "Chỉ việc do cơ quan này chủ trì hoặc phối hợp; dùng được nhiều lần", "Only what this agency leads or supports; may be repeated" }
    help_gaps_by() { "Chia theo cơ quan chủ trì, xã hay tiêu chí", "In tables by leading agency, commune or criterion" }
    help_sort() { "easy: việc dễ trước, việc khó sau", "easy: the easy before the hard" }
    help_do_now() { "Chỉ việc không cần kinh phí và đã có hướng dẫn", "Only what needs no money and has its guidance issued" }
    help_no_funding() { "Chỉ việc không cần kinh phí", "Only what needs no money" }
    help_needs_funding() { "Chỉ việc cần kinh phí, toàn bộ hoặc một phần", "Only what needs money, in whole or in part" }
    no_such_criterion(no, set) { "bộ tiêu chí {set} không có tiêu chí {no}", "the set {set} has no criterion {no}" }
    criteria_are(numbers) { "các tiêu chí: {numbers}", "the criteria: {numbers}" }
    no_such_agency(name) { "không có cơ quan “{name}” trong danh sách", "the list has no agency “{name}”" }
    agencies_are(names) { "các cơ quan: {names}", "the agencies: {names}" }
}
