//! The words of the tables of the three voices.

use super::texts;

texts! {
    self_form_title(name, level) { "Biểu tổng hợp kết quả tự đánh giá thực hiện bộ tiêu chí {level} của xã {name}", "Self-assessment of commune {name} under the criteria for {level}" }
    verified_form_title(name, level) { "Biểu tổng hợp kết quả thẩm tra mức độ đạt bộ tiêu chí {level} của xã {name}", "Verification of commune {name} under the criteria for {level}" }
    appraised_form_title(name, level) { "Biểu tổng hợp kết quả thẩm định mức độ đạt bộ tiêu chí {level} của xã {name}", "Appraisal of commune {name} under the criteria for {level}" }
    form_heading() { "Kết quả từng tiêu chí", "Each criterion" }
    form_sheet() { "Kết quả", "Result" }
    form_period(month, code) { "Kỳ báo cáo tháng {month}, mã xã {code}", "Period {month}, code {code}" }
    form_basis(title, decisions) { "Căn cứ {title}: {decisions}", "By {title}: {decisions}" }
    decision_cited(number, date, issuer) { "{number} ngày {date} của {issuer}", "{number} of {date} by {issuer}" }
    decision_annex(number, date, issuer, annex) { "{annex} của {number} ngày {date} của {issuer}", "{annex} of {number} of {date} by {issuer}" }
    form_criterion() { "Tên tiêu chí", "Criterion" }
    form_content() { "Nội dung tiêu chí", "Content" }
    form_threshold() { "Tiêu chuẩn đạt chuẩn", "Standard" }
    form_result() { "Kết quả thực hiện", "Result" }
    form_self() { "Kết quả tự đánh giá của xã", "Self-assessment" }
    form_verified() { "Kết quả thẩm tra", "Verified" }
    form_appraised() { "Kết quả thẩm định", "Appraised" }
    form_provisional() { "Kết quả là tạm tính, chưa xét điều kiện công nhận; mức đạt chuẩn chưa xác nhận với văn bản được nêu trong báo cáo tháng", "Provisional: the conditions of recognition are not examined; thresholds not confirmed are named in the monthly report" }
    voice_result(voice, criteria, indicators) { "{criteria} tiêu chí, {indicators} chỉ tiêu đạt theo kết quả {voice}", "{criteria} criteri{on}, {indicators} indicator{indicators:?} met: {voice}", on(criteria: "on", "a") }
    voice_silent(voice) { "Chưa có kết quả {voice}", "No data by {voice}" }
    help_voice_form() { "Biểu của xã, thành phố hay tỉnh thay cho báo cáo: self-assessment, verification, appraisal; cần --commune", "The commune's, city's or province's table instead of the report: self-assessment, verification, appraisal; wants --commune" }
    form_wants_commune() { "--form cần một xã", "--form wants one commune" }
    form_example() { "ví dụ: --form verification --commune \"Bắc Sơn\" -o bieu.docx", "for example: --form verification --commune \"Bắc Sơn\" -o table.docx" }
}
