//! The words that only a page in a browser has.

use super::texts;

texts! {
    contents_heading() { "Mục lục", "Contents" }
    to_contents() { "↑ Về mục lục", "↑ To the contents" }
    skip_to_content() { "Đến nội dung", "Skip to the content" }
    filter_rows() { "Lọc dòng:", "Filter rows:" }
    sort_by_column() { "Sắp xếp theo cột này", "Sort by this column" }
    sign_unknown() { "chưa có số liệu hoặc chưa có mức quy định", "missing or undetermined" }
    figures_of(series, figures) { "{series}: {figures}.", "{series}: {figures}." }
    last_figure(series, figure, label) { "{series}: {figure} ({label})", "{series}: {figure} ({label})" }
}
