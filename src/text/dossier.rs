//! The words of dossiers.

mod evidence;

pub use evidence::*;

use super::texts;

texts! {
    // Help.
    about_dossier() { "Lập hồ sơ đề nghị của một xã, kèm biên nhận có mã kiểm tra của từng tệp", "Make the dossier of a commune, with a receipt that holds the digest of every file" }
    help_commune() { "Xã lập hồ sơ (mã hoặc tên)", "The commune (code or name)" }
    help_output() { "Thư mục mới của hồ sơ, hoặc một tệp .zip; cái đã có không bị ghi đè", "The new folder of the dossier, or a file .zip; nothing that is there is replaced" }
    help_draft() { "Lập cả khi chưa đủ, mọi trang ghi DỰ THẢO", "Make it in spite of what is lacking; every page says that it is a draft" }
    help_evidence() { "Thư mục tệp minh chứng; tệp được nhận ra qua số văn bản trong tên tệp, và qua thư mục mang mã hoặc tên xã", "The folder of files of evidence; a file is known by the document's number in its name, and by a folder with the commune's code or name" }
    help_check_evidence() { "Thư mục tệp minh chứng: nêu văn bản chưa có tệp và tệp không được viện dẫn", "The folder of files of evidence: tell documents without file and files that nothing cites" }


    // Pages.
    draft() { "DỰ THẢO", "DỰ THẢO (DRAFT)" }
    draft_title(draft, title) { "{draft} – {title}", "{draft} – {title}" }
    list_title(name, level) { "Danh mục minh chứng theo bộ tiêu chí {level} của xã {name}", "Evidence of commune {name} under the criteria for {level}" }
    list_lead(documents, bare) { "{documents} văn bản; {bare} giá trị chưa có minh chứng", "{documents} document{documents:?}; {bare} value{bare:?} without evidence" }
    no_folder() { "Chưa kiểm tra tệp minh chứng: khi lập hồ sơ không nêu thư mục minh chứng, hồ sơ không kèm tệp", "Files of evidence were not checked: no folder of them was named, the dossier holds none" }
    by_document() { "Minh chứng theo văn bản", "By document" }
    by_indicator() { "Minh chứng theo chỉ tiêu", "By indicator" }
    sheet_documents() { "Văn bản", "Documents" }
    sheet_indicators() { "Chỉ tiêu", "Indicators" }
    document() { "Văn bản", "Document" }
    document_date() { "Ngày văn bản", "Date" }
    valid_until() { "Hiệu lực đến", "Valid until" }
    proves() { "Chứng minh chỉ tiêu", "Proves indicators" }
    no_file() { "chưa có tệp", "no file" }
    no_evidence() { "chưa có minh chứng", "no evidence" }
    expired(date) { "{date}, đã hết trước cuối kỳ", "{date}, before the period's end" }
    written_at() { "Ghi tại", "Written at" }
    place(file, line) { "{file}, dòng {line}", "{file}, line {line}" }
    cell_place(file, sheet, cell) { "{file}, {sheet}!{cell}", "{file}, {sheet}!{cell}" }

    self_apart() { "Kết quả trên do xã tự đánh giá; cấp trên thẩm tra, thẩm định. Điều kiện công nhận: xem phần riêng của hồ sơ", "The result is the commune's own assessment, for verification and appraisal. The conditions of recognition are in a section of their own" }
    verified_apart() { "Kết quả trên do thành phố thẩm tra; tỉnh thẩm định. Điều kiện công nhận: xem phần riêng của hồ sơ", "The result was verified by the city, for appraisal by the province. The conditions of recognition are in a section of their own" }
    appraised_apart() { "Kết quả trên do tỉnh thẩm định. Điều kiện công nhận: xem phần riêng của hồ sơ", "The result was appraised by the province. The conditions of recognition are in a section of their own" }

    // Who confirmed what.
    confirmations() { "Xác nhận mức đạt chuẩn", "Confirmed thresholds" }
    all_confirmed_in(level, total) { "Mức đạt chuẩn {level}: cả {total} chỉ tiêu đã được xác nhận với văn bản", "Thresholds for {level}: all {total} indicator{total:?} {are} confirmed", are(total: "is", "are") }
    not_confirmed_in(level, open) { "Mức đạt chuẩn {level}: {open} chỉ tiêu chưa được xác nhận với văn bản hoặc chưa có mức", "Thresholds for {level}: {open} indicator{open:?} {are} not confirmed or {have} no threshold", are(open: "is", "are"), have(open: "has", "have") }
    confirmed_by() { "Người xác nhận", "By" }
    confirmed_on() { "Ngày", "On" }
    confirmed_from() { "Văn bản đã đọc", "Text read" }
    confirmed_in() { "Bộ", "Set" }
    confirmed_what() { "Chỉ tiêu", "Indicators" }

    other_communes(count) { "Tệp số liệu giữ trong hồ sơ nguyên như đã đọc, nên có cả dòng của {count} xã khác; hồ sơ này không dùng các dòng ấy", "The files of data are kept as read and so hold rows of {count} other commune{count:?}; this dossier does not use them" }
    why_draft() { "Còn thiếu", "What is lacking" }
    below() { "Kết quả ở cấp độ thấp hơn", "Results at lower levels" }
    title_below() { "Cấp độ", "Level" }
    presupposes() { "Cấp độ này đòi hỏi đủ mọi tiêu chí của các cấp độ thấp hơn", "This level presupposes all criteria of the levels below" }
    still_open() { "Chỉ tiêu còn thiếu", "Open indicators" }
    not_confirmed() { "Chỉ tiêu có mức chưa xác nhận", "Indicators not confirmed" }
    to_clear_up() { "Cần đối chiếu", "To be cleared up" }
    clear_up(count) { "{count} chỗ số liệu nói khác nhau; mỗi cấp độ chấm theo dòng của mình, ít nhất một số sai", "{count} place{count:?} where the data contradicts itself; each level is judged by its own row, at least one figure is wrong" }
    contradiction() { "Nội dung khác nhau", "Contradiction" }
    to_clear_up_in(count) { "cần đối chiếu: {count} chỗ; không vì thế mà từ chối hồ sơ, nhưng hồ sơ nêu các chỗ này", "to be cleared up: {count}; the dossier is not refused for it, but it says so" }
    no_conditions(period) { "Kỳ {period} chưa có bộ điều kiện công nhận có hiệu lực: chưa xét được điều kiện công nhận", "No set of conditions of recognition is in force in {period}: they are not judged" }
    eligible() { "Đủ điều kiện đề nghị công nhận (tạm tính)", "Recognition may be asked for (provisional)" }
    not_yet(open) { "Chưa thể đề nghị công nhận: {open}", "Recognition cannot be asked for yet: {open}" }
    criteria_open() { "chưa đủ tiêu chí của cấp độ này hoặc cấp độ thấp hơn", "criteria of this level or of a lower one are open" }
    conditions_not_confirmed(open) { "{open} điều kiện có mức chưa xác nhận với văn bản hoặc chưa có mức", "{open} condition{open:?} {are} not confirmed or {have} no threshold", are(open: "is", "are"), have(open: "has", "have") }
    conditions_failed(ids) { "chưa đạt điều kiện {ids}", "conditions {ids} are not met" }
    conditions_untold(ids) { "chưa có số liệu của điều kiện {ids}", "there is no data of conditions {ids}" }
    conditions_open(ids) { "điều kiện {ids} chưa có mức quy định", "conditions {ids} have no threshold" }
    tell_conditions(period) { "Xã nộp thêm số liệu kỳ {period} của các điều kiện công nhận chưa có số liệu, kèm minh chứng", "The commune is to hand in the data of {period} for the conditions without data, with evidence" }

    // Refused.
    refused_title(name, code, level, period) { "Chưa lập được hồ sơ {level} của xã {name} ({code}), kỳ {period}", "The dossier of commune {name} ({code}) for {level}, {period}, cannot be made yet" }
    lacking_verdicts(count) { "{count} chỉ tiêu chưa đạt, chưa có số liệu hoặc chưa có mức", "{count} indicator{count:?} not met, missing or undetermined" }
    lacking_thresholds(count) { "{count} mức chưa xác nhận", "{count} threshold{count:?} not confirmed" }
    lacking_evidence(count) { "{count} minh chứng còn thiếu hoặc hết hiệu lực", "{count} piece{count:?} of evidence lacking or expired" }
    lacking_below(count) { "{count} cấp độ thấp hơn chưa đủ", "{count} lower level{count:?} not met" }
    nothing_written() { "Chưa ghi tệp nào.", "Nothing was written." }
    lacking_faults(count) { "{count} lỗi trong số liệu", "{count} fault{count:?} in the data" }
    refused_evidence_beside() { "Minh chứng còn thiếu ở cấp độ thấp hơn và điều kiện công nhận", "Evidence that lacks at lower levels and of conditions of recognition" }
    lacking_conditions(count) { "{count} điều kiện công nhận chưa đạt, chưa có số liệu hoặc chưa có mức", "{count} condition{count:?} of recognition not met, missing or undetermined" }
    lacking_clear(count) { "{count} ô minh chứng chưa rõ là một hay nhiều văn bản", "{count} cell{count:?} of evidence that may cite one document or several" }
    refused_conditions() { "Điều kiện công nhận chưa đủ", "Conditions of recognition" }
    refused_unclear() { "Ô minh chứng chưa rõ là một hay nhiều văn bản", "Evidence that may be one document or several" }
    cell() { "Ô ghi", "The cell" }
    how_to_write() { "Cách ghi", "How to write it" }
    write_apart(example) { "nhiều văn bản: cách nhau bằng dấu chấm phẩy, ví dụ “{example}”; một văn bản nhắc đến văn bản khác: để văn bản được nhắc trong ngoặc đơn", "several documents: with semicolons between them, such as “{example}”; one document that speaks of another: with that other in brackets" }
    faulty_elsewhere(files) { "Lỗi ở dòng, tệp của xã khác: không chạm đến số liệu của xã này, hồ sơ không xét: {files}", "Faults in rows and files of other communes: they do not touch this commune's data and are not part of the dossier: {files}" }
    faulty_here(files) { "Tệp có lỗi có thể chạm đến số liệu của xã này: {files}", "Files with faults that may touch this commune's data: {files}" }
    faults_of_file(file, count) { "{file} ({count} lỗi)", "{file} (faults: {count})" }
    conditions_needed() { "Điều kiện công nhận có hiệu lực trong kỳ: số liệu nhập ở cấp độ cong-nhan, kèm minh chứng. Hồ sơ chỉ gồm số liệu tiêu chí thì thêm --figures-only: trang tiêu đề ghi rõ là chưa xét điều kiện công nhận.", "Conditions of recognition are in force in the period: their data has the level cong-nhan, with evidence. For a dossier of the criteria alone add --figures-only: every title page says that the conditions are not judged." }
    help_figures_only() { "Hồ sơ chỉ gồm số liệu tiêu chí, không xét điều kiện công nhận; mọi trang tiêu đề ghi rõ", "A dossier of the criteria alone, without the conditions of recognition; every title page says so" }
    figures_only() { "HỒ SƠ CHỈ GỒM SỐ LIỆU TIÊU CHÍ: chưa xét điều kiện công nhận", "FIGURES OF THE CRITERIA ONLY: the conditions of recognition are not judged" }
    by_indicator_of(level) { "Minh chứng theo chỉ tiêu: {level}", "By indicator: {level}" }
    eligible_unproved(ids) { "Đủ điều kiện đề nghị công nhận (tạm tính), nhưng chưa có minh chứng của điều kiện {ids}", "Recognition may be asked for (provisional), but nothing proves condition {ids}" }
    refused_below() { "Cấp độ thấp hơn, phải đủ trước", "Lower levels, needed first" }
    refused_verdicts() { "Chỉ tiêu chưa đủ", "Indicators" }
    refused_evidence() { "Minh chứng còn thiếu", "Evidence lacking" }
    refused_expired() { "Minh chứng đã hết hiệu lực trước cuối kỳ", "Evidence that expired before the period's end" }
    refused_files() { "Văn bản chưa có tệp, hoặc chỉ có tệp rỗng hay không rõ là của văn bản nào", "Documents without file, or with one alone that is empty or could be several documents'" }
    refused_thresholds() { "Mức chưa xác nhận với văn bản", "Thresholds not confirmed" }
    lacking() { "Còn thiếu", "What is lacking" }
    layer() { "Xác nhận trong bộ", "Confirm in" }
    confidence() { "Mức tin cậy", "Confidence" }
    then_criteria() { "Xác nhận xong, lập hồ sơ với:", "Once they are confirmed, make the dossier with:" }
    with_criteria(folder) { "--criteria {folder}", "--criteria {folder}" }
    or_draft() { "Cần bản xem trước thì thêm --draft: mọi trang ghi DỰ THẢO.", "For a preview add --draft: every page says that it is a draft." }

    fill_in(period, level, code) { "xã chưa có dòng nào ở cấp độ này: lấy biểu bằng ntm template THƯ-MỤC --period {period} --level {level} --commune {code} -o mau, điền rồi để vào thư mục số liệu; nếu xã đã gửi ở kỳ khác thì đổi --period", "the commune has no row of this level: make its form with ntm template DIR --period {period} --level {level} --commune {code} -o forms, fill it in and put it into the folder of data; where it reported for another period, change --period" }
    has_not_reported(name, period, level, voice) { "xã {name} chưa có số liệu kỳ {period}, cấp độ “{level}”, nguồn “{voice}”", "commune {name} has no data of {period} at the level “{level}” by “{voice}”" }
    but_reported(silent, others) { "{silent}; có ở kỳ: {others}", "{silent}; it has in {others}" }

    // Made.
    made(name, level, period, path, files) { "Đã lập hồ sơ {level} của xã {name}, kỳ {period}: {files} tệp trong “{path}”", "The dossier of commune {name} for {level}, {period}, is in “{path}”: {files} file{files:?}" }
    made_draft(name, level, period, path, files) { "Đã lập DỰ THẢO hồ sơ {level} của xã {name}, kỳ {period}: {files} tệp trong “{path}”", "A DRAFT of the dossier of commune {name} for {level}, {period}, is in “{path}”: {files} file{files:?}" }
    no_folder_named() { "Chưa kiểm tra tệp minh chứng; hồ sơ không kèm tệp, thêm --evidence THƯ-MỤC", "Files of evidence were not checked and the dossier holds none: add --evidence FOLDER" }
    note_digest(digest) { "Mã biên nhận (SHA-256), ghi vào tờ trình để đối chiếu: {digest}", "Digest of the receipt (SHA-256), to be written into the submission: {digest}" }
    draft_digest(digest) { "Mã biên nhận (SHA-256) của bản dự thảo: {digest}", "Digest of the draft's receipt (SHA-256): {digest}" }
    verify_with(path, digest) { "Kiểm tra: ntm verify {path} --sha256 {digest}", "Verify with: ntm verify {path} --sha256 {digest}" }
    links_left_out(links) { "Liên kết trong thư mục minh chứng không được đi theo, không vào hồ sơ: {links}; chép chính tệp vào đó", "Links in the folder of evidence are not followed and go into no dossier: {links}; copy the files themselves there" }
    files_left_out(count) { "{count} tệp trong thư mục minh chứng không được xã viện dẫn, không đưa vào hồ sơ", "{count} file{count:?} of the folder of evidence {are} not cited by the commune and {were} left out", are(count: "is", "are"), were(count: "was", "were") }
    already_there(path) { "“{path}” đã có, không ghi đè", "“{path}” is there already and is not replaced" }
    among_evidence(path) { "“{path}” nằm trong thư mục minh chứng: lần sau bản sao trong hồ sơ sẽ bị coi là minh chứng", "“{path}” lies in the folder of evidence: the next time the copies in it would be taken for evidence" }
    elsewhere() { "chọn thư mục mới, thư mục trống hoặc tên tệp .zip khác cho -o", "choose a new or empty folder or another name .zip for -o" }
    not_one_file(path) { "“{path}” mang tên một tệp, còn hồ sơ là cả thư mục", "“{path}” is named like a file, and a dossier is a folder" }
    folder_or_zip() { "-o là thư mục hoặc .zip, ví dụ -o ho-so hay -o ho-so.zip", "-o is a folder or .zip, such as -o dossier or -o dossier.zip" }
    too_large(most) { "hồ sơ lớn hơn {most} MB", "the dossier is larger than {most} MB" }
    fewer_files() { "bớt tệp minh chứng, hoặc quét ở độ phân giải thấp hơn", "leave out files of evidence, or scan them coarser" }

}
