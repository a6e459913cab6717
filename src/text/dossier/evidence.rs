//! What is wrong with files of evidence.

use crate::text::texts;

texts! {
    file_is_missing(document, folder) { "văn bản “{document}” không có tệp trong “{folder}”", "the document “{document}” has no file in “{folder}”" }
    name_by_number() { "đặt tệp với số và ngày văn bản trong tên, ví dụ BC-12-BC-UBND-16-5-2022.pdf cho BC 12/BC-UBND ngày 16/5/2022, hoặc trong thư mục mang mã xã; nhiều văn bản trong một ô cách nhau bằng dấu chấm phẩy", "put a file there with the document's number and date in its name, such as BC-12-BC-UBND-16-5-2022.pdf for BC 12/BC-UBND of 16/5/2022, or in a folder with the commune's code; several documents of a cell stand between semicolons" }
    name_it(name) { "đặt tệp tên “{name}” vào đó; nhiều văn bản trong một ô cách nhau bằng dấu chấm phẩy", "put a file “{name}” there; several documents of a cell stand between semicolons" }
    name_of_file() { "Tên tệp nên đặt", "Name for the file" }
    file_is_ambiguous(documents) { "không rõ tệp là của văn bản nào: {documents}; tệp không chứng minh cho văn bản nào", "it could be several documents': {documents}; it proves none of them" }
    document_of_day(document, day) { "{document} ngày {day}", "{document} of {day}" }
    document_of(document, communes) { "“{document}” ({communes})", "“{document}” ({communes})" }
    and_more(listed, count) { "{listed} và {count} văn bản khác", "{listed} and {count} more" }
    tell_apart(name) { "mở tệp xem là văn bản nào rồi đổi tên cho rõ, ví dụ “{name}”: có ngày văn bản trong tên, hoặc trong thư mục mang mã xã", "open the file to see which it is and name it so, such as “{name}”: with the document's date in the name, or in a folder with the commune's code" }
    tell_apart_by_date(name) { "mở tệp xem là văn bản nào rồi ghi ngày văn bản vào tên, ví dụ “{name}”", "open the file to see which it is and put the document's date into its name, such as “{name}”" }
    left_out_as_ambiguous(file, what, hint) { "{file}: {what}; {hint}", "{file}: {what}; {hint}" }
    file_of_others(communes) { "theo đường dẫn, tệp này của {communes}, mà nơi ấy không viện dẫn văn bản nào hợp với tên tệp", "by its path the file is {communes}'s, where no indicator cites a document that fits its name" }
    nobodys_path() { "xã không có trong kỳ này", "a commune that does not exist in the period" }
    in_its_own_folder() { "chuyển tệp sang thư mục của xã có văn bản ấy; văn bản chung của nhiều xã thì để ngoài thư mục của xã", "move the file to the folder of the commune whose document it is; what is several communes' goes outside of their folders" }
    file_is_uncited() { "không chỉ tiêu nào viện dẫn tệp này", "no indicator cites this file" }
    file_is_empty() { "tệp minh chứng rỗng (0 byte): không chứng minh được gì", "the file of evidence is empty (0 bytes): it proves nothing" }
    scan_again() { "quét hoặc chép lại văn bản vào tệp này", "scan or copy the document into this file again" }
    file_is_link() { "là liên kết tới chỗ khác: không đi theo, không vào hồ sơ", "it is a link to elsewhere: it is not followed and goes into no dossier" }
    copy_the_file() { "chép chính tệp vào đây thay cho liên kết", "copy the file itself here in place of the link" }
    not_a_folder(path) { "“{path}” là tệp, không phải thư mục minh chứng", "“{path}” is a file, not a folder of evidence" }
    name_the_folder() { "chỉ ra thư mục chứa các tệp minh chứng", "name the folder that the files of evidence lie in" }
    cite_or_rename() { "ghi số văn bản vào cột minh chứng, hoặc sửa tên tệp cho có số văn bản", "write the document's number as evidence, or put it into the file's name" }
}
