//! What is wrong with a list of agencies.

use super::texts;

texts! {
    fill_agencies() { "điền mỗi tiêu chí một dòng: level, id, lead, support, needs_funding, guidance", "fill in one row per criterion: level, id, lead, support, needs_funding, guidance" }
    agency_twice(level, subject) { "{subject} có hai dòng ở cấp độ {level}", "{subject} is there twice at level {level}" }
    keep_one_agency() { "giữ một dòng; nếu dòng này là 17.10 bị Excel đổi thành 17.1 thì định dạng cột là Văn bản (Text) và gõ lại", "keep one row; if Excel made 17.1 of 17.10 here, format the column as Text and type it again" }
    no_lead(subject) { "{subject} chưa có cơ quan chủ trì", "nobody leads {subject}" }
    nobody_leads(count, ids) { "chưa có cơ quan chủ trì cho {count} chỉ tiêu: {ids}", "nobody leads {count} indicator{count:?}: {ids}" }
    give_lead() { "ghi cơ quan chủ trì ở cột lead, trên dòng của tiêu chí hoặc của chỉ tiêu", "give the leading agency in the column lead, on the row of the criterion or of the indicator" }
    not_a_word(column, cell) { "cột “{column}”: không hiểu “{cell}”", "column “{column}”: “{cell}” is not understood" }
}
