//! What is wrong with a roster or an indicator file. `column` is the column's
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

    // Headers.
    too_few_cells(columns, cells) { "dòng có {cells} ô, ít hơn {columns} cột của tiêu đề và hầu hết các dòng khác: có thể thiếu một dấu phân cách, các ô sau đó lệch sang cột khác", "the row has {cells} cell{cells:?}, fewer than the header's {columns} column{columns:?} and most other rows: a delimiter may be missing, so that the cells behind it stand in other columns" }
    fill_row() { "thêm dấu phân cách còn thiếu để mỗi ô đứng đúng cột", "add the delimiter that is missing, so that each cell stands in its column" }
    column_missing(column) { "thiếu cột “{column}”", "column “{column}” is missing" }
    no_column_known(cell) { "bảng không có dòng tên cột: không ô nào ở dòng đầu (“{cell}”, …) là tên cột", "the table has no header: no cell of its first row (“{cell}”, …) names a column" }
    column_missing_beside(column, written) { "thiếu cột “{column}”: “{written}” không phải là kết quả của xã, mà là mức yêu cầu, kế hoạch, so sánh, số của nơi khác, thời gian khác hay lời đánh giá", "column “{column}” is missing: “{written}” does not hold the commune's result, but what is required or planned, a comparison, another place's or time's figure, or a verdict" }
    name_the_result() { "đặt tên cột chứa kết quả của xã là “Kết quả thực hiện” (hoặc value)", "call the column with the commune's results “Kết quả thực hiện” (or value)" }
    column_of_not_met(written) { "không đọc được cột “{written}”: dấu đánh ở cột này có nghĩa là không đạt", "column “{written}” cannot be read: a mark in it means not met" }
    write_verdict_in_one_column() { "ghi “đạt” hoặc “chưa đạt” vào một cột “Kết quả thực hiện” và bỏ cột này", "write “đạt” or “chưa đạt” in one column “Kết quả thực hiện”, and drop this one" }
    column_of_other_time(written, period) { "cột “{written}” là số liệu của thời gian khác, không phải kỳ {period}", "column “{written}” is of another time than the period {period}" }
    give_values_of(period) { "ghi số liệu của kỳ {period} vào cột “Kết quả thực hiện”; nếu đúng là số của kỳ này thì sửa tên cột", "give the figures of {period} in the column “Kết quả thực hiện”; where they are of that period, correct the column's name" }
    name_columns() { "dòng đầu phải có tên cột: commune (mã xã), indicator (mã chỉ tiêu), value (giá trị), …", "the first row must name the columns: commune, indicator, value, …" }
    sheet_without_header(sheet, cell) { "trang tính “{sheet}” không có dòng tên cột đọc được, mà có ô giống số liệu: “{cell}”; không dòng nào của trang này được đọc", "sheet “{sheet}” has no header that can be read, but a cell that looks like data, “{cell}”; none of its rows is read" }
    head_the_sheet() { "thêm một dòng tên cột ở trên số liệu: indicator (mã chỉ tiêu), value (giá trị), …; nếu trang này không phải số liệu thì xóa khỏi tệp", "name the columns in a row above the data: indicator, value, …; if the sheet is no data, take it out of the file" }
    name_commune() { "thêm cột commune (mã xã), hoặc đặt tên tệp bắt đầu bằng mã xã, ví dụ 06727.csv", "add a column commune, or begin the file's name with the code, such as 06727.csv" }
    column_twice_in_file(this, other) { "cột “{this}” trùng nghĩa với cột “{other}”", "column “{this}” means the same as column “{other}”" }
    two_columns_of_one(this, other) { "cột “{this}” và cột “{other}” là của cùng một xã hay cùng một tháng; cả hai đều không được đọc", "columns “{this}” and “{other}” are of the same commune or month; neither is read" }
    keep_one_or_rename() { "chỉ giữ một cột, hoặc ghi đúng tên xã, tháng trên cột kia", "keep one of them, or write the right commune or month over the other" }
    readable_in_two_ways(this, other) { "bảng đọc được theo hai cách: cột “{this}” là của riêng một xã hay một tháng, mà cột “{other}” nói chung cho cả dòng", "the table can be read in two ways: column “{this}” is of one commune or month, and column “{other}” speaks for the whole row" }
    leave_one_way(other) { "xóa cột “{other}” (hoặc đổi tên, nếu chỉ để tham khảo), hoặc xóa các cột của từng xã, từng tháng", "delete column “{other}” (or rename it, if it is for reference), or delete the columns of the communes or months" }
    no_commune_column(cell) { "cột “{cell}” đứng cạnh cột của các xã, mà không phải xã nào trong danh sách xã; cột này không được đọc", "column “{cell}” stands beside those of communes and is no commune of the roster; it is not read" }
    correct_commune_column() { "sửa tên như trong communes.csv (hoặc ghi mã xã), hoặc thêm xã vào communes.csv; cột không phải của xã thì chuyển sang bên trái các cột xã hoặc xóa đi", "write the name as in communes.csv (or the code), or add the commune there; move a column that is no commune's to the left of them, or delete it" }
    no_value_of_one(cell) { "“{cell}” không có cột kết quả (chỉ có tử số, mẫu số hoặc cột khác)", "“{cell}” has no column of results (but numerators, denominators or others)" }
    month_without_year(cell) { "cột “{cell}” không ghi năm, không rõ là tháng của năm nào", "column “{cell}” gives no year, so it is not known which month it is" }
    write_year_behind(cell) { "ghi cả năm, ví dụ “{cell}/2022”", "write the year too, such as “{cell}/2022”" }
    column_of_other_month(cell, expected) { "cột “{cell}” không phải kỳ {expected} của thư mục hay của các cột khác", "column “{cell}” is not of the period {expected} of the folder or of the other columns" }
    pick_month() { "chọn một kỳ bằng --period, hoặc xóa cột của tháng khác", "choose one with --period, or delete the columns of other months" }
    both_marked(column, yes, no) { "cột “{column}”: đánh dấu cả “{yes}” lẫn “{no}”", "column “{column}”: both “{yes}” and “{no}” are marked" }
    leave_one_mark() { "chỉ để một dấu", "leave one mark" }
    mark_against_its_column(column, cell, yes, no) { "cột “{column}”: “{cell}” không hợp với hai cột “{yes}” và “{no}”", "column “{column}”: “{cell}” does not go with the columns “{yes}” and “{no}”" }
    mark_with_x() { "đánh dấu x vào một trong hai cột, ô kia để trống", "mark one of the two with x and leave the other empty" }
    keep_one_column() { "chỉ giữ một cột", "keep only one of them" }
    unknown_column(column) { "không rõ cột “{column}”; cột này không được đọc", "column “{column}” is not known and is not read" }
    nameless_column() { "có ô nằm dưới một cột không tên; các ô ấy không được đọc", "there are cells under a column without a name; they are not read" }
    name_the_column() { "đặt tên cho cột, hoặc xóa các ô ấy", "name the column, or clear the cells" }
    column_ignored() { "bỏ qua cảnh báo này nếu cột chỉ để tham khảo", "ignore this warning if the column is for reference only" }

    too_many_columns(count) { "dòng tiêu đề có {count} ô; bảng có nhiều nhất 256 cột", "the header has {count} cell{count:?}; a table has at most 256 columns" }
    header_with_data(cell) { "dòng tên cột có ô số liệu “{cell}”: dòng đầu của bảng có thể đã dính vào dòng này", "the header holds a cell of data, “{cell}”: the first row may be joined to it" }
    no_header(cell) { "bảng không có dòng tên cột: dòng đầu tiên đã là dòng số liệu (có ô “{cell}”)", "the table has no header: its first row is one of data (with “{cell}”)" }
    part_header() { "xuống dòng sau tên cột cuối cùng, để mỗi dòng số liệu là một dòng riêng", "break the line behind the last column's name, so that each row has its own line" }
    misspelt_column(written, column) { "cột “{written}” có thể là “{column}” viết sai; không có cột ấy thì các dòng có thể bị tính cho xã, kỳ, cấp độ hay nguồn khác", "column “{written}” may be “{column}” misspelt; without that column rows could count for another commune, period, level or source" }
    nameless_fact(column) { "các ô dưới một cột không tên trông như “{column}”; không có cột ấy thì các dòng có thể bị tính cho xã, kỳ, cấp độ hay nguồn khác", "the cells under a column without a name look like “{column}”; without that column rows could count for another commune, period, level or source" }
    rename_column(column) { "sửa tên cột thành {column}; cột khác nghĩa thì đặt tên khác hẳn", "call the column {column}; give a column of another meaning a quite different name" }
    header_of_other_width(columns, cells) { "dòng tên cột có {columns} ô, mà mọi dòng số liệu có {cells} ô: các giá trị nằm lệch cột", "the header has {columns} cell{columns:?} and every row {cells}: values stand under the wrong columns" }
    mend_header() { "đặt tên cho mọi cột, không thừa không thiếu ô trên dòng tên cột", "give each column its name, with no cell too many and none too few in the header" }
    header_split_otherwise(header, rows) { "dòng tên cột ngăn cách bằng “{header}”, các dòng số liệu bằng “{rows}”", "the header is split by “{header}”, the rows by “{rows}”" }
    data_above() { "dòng ở trên dòng tên cột có vẻ là số liệu hay tên cột, không phải tiêu đề bảng", "a row above the header looks like data or a header, not like a title" }
    move_data() { "chuyển các dòng số liệu xuống dưới dòng tên cột; chỉ giữ một dòng tên cột", "move rows of data below the header; keep one header only" }

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
    names_disagree(sheet, file) { "trang tính “{sheet}” mang tên xã khác với tệp “{file}”", "sheet “{sheet}” names another commune than file “{file}”" }
    name_of_two_communes(name) { "tên “{name}” có mã của một xã và tên của xã khác", "the name “{name}” holds the code of one commune and the name of another" }
    rename_file() { "sửa mã hoặc tên xã trong tên tệp (tên trang tính) cho khớp nhau", "correct the code or the name of the commune in the name of the file or the sheet" }
    named_after_other_time(name, period) { "tên “{name}” là của thời gian khác, mà các dòng được tính cho kỳ {period}", "the name “{name}” is of another time, while its rows count for {period}" }
    rename_or_move(period) { "nếu là số liệu kỳ {period} thì sửa tên tệp, tên trang tính; nếu không thì chuyển sang thư mục của kỳ ấy", "where they are the figures of {period}, rename the file or the sheet; else move them to the folder of their month" }
    named_after_other_commune(name, of) { "tên “{name}” là của một xã, mà không dòng nào là của xã ấy: các dòng ghi xã {of}", "“{name}” is named after a commune that none of its rows is of: they name {of}" }
    mend_name_or_rows() { "sửa tên tệp, tên trang tính hoặc sửa cột xã cho khớp nhau", "mend the name of the file or the sheet, or the column of communes, so that they agree" }
    unit_contradicts(written, id, unit) { "đơn vị tính ghi “{written}”, mà chỉ tiêu {id} tính bằng {unit}", "the row's unit is “{written}”, but indicator {id} is in {unit}" }
    convert_to_unit(unit) { "đổi giá trị sang {unit} và sửa ô đơn vị tính; nếu giá trị đã là {unit} thì chỉ sửa ô đơn vị tính", "give the value in {unit} and mend the cell of the unit; where it is in {unit} already, mend that cell alone" }
    title_of_other_time(title, period) { "dòng tiêu đề “{title}” nói về thời gian khác, mà các dòng được tính cho kỳ {period}", "the title “{title}” speaks of another time, while the rows count for {period}" }
    mend_title_or_move(period) { "nếu là số liệu kỳ {period} thì sửa dòng tiêu đề; nếu không thì chuyển tệp sang thư mục của kỳ ấy", "where they are the figures of {period}, mend the title; else move the file to the folder of its month" }
    title_of_other_commune(title, name) { "“{title}” nói về xã khác, mà theo tên tệp các dòng là của {name}", "“{title}” speaks of another commune, while by the file's name the rows are of {name}" }
    mend_title_or_name() { "sửa tên tệp hoặc sửa tiêu đề cho đúng xã, hoặc thêm cột “mã xã” và điền ở mọi dòng", "mend the file's name or the title, or add a column “mã xã” and fill it in every row" }
    speaks_of_other_level(name, level) { "“{name}” nói về cấp độ khác, mà các dòng được đọc ở cấp độ {level}", "“{name}” speaks of another level, while the rows are read at level {level}" }
    name_the_level(other, level) { "thêm “{other}” vào tên tệp hoặc tên trang tính (ví dụ 06727-{other}.xlsx); nếu đúng là {level} thì thêm cột “cấp độ” và điền {level} ở mọi dòng", "add “{other}” to the name of the file or the sheet (06727-{other}.xlsx); where they are of {level}, add a column “cấp độ” with {level} in every row" }
    named_after_voice(name) { "tên “{name}” nói đây là kết quả của cấp thẩm tra, thẩm định, nhưng không có cột nguồn đánh giá: các dòng được đọc là xã tự đánh giá", "the name “{name}” speaks of another voice, but there is no column source: the rows are read as the commune's own assessment" }
    name_the_voice(voice) { "thêm cột source (nguồn đánh giá) và ghi {voice}; nếu đúng là xã tự đánh giá thì đổi tên", "add a column source (nguồn đánh giá) with {voice}; where the commune assesses itself, choose another name" }
    named_after_plan(name) { "tên “{name}” nói đây là kế hoạch, nhưng các dòng được đọc là kết quả thực hiện", "the name “{name}” speaks of a plan, but the rows are read as what was reached" }
    take_plan_out() { "nếu là kế hoạch thì bỏ khỏi thư mục hoặc khỏi tệp; nếu là kết quả thì đổi tên", "take a plan out of the folder or the file; where these are results, choose another name" }
    rename_sheet() { "đổi tên trang tính hoặc tên tệp cho đúng xã, hoặc thêm cột mã xã", "rename the sheet or the file, or add a column of codes" }
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

    // The roster.
    roster_column_twice(column) { "cột “{column}” có hai lần", "column “{column}” is there twice" }
    list_columns(columns) { "danh sách này cần các cột: {columns}", "this list needs the columns: {columns}" }
    not_a_code(column, cell) { "cột “{column}”: “{cell}” không phải là mã xã năm chữ số", "column “{column}”: “{cell}” is not a five-digit code" }
    short_code(column, cell) { "cột “{column}”: “{cell}” thiếu chữ số: các mã khác trong tệp vẫn giữ số 0 ở đầu", "column “{column}”: “{cell}” lacks digits: other codes of the file keep their leading zero" }
    write_code() { "định dạng cột là Văn bản (Text) để giữ số 0 ở đầu, ví dụ 06727", "format the column as Text to keep the leading zero, such as 06727" }
    cell_empty(column) { "cột “{column}” trống", "column “{column}” is empty" }
    fill_cell() { "điền ô này", "fill in the cell" }
    write_province_code() { "định dạng cột là Văn bản (Text), ghi mã tỉnh của cơ quan thống kê, ví dụ 22 cho Quảng Ninh, 01 cho Hà Nội", "format the column as Text and write the statistics office's code, such as 22 for Quảng Ninh, 01 for Hà Nội" }
    not_a_province_code(column, cell) { "cột “{column}”: “{cell}” không phải là mã tỉnh hai chữ số", "column “{column}”: “{cell}” is not a province's two-digit code" }
    key_by_name(column, cell, key) { "cột “{column}”: “{cell}” phải ghi bằng mã {key}", "column “{column}”: “{cell}” is written by its code, {key}" }
    write_key(key) { "ghi {key}", "write {key}" }
    not_a_key(column, cell) { "cột “{column}”: không có “{cell}”", "column “{column}”: there is no “{cell}”" }
    class_without_rule(cell) { "không có quy định nào dùng loại “{cell}”", "no rule goes by the class “{cell}”" }
    class_unknown(column, cell) { "cột “{column}”: không có quy định nào dùng loại “{cell}”", "column “{column}”: no rule goes by the class “{cell}”" }
    check_class() { "kiểm tra chính tả; loại không có quy định thì không đổi mức đạt chuẩn", "check the spelling; a class that no rule goes by changes no threshold" }
    ends_before_start(to, from) { "cột “{to}” ghi ngày trước cột “{from}”", "the date of column “{to}” is before that of “{from}”" }
    check_dates() { "kiểm tra lại hai ngày", "check both dates" }
    code_twice(column, code) { "cột “{column}”: mã xã {code} có hai lần trong cùng thời gian", "column “{column}”: code {code} is there twice at the same time" }
    rosters_differ(code, file) { "mã xã {code} có trong {file} với nội dung khác, mà cả hai danh sách cùng dùng cho một kỳ", "code {code} is in {file} with other content, and both rosters count in one month" }
    one_roster() { "dùng một communes.csv cho cả hai, hoặc để communes.csv của từng kỳ trong thư mục kỳ ấy", "use one communes.csv for both, or put each month's communes.csv into that month's folder" }
    separate_validity() { "xóa dòng thừa; nếu mã được dùng lại, ghi valid_from, valid_to không chồng nhau", "delete the extra row; where a code is used again, give valid_from and valid_to that do not overlap" }
}
