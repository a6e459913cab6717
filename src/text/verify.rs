//! The words of the verification of dossiers.

use super::texts;

texts! {
    // Help.
    about_verify() { "Kiểm tra một hồ sơ: từng tệp, và chấm lại từ số liệu trong hồ sơ", "Verify a dossier: every file, and the score made again from the inputs in it" }
    help_receipt() { "Hồ sơ: thư mục, tệp .zip, hoặc tệp receipt.json trong đó", "The dossier: its folder, its .zip, or the receipt.json in it" }
    help_sha256() { "Mã biên nhận ghi trong tờ trình: biên nhận có mã khác thì báo khác", "The digest of the receipt in the submission: a receipt with another one is told as different" }
    write_sha256() { "mã SHA-256 gồm 64 chữ số 0-9, a-f, như ntm dossier đã in ra", "a SHA-256 has 64 digits 0-9, a-f, as ntm dossier printed it" }

    // What is no dossier.
    not_a_receipt(path) { "“{path}” không phải hồ sơ, cũng không phải biên nhận hồ sơ (receipt.json)", "“{path}” is no dossier and no receipt of one (receipt.json)" }
    cannot_read(path, why) { "không đọc được “{path}”: {why}", "“{path}” cannot be read: {why}" }
    name_a_dossier() { "chỉ ra thư mục hồ sơ, tệp .zip, hoặc receipt.json do ntm dossier ghi", "name the folder, the .zip or the receipt.json that ntm dossier wrote" }

    // The verdict.
    same_title(name, code) { "Giống hệt: hồ sơ xã {name} ({code}) đúng như khi lập", "Same: the dossier of commune {name} ({code}) is as it was made" }
    other_title(count, name, code) { "KHÁC {count} điểm: hồ sơ xã {name} ({code}) không còn đúng như khi lập", "{count} DIFFERENCES: the dossier of commune {name} ({code}) is not as it was made" }
    one_title(name, code) { "KHÁC 1 điểm: hồ sơ xã {name} ({code}) không còn đúng như khi lập", "1 DIFFERENCE: the dossier of commune {name} ({code}) is not as it was made" }
    other_program(name, code) { "KHÁC phiên bản: số liệu và kết luận của hồ sơ xã {name} ({code}) như biên nhận ghi; các trang CHƯA so được, đừng dựa vào các trang trước khi kiểm tra bằng đúng phiên bản", "OTHER VERSION: the data and verdicts of the dossier of commune {name} ({code}) are what the receipt says; its pages are NOT compared: do not rely on them before that version has verified them" }
    repacked_title(name, code) { "KHÁC cách nén: các tệp của hồ sơ xã {name} ({code}) còn nguyên, tệp .zip thì không", "PACKED ANEW: the files of the dossier of commune {name} ({code}) are as they were made, the .zip is not" }
    not_the_one(name, code) { "KHÁC: đây không phải hồ sơ đã nộp của xã {name} ({code}), mã biên nhận khác mã đã cho", "DIFFERENT: this is not the dossier of commune {name} ({code}) that was handed in, its receipt has another digest" }
    unread_title(path) { "KHÁC: “{path}” không còn đúng như khi lập, biên nhận không còn hoặc không đọc được", "DIFFERENT: “{path}” is not as it was made, its receipt is gone or cannot be read" }
    newer_title(path) { "KHÁC phiên bản: chương trình này chưa đọc được biên nhận của “{path}”", "OTHER VERSION: this program cannot read the receipt of “{path}”" }
    about_receipt(level, period, voice, tool) { "{level}, kỳ {period}, nguồn {voice}; lập bằng {tool}", "{level}, period {period}, {voice}; made by {tool}" }
    is_draft() { "Đây là DỰ THẢO, không phải hồ sơ để nộp", "This is a DRAFT, not a dossier to hand in" }
    checked(files, verdicts) { "{files} tệp đúng từng byte; chấm lại từ số liệu và bộ tiêu chí trong hồ sơ cho đúng {verdicts} kết luận", "{files} file{files:?} {are} the same byte for byte; scored again from the inputs and criteria kept, all {verdicts} verdict{verdicts:?} {are2} the same", are(files: "is", "are"), are2(verdicts: "is", "are") }
    receipt_digest(digest) { "So mã biên nhận (SHA-256) này với mã ghi trong tờ trình, hoặc đưa mã ấy vào --sha256: {digest}", "Compare this digest of the receipt (SHA-256) with the one in the submission, or give that one as --sha256: {digest}" }
    digest_agrees(digest) { "Mã biên nhận (SHA-256) đúng như mã đã cho: {digest}", "The digest of the receipt (SHA-256) is the one given: {digest}" }
    other_set(ids) { "Bộ tiêu chí có sẵn của chương trình này khác bản giữ trong hồ sơ: {ids}; đã chấm theo bản trong hồ sơ", "This program's built-in sets differ from those kept in the dossier: {ids}; those kept were used" }
    do_not_rely() { "Đừng dựa vào hồ sơ này: xin lại bản gốc ở nơi lập, hoặc lập lại bằng ntm dossier", "Do not rely on this dossier: ask for the original where it was made, or make it anew with ntm dossier" }
    nothing_compared() { "Chưa đọc được biên nhận thì không so được các tệp khác và không chấm lại được", "While the receipt cannot be read the other files cannot be compared, nor can it be scored again" }

    // What differs.
    what_differs() { "Khác ở đâu", "What differs" }
    what() { "Điểm khác", "Difference" }
    verdicts_change() { "Kết luận thay đổi", "Verdicts that change" }
    no_verdict_changes() { "Không kết luận nào thay đổi", "No verdict changes" }
    verdicts_unknown() { "Chưa biết kết luận nào thay đổi, vì không chấm lại được", "Which verdicts change is not known, as it cannot be scored again" }
    parts_change() { "Số liệu, mức, minh chứng khác với hồ sơ", "Values, thresholds and evidence that differ" }
    why_no_result() { "Vì sao không chấm lại được", "Why it cannot be scored again" }
    was() { "Trong hồ sơ", "In the dossier" }
    now() { "Tính lại", "Made again" }
    at() { "Ở đâu", "Where" }
    fault() { "Lỗi", "Fault" }
    line(line) { "dòng {line}", "line {line}" }
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
    of_archive() { "tệp nén", "archive" }
    of_other() { "khác", "other" }
    archive_damaged() { "tệp nén hỏng hoặc thiếu phần cuối, không đọc được gì trong đó", "the archive is damaged or cut off, nothing in it can be read" }
    receipt_missing() { "không có receipt.json, mà hồ sơ nào cũng có", "there is no receipt.json, which every dossier has" }
    receipt_damaged(line) { "receipt.json đã bị sửa hoặc hỏng, không đọc được (dòng {line})", "receipt.json was edited or damaged and cannot be read (line {line})" }
    newer_receipt(schema) { "biên nhận do chương trình mới hơn lập ({schema}); chương trình này đọc được ntm.receipt.v1: hãy dùng phiên bản ntm mới hơn rồi kiểm tra lại", "the receipt was made by a newer program ({schema}); this one reads ntm.receipt.v1: get the newer ntm and verify again" }
    receipt_edited() { "nội dung biên nhận đã bị sửa: không khớp mã của chính nó", "the receipt was edited: it does not fit its own digest" }
    receipt_rewritten() { "biên nhận đã được ghi lại: nội dung như cũ, cách trình bày khác", "the receipt was written anew: the same content in another layout" }
    other_digest(expected, found) { "đây không phải biên nhận đã nộp: mã đã cho là {expected}, mã của biên nhận này là {found}", "this is not the receipt that was handed in: the digest given is {expected}, that of this receipt is {found}" }
    names_outside(path) { "biên nhận ghi tệp “{path}”, tên dẫn ra ngoài hồ sơ: ntm dossier không ghi tên như thế; không đọc tệp ấy", "the receipt names “{path}”, which leads out of the dossier: ntm dossier writes no such name; it was not read" }
    names_twice(path) { "biên nhận ghi tệp “{path}” hai lần", "the receipt names “{path}” twice" }
    other_version(made, here) { "lập bằng {made}, kiểm tra bằng {here}: kết luận được so sánh, các trang thì không; dùng đúng phiên bản cũ để so từng byte", "made by {made}, verified by {here}: verdicts are compared, pages are not; use the same version to compare byte by byte" }
    file_changed(path) { "{path}: nội dung đã bị sửa", "{path}: its content was changed" }
    file_missing(path) { "{path}: không có", "{path}: it is not there" }
    file_moved(from, to) { "{from}: nay nằm ở {to}", "{from}: it is now at {to}" }
    file_added(path) { "{path}: biên nhận không có tệp này", "{path}: the receipt does not know this file" }
    folder_added(path) { "{path}/: thư mục trống mà biên nhận không có", "{path}/: an empty folder that the receipt does not know" }
    is_outside(path) { "“{path}”: tên dẫn ra ngoài hồ sơ; không giải nén tệp này", "“{path}”: its name leads out of the dossier; do not unpack it" }
    is_twice(path) { "{path}: có hai lần trong tệp nén", "{path}: it is in the archive twice" }
    is_link(path) { "{path}: là liên kết tới chỗ khác, không phải tệp; không đọc", "{path}: it is a link to elsewhere, not a file; it was not followed" }
    is_folder(path) { "{path}: là thư mục, không phải tệp", "{path}: it is a folder, not a file" }
    is_special(path) { "{path}: không phải tệp thường; không đọc", "{path}: it is no ordinary file; it was not read" }
    is_too_large(path, most) { "{path}: quá lớn, cả hồ sơ vượt {most} MB; không đọc", "{path}: too large, the dossier would be over {most} MB; it was not read" }
    is_unreadable(path) { "{path}: không giải nén được", "{path}: it cannot be unpacked" }
    cited_by(told, ids) { "{told}; minh chứng của chỉ tiêu {ids}", "{told}; it proves indicators {ids}" }
    repacked() { "các tệp bên trong giống hệt nhưng tệp .zip đã được nén lại; giải nén ra thư mục để kiểm tra các tệp", "the files in it are the same but the .zip was packed anew; unpack it into a folder to verify the files" }
    not_built_in(id) { "{id}: ghi là bộ có sẵn của phiên bản này, nhưng khác bộ có sẵn ấy hoặc không được giữ", "{id}: it is said to be built into this version, but it differs from that or was not kept" }
    not_given(path) { "{path}: số liệu trong hồ sơ không cho ra tệp này", "{path}: the inputs kept do not give this file" }
    field_differs(name) { "mục “{name}” trong biên nhận không phải điều số liệu trong hồ sơ cho ra", "the field “{name}” of the receipt is not what the inputs kept give" }
    not_final(counts) { "ghi là hồ sơ để nộp, nhưng những gì trong đó chỉ đủ làm dự thảo: {counts}", "it says that it is to be handed in, but what is in it makes a draft only: {counts}" }
    no_more_final(counts) { "Như hiện nay thì không còn là hồ sơ để nộp, chỉ là dự thảo: {counts}", "As it is now it cannot be handed in, it is a draft only: {counts}" }
    lacking_counts(verdicts, conditions, thresholds, evidence, below) { "chỉ tiêu chưa đủ {verdicts}, điều kiện công nhận chưa đủ {conditions}, mức chưa xác nhận {thresholds}, minh chứng thiếu hoặc hết hiệu lực {evidence}, cấp độ thấp hơn chưa đủ {below}", "indicators open {verdicts}, conditions of recognition open {conditions}, thresholds not confirmed {thresholds}, evidence lacking or expired {evidence}, lower titles open {below}" }
    no_result() { "không chấm lại được từ số liệu và bộ tiêu chí trong hồ sơ", "the inputs and criteria kept cannot be scored again" }
    unknown_question() { "biên nhận ghi kỳ, cấp độ, nguồn hay cách đọc mà chương trình này không biết", "the receipt says a period, level, source or way of reading that this program does not know" }
}
