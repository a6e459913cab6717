//! Words about workbooks, and about files that are none.

use super::texts;

texts! {
    book_too_large() { "bảng tính quá lớn (sau khi giải nén hơn 256 MB, hơn 2 triệu ô hoặc hơn 256 cột)", "the workbook is too large (over 256 MB unpacked, 2 million cells or 256 columns)" }
    send_the_form_alone() { "lưu riêng trang tính có số liệu vào một tệp mới, xóa định dạng ở các cột và dòng thừa", "save the sheet with the data alone into a new file, without formats in unused rows and columns" }
    book_broken() { "không mở được bảng tính: tệp hỏng", "the workbook cannot be opened: it is broken" }
    save_book_again() { "mở bằng Excel (Excel sẽ đề nghị sửa chữa), kiểm tra số liệu rồi Lưu thành (Save As) kiểu .xlsx; Excel không mở được thì xin lại tệp", "open it in Excel, which offers to repair it, look through the figures and Save As .xlsx; where Excel cannot open it either, ask for the file again" }

    neither_book_nor_table() { "tên tệp là của bảng tính, nhưng nội dung không phải bảng tính, cũng không phải bảng dạng chữ (CSV) có cột mã chỉ tiêu", "the file is named as a workbook, but holds no workbook, nor a table as text (CSV) with a column of indicators" }
    open_or_get_again() { "mở bằng Excel rồi Lưu thành (Save As) kiểu .xlsx; Excel không mở được, hoặc mở ra không thấy bảng, thì tải lại hoặc xin lại tệp gốc", "open it in Excel and Save As .xlsx; where Excel cannot open it or shows no table, download the original again or ask for it" }

    document_without_table() { "tệp là văn bản Word, không có bảng nào có cột chỉ tiêu, cột kết quả và mã chỉ tiêu", "the file is a document of Word and has no table with numbers of indicators under a column of indicators and one of values" }
    head_the_table() { "đặt tên cột của bảng số liệu trong Word (Chỉ tiêu, Kết quả), hoặc chép bảng sang Excel rồi lưu kiểu .xlsx", "name the columns of the table in Word (indicator, value), or copy the table into Excel and save it as .xlsx" }
    table_passed_over() { "bảng có thể là số liệu nhưng không được đọc; mỗi văn bản Word chỉ đọc bảng đầu tiên có cột chỉ tiêu và cột kết quả", "the table may hold data and is not read; of a document only the first table with a column of indicators and one of values is" }
    join_tables() { "nếu là số liệu của kỳ này: gộp các bảng thành một bảng trong Word, hoặc tách ra tệp riêng; nếu không thì để nguyên", "data of this month: join the tables into one in Word, or move this one into a file of its own; else leave it" }
    table_row(table, line) { "bảng {table}, dòng {line}", "table {table}, row {line}" }
    table_alone(table) { "bảng {table}", "table {table}" }

    // Cells.
    not_computed(column) { "cột “{column}”: công thức chưa được tính, chưa có kết quả", "column “{column}”: the formula was not computed and has no result" }
    compute_book() { "mở bằng Excel hoặc LibreOffice để công thức được tính, lưu lại (Ctrl+S) rồi dùng tệp ấy", "open it in Excel or LibreOffice, which computes the formulas, save it (Ctrl+S) and use that file" }
    shown_otherwise(column, cell) { "cột “{column}”: ô giữ “{cell}” nhưng định dạng của ô không hiển thị đúng như vậy (ẩn đi, hiện “-”, phân số hoặc ký hiệu khác)", "column “{column}”: the cell holds “{cell}”, but its format shows something else (nothing, “-”, a fraction or other signs)" }
    format_as_number() { "chọn ô, bấm Ctrl+1, đặt định dạng Số (Number) hoặc Chung (General), xem lại số rồi lưu; ô chưa có số liệu thì xóa trống", "select the cell, press Ctrl+1, format it as Number or General, look at the figure and save; clear the cell where there is no figure yet" }
    hidden_zero(column) { "cột “{column}”: ô giữ số 0 nhưng trang tính không hiển thị số 0, người đọc thấy ô trống", "column “{column}”: the cell holds 0, but the sheet shows no zeros: people see an empty cell" }
    show_zeros() { "ô chưa có số liệu thì xóa trống; nếu đúng là 0 thì vào Tệp > Tùy chọn > Nâng cao (File > Options > Advanced), đánh dấu “Hiển thị số 0 trong ô có giá trị bằng 0” rồi lưu", "clear the cell where there is no figure yet; where it is 0, tick “Show a zero in cells that have zero value” in File > Options > Advanced and save" }
    struck_or_raised(column, cell) { "cột “{column}”: ô “{cell}” có chữ bị gạch ngang, hoặc chữ số nhỏ ở trên hay dưới dòng; đọc liền thì thành giá trị khác", "column “{column}”: the cell “{cell}” has words that are struck out, or small digits above or below the line; read as one it says something else" }
    write_anew() { "xóa phần bị gạch hoặc chữ số chú thích, chỉ để lại giá trị đúng; chú thích ghi ở cột ghi chú", "take out what is struck out and marks of footnotes, leave the right value alone; remarks belong in the column for notes" }
    merged_value(column) { "cột “{column}”: ô gộp nhiều dòng hoặc nhiều cột, không rõ giá trị thuộc dòng, cột nào", "column “{column}”: a cell merged over several rows or columns, so it is not known to which of them its value belongs" }
    merged_over_value(column) { "ô gộp che cột “{column}”, không rõ nội dung thuộc cột nào", "a merged cell covers column “{column}”, so it is not known to which column its content belongs" }
    unmerge() { "bỏ gộp ô (Unmerge Cells) và điền giá trị cho từng dòng", "unmerge the cells and give each row its value" }

    // What is no workbook.
    foreign_web_page() { "tệp là trang web (HTML), không phải bảng tính", "the file is a web page (HTML) and no workbook" }
    foreign_xml_spreadsheet() { "tệp là bảng tính kiểu cũ XML Spreadsheet 2003", "the file is a workbook of the old kind XML Spreadsheet 2003" }
    foreign_xml() { "tệp là dữ liệu XML, không phải bảng số liệu", "the file holds XML and no table" }
    foreign_json() { "tệp là dữ liệu JSON, không phải bảng số liệu", "the file holds JSON and no table" }
    foreign_password() { "bảng tính có mật khẩu", "the workbook has a password" }
    foreign_xlsb() { "tệp là bảng tính nhị phân của Excel (.xlsb)", "the file is a binary workbook of Excel (.xlsb)" }
    foreign_word() { "tệp là văn bản Word", "the file is a document of Word" }
    foreign_slides() { "tệp là bài trình chiếu (PowerPoint)", "the file is a presentation (PowerPoint)" }
    foreign_numbers() { "tệp là bảng tính của Apple Numbers", "the file is a table of Apple Numbers" }
    foreign_open_document() { "tệp là tài liệu OpenDocument khác, không phải bảng tính .ods", "the file is another OpenDocument and no workbook (.ods)" }
    foreign_archive() { "tệp là tệp nén (zip, rar, 7z), không phải bảng tính", "the file is an archive (zip, rar, 7z) and no workbook" }
    foreign_cut_off() { "bảng tính bị cụt: tệp tải về hoặc chép chưa hết", "the workbook breaks off: it was not downloaded or copied to its end" }
    foreign_picture() { "tệp là ảnh", "the file is a picture" }
    foreign_pdf() { "tệp là PDF", "the file is a PDF" }
    foreign_compound() { "tệp là tài liệu của chương trình khác, không phải bảng tính", "the file is of another program and no workbook" }
    save_as_xlsx() { "mở bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx)", "open it in Excel and Save As, type Excel Workbook (.xlsx)" }
    import_in_excel() { "trong Excel chọn Dữ liệu (Data) > Lấy dữ liệu (Get Data) > Từ tệp (From File), rồi lưu kiểu .xlsx", "in Excel choose Data > Get Data > From File, then save as .xlsx" }
    take_off_password() { "mở bằng Excel, chọn Tệp (File) > Thông tin (Info) > Bảo vệ (Protect Workbook) > Mã hóa bằng mật khẩu (Encrypt with Password), xóa mật khẩu rồi lưu", "open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, clear the password and save" }
    copy_into_excel() { "chép bảng sang Excel rồi lưu kiểu .xlsx, hoặc điền vào biểu mẫu (ntm template)", "copy the table into Excel and save it as .xlsx, or fill in the form (ntm template)" }
    export_from_numbers() { "trong Numbers chọn Tệp (File) > Xuất sang (Export To) > Excel", "in Numbers choose File > Export To > Excel" }
    unpack_archive() { "giải nén, rồi đặt các tệp bên trong vào thư mục", "unpack it and put the files inside into the folder" }
    get_file_again() { "tải hoặc chép lại tệp gốc cho đủ; mở thử bằng Excel trước khi dùng", "download or copy the original again; see that Excel opens it" }
    type_into_form() { "nhập số liệu vào biểu mẫu Excel (ntm template); nếu có tệp Excel gốc thì dùng tệp ấy", "type the figures into the form (ntm template); where there is the Excel file it was made from, use that" }
}
