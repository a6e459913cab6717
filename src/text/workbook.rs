//! The words of a report's workbook.

use super::texts;

texts! {
    sheet_unnamed() { "Trang", "Sheet" }
    footer_page() { "Trang", "Page" }
    cut_short() { " […] (đã cắt: dài hơn một ô chứa được)", " […] (cut: longer than a cell can hold)" }
    nothing_listed() { "Không có dòng nào.", "Nothing to list." }
    chart_figures(title) { "Số liệu của biểu đồ (không in): {title}", "Figures of the chart (not printed): {title}" }
    chart_bars_say(title, figures) { "Biểu đồ cột. {title}: {figures}", "Bars. {title}: {figures}" }
    chart_lines_say(title, figures) { "Biểu đồ đường. {title}: {figures}", "Lines. {title}: {figures}" }
    no_figure() { "không có số liệu", "no figure" }
    sheets_beyond(most, more, sheet) { "Chỉ {most} xã đầu danh sách có trang riêng; {more} xã còn lại: lọc theo xã ở trang “{sheet}”, trang này có mọi xã, mọi chỉ tiêu.", "Only the first {most} communes have a sheet of their own; for the other {more} filter the sheet “{sheet}” by commune: it has every commune and indicator." }
    too_much_for_a_file() { "nhiều hơn mức tệp chứa được: một trang tính có tối đa 1.048.576 dòng", "more than the file can hold: a sheet has at most 1,048,576 rows" }
}
