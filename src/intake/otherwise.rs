//! What the words behind a name of values say that it is, other than what the commune
//! reached: a level that is required, a plan, another place's figure, a verdict.

use super::name_words::NameWords;

/// What a column is that begins like one of values and is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Otherwise {
    /// A required level, a plan, a difference, another place's or another time's figure.
    NotReached,
    /// Where a mark means no.
    NotMet,
    /// Somebody's verdict.
    Verdict,
}

/// What the law, a plan or somebody above asks for, not what was reached.
const REQUIRED: &[&str] = &[
    "yêu cầu",
    "tối thiểu",
    "tối đa",
    "ít nhất",
    "chuẩn",
    "quy định",
    "ngưỡng",
    "bắt buộc",
    "định mức",
    "cần",
    "phải",
    "được giao",
    "chỉ tiêu giao",
    "phê duyệt",
    "nghị quyết",
];

/// What somebody means to reach, or thinks that will be.
const PLANNED: &[&str] = &[
    "kế hoạch",
    "mục tiêu",
    "phấn đấu",
    "đăng ký",
    "cam kết",
    "đề ra",
    "lộ trình",
    "định hướng",
    "dự kiến",
    "dự báo",
    "ước",
    "ước tính",
];

/// What is left, or lies between two figures.
const DIFFERENCE: &[&str] = &[
    "chênh lệch",
    "so sánh",
    "so với",
    "còn lại",
    "còn thiếu",
    "tăng giảm",
    "xếp loại",
    "xếp hạng",
];

/// Of another time.
const EARLIER: &[&str] = &["trước", "cùng kỳ", "cũ", "năm ngoái", "đầu kỳ", "ban đầu", "xuất phát"];

/// Of other places, or of several.
const MEAN: &[&str] = &["bình quân", "trung bình", "các xã", "các địa phương", "đơn vị khác"];

/// Of all that stand beside it.
const SUMS: &[&str] = &["tổng", "cộng", "toàn", "số xã", "tỷ lệ", "tỉ lệ", "chung", "số lượng"];

/// Of a district or more, unless the commune stands beside it.
const ELSEWHERE: &[&str] = &[
    "toàn huyện",
    "toàn tỉnh",
    "toàn thành phố",
    "toàn quốc",
    "toàn vùng",
    "cả nước",
    "huyện",
    "tỉnh",
];

/// Words beside which a district or a province only says where the commune lies.
const COMMUNE: &[&str] = &["xã", "phường", "thị trấn", "đặc khu", "địa phương"];

const NOT_MET: &[&str] = &[
    "chưa đạt chuẩn",
    "không đạt chuẩn",
    "chưa đạt",
    "không đạt",
    "chưa hoàn thành",
    "không hoàn thành",
    "kđ",
    "cđ",
    "k đạt",
    "c đạt",
];

/// The same where nothing else stands behind the name.
const NO: &[&str] = &["không", "chưa", "không có"];

/// Beside which the words above name what to choose from.
const MET: &[&str] = &["đạt chuẩn", "đạt", "hoàn thành"];

const VERDICTS: &[&str] = &["đánh giá", "chấm", "thẩm tra", "thẩm định"];

/// What makes another column than one of values another time's, a plan's or a verdict's.
const NOT_OF_NOW: &[&str] = &[
    "trước",
    "cùng kỳ",
    "cũ",
    "kế hoạch",
    "mục tiêu",
    "phấn đấu",
    "cần đạt",
    "phải đạt",
    "dự kiến",
    "ước",
    "còn thiếu",
];

/// What the words behind a name of values make of it; `None` where it stays one.
pub(super) fn of_value(rest: &str) -> Option<Otherwise> {
    let words = NameWords::from_cell(rest);
    let (not_met, left) = words.without(NOT_MET);
    let (met, left) = left.without(MET);
    let (no, rest) = words.without(NO);
    if no && rest.is_empty() {
        return Some(Otherwise::NotMet);
    }
    let words = match (not_met, met) {
        (true, false) => return Some(Otherwise::NotMet),
        // `(Đạt/Chưa đạt)` says what to write.
        (true, true) => left,
        (false, _) => words,
    };
    let has = |known: &[&str]| words.has(known);
    let elsewhere = || has(ELSEWHERE) && !has(COMMUNE);
    if [REQUIRED, PLANNED, DIFFERENCE, EARLIER, MEAN].into_iter().any(has) || elsewhere() {
        return Some(Otherwise::NotReached);
    }
    has(VERDICTS).then_some(Otherwise::Verdict)
}

/// Whether what stands over the columns of communes or months says that they hold no results.
pub(super) fn is_no_result(above: &str) -> bool {
    let words = NameWords::from_cell(above);
    [REQUIRED, PLANNED, DIFFERENCE, EARLIER].into_iter().any(|known| words.has(known))
}

/// Whether a column beside those of communes is of all of them, or of something else.
pub(super) fn is_of_several(name: &str) -> bool {
    let words = NameWords::from_cell(name);
    is_no_result(name) || [MEAN, ELSEWHERE, SUMS].into_iter().any(|known| words.has(known))
}

/// Whether they make another column than one of values one of another time, or of a plan.
pub(super) fn is_of_other_time(rest: &str) -> bool {
    NameWords::from_cell(rest).has(NOT_OF_NOW)
}

/// The same, or somebody's verdict.
pub(super) fn is_not_of_now(rest: &str) -> bool {
    is_of_other_time(rest) || NameWords::from_cell(rest).has(VERDICTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_behind_a_value_may_make_it_something_else() {
        for rest in [
            "yêu cầu",
            "theo quy định",
            "đạt chuẩn",
            "toi thieu",
            "ke hoach nam",
            "bình quân huyện",
            "toàn tỉnh",
            "(tiêu chuẩn)",
            "UOC",
        ] {
            assert_eq!(of_value(rest), Some(Otherwise::NotReached), "{rest}");
        }
        for rest in ["chưa đạt", "(không đạt)", "chua dat", "KĐ", "K.đạt", "CĐ", "(không)", "chưa"]
        {
            assert_eq!(of_value(rest), Some(Otherwise::NotMet), "{rest}");
        }
        for rest in [
            "đạt được",
            "dat duoc",
            "của xã",
            "của xã Bắc Sơn, huyện A",
            "thực tế",
            "đến 31/5/2022 của xã",
            "tiêu chí giao thông",
            "(Đạt/Chưa đạt)",
            "đạt / không đạt",
            "(đạt chuẩn, chưa đạt chuẩn)",
            "đạt",
            "",
        ] {
            assert_eq!(of_value(rest), None, "{rest}");
        }
    }
}
