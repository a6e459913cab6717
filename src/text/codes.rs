//! What each code of a problem means, how it arises and how it is mended: the
//! words of `ntm check --explain`.

pub mod criteria;
pub mod file;
pub mod folder;
pub mod repair;
pub mod row;
pub mod value;
pub mod warning;

use super::{Text, texts};

/// A code in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What it is, in a line.
    pub brief: Text,
    /// What it means.
    pub meaning: Text,
    /// How it comes about in practice.
    pub cause: Text,
    /// What to do, step by step.
    pub remedy: Vec<Text>,
}

/// Defines explanations: `name { (brief) means (…) arises (…) mend (step) … }`, each
/// in Vietnamese and English.
macro_rules! explanations {
    ($($name:ident {
        ($vi:literal, $en:literal)
        means ($means_vi:literal, $means_en:literal)
        arises ($arises_vi:literal, $arises_en:literal)
        mend $(($mend_vi:literal, $mend_en:literal))+
    })*) => {$(
        #[doc = concat!("```text\n", $en, "\n```")]
        pub fn $name() -> $crate::text::codes::Explanation {
            let both = $crate::text::codes::both;
            $crate::text::codes::Explanation {
                brief: both($vi, $en),
                meaning: both($means_vi, $means_en),
                cause: both($arises_vi, $arises_en),
                remedy: vec![$(both($mend_vi, $mend_en)),+],
            }
        }
    )*};
}
use explanations;

fn both(vi: &str, en: &str) -> Text {
    Text { vi: vi.to_owned(), en: en.to_owned() }
}

texts! {
    // The page.
    code_title(code, brief) { "{code}: {brief}", "{code}: {brief}" }
    is_error() { "Mức độ: lỗi, phải sửa trước khi chấm điểm", "Severity: error, to be mended before a score" }
    is_warning() { "Mức độ: cảnh báo, vẫn chấm điểm được nhưng nên xem lại", "Severity: warning, scored all the same but worth a look" }
    is_repair() { "Mức độ: đã chỉnh khi đọc, không phải lỗi", "Severity: set right while reading, no error" }
    meaning(words) { "Nghĩa là: {words}", "What it means: {words}" }
    cause(words) { "Thường gặp khi: {words}", "How it arises: {words}" }
    remedy() { "Cách sửa:", "How to mend it:" }
    step(number, words) { "{number}. {words}", "{number}. {words}" }

    // The list.
    all_codes() { "Các mã mà ntm check và ntm criteria check có thể nêu", "The codes that ntm check and ntm criteria check may tell" }
    code() { "Mã", "Code" }
    severity() { "Mức độ", "Severity" }
    brief() { "Nội dung", "What it is" }
    error() { "lỗi", "error" }
    warning() { "cảnh báo", "warning" }
    repaired() { "đã chỉnh", "repaired" }
    hint() { "gợi ý", "hint" }
    see_one() { "Xem một mã, ví dụ:", "See one, for example:" }

    // Around it.
    help_explain() { "Giải thích một mã lỗi hay cảnh báo và cách sửa; “list” liệt kê mọi mã", "Explain a code and how to mend it; “list” lists all codes" }
    how_to_explain(code) { "Giải thích mã trong ngoặc vuông và cách sửa: ntm check --explain {code}", "What a code in square brackets means and how to mend it: ntm check --explain {code}" }
    unknown_code(code) { "không có mã “{code}”", "there is no code “{code}”" }
    did_you_mean_or_list(words) { "có phải là: {words}? Xem mọi mã: ntm check --explain list", "did you mean: {words}? See all codes: ntm check --explain list" }
    see_list() { "xem mọi mã: ntm check --explain list", "see all codes: ntm check --explain list" }
}
