//! What is worth a look in data that can be scored.

use super::texts;

texts! {
    contradicts_lower(id, value, lower, level, other) { "chỉ tiêu {id} là {value}, nhưng chỉ tiêu {lower} cấp độ {level} đo cùng một việc là {other}", "indicator {id} is {value}, but indicator {lower} of level {level}, which measures the same, is {other}" }
    a_figure(number) { "{number}", "{number}" }
    mend_one_of_both() { "sửa dòng sai; hoặc để trống dòng ở cấp độ cao để dùng chung một giá trị", "correct the wrong row, or leave the higher level's empty so that one value counts for both" }
    missing_evidence(count, ids) { "{count} giá trị chưa có minh chứng: {ids}", "{count} value{count:?} without evidence: {ids}" }
    communes_silent(period, level, count, total, names) { "kỳ {period}, cấp độ {level}: {count}/{total} xã chưa có dòng số liệu nào: {names}", "{period}, level {level}: {count} of {total} commune{total:?} {have} no row: {names}", have(count: "has", "have") }
    and_so_many_communes(count) { "và {count} xã khác", "and {count} more" }
    reported_before(names) { "{names} (tháng trước có báo cáo)", "{names} (reported the month before)" }
    ask_for_files() { "hỏi các xã này, trước hết là xã tháng trước có báo cáo; xem lại tên thư mục, mã xã trong tệp", "ask these communes, first those that reported the month before; look at names of folders and codes in files" }
    twice_whole_file(count, other) { "toàn bộ {count} dòng của tệp đã có ở {other}", "all {count} row{count:?} of the file {are} already given in {other}", are(count: "is", "are") }
    keep_one_file() { "giữ một trong hai tệp; hai nguồn đánh giá khác nhau thì ghi rõ ở cột nguồn đánh giá (source)", "keep one of the two files; where two voices speak, fill in the column source" }
    fill_evidence() { "điền số, ngày văn bản vào cột minh chứng (evidence)", "fill in the column evidence: number and date of the document" }
    missing_indicator(id, commune) { "chưa có dòng nào cho chỉ tiêu {id} của {commune}", "no row gives indicator {id} of {commune}" }
    missing_indicators_of(commune, count, ids) { "{commune}: chưa có dòng nào cho {count} chỉ tiêu: {ids}", "{commune}: no row gives {count} indicator{count:?}: {ids}" }
    missing_indicators(count, ids) { "chưa có dòng nào cho {count} chỉ tiêu: {ids}", "no row gives {count} indicator{count:?}: {ids}" }
    missing_values(commune, level, rows) { "{commune}, cấp độ {level}: {rows} dòng, không dòng nào có giá trị (biểu chưa điền?)", "{commune}, level {level}: {rows} row{rows:?}, and none has a value (a form not filled in?)" }
    fill_or_take_away() { "thay bằng tệp đã điền; xã chưa báo cáo thì bỏ tệp này ra, để xã được liệt kê là chưa báo cáo", "put in the form as filled in; where the commune has not reported take the file away, so that it is listed as such" }
    missing_level(commune, level, lower) { "{commune} có số liệu của cấp độ {level} nhưng không có dòng nào của {lower}", "{commune} has rows of {level} but none of {lower}" }
    bring_level(lower) { "đặt tệp {lower} của xã vào cùng thư mục; nếu tệp này là của {lower} thì sửa tên tệp, tên trang tính hoặc cột “cấp độ”", "put the commune's file of {lower} into the same folder; where this one is of {lower}, correct its name, the sheet's name or the column “cấp độ”" }
    add_rows() { "thêm dòng cho các chỉ tiêu này; nếu chưa có số liệu thì để trống ô giá trị", "add rows for them; without a value, leave its cell empty" }
    repeated(message, count, lines) { "{message} ({count} chỗ như vậy: dòng {lines})", "{message} ({count} such place{count:?}: lines {lines})" }
    more_of_kind(message, count, lines) { "{message}; và những chỗ khác cùng loại, tất cả {count}: dòng {lines}", "{message}; and others of the kind, {count} in all: lines {lines}" }
    and_so_many_more(file, count) { "{file}: … và {count} vấn đề khác", "{file}: … and {count} more" }
    add_row(id) { "thêm một dòng cho {id}; nếu chưa có số liệu thì để trống ô giá trị", "add a row for {id}; without a value, leave its cell empty" }
    unclear_evidence(column, cell) { "cột “{column}”: không rõ “{cell}” là một hay nhiều văn bản", "column “{column}”: “{cell}” may be one document or several" }
    expired_evidence(column, cell, last) { "cột “{column}”: minh chứng hết hiệu lực ngày {cell}, trước khi kết thúc kỳ ({last})", "column “{column}”: the evidence was valid until {cell}, before the period ends ({last})" }
    renew_evidence() { "thay bằng văn bản còn hiệu lực", "name a document that is still valid" }
    near_threshold(id, value, threshold) { "chỉ tiêu {id}: {value} chưa đạt {threshold}, chỉ đạt nếu làm tròn", "indicator {id}: {value} does not reach {threshold}; it would if rounded" }
    not_rounded() { "kết quả không được làm tròn khi so với mức đạt chuẩn; kiểm tra lại số liệu gốc", "values are not rounded before they are compared; check the figures" }
    outlier(id, before, period, now) { "chỉ tiêu {id}: {before} ở kỳ {period}, nay là {now}", "indicator {id}: {before} in {period}, now {now}" }
    check_jump() { "kiểm tra lại: chênh lệch quá lớn so với kỳ trước", "check it: the change since that period is large" }
    part_above(id, part, value, of, other) { "chỉ tiêu {id}: {part} ({value}) lớn hơn {of} ({other})", "indicator {id}: {part} ({value}) is above {of} ({other})" }
    part_outside(id, part, value, low, high) { "chỉ tiêu {id}: {part} ({value}) nằm ngoài khoảng của các phần ({low} đến {high})", "indicator {id}: {part} ({value}) lies outside its parts ({low} to {high})" }
    mend_parts() { "kiểm tra lại số liệu của các phần", "check the figures of the parts" }
    two_indicators(column, id, other, beside) { "cột “{column}” ghi {id} nhưng cột “{other}” ghi {beside}", "column “{column}” names {id}, column “{other}” {beside}" }
    several_indicators(column, cell) { "cột “{column}”: “{cell}” nêu hơn một chỉ tiêu, không rõ giá trị là của chỉ tiêu nào", "column “{column}”: “{cell}” names more than one indicator, and the value is of none for certain" }
    one_row_an_indicator() { "tách thành mỗi chỉ tiêu một dòng, mỗi dòng một mã và một giá trị", "write one row an indicator, each with its id and its value" }
    one_indicator() { "sửa để mỗi dòng chỉ nói một chỉ tiêu", "let each row name one indicator" }
    claimed_by_commune() { "xã tự chấm", "the commune says" }
    claimed_by_verifier() { "kết quả thẩm tra ghi", "the verification says" }
    claimed_by_appraiser() { "kết quả thẩm định ghi", "the appraisal says" }
    claim_contradicts(id, who, claimed, found) { "chỉ tiêu {id}: {who} {claimed}; theo số liệu {found}", "indicator {id}: {who} {claimed}; its figures: {found}" }
    claim_of_part(id, part, who, claimed, found) { "chỉ tiêu {id}, {part}: {who} {claimed}; theo số liệu {found}", "indicator {id}, {part}: {who} {claimed}; its figures: {found}" }
    claim_of_criterion(number, who, claimed, found) { "tiêu chí {number}: {who} {claimed}; theo số liệu {found}", "criterion {number}: {who} {claimed}; its figures: {found}" }
    figure_against(value, sign, threshold, unit) { "{value} {sign} {threshold} {unit}", "{value} {sign} {threshold} {unit}" }
    share_against(value, sign, threshold) { "{value}% {sign} {threshold}%", "{value}% {sign} {threshold}%" }
    not_met_are(ids) { "{ids} chưa đạt", "{ids} not met" }
    missing_are(ids) { "{ids} chưa có số liệu", "{ids} without data" }
    all_are_met() { "mọi chỉ tiêu đều đạt", "all its indicators are met" }
    mend_claim() { "kiểm tra lại số liệu và lời đánh giá; kết quả chấm chỉ tính theo số liệu", "check figure and claim; the score follows the figures alone" }
    totals_row(column, cell) { "cột “{column}”: “{cell}” là dòng cộng, không phải chỉ tiêu", "column “{column}”: “{cell}” is a row of sums, not an indicator" }
    delete_totals() { "xóa dòng cộng: tổng và bình quân do chương trình tính", "delete the row of sums: the program computes totals and means" }
    duplicate_value(what, file, line) { "chỉ tiêu {what} đã có ở {file}, dòng {line}", "indicator {what} is already given in {file}, line {line}" }
    keep_one_row() { "giữ dòng đúng, xóa dòng kia; hai nguồn đánh giá khác nhau thì ghi rõ ở cột nguồn đánh giá (source)", "keep the right row and delete the other; where two voices speak, fill in the column source" }
}
