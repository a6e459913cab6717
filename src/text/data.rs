//! What is wrong with a file of indicators and its rows. `column` is the column's
//! name as the file writes it.

use super::texts;

texts! {
    // Files.
    cannot_read(why) { "không đọc được tệp: {why}", "the file cannot be read: {why}" }
    io_not_found() { "không có tệp hay thư mục này", "there is no such file or folder" }
    io_no_permission() { "không có quyền", "no permission" }
    io_full() { "ổ đĩa đã đầy", "the disk is full" }
    io_not_a_file() { "đây không phải là tệp", "it is not a file" }
    check_file() { "kiểm tra tệp còn đó, có quyền đọc và không bị chương trình khác khóa", "check that the file is there, readable, and not locked by another program" }
    not_utf8() { "tệp không ở dạng UTF-8", "the file is not in UTF-8" }
    not_utf8_at(line) { "tệp có ký tự không thuộc UTF-8 ở dòng {line}", "the file has bytes that are not UTF-8 in line {line}" }
    letters_lost(cell) { "chữ có dấu đã mất khi lưu tệp, ví dụ “{cell}”", "letters were lost when the file was saved, such as “{cell}”" }
    font_tcvn3(written, meant) { "chữ gõ bằng phông TCVN3 (ABC) như .VnTime, không phải Unicode, ví dụ “{written}” là “{meant}”", "the text is typed in a font of TCVN3 (ABC) such as .VnTime, not in Unicode: “{written}” stands for “{meant}”" }
    convert_tcvn3() { "mở tệp, bôi đen bảng và chép (Ctrl+C); trong UniKey bấm Ctrl+Shift+F6, chọn bảng mã nguồn TCVN3 (ABC), đích Unicode, bấm Chuyển mã (mục Clipboard); dán lại (Ctrl+V), chọn phông Times New Roman rồi lưu", "open the file, select the table and copy it (Ctrl+C); in UniKey press Ctrl+Shift+F6, choose the source TCVN3 (ABC) and the target Unicode and convert the clipboard; paste it back (Ctrl+V) and save" }
    font_vni(written, meant) { "chữ gõ bằng phông VNI như VNI-Times, không phải Unicode, ví dụ “{written}” là “{meant}”", "the text is typed in a font of VNI such as VNI-Times, not in Unicode: “{written}” stands for “{meant}”" }
    convert_vni() { "mở tệp, bôi đen bảng và chép (Ctrl+C); trong UniKey bấm Ctrl+Shift+F6, chọn bảng mã nguồn VNI Windows, đích Unicode, bấm Chuyển mã (mục Clipboard); dán lại (Ctrl+V), chọn phông Times New Roman rồi lưu", "open the file, select the table and copy it (Ctrl+C); in UniKey press Ctrl+Shift+F6, choose the source VNI Windows and the target Unicode and convert the clipboard; paste it back (Ctrl+V) and save" }
    letters_misread(written, meant) { "chữ đã bị đọc sai bảng mã rồi lưu lại, ví dụ “{written}” là “{meant}”", "the letters were read in a wrong code page and saved so: “{written}” stands for “{meant}”" }
    read_as_utf8() { "dùng lại tệp gốc; mở tệp CSV gốc trong Excel bằng Dữ liệu (Data) > Từ Văn bản/CSV (From Text/CSV), chọn 65001: Unicode (UTF-8), rồi lưu kiểu .xlsx", "go back to the original; open an original CSV in Excel with Data > From Text/CSV, choose 65001: Unicode (UTF-8), and save it as .xlsx" }
    save_as_utf8() { "mở bảng tính gốc, chọn Lưu thành (Save As) kiểu “CSV UTF-8 (Comma delimited)”", "open the original workbook and save it as “CSV UTF-8 (Comma delimited)”" }
    save_toml_as_utf8() { "mở tệp bằng Notepad và lưu với mã hóa UTF-8", "open the file in Notepad and save it with the encoding UTF-8" }
    no_rows() { "tệp không có dòng số liệu nào", "the file holds no row of data" }
    fill_file() { "điền số liệu dưới dòng tiêu đề, hoặc bỏ tệp này khỏi thư mục", "fill in data below the header, or take the file out of the folder" }
    fill_roster() { "điền mỗi xã một dòng: code, name, province, region", "fill in one row per commune: code, name, province, region" }

    // Rows.
    row_split_otherwise(row, header) { "dòng ngăn cách bằng “{row}”, còn bảng ngăn cách bằng “{header}”", "the row is split by “{row}”, the table by “{header}”" }
    row_in_one_cell() { "cả dòng nằm trong một ô, có thể vì cả dòng đặt trong ngoặc kép", "the whole row stands in one cell, perhaps because all of it is in quotes" }
    part_cells(sign) { "bỏ ngoặc kép quanh dòng, ngăn cách các ô bằng “{sign}”", "take the quotes off the row and part its cells by “{sign}”" }
    one_delimiter(sign) { "dùng một dấu phân cách cho cả tệp: “{sign}”", "use one delimiter for the whole file: “{sign}”" }
    last_row_cut(cell) { "dòng cuối không kết thúc bằng xuống dòng và thiếu ô, ngừng ở “{cell}”: tệp có thể bị cắt cụt", "the last row has no line end and lacks cells; it stops at “{cell}”: the file may have been cut" }
    end_last_row() { "lấy lại tệp gốc; nếu dòng đủ rồi thì thêm dấu phân cách cho đủ ô hoặc xuống dòng ở cuối", "take the file anew; where the row is complete, add its delimiters or a line end" }
    line_too_long() { "dòng dài hơn 1 MB, không thể là một dòng của bảng", "the line is longer than 1 MB and cannot be a row of a table" }
    a_row_a_line() { "ghi mỗi dòng của bảng trên một dòng riêng của tệp", "write each row of the table on a line of its own" }
    more_than_indicator(column, cell) { "cột “{column}”: “{cell}” có mã chỉ tiêu và cả giá trị trong một ô", "column “{column}”: “{cell}” holds an indicator and a value in one cell" }
    cells_apart() { "tách mã chỉ tiêu và giá trị thành các ô riêng bằng dấu phân cách của tệp", "put indicator and value into cells of their own, split by the file's delimiter" }
    swallowed_rows(lines) { "một ô trong ngoặc kép dài {lines} dòng và chứa những dòng giống số liệu; các dòng ấy không được đọc", "a cell in quotes goes over {lines} line{lines:?} and holds lines that look like rows; they are not read" }
    split_number(column, cell) { "cột “{column}”: “{cell}” đứng sau một số có thể là phần thập phân bị dấu phẩy tách ra", "column “{column}”: “{cell}” behind a number may be decimals that a comma cut off" }
    quote_decimals() { "số thập phân có dấu phẩy thì đặt trong ngoặc kép (\"98,5\") hoặc dùng dấu chấm (98.5)", "put a number with a decimal comma in quotes (\"98,5\"), or use a point (98.5)" }
    too_many_cells(columns, cells) { "dòng có {cells} ô, nhiều hơn {columns} cột của tiêu đề", "the row has {cells} cell{cells:?}, more than the {columns} column{columns:?} of the header" }
    mend_cells() { "đặt ô có chứa dấu phân cách trong ngoặc kép, hoặc bỏ ô thừa", "put a cell that contains the delimiter in quotes, or remove the extra cell" }
    open_quote() { "dấu ngoặc kép mở ra mà không đóng đúng chỗ", "a quote is opened and not rightly closed" }
    mend_quote() { "đóng ngoặc kép ở cuối ô; ngoặc kép bên trong ô viết hai lần (\"\")", "close the quote at the end of the cell; write a quote inside a cell twice (\"\")" }
    two_under_one_name(column, first, cell) { "dưới cột gộp “{column}” có hai ô, “{first}” và “{cell}”, không rõ ô nào là giá trị", "under the merged name “{column}” stand two cells, “{first}” and “{cell}”; it is not known which is the value" }
    value_beside(column, cell) { "“{cell}” đứng ở cột không tên bên phải cột “{column}”, còn ô “{column}” thì trống", "“{cell}” stands under no name, right of column “{column}”, whose cell is empty" }
    move_value() { "bỏ gộp ô ở dòng tên cột và chuyển giá trị về đúng cột; hoặc đặt tên cho cột ấy", "unmerge the header and move the value into its column; or name the other column" }
    another_header() { "bảng thứ hai có các cột theo thứ tự khác", "a second table with its columns in another order" }
    title_between(title) { "“{title}” đứng giữa hai bảng và nói cấp độ, xã hay kỳ khác với tệp: các dòng bên dưới không được đọc", "“{title}” stands between two tables and names another level, commune or month than the file: the rows below are not read" }
    split_tables() { "tách thành hai tệp hoặc hai trang tính, mỗi tệp một bảng", "put each table into a file or sheet of its own" }

    // Period, level, source, dates.
    not_a_period(column, cell) { "cột “{column}”: “{cell}” không phải là kỳ báo cáo", "column “{column}”: “{cell}” is not a period" }
    write_period() { "viết năm-tháng, ví dụ 2022-05, hoặc 05/2022", "write year and month, such as 2022-05 or 05/2022" }
    other_period(column, cell, expected) { "cột “{column}”: “{cell}” không phải kỳ {expected} của thư mục hay của các dòng khác", "column “{column}”: “{cell}” is not the period {expected} of the folder or of the other rows" }
    move_row(expected) { "tệp có nhiều kỳ thì chọn kỳ bằng --period; dòng đặt nhầm thì chuyển sang thư mục của kỳ ấy; gõ nhầm thì sửa thành {expected}", "for a file of several periods choose with --period; move a misplaced row to its period's folder; correct a misspelt one to {expected}" }
    no_period() { "dòng không có kỳ báo cáo", "the row has no period" }
    give_period() { "thêm cột period, đặt tên thư mục theo kỳ (2022-05), hoặc dùng --period 2022-05", "add a column period, name the folder after the period (2022-05), or use --period 2022-05" }
    not_a_level(column, cell) { "cột “{column}”: “{cell}” không phải là cấp độ", "column “{column}”: “{cell}” is not a level" }
    several_levels(name) { "tên “{name}” có hai cấp độ, không biết các dòng thuộc cấp độ nào", "the name “{name}” contains two levels: it cannot be told of which the rows are" }
    name_one_level() { "đổi tên tệp hoặc trang tính sao cho chỉ còn một cấp độ, hoặc thêm cột “cấp độ” và điền ở mọi dòng", "rename the file or the sheet so that it contains one level, or add a column “cấp độ” and fill it in every row" }
    no_set_of_level(level, period) { "không có bộ tiêu chí cấp độ {level} có hiệu lực trong kỳ {period}", "no criteria set of level {level} is in force in {period}" }
    no_set_for_row(column, level, period) { "cột “{column}”: không có bộ tiêu chí cấp độ {level} có hiệu lực trong kỳ {period}", "column “{column}”: no criteria set of level {level} is in force in {period}" }
    see_sets() { "xem các bộ tiêu chí: ntm criteria list", "see the sets: ntm criteria list" }
    not_a_voice(column, cell) { "cột “{column}”: “{cell}” không phải là nguồn đánh giá", "column “{column}”: “{cell}” is not a source" }
    write_voice() { "viết self (tự đánh giá), verified (thẩm tra) hoặc appraised (thẩm định)", "write self, verified or appraised" }
    not_a_date(column, cell) { "cột “{column}”: “{cell}” không phải là ngày", "column “{column}”: “{cell}” is not a date" }
    write_date() { "viết 2022-05-31 hoặc 31/5/2022", "write 2022-05-31 or 31/5/2022" }

    // Communes.
    unknown_commune(column, cell) { "cột “{column}”: không có xã “{cell}” trong danh sách xã", "column “{column}”: there is no commune “{cell}” in the roster" }
    see_roster() { "dùng mã xã năm chữ số hoặc tên xã như trong communes.csv", "use the five-digit code or the name as in communes.csv" }
    write_commune() { "điền mã xã năm chữ số hoặc tên xã", "fill in the five-digit code or the name" }
    commune_not_there(column, cell, period) { "cột “{column}”: xã “{cell}” không tồn tại trong kỳ {period}", "column “{column}”: commune “{cell}” does not exist in {period}" }
    check_validity() { "xem valid_from, valid_to của xã trong communes.csv", "see the commune's valid_from and valid_to in communes.csv" }
    codes_and_more(codes, more) { "{codes} và {more} xã khác", "{codes} and {more} more" }
    name_shared(column, cell, codes) { "cột “{column}”: nhiều xã cùng tên “{cell}”: {codes}", "column “{column}”: several communes are called “{cell}”: {codes}" }
    write_code_instead() { "ghi mã xã thay cho tên", "write the code instead of the name" }
    code_and_name_differ(column, cell, name, other) { "cột “{column}”: mã xã {cell} là {name}, nhưng tên ghi là “{other}”", "column “{column}”: code {cell} is {name}, but the name says “{other}”" }
    mend_code_or_name() { "sửa mã hoặc tên cho khớp với communes.csv", "correct the code or the name after communes.csv" }
}
