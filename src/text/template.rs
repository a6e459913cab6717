//! The words of the forms to fill in. Heads, words to fill in and verdicts are read
//! back, so a form has them in Vietnamese in every language.

use super::texts;

texts! {
    // The heads of the columns.
    head_criterion() { "Tiêu chí", "Criterion" }
    head_indicator() { "Chỉ tiêu", "Indicator" }
    head_name() { "Tên chỉ tiêu", "Name of the indicator" }
    head_part() { "Phần", "Part" }
    head_requirement() { "Yêu cầu", "Requirement" }
    head_unit() { "Đơn vị tính", "Unit" }
    head_value() { "Giá trị", "Value" }
    head_numerator() { "Tử số", "Numerator" }
    head_denominator() { "Mẫu số", "Denominator" }
    head_counts() { "Đếm", "Counts" }
    head_share() { "Tỷ lệ tự tính", "Computed share" }
    head_verdict() { "Tự chấm", "Computed verdict" }
    head_evidence() { "Minh chứng", "Evidence" }
    head_evidence_date() { "Ngày văn bản", "Date of the document" }
    head_valid_until() { "Hiệu lực đến", "Valid until" }
    head_as_of() { "Thời điểm số liệu", "Day of the figure" }
    head_note() { "Ghi chú", "Note" }
    head_commune() { "Mã xã", "Code of the commune" }
    head_period() { "Kỳ", "Period" }
    head_level() { "Cấp độ", "Level" }
    head_agency_id() { "Tiêu chí, chỉ tiêu", "Criterion, indicator" }
    head_lead() { "Cơ quan chủ trì", "Lead" }
    head_support() { "Cơ quan phối hợp", "Support" }

    // The sheets.
    sheet_guide() { "Hướng dẫn", "Guide" }
    sheet_ntm() { "NTM", "NTM" }
    sheet_nang_cao() { "Nâng cao", "Advanced" }
    sheet_kieu_mau() { "Kiểu mẫu", "Model" }
    sheet_recognition() { "Công nhận", "Recognition" }
    sheet_agencies() { "Cơ quan", "Agencies" }
    form_title(level) { "Biểu số liệu theo bộ tiêu chí {level}", "Form under the criteria for {level}" }
    form_commune(commune, code, period, column) { "{commune} (mã xã {code}), kỳ báo cáo {period}, cột {column}", "{commune} (code {code}), period {period}, column {column}" }
    form_not_confirmed(count, total) { "Mức đạt chuẩn của {count}/{total} chỉ tiêu chưa được xác nhận với văn bản: tự chấm là tạm tính", "The thresholds of {count}/{total} indicator{total:?} {are} not confirmed against the decision: the computed verdicts are provisional", are(total: "is", "are") }
    look_again() { "xem lại", "look again" }

    leave_empty(id, level) { "Có thể để trống: lấy từ chỉ tiêu {id}, bộ tiêu chí {level}", "May be left empty: taken from indicator {id}, criteria for {level}" }
    form_name_and_note(name, note) { "{name} (lưu ý: {note})", "{name} (note: {note})" }

    // The guide.
    guide_title() { "Cách điền biểu", "How to fill in the form" }
    guide_rows() { "Mỗi dòng là một chỉ tiêu, hoặc một phần của chỉ tiêu (nam, nữ, tập trung…). Dòng nào cũng điền, trừ dòng mà cột Ghi chú cho để trống.", "A row is an indicator, or a part of one (nam, nữ, tập trung…). Fill in every row but those that the note says may be left empty." }
    guide_cells() { "Chỉ điền ô nền vàng, dưới tiêu đề nền đậm. Ô khác đã khóa; ô xám là không cần điền.", "Fill in the yellow cells only, those below dark heads. All others are locked; grey ones are not needed." }
    guide_share() { "Tỷ lệ: điền Tử số và Mẫu số. Không có hai số đó mới ghi phần trăm vào Giá trị: 80, không ghi 80%.", "Shares: fill in numerator and denominator. Only without them write the percentage as value: 80, not 80%." }
    guide_counts() { "Cột Đếm cho biết tử số và mẫu số tính bằng gì: hộ, người, km…", "The column Đếm says what numerator and denominator count: hộ (households), người (persons), km…" }
    guide_words() { "Đạt hay chưa đạt, mức độ: chọn trong danh sách của ô.", "Met or not, and grades: choose from the cell's list." }
    guide_missing() { "Chưa có số liệu thì để trống. Số 0 nghĩa là đã biết và bằng không.", "Leave a cell empty where there is no value. 0 means known, and none." }
    guide_not_applicable() { "“không áp dụng” chỉ ghi được ở chỉ tiêu mà bộ tiêu chí cho phép.", "“không áp dụng” (not applicable) can only be written where the criteria set allows it." }
    guide_evidence() { "Minh chứng: số và ký hiệu văn bản, ví dụ BC 12/BC-UBND. Ngày ghi theo ngày/tháng/năm.", "Evidence: number and sign of the document, such as BC 12/BC-UBND. Dates are day/month/year." }
    guide_verdict() { "Tỷ lệ tự tính và Tự chấm do bảng tính tính ngay khi điền, để tham khảo; kết quả là của lệnh ntm score.", "Share and verdict are computed as you fill in, for reference; the result is that of ntm score." }
    guide_look_again() { "“xem lại”: số điền chưa đúng, ví dụ thiếu mẫu số, tử số lớn hơn mẫu số, tỷ lệ trên 100.", "“xem lại” (look again): something is wrong, such as no denominator, a numerator above it, a share over 100." }
    guide_shape() { "Không thêm, xóa, đổi tên cột, dòng, trang; giữ tên tệp bắt đầu bằng mã xã.", "Do not add, delete or rename columns, rows or sheets; the file's name keeps beginning with the code." }
    guide_return(period) { "Điền xong, đặt tệp vào thư mục của kỳ, ví dụ {period}, rồi kiểm tra: ntm check {period}", "When done, put the file into the folder of the period, such as {period}, and check it: ntm check {period}" }

    // What a cell refuses.
    cell_refused() { "Chưa đúng", "Not right" }
    fill_word(words) { "Chọn một trong: {words}", "Choose one of: {words}" }
    fill_share() { "Ghi số từ 0 đến 100, không kèm %", "Write a number from 0 to 100, without %" }
    fill_number() { "Ghi một số, không âm", "Write a number, not below zero" }
    fill_whole() { "Ghi một số nguyên, không âm", "Write a whole number, not below zero" }
    fill_above_zero() { "Ghi một số lớn hơn 0", "Write a number above zero" }
    fill_whole_above_zero() { "Ghi một số nguyên lớn hơn 0", "Write a whole number above zero" }
    fill_or(words, word) { "{words}, hoặc “{word}”", "{words}, or “{word}”" }
}
