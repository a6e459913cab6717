//! The words of `ntm explain`: the chain behind a verdict.

use super::texts;

texts! {
    title_of_several(period) { "Vì sao đạt, vì sao chưa đạt: từng chỉ tiêu, kỳ {period}", "Why met, why not: indicator by indicator, {period}" }
    // The command line.
    about_explain() { "Giải thích vì sao một chỉ tiêu đạt hay chưa đạt: từ ô số liệu đến văn bản", "Explain why an indicator is met or not: from the cell to the decision" }
    help_commune() { "Xã cần giải thích (mã hoặc tên); dùng được nhiều lần", "The commune to explain (code or name); may be repeated" }
    help_indicator() { "Chỉ chỉ tiêu này, ví dụ 2.2; dùng được nhiều lần; mặc định: mọi chỉ tiêu", "Only this indicator, such as 2.2; may be repeated; default: all" }
    unknown_indicators(names, set) { "bộ tiêu chí {set} không có chỉ tiêu {names}", "the set {set} has no indicator {names}" }
    quoted(name) { "“{name}”", "“{name}”" }
    near_and_all(near, all) { "có phải là: {near}? {all}", "did you mean: {near}? {all}" }
    nothing_to_explain(names, period, level, voice) { "chưa có số liệu để giải thích ở kỳ {period} (--level {level}, --source {voice}): {names}", "nothing is reported that could be explained in {period} (--level {level}, --source {voice}): {names}" }
    see_who_reported() { "xem xã nào đã có số liệu: ntm score; đổi --period, --level hoặc --source nếu xã đã gửi số liệu của kỳ, cấp độ hay nguồn khác", "see who has reported: ntm score; change --period, --level or --source where the commune has reported for another" }

    // Title and first lines.
    title(commune, code, period, id, status) { "{commune} (mã {code}), kỳ {period}: chỉ tiêu {id} {status}", "{commune} (code {code}), period {period}: indicator {id} {status}" }
    context(criterion, name, level, voice) { "Tiêu chí {criterion} {name}; bộ tiêu chí {level}; {voice}", "Criterion {criterion} {name}; criteria for {level}; {voice}" }
    exactly(ratio, share) { "{ratio} = {share}", "{ratio} = {share}" }
    about(ratio, share) { "{ratio} ≈ {share}", "{ratio} ≈ {share}" }
    plain(number) { "{number}", "{number}" }
    compared(left, sign, right) { "{left} {sign} {right}", "{left} {sign} {right}" }
    asked(threshold) { "yêu cầu: {threshold}", "to be reached: {threshold}" }

    // Heads.
    step() { "Bước", "Step" }
    content() { "Nội dung", "Content" }
    data() { "Số liệu", "Data" }
    comparison() { "So sánh", "Comparison" }
    to_reach() { "Để đạt", "To be met" }
    margin() { "Còn dư", "Room left" }
    criterion(no) { "Tiêu chí {no}", "Criterion {no}" }

    // The data.
    at_line(file, line) { "{file}, {line}", "{file}, {line}" }
    standard_input() { "đầu vào chuẩn", "standard input" }
    cell_at(column, address, text) { "{column} ({address}) “{text}”", "{column} ({address}) “{text}”" }
    cell(column, text) { "{column} “{text}”", "{column} “{text}”" }
    in_every_row(cells) { "mọi dòng: {cells}", "every row: {cells}" }
    in_every_row_of(file, cells) { "{file}, mọi dòng: {cells}", "{file}, every row: {cells}" }
    sheet(file, sheet) { "{file}, trang “{sheet}”", "{file}, sheet “{sheet}”" }
    line(line) { "dòng {line}", "line {line}" }
    from_lower(id, level) { "nhập một lần: lấy từ chỉ tiêu {id} cấp độ {level}, đo cùng một việc", "entered once: taken from indicator {id} of level {level}, which measures the same" }
    left_empty(rows) { "của cấp độ này để trống: {rows}", "of this level, left empty: {rows}" }
    no_row() { "không có dòng nào trong số liệu", "there is no row in the data" }
    read_as(words) { "→ đọc là {words}", "→ read as {words}" }
    read_nothing() { "→ không có giá trị", "→ no value" }
    fault_in_row(message) { "→ lỗi: {message}", "→ fault: {message}" }
    not_counted() { "→ dòng này không được tính", "→ this row does not count" }
    value_void() { "→ giá trị của dòng này không được tính vì có dòng khác trùng", "→ its value does not count, for another row gives it too" }
    only_checked() { "→ chỉ để đối chiếu, không chấm", "→ for checking only, not judged" }
    settled_comma(cells) { "→ {cells} có thể đọc hai cách: các số khác của tệp dùng dấu phẩy thập phân", "→ {cells} can be read in two ways: the other numbers of the file use a decimal comma" }
    settled_dot(cells) { "→ {cells} có thể đọc hai cách: các số khác của tệp dùng dấu chấm thập phân", "→ {cells} can be read in two ways: the other numbers of the file use a decimal point" }
    forced_comma(cells) { "→ {cells} đọc với dấu phẩy thập phân theo --decimal", "→ {cells} is read with a decimal comma, as --decimal says" }
    forced_dot(cells) { "→ {cells} đọc với dấu chấm thập phân theo --decimal", "→ {cells} is read with a decimal point, as --decimal says" }
    possible_comma(cells) { "→ {cells} chỉ hợp lý với dấu phẩy thập phân", "→ {cells} is possible with a decimal comma only" }
    possible_dot(cells) { "→ {cells} chỉ hợp lý với dấu chấm thập phân", "→ {cells} is possible with a decimal point only" }

    // The threshold.
    read_by(by, on, text) { "{by}, ngày {on}, theo {text}", "{by}, {on}, from {text}" }
    in_force(threshold, basis, confidence) { "{threshold} – {basis} ({confidence})", "{threshold} – {basis} ({confidence})" }
    no_threshold(basis) { "chưa có mức quy định – {basis}", "undetermined – {basis}" }
    layer(number, decision, kind, id, origin, from, words) { "{number}. {decision} ({kind} {id}, {origin}, {from}): {words}", "{number}. {decision} ({kind} {id}, {origin}, {from}): {words}" }
    gives_it(words) { "{words} ← mức áp dụng", "{words} ← the one that applies" }
    left_to_province() { "để trống cho tỉnh quy định", "left to the province" }
    not_known() { "chưa có mức quy định", "no threshold" }
    taken_away() { "bỏ mức cũ, mức mới chưa biết", "the old threshold is gone, the new one is not known" }
    untouched() { "không đổi mức", "leaves it as it is" }
    rests() { "giữ nguyên mức, thêm căn cứ", "leaves it as it is, and adds to its basis" }
    set_aside(newer) { "không còn dùng vì {newer} mới hơn", "set aside by the newer {newer}" }
    of_year(words, year) { "{words} (mức riêng năm {year})", "{words} (of the year {year})" }
    and_allows(words) { "{words}; cho phép “không áp dụng”", "{words}; allows “không áp dụng”" }
    no_such_part() { "chưa có phần này", "did not have this part" }
    aside(decision, kind, id, reasons) { "Không dùng: {decision} ({kind} {id}): {reasons}", "Not used: {decision} ({kind} {id}): {reasons}" }
    not_yet(from) { "chỉ có hiệu lực từ {from}", "in force only from {from}" }
    no_longer(day, until) { "hết hiệu lực từ sau {until}, trước ngày {day}", "ended on {until}, before {day}" }
    elsewhere(province) { "của tỉnh {province}", "of province {province}" }
    chosen(day, year, column) { "Xét ngày {day}, năm {year}; {column}", "As of {day}, year {year}; {column}" }
    own_column(column, what, word) { "cột {column} theo {what} {word} của xã", "column {column}, after the commune's {what} {word}" }
    ruled_column(column, class, district_class, own, basis, confidence) { "cột {column} vì xã thuộc loại {class}, huyện {district_class} ({basis}, {confidence}); vùng của xã: {own}", "column {column}, for the commune is {class} in a district that is {district_class} ({basis}, {confidence}); its region: {own}" }
    common_column() { "cột chung cả nước", "the column common to the country" }
    no_column() { "vùng hay nhóm của xã không có trong bộ tiêu chí nên chưa có mức", "the set has no column for the commune's region or group, so there is no threshold" }
    region() { "vùng", "region" }
    group() { "nhóm", "group" }
    note(note) { "Ghi chú của bộ tiêu chí: {note}", "Note of the set: {note}" }

    // The comparison.
    crossed(numerator, left, sign, threshold, denominator, right) { "{numerator} × 100 = {left} {sign} {threshold} × {denominator} = {right}", "{numerator} × 100 = {left} {sign} {threshold} × {denominator} = {right}" }
    ranked(grade, rank, sign, other, other_rank) { "“{grade}” (bậc {rank}) {sign} “{other}” (bậc {other_rank})", "“{grade}” (rank {rank}) {sign} “{other}” (rank {other_rank})" }
    in_quotes(value, sign, asked) { "“{value}” {sign} “{asked}”", "“{value}” {sign} “{asked}”" }
    not_comparable() { "không so sánh được", "nothing to compare" }

    // What would change it.
    numerator_up(amount, from, to, denominator) { "thêm {amount}: tử số từ {from} lên {to}, mẫu số giữ nguyên {denominator}", "{amount} more: the numerator from {from} to {to}, the denominator stays {denominator}" }
    numerator_down(amount, from, to, denominator) { "giảm {amount}: tử số từ {from} xuống {to}, mẫu số giữ nguyên {denominator}", "{amount} less: the numerator from {from} to {to}, the denominator stays {denominator}" }
    value_up(amount, from, to) { "tăng thêm {amount}: từ {from} lên {to}", "{amount} more: from {from} to {to}" }
    value_down(amount, from, to) { "giảm {amount}: từ {from} xuống {to}", "{amount} less: from {from} to {to}" }
    turn_into(from, to) { "chuyển từ “{from}” sang “{to}”", "turn “{from}” into “{to}”" }
    may_fall(amount, limit) { "{amount}: giảm đến {limit} vẫn đạt", "{amount}: down to {limit} it is still met" }
    may_rise(amount, limit) { "{amount}: tăng đến {limit} vẫn đạt", "{amount}: up to {limit} it is still met" }
    numerator_may_fall(amount, limit) { "{amount}: tử số giảm đến {limit} vẫn đạt, mẫu số giữ nguyên", "{amount}: the numerator down to {limit} it is still met, the denominator as it is" }
    numerator_may_rise(amount, limit) { "{amount}: tử số tăng đến {limit} vẫn đạt, mẫu số giữ nguyên", "{amount}: the numerator up to {limit} it is still met, the denominator as it is" }
    no_room() { "vừa đủ, không còn dư", "just enough, no room left" }
    grade_room(limit) { "đạt đến mức “{limit}” là đủ", "“{limit}” would be enough" }
    no_room_yes_no() { "chỉ có đạt hoặc chưa đạt", "there is only met or not met" }
    nothing_asked() { "không áp dụng, tính là đạt", "not applicable, counted as met" }
    needs_value(threshold) { "cần số liệu (yêu cầu: {threshold})", "needs a value (to be reached: {threshold})" }
    needs_usable_value(threshold) { "cần sửa lỗi nêu trên trong số liệu (yêu cầu: {threshold})", "the fault in the data above is to be mended (to be reached: {threshold})" }
    needs_province(decision) { "cần mức do tỉnh quy định ({decision} để trống)", "needs the province's threshold (left open by {decision})" }
    needs_centre(decision) { "cần mức mới theo {decision}, hiện chưa biết", "needs the new threshold of {decision}, which is not known" }
    needs_column() { "cần vùng (hoặc nhóm) đúng của xã trong communes.csv", "needs the commune's right region (or group) in communes.csv" }
    and_value(words) { "{words}; và cần số liệu", "{words}; and a value" }

    // The criterion.
    alone() { "chưa đạt, chỉ vì chỉ tiêu này", "not met, because of this indicator alone" }
    with_others(others) { "chưa đạt; ngoài chỉ tiêu này còn: {others}", "not met; beside this indicator also: {others}" }
    because_of_others(others) { "chưa đạt vì: {others}", "not met because of: {others}" }
}
