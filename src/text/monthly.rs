//! The words of the monthly report.

use super::texts;

texts! {
    monthly_title(level, month) { "Báo cáo kết quả thực hiện bộ tiêu chí {level}, {month}", "Report on the criteria for {level}, {month}" }
    monthly_of_commune(name, level, month) { "Báo cáo kết quả thực hiện bộ tiêu chí {level} của xã {name}, {month}", "Report on the criteria for {level} of commune {name}, {month}" }
    in_month(month, year) { "tháng {month} năm {year}", "month {month} of {year}" }
    whose_word(voice) { "Nguồn đánh giá: {voice}", "Source: {voice}" }

    // Sections and the names of their sheets.
    section_summary() { "Tổng hợp", "Summary" }
    section_matrix() { "Ma trận xã và tiêu chí", "Communes and criteria" }
    sheet_matrix() { "Ma trận", "Matrix" }
    sheet_indicators() { "Chỉ tiêu", "Indicators" }
    section_open() { "Chưa đạt", "Open" }
    section_open_by_agency() { "Việc còn lại theo cơ quan chủ trì", "What remains, by leading agency" }
    section_nobody() { "Chỉ tiêu chưa xã nào đạt", "Indicators that no commune meets" }
    section_communes() { "Từng xã", "Each commune" }
    too_many_communes(count) { "Báo cáo có {count} xã nên không kèm trang của từng xã: dùng --each để có mỗi xã một tệp.", "There are {count} commune{count:?}, so none has a page here: --each writes a file for each." }
    section_thresholds() { "Kết quả dựa trên mức đạt chuẩn chưa được xác nhận", "Results resting on thresholds not confirmed" }
    sheet_thresholds() { "Mức chưa xác nhận", "Not confirmed" }
    section_source() { "Nguồn số liệu và căn cứ", "Data and legal basis" }
    sheet_source() { "Nguồn", "Source" }

    // Summary.
    bands() { "Số xã theo số tiêu chí đạt", "Communes by criteria met" }
    band() { "Mức", "Band" }
    band_all(total) { "Đủ {total}/{total} tiêu chí (tạm tính)", "All {total} criteri{on} (provisional)", on(total: "on", "a") }
    band_between(least, most) { "{least}-{most} tiêu chí", "{least}-{most} criteria" }
    band_one(count) { "{count} tiêu chí", "{count} criteri{on}", on(count: "on", "a") }
    band_below(least) { "Dưới {least} tiêu chí", "Under {least} criteria" }
    band_silent() { "Chưa có số liệu", "Not reported" }
    how_many_communes() { "Số xã", "Communes" }
    which_communes() { "Các xã", "Which" }
    communes_table() { "Kết quả từng xã", "Each commune" }
    criteria_of(total) { "Tiêu chí đạt (trên {total})", "Criteria met (of {total})" }
    indicators_of(total) { "Chỉ tiêu đạt (trên {total})", "Indicators met (of {total})" }
    indicators_not_met() { "Chưa đạt", "Not met" }
    indicators_undetermined() { "Chưa có mức quy định", "Undetermined" }
    criteria_names() { "Các tiêu chí", "The criteria" }
    indicators_missing() { "Chưa có số liệu", "Missing" }
    progress_short() { "Tiến độ (%)", "Progress (%)" }
    mean_row() { "Bình quân", "Mean" }
    total_row() { "Số xã đạt", "Communes that meet it" }
    chart_criteria() { "Số tiêu chí đạt của từng xã", "Criteria met by commune" }
    chart_months() { "Bình quân theo tháng", "Means by month" }

    // Lists.
    code_column() { "Mã xã", "Code" }
    part_column() { "Phần", "Part" }
    numerator_column() { "Tử số", "Numerator" }
    denominator_column() { "Mẫu số", "Denominator" }
    unit_column() { "Đơn vị tính", "Unit" }
    comparison_column() { "So sánh", "Compared" }
    attainment_column() { "Mức hoàn thành (%)", "Attainment (%)" }
    gap_column() { "Còn thiếu", "Gap" }
    shortfall_column() { "Còn thiếu (tử số)", "Shortfall" }
    shortfall_unit_column() { "Đơn vị tử số", "Unit of shortfall" }
    confidence_column() { "Độ chắc chắn", "Confidence" }
    evidence_column() { "Minh chứng", "Evidence" }
    lead_column() { "Chủ trì", "Lead" }
    support_column() { "Phối hợp", "Support" }
    money_column() { "Kinh phí", "Money" }
    guidance_column() { "Hướng dẫn", "Guidance" }
    way_column() { "Hoàn thành", "Done" }

    // Source.
    sets_table() { "Bộ tiêu chí đã dùng", "Sets used" }
    inputs_table() { "Tệp số liệu", "Data files" }
    options_table() { "Cách chấm", "How it was scored" }
    file_column() { "Tệp", "File" }
    sha_column() { "SHA-256", "SHA-256" }
    option_column() { "Mục", "Item" }
    what_column() { "Nội dung", "Content" }
    made_by(version) { "ntm {version}", "ntm {version}" }
    program() { "Chương trình", "Program" }
    option_period() { "Kỳ báo cáo", "Period" }
    option_level() { "Cấp độ", "Level" }
    option_voice() { "Nguồn đánh giá", "Source" }
    option_lenient() { "Ô lỗi coi là chưa có số liệu", "Faulty cells count as missing" }
    yes_word() { "có", "yes" }
    no_word() { "không", "no" }
    thresholds_said(unconfirmed, assumed, undetermined, total) { "Trong {total} chỉ tiêu: {unconfirmed} dùng mức chưa đối chiếu với văn bản, {assumed} dùng mức giả định, {undetermined} chưa có mức quy định.", "Of {total} indicator{total:?} {unconfirmed} rest on unconfirmed thresholds, {assumed} on assumed ones, {undetermined} are undetermined." }
    all_confirmed() { "Mọi mức đạt chuẩn đã dùng đều được xác nhận.", "Every threshold used is confirmed." }
    nobody_unmet() { "Không có chỉ tiêu nào mà mọi xã đều chưa đạt.", "There is no indicator that every commune fails." }

    // The command.
    about_report() { "Báo cáo tháng: Excel, HTML, Word, Markdown", "The report of a month: Excel, HTML, Word, Markdown" }
    help_report_commune() { "Báo cáo riêng của xã này (mã hoặc tên)", "The report of this commune alone (code or name)" }
    help_each() { "Mỗi xã một tệp, vào thư mục -o; dạng theo --format (mặc định docx)", "A file for each commune, into the folder -o; the form by --format (default docx)" }
    help_public() { "Bản công khai: không ghi chú, không minh chứng, không tên cán bộ", "For the notice board: no notes, no evidence, no names of officers" }
    one_commune_a_report() { "một báo cáo chỉ nói về một xã hoặc mọi xã", "a report is about one commune or about all" }
    use_each() { "thêm --each và một thư mục ở -o để có mỗi xã một tệp", "add --each and a folder at -o for a file a commune" }
    has_not_reported(name, period) { "xã “{name}” chưa có số liệu kỳ {period}", "commune “{name}” has not reported for {period}" }
    see_who_reported() { "xem xã nào có số liệu: ntm score", "see who has reported: ntm score" }
    report_among_data(path) { "“{path}” nằm trong thư mục số liệu: lần sau sẽ bị đọc như số liệu", "“{path}” lies among the data: the next time it would be read as data" }
    other_folder() { "ghi vào thư mục khác", "write to another folder" }
    one_folder_for_each() { "--each cần đúng một thư mục ở -o", "--each wants one folder at -o" }
    name_each_folder() { "ví dụ: ntm report 2022-05 --each -o bao-cao", "for example: ntm report 2022-05 --each -o reports" }
    reports_written(count, folder) { "Đã ghi {count} báo cáo vào “{folder}”", "{count} report{count:?} written to “{folder}”" }

    // Course.
    section_changes() { "Biến động so với kỳ trước", "Changes since the last period" }
    sheet_changes() { "Biến động", "Changes" }
    compared_with(old, new) { "So sánh kỳ {new} với kỳ {old}", "{new} compared with {old}" }
    not_the_month_before(old, before) { "Kỳ so sánh là {old}, không phải kỳ liền trước {before}.", "It is compared with {old}, which is not the month before ({before})." }
    not_compared_with(period, why) { "Kỳ {period} không được đem so sánh: {why}.", "{period} is not compared with: {why}." }
    no_earlier_month() { "Không có số liệu của kỳ trước bên cạnh kỳ này để so sánh.", "There is no earlier month beside this one to compare with." }
    earlier_unreadable() { "Không đọc được số liệu các kỳ trước nên không so sánh.", "The earlier months cannot be read, so nothing is compared." }
    earlier_faulty(faults) { "Số liệu các kỳ trước có {faults} lỗi nên không so sánh; xem ntm check.", "The earlier months have {faults} fault{faults:?}, so nothing is compared; see ntm check." }
    communes_reported() { "Xã có số liệu", "Communes reported" }
    mean_criteria() { "Bình quân số tiêu chí đạt", "Mean of criteria met" }
    mean_indicators() { "Bình quân số chỉ tiêu đạt", "Mean of indicators met" }
    no_data_short() { "không có số liệu", "no data" }
}
