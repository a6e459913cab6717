//! Words on where the user's own copies of built-in sets differ from those.

use super::texts;

texts! {
    set_of() { "Bộ", "Set" }
    altered_place() { "Chỗ khác", "Where" }
    built_in_says() { "Bản có sẵn", "Built in" }
    copy_says() { "Bản đã dùng", "The copy used" }
    not_there() { "không có", "nothing" }
    taken_out() { "đã bỏ", "taken out" }
    whole_file() { "cả tệp, không có trong bản có sẵn", "the whole file, which is not built in" }
    criterion_no(no) { "tiêu chí {no}", "criterion {no}" }
    is_taken_out(place) { "{place} đã bỏ", "{place} taken out" }
    is_added(place) { "{place} thêm vào", "{place} added" }
    is_altered(place, was, now) { "{place}: {was} → {now}", "{place}: {was} → {now}" }
    more_places(count) { "và {count} chỗ khác", "and {count} more" }
    parts_from_built_in(set, count, places) { "{set} khác bản có sẵn của chương trình ở {count} chỗ: {places}", "{set} parts from the program's built-in set in {count} place{count:?}: {places}" }
    parted() { "Khác với bộ tiêu chí có sẵn", "Where the sets part from the built-in ones" }
    parted_lead() { "Bản của cơ quan thay bộ có sẵn của chương trình; dưới đây là mọi chỗ khác, trừ phần xác nhận. Người thẩm định đối chiếu từng chỗ với văn bản.", "The office's copies take the place of the program's sets; below is all in which they part but for the confirmations, to be held against the decisions one by one." }
}
