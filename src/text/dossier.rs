//! The words of dossiers, of their verification and of files of evidence.

use super::texts;

texts! {
    // Help.
    about_dossier() { "Lập hồ sơ đề nghị của một xã, kèm biên nhận có mã kiểm tra của từng tệp", "Make the dossier of a commune, with a receipt that holds the digest of every file" }
    about_verify() { "Kiểm tra một hồ sơ: từng tệp, và chấm lại từ số liệu trong hồ sơ", "Verify a dossier: every file, and the score made again from the inputs in it" }
    help_commune() { "Xã lập hồ sơ (mã hoặc tên)", "The commune (code or name)" }
    help_output() { "Thư mục mới của hồ sơ, hoặc một tệp .zip; cái đã có không bị ghi đè", "The new folder of the dossier, or a file .zip; nothing that is there is replaced" }
    help_draft() { "Lập cả khi chưa đủ, mọi trang ghi DỰ THẢO", "Make it in spite of what is lacking; every page says that it is a draft" }
    help_evidence() { "Thư mục tệp minh chứng; tệp được nhận ra qua số văn bản trong tên tệp", "The folder of files of evidence; a file is known by the document's number in its name" }
    help_check_evidence() { "Thư mục tệp minh chứng: nêu văn bản chưa có tệp và tệp không được viện dẫn", "The folder of files of evidence: tell documents without file and files that nothing cites" }
    help_receipt() { "Hồ sơ: thư mục, tệp .zip, hoặc tệp receipt.json trong đó", "The dossier: its folder, its .zip, or the receipt.json in it" }
    help_verify_format() { "Dạng in ra: table, json, markdown", "Form of the output: table, json, markdown" }

    help_verify_output() { "Ghi ra tệp; đuôi .txt, .json, .md chọn dạng; dùng được nhiều lần", "Write to a file; the ending .txt, .json, .md picks the form; may be repeated" }

    // Pages.
    draft() { "DỰ THẢO", "DRAFT" }
    draft_title(draft, title) { "{draft} – {title}", "{draft} – {title}" }
    list_title(name, level) { "Danh mục minh chứng của xã {name}, {level}", "Evidence of commune {name}, {level}" }
    list_lead(period, code, documents, bare) { "Kỳ {period}, mã xã {code}: {documents} văn bản; {bare} giá trị chưa có minh chứng", "Period {period}, code {code}: {documents} documents; {bare} values without evidence" }
    by_document() { "Theo văn bản", "By document" }
    by_indicator() { "Theo chỉ tiêu", "By indicator" }
    sheet_documents() { "Văn bản", "Documents" }
    sheet_indicators() { "Chỉ tiêu", "Indicators" }
    document() { "Văn bản", "Document" }
    document_date() { "Ngày văn bản", "Date" }
    valid_until() { "Hiệu lực đến", "Valid until" }
    proves() { "Chứng minh chỉ tiêu", "Proves indicators" }
    file() { "Tệp", "File" }
    no_file() { "chưa có tệp", "no file" }
    no_evidence() { "chưa có minh chứng", "no evidence" }
    expired(date) { "{date}, đã hết trước cuối kỳ", "{date}, before the period's end" }
    written_at() { "Ghi tại", "Written at" }
    place(file, line) { "{file}, dòng {line}", "{file}, line {line}" }
    cell_place(file, sheet, cell) { "{file}, {sheet}!{cell}", "{file}, {sheet}!{cell}" }

    // Refused.
    refused_title(name, code, level, period) { "Chưa lập được hồ sơ {level} của xã {name} ({code}), kỳ {period}", "The dossier of commune {name} ({code}) for {level}, {period}, cannot be made yet" }
    refused_lead(verdicts, thresholds, evidence) { "{verdicts} chỉ tiêu chưa đạt, chưa có số liệu hoặc chưa có mức; {thresholds} mức chưa xác nhận; {evidence} minh chứng còn thiếu. Chưa ghi tệp nào.", "{verdicts} indicators not met, missing or undetermined; {thresholds} thresholds not confirmed; {evidence} pieces of evidence lacking. Nothing was written." }
    refused_verdicts() { "Chỉ tiêu chưa đủ", "Indicators" }
    refused_evidence() { "Minh chứng còn thiếu", "Evidence lacking" }
    refused_files() { "Văn bản chưa có tệp", "Documents without file" }
    refused_thresholds() { "Mức chưa xác nhận với văn bản", "Thresholds not confirmed" }
    lacking() { "Còn thiếu", "What is lacking" }
    layer() { "Xác nhận trong bộ", "Confirm in" }
    confidence() { "Mức tin cậy", "Confidence" }
    damaged_receipt(path) { "biên nhận của “{path}” đã bị sửa hoặc hỏng, không đọc được: hồ sơ không còn đúng như khi lập", "the receipt of “{path}” was edited or damaged and cannot be read: the dossier is no longer what was made" }
    ask_for_the_dossier() { "xin lại hồ sơ từ nơi lập, hoặc lập lại bằng ntm dossier", "ask for the dossier again where it was made, or make it anew with ntm dossier" }
    below_silent(level) { "Chưa lập hồ sơ: cấp độ này đòi hỏi đủ cấp độ {level}, mà chưa có số liệu cấp độ {level}", "No dossier: this level presupposes {level}, of which nothing has been reported" }
    below_open(level, ids) { "Chưa lập hồ sơ: cấp độ này đòi hỏi đủ cấp độ {level}, còn chưa đạt hoặc chưa có số liệu: {ids}", "No dossier: this level presupposes {level}, of which these are open: {ids}" }
    then_criteria() { "Xác nhận xong, lập hồ sơ với --criteria tieu-chi.", "Once they are confirmed, make the dossier with --criteria tieu-chi." }
    or_draft() { "Cần bản xem trước thì thêm --draft: mọi trang ghi DỰ THẢO.", "For a preview add --draft: every page says that it is a draft." }

    has_not_reported(name, period, level, voice) { "xã {name} chưa có số liệu kỳ {period} ở cấp độ {level}, nguồn {voice}", "commune {name} has no data of {period} at the level {level} by {voice}" }

    // Made.
    made(name, path, files) { "Đã lập hồ sơ xã {name} trong “{path}”: {files} tệp", "The dossier of commune {name} is in “{path}”: {files} files" }
    made_draft(name, path, files) { "Đã lập DỰ THẢO hồ sơ xã {name} trong “{path}”: {files} tệp", "A DRAFT of the dossier of commune {name} is in “{path}”: {files} files" }
    note_digest(digest) { "Mã biên nhận (SHA-256), ghi vào tờ trình để đối chiếu: {digest}", "Digest of the receipt (SHA-256), to be written into the submission: {digest}" }
    verify_with(path) { "Kiểm tra: ntm verify {path}", "Verify with: ntm verify {path}" }
    files_left_out(count) { "{count} tệp trong thư mục minh chứng không được xã viện dẫn, không đưa vào hồ sơ", "{count} files of the folder of evidence are not cited by the commune and were left out" }
    already_there(path) { "“{path}” đã có, không ghi đè", "“{path}” is there already and is not replaced" }
    elsewhere() { "chọn thư mục mới, thư mục trống hoặc tên tệp .zip khác cho -o", "choose a new or empty folder or another name .zip for -o" }
    too_large(most) { "hồ sơ lớn hơn {most} MB", "the dossier is larger than {most} MB" }
    fewer_files() { "bớt tệp minh chứng, hoặc quét ở độ phân giải thấp hơn", "leave out files of evidence, or scan them coarser" }

    // Verified.
    same_title(name, code) { "Giống hệt: hồ sơ xã {name} ({code}) đúng như biên nhận", "Same: the dossier of commune {name} ({code}) is what its receipt says" }
    other_title(count, name, code) { "KHÁC {count} điểm: hồ sơ xã {name} ({code}) không còn đúng như biên nhận", "{count} DIFFERENCES: the dossier of commune {name} ({code}) is not what its receipt says" }
    about_receipt(level, period, voice, tool) { "{level}, kỳ {period}, nguồn {voice}; lập bằng {tool}", "{level}, period {period}, {voice}; made by {tool}" }
    is_draft() { "Đây là DỰ THẢO, không phải hồ sơ để nộp", "This is a DRAFT, not a dossier to hand in" }
    checked(files, verdicts) { "{files} tệp đúng từng byte; chấm lại từ số liệu và bộ tiêu chí trong hồ sơ cho đúng {verdicts} kết luận", "{files} files are the same byte for byte; scored again from the inputs and criteria kept, all {verdicts} verdicts are the same" }
    receipt_digest(digest) { "Mã biên nhận (SHA-256): {digest}; so với mã đã ghi trong tờ trình", "Digest of the receipt (SHA-256): {digest}; compare it with the one in the submission" }
    other_set(ids) { "Bộ tiêu chí có sẵn của chương trình này khác bản giữ trong hồ sơ: {ids}; đã chấm theo bản trong hồ sơ", "This program's built-in sets differ from those kept in the dossier: {ids}; those kept were used" }
    what_differs() { "Khác ở đâu", "What differs" }
    kind() { "Loại", "Kind" }
    what() { "Điểm khác", "Difference" }
    verdicts_change() { "Kết luận thay đổi", "Verdicts that change" }
    no_verdict_changes() { "Không kết luận nào thay đổi", "No verdict changes" }
    parts_change() { "Số liệu, mức, minh chứng khác với hồ sơ", "Values, thresholds and evidence that differ" }
    was() { "Trong hồ sơ", "In the dossier" }
    now() { "Tính lại", "Made again" }
    basis() { "Căn cứ", "Basis" }
    numerator() { "Tử số", "Numerator" }
    denominator() { "Mẫu số", "Denominator" }
    field() { "Nội dung", "What" }
    of_receipt() { "biên nhận", "receipt" }
    of_version() { "phiên bản", "version" }
    of_input() { "số liệu", "input" }
    of_set() { "bộ tiêu chí", "criteria" }
    of_evidence() { "minh chứng", "evidence" }
    of_output() { "kết quả", "output" }
    of_other() { "khác", "other" }
    receipt_edited() { "nội dung biên nhận đã bị sửa: không khớp mã của chính nó", "the receipt was edited: it does not fit its own digest" }
    receipt_rewritten() { "biên nhận đã được ghi lại: nội dung như cũ, cách trình bày khác", "the receipt was written anew: the same content in another layout" }
    other_version(made, here) { "lập bằng {made}, kiểm tra bằng {here}: kết luận được so sánh, các trang thì không; dùng đúng phiên bản cũ để so từng byte", "made by {made}, verified by {here}: verdicts are compared, pages are not; use the same version to compare byte by byte" }
    file_changed(path) { "{path}: nội dung đã bị sửa", "{path}: its content was changed" }
    file_missing(path) { "{path}: không có", "{path}: it is not there" }
    file_moved(from, to) { "{from}: đã chuyển sang {to}", "{from}: it was moved to {to}" }
    file_added(path) { "{path}: biên nhận không có tệp này", "{path}: the receipt does not know it" }
    repacked() { "các tệp bên trong giống hệt nhưng tệp .zip đã được nén lại; giải nén ra thư mục để kiểm tra các tệp", "the files in it are the same but the .zip was packed anew; unpack it into a folder to verify the files" }
    not_given(path) { "{path}: số liệu trong hồ sơ không cho ra tệp này", "{path}: the inputs kept do not give this file" }
    field_differs(name) { "mục “{name}” trong biên nhận không phải điều số liệu trong hồ sơ cho ra", "the field “{name}” of the receipt is not what the inputs kept give" }
    no_result() { "không chấm lại được từ số liệu và bộ tiêu chí trong hồ sơ", "the inputs and criteria kept cannot be scored again" }
    not_a_receipt(path) { "“{path}” không phải biên nhận hồ sơ (receipt.json) đọc được", "“{path}” is no receipt of a dossier (receipt.json) that can be read" }
    name_a_dossier() { "chỉ ra thư mục hồ sơ, tệp .zip, hoặc receipt.json do ntm dossier ghi", "name the folder, the .zip or the receipt.json that ntm dossier wrote" }
    newer_receipt(schema) { "biên nhận theo lược đồ mới hơn: {schema}; chương trình này đọc được ntm.receipt.v1", "the receipt is of a newer schema: {schema}; this program reads ntm.receipt.v1" }
    newer_program() { "dùng phiên bản ntm mới hơn", "use a newer version of ntm" }
    unsafe_path(path) { "tên tệp “{path}” dẫn ra ngoài hồ sơ, là liên kết hoặc bị trùng: không đọc tiếp", "the name “{path}” leads out of the dossier, is a link or is there twice: nothing more was read" }
    do_not_open() { "hồ sơ này không do ntm dossier ghi; đừng giải nén, hãy xin lại bản gốc", "ntm dossier did not write this; do not unpack it, ask for the original" }
    broken_zip(path) { "không đọc được tệp nén “{path}”", "the archive “{path}” cannot be read" }

    // Files of evidence.
    file_is_missing(document, folder) { "văn bản “{document}” không có tệp trong “{folder}”", "the document “{document}” has no file in “{folder}”" }
    name_by_number() { "đặt tệp với số văn bản trong tên, ví dụ BC-12-BC-UBND.pdf cho BC 12/BC-UBND", "put a file there with the document's number in its name, such as BC-12-BC-UBND.pdf for BC 12/BC-UBND" }
    file_is_uncited() { "không chỉ tiêu nào viện dẫn tệp này", "no indicator cites this file" }
    cite_or_rename() { "ghi số văn bản vào cột minh chứng, hoặc sửa tên tệp cho có số văn bản", "write the document's number as evidence, or put it into the file's name" }
}
