//! What is wrong with the header of a table.

use super::texts;

texts! {
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
}
