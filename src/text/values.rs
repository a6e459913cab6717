//! What is wrong with an indicator, its part or its value. `column` is the column's name as the
//! file writes it.

use super::texts;

texts! {
    // Indicators and parts.
    indicator_empty(column) { "cột “{column}” trống mà các ô khác có nội dung", "column “{column}” is empty beside other cells" }
    write_indicator() { "điền mã chỉ tiêu, ví dụ 2.1; xóa dòng nếu là dòng cộng hay không phải số liệu", "fill in the indicator, such as 2.1; delete the row if it is a row of sums or no data" }
    criterion_with_value(column, cell, number) { "cột “{column}”: “{cell}” là dòng của tiêu chí {number} mà có giá trị; giá trị phải ở dòng của chỉ tiêu", "column “{column}”: “{cell}” is the row of criterion {number} and holds a value; values belong in the rows of indicators" }
    move_to_indicator(ids) { "chuyển giá trị xuống dòng của chỉ tiêu ({ids}), để trống ô ấy ở dòng tiêu chí", "move the value to the row of its indicator ({ids}) and leave the cell of the criterion empty" }
    unknown_indicator(column, cell, level) { "cột “{column}”: “{cell}” không có trong bộ tiêu chí cấp độ {level}", "column “{column}”: “{cell}” is not in the set of level {level}" }
    see_indicators(set, period) { "xem mã chỉ tiêu: ntm criteria show {set} --period {period}", "see the indicators: ntm criteria show {set} --period {period}" }
    indicator_became_date(column, cell) { "cột “{column}”: Excel đã đổi mã chỉ tiêu thành ngày “{cell}”", "column “{column}”: Excel turned the indicator into a date, “{cell}”" }
    indicator_shortened(column, id, whole) { "cột “{column}”: “{id}” có thể là {whole} bị Excel bỏ số 0 ở cuối", "column “{column}”: “{id}” may be {whole} whose last zero Excel dropped" }
    restore_indicator(ids) { "định dạng cột là Văn bản (Text) rồi gõ lại mã: {ids}", "format the column as Text and type the indicator again: {ids}" }
    no_parts(column, cell, id) { "cột “{column}”: chỉ tiêu {id} không chia phần, nhưng ghi “{cell}”", "column “{column}”: indicator {id} has no parts, but “{cell}” is written" }
    empty_part() { "để trống ô này", "leave the cell empty" }
    part_empty(column, id) { "cột “{column}” trống, nhưng chỉ tiêu {id} có nhiều phần", "column “{column}” is empty, but indicator {id} has several parts" }
    unknown_part(column, cell, id) { "cột “{column}”: “{cell}” không phải là phần của chỉ tiêu {id}", "column “{column}”: “{cell}” is not a part of indicator {id}" }

    // Values.
    not_a_number(column, cell) { "cột “{column}”: “{cell}” không phải là số", "column “{column}”: “{cell}” is not a number" }
    write_number() { "chỉ ghi chữ số và dấu thập phân, ví dụ 98,5; đơn vị đã có trong chỉ tiêu", "write digits and a decimal mark only, such as 98.5; the indicator has the unit" }
    ambiguous_number(column, cell) { "cột “{column}”: “{cell}” đọc được theo hai cách", "column “{column}”: “{cell}” can be read in two ways" }
    settle_number() { "bỏ dấu ngăn cách hàng nghìn, hoặc dùng --decimal comma (dấu phẩy thập phân), --decimal dot (dấu chấm thập phân)", "leave out the thousands separator, or use --decimal comma or --decimal dot" }
    not_whole(column, cell, unit) { "cột “{column}”: “{cell}” không phải số nguyên, mà {unit} đếm theo số nguyên", "column “{column}”: “{cell}” is not whole, but {unit} is counted in whole numbers" }
    write_whole() { "ghi số nguyên", "write a whole number" }
    implausible(column, cell, id, range) { "cột “{column}”: “{cell}” xa hơn mười lần khoảng hợp lý của chỉ tiêu {id} ({range})", "column “{column}”: “{cell}” is more than ten times outside what is plausible for indicator {id} ({range})" }
    unlikely(id, value, range) { "chỉ tiêu {id}: {value} nằm ngoài khoảng hợp lý ({range})", "indicator {id}: {value} is outside what is plausible ({range})" }
    plausible_range(from, to, unit) { "{from} đến {to} {unit}", "{from} to {to} {unit}" }
    looks_like(value, other, unit, meant) { "{value} trông như {other}; chỉ tiêu tính bằng {unit}: nếu đúng vậy thì ghi {meant}", "{value} looks like {other}; the indicator is in {unit}: if so, write {meant}" }
    counted_in(unit) { "chỉ tiêu tính bằng {unit}; kiểm tra con số, đơn vị và dấu thập phân", "the indicator is in {unit}; check the figure, its unit and its decimal mark" }
    fraction_for_share(column, cell, id) { "cột “{column}”: “{cell}” của chỉ tiêu {id} trông như phần của 1, không phải phần trăm: mọi tỷ lệ “từ … trở lên” trong tệp đều dưới 1", "column “{column}”: “{cell}” of indicator {id} looks like a fraction of 1, not a percentage: every share of the file that is asked for as at least is below 1" }
    fraction_beside_one(column, cell, id) { "cột “{column}”: “{cell}” của chỉ tiêu {id} trông như phần của 1, không phải phần trăm: mọi tỷ lệ “từ … trở lên” trong tệp đều bằng 1 hoặc dưới 1", "column “{column}”: “{cell}” of indicator {id} looks like a fraction of 1, not a percentage: every share of the file that is asked for as at least is 1 or below" }
    write_percent() { "ghi theo phần trăm: 95 hoặc 95%, không phải 0,95; đúng là dưới 1% thì ghi kèm dấu %: 0,95%", "write percentages: 95 or 95%, not 0.95; what is truly below 1% is written with its sign: 0.95%" }
    share_out_of_range(column, cell) { "cột “{column}”: tỷ lệ “{cell}” nằm ngoài 0 đến 100", "column “{column}”: the share “{cell}” is outside 0 to 100" }
    amount_out_of_range(column, cell) { "cột “{column}”: “{cell}” là số âm hoặc quá lớn", "column “{column}”: “{cell}” is negative or too large" }
    too_many_digits(column, cell, digits) { "cột “{column}”: “{cell}” có nhiều hơn {digits} chữ số, nên không đọc được chính xác", "column “{column}”: “{cell}” has more than {digits} digits and cannot be read exactly" }
    write_fewer_digits() { "bớt chữ số thập phân, ví dụ 98,5", "write fewer decimals, such as 98.5" }
    write_amount(digits) { "ghi một số không âm, không quá {digits} chữ số", "write a number that is not negative and has at most {digits} digits" }
    ratio_incomplete(column) { "cột “{column}” trống, mà tỷ lệ cần cả tử số và mẫu số", "column “{column}” is empty, but a ratio needs numerator and denominator" }
    no_such_ratio() { "kiểm tra lại mẫu số; nếu chưa có số liệu, để trống cả hai ô", "check the denominator; where there is no data leave both cells empty" }
    write_number_of(unit) { "ghi chữ số và dấu thập phân, ví dụ 98,5; sau số chỉ có thể là đơn vị “{unit}”", "write digits and a decimal mark, such as 98.5; only the unit “{unit}” may stand behind the number" }
    write_as_ratio() { "ghi hai số vào hai cột riêng: tử số (numerator) và mẫu số (denominator)", "write the two numbers in columns of their own: numerator and denominator" }
    complete_ratio() { "điền ô còn thiếu, hoặc xóa ô kia và ghi tỷ lệ vào cột giá trị", "fill in the missing cell, or clear the other and give the share as value" }
    denominator_zero(column) { "cột “{column}”: mẫu số bằng 0 nên không tính được tỷ lệ", "column “{column}”: the denominator is 0, so there is no share" }
    mend_zero() { "kiểm tra lại mẫu số; nếu xã không có đối tượng và chỉ tiêu cho phép, ghi “không áp dụng” ở cột giá trị", "check the denominator; where there is nothing to count and the indicator allows it, write “không áp dụng” as value" }
    numerator_exceeds(column, cell) { "cột “{column}”: tử số “{cell}” lớn hơn mẫu số", "column “{column}”: the numerator “{cell}” is larger than the denominator" }
    mend_ratio() { "kiểm tra lại hai số, có thể đã ghi ngược", "check both numbers, they may have been swapped" }
    value_contradicts(column, cell, percent) { "cột “{column}”: “{cell}” khác với tử số/mẫu số, vốn cho {percent}%", "column “{column}”: “{cell}” differs from numerator/denominator, which give {percent}%" }
    mend_value_or_ratio() { "sửa số sai, hoặc để trống cột giá trị", "correct what is wrong, or leave the value empty" }
    not_applicable_yet_ratio(column) { "cột “{column}” ghi không áp dụng, nhưng có tử số hoặc mẫu số", "column “{column}” says not applicable, but there is a numerator or denominator" }
    keep_one_of_both() { "bỏ “không áp dụng”, hoặc xóa tử số và mẫu số", "remove “không áp dụng”, or clear numerator and denominator" }
    not_applicable_here(column, id) { "cột “{column}”: chỉ tiêu {id} không được ghi không áp dụng", "column “{column}”: indicator {id} cannot be not applicable" }
    when_not_applicable(ids) { "ghi giá trị, hoặc để trống nếu chưa có số liệu; chỉ tiêu được phép không áp dụng: {ids}", "give a value, or leave it empty where there is no data; indicators that can be not applicable: {ids}" }
    no_ratio_here(column, id) { "cột “{column}”: chỉ tiêu {id} không phải là tỷ lệ", "column “{column}”: indicator {id} is not a share" }
    leave_ratio_empty() { "để trống tử số và mẫu số, ghi kết quả vào cột giá trị", "leave numerator and denominator empty and give the result as value" }
    not_a_value(column, cell, id) { "cột “{column}”: “{cell}” không phải là giá trị của chỉ tiêu {id}", "column “{column}”: “{cell}” is not a value of indicator {id}" }
    leave_empty_without_data() { "chưa có số liệu thì xóa trống ô (không ghi chữ, không ghi 0); đã biết kết quả thì ghi kết quả ấy", "clear the cell where there is no figure yet (write neither words nor 0); where the result is known, write it" }
    write_value_again() { "ghi đầy đủ giá trị vào ô này, không dùng chữ hay dấu thay cho ô trên", "write the value itself, not a word or sign for the cell above" }
    write_zero_or_leave_empty() { "không có thì ghi 0; chưa có số liệu thì xóa trống ô", "write 0 where there is none; clear the cell where there is no figure yet" }
    write_figure_so_far() { "ghi con số đạt được đến kỳ báo cáo; việc đang làm ghi ở cột ghi chú", "write the figure that is reached by the end of the month; what is being done belongs in the column for notes" }
    write_met_or_not_yet() { "chưa đạt đủ thì ghi Chưa đạt; phần đã làm, đang làm ghi ở cột ghi chú", "write Chưa đạt where not all of it is met; what is done or being done belongs in the column for notes" }
    write_met_or_not() { "ghi rõ Đạt hoặc Chưa đạt; chữ tắt, dấu này có thể hiểu theo hai cách", "write Đạt or Chưa đạt; this sign or abbreviation can be taken for either" }
    allowed_yes_no() { "ghi đạt hoặc chưa đạt", "write đạt or chưa đạt" }
    allowed_if_present() { "ghi đạt, chưa đạt, hoặc không áp dụng nếu xã không có đối tượng", "write đạt, chưa đạt, or không áp dụng where the commune has nothing of the kind" }
    allowed_negative() { "chỉ tiêu nói về việc không xảy ra, nên chỉ ghi đạt hoặc chưa đạt", "the indicator is about what does not happen, so write only đạt or chưa đạt" }
}
