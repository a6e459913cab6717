//! Explanations: what is set right while reading, and counted.

use super::explanations;

explanations! {
    utf_16 {
        ("tệp ở dạng UTF-16, đã chuyển", "the file is in UTF-16 and was converted")
        means ("Chữ trong tệp ở dạng UTF-16 và đã được đọc đúng.", "The letters of the file are in UTF-16 and were read as they are.")
        arises ("lưu bằng kiểu “Unicode Text” của Excel.", "the file was saved as “Unicode Text” in Excel.")
        mend ("Không cần sửa; lần sau lưu kiểu “CSV UTF-8”.", "Nothing need be done; next time save as “CSV UTF-8”.")
    }
    windows_1258 {
        ("tệp ở bảng mã windows-1258, đã chuyển", "the file is in windows-1258 and was converted")
        means ("Chữ tiếng Việt ở bảng mã cũ của Windows và đã được chuyển sang Unicode.", "Its Vietnamese letters are in an old encoding of Windows and were converted to Unicode.")
        arises ("lưu kiểu CSV thường (không phải “CSV UTF-8”) trên máy đặt tiếng Việt.", "it was saved as plain CSV (not “CSV UTF-8”) on a computer set to Vietnamese.")
        mend ("Xem lại vài tên xã, tên phần có đúng dấu; lần sau lưu “CSV UTF-8”.", "Look whether a few names have their accents; next time save as “CSV UTF-8”.")
    }
    windows_1252 {
        ("tệp ở bảng mã windows-1252, đã chuyển", "the file is in windows-1252 and was converted")
        means ("Chữ ở bảng mã Tây Âu của Windows và đã được chuyển sang Unicode.", "Its letters are in the Western encoding of Windows and were converted to Unicode.")
        arises ("lưu kiểu CSV thường trên máy đặt tiếng Anh.", "it was saved as plain CSV on a computer set to English.")
        mend ("Xem lại chữ có dấu trong tệp gốc, vì bảng mã ấy không có đủ chữ tiếng Việt; lần sau lưu “CSV UTF-8”.", "Look at accented letters in the original, for that encoding lacks some of Vietnamese; next time save as “CSV UTF-8”.")
    }
    unicode_form {
        ("chữ viết bằng dấu rời, đã ghép lại", "letters with separate accents, composed")
        means ("Một số từ viết bằng Unicode tổ hợp (chữ và dấu là hai ký tự) đã được ghép thành chữ dựng sẵn.", "Some words are written with letters and accents as two characters; they were composed.")
        arises ("gõ trên máy Mac, điện thoại, hoặc bộ gõ đặt “Unicode tổ hợp”.", "they were typed on a Mac, a phone, or with a keyboard set to decomposed Unicode.")
        mend ("Không cần sửa; muốn hết thì đặt bộ gõ về “Unicode” (dựng sẵn).", "Nothing need be done; to avoid it set the keyboard to composed Unicode.")
    }
    invisible_characters {
        ("ký tự không nhìn thấy, đã bỏ", "invisible characters, left out")
        means ("Trong ô có ký tự không hiện trên màn hình (khoảng trắng rộng 0, dấu đổi chiều chữ); chúng được bỏ, phần còn lại giữ nguyên.", "Cells hold characters that no screen shows (blanks of no width, marks of direction); they were left out, the rest is as it was.")
        arises ("chép từ trang web, Zalo, PDF hay Word.", "the text was copied from a web page, a chat, a PDF or Word.")
        mend ("Không cần sửa; ntm check --fix ghi bản sạch.", "Nothing need be done; ntm check --fix writes clean copies.")
    }
    full_width_digits {
        ("chữ số toàn chiều rộng, đã đọc như chữ số thường", "digits of full width, read as plain ones")
        means ("Chữ số kiểu Đông Á (９８) được đọc như 98.", "East Asian digits (９８) are read as 98.")
        arises ("bộ gõ tiếng Trung, Nhật, Hàn đang bật.", "a Chinese, Japanese or Korean keyboard was on.")
        mend ("Không cần sửa; ntm check --fix ghi bản có chữ số thường.", "Nothing need be done; ntm check --fix writes copies with plain digits.")
    }
    apostrophes {
        ("dấu nháy đơn ở đầu ô, đã bỏ", "apostrophes at the beginning of cells, left out")
        means ("Dấu ' ở đầu ô là cách bảng tính ghi rằng ô là chữ; nó không thuộc nội dung.", "An apostrophe at the beginning is how spreadsheets mark text; it is no part of the cell.")
        arises ("gõ '17.10 để Excel không đổi thành số hay ngày.", "somebody typed '17.10 so that Excel makes it no number or day.")
        mend ("Không cần sửa: gõ như vậy là đúng.", "Nothing need be done: typing it so is right.")
    }
    formula_text {
        ("ô viết như công thức, đã đọc nội dung", "cells written as formulas, read as their text")
        means ("Ô dạng =\"2.1\" được đọc là 2.1.", "A cell such as =\"2.1\" is read as 2.1.")
        arises ("tệp xuất từ phần mềm khác, vốn ghi như thế để bảng tính giữ nguyên mã.", "another program exported it so that a spreadsheet leaves the number alone.")
        mend ("Không cần sửa; ntm check --fix ghi bản không còn dấu =.", "Nothing need be done; ntm check --fix writes copies without the sign.")
    }
    title_rows {
        ("dòng tiêu đề ở trên bảng, đã bỏ qua", "rows above the table, passed over")
        means ("Các dòng trên dòng tên cột (tên cơ quan, tên biểu, kỳ) không phải số liệu.", "The rows above the names of columns (office, title, month) are no data.")
        arises ("biểu của cơ quan có phần đầu; biểu do ntm template ghi cũng vậy.", "a form of an office has a head; those of ntm template have one too.")
        mend ("Không cần sửa; nếu số dòng nhiều hơn phần đầu của biểu thì xem có số liệu nào nằm trên dòng tên cột.", "Nothing need be done; where there are more than the form's head has, see whether data stands above the names of columns.")
    }
    heading_rows {
        ("dòng nhóm và dòng tên tiêu chí giữa bảng, đã bỏ qua", "rows of groups and criteria within the table, passed over")
        means ("Dòng như “I. Quy hoạch” hay “1 | Quy hoạch” chỉ là tiêu đề, không có số liệu của chỉ tiêu nào.", "A row such as “I. Quy hoạch” or “1 | Quy hoạch” is a heading and holds no value of an indicator.")
        arises ("biểu tự đánh giá của xã chia theo nhóm và tiêu chí.", "a commune's table of self-assessment is divided by groups and criteria.")
        mend ("Không cần sửa; nếu dòng ấy có số liệu thì nó đã được báo lỗi.", "Nothing need be done; where such a row holds a value it is told as an error.")
    }
    column_letters {
        ("dòng chữ hay số thứ tự của cột dưới dòng tên cột, đã bỏ qua", "letters or numbers of columns under the header, passed over")
        means ("Dòng như “A | B | C” hay “(1) | (2) | (3)” chỉ đánh số các cột.", "A row such as “A | B | C” or “(1) | (2) | (3)” only numbers the columns.")
        arises ("biểu mẫu của cơ quan có dòng này dưới dòng tên cột.", "forms of offices have this row under the header.")
        mend ("Không cần sửa.", "Nothing need be done.")
    }
    repeated_headers {
        ("dòng tên cột lặp lại, đã bỏ qua", "headers that stand again, passed over")
        means ("Dòng tên cột có mặt lần nữa giữa các dòng số liệu và không được tính là số liệu.", "The names of columns stand again among the rows and count as no data.")
        arises ("ghép nhiều biểu thành một, hoặc tên cột lặp ở mỗi trang in.", "several forms were put together, or each printed page repeats them.")
        mend ("Không cần sửa.", "Nothing need be done here.")
    }
    signature {
        ("dòng chữ ở dưới bảng (nơi ký), đã bỏ qua", "rows of text below the table, passed over")
        means ("Các dòng dưới bảng không chứa giá trị nào: ngày lập, chức vụ, người ký, ghi chú.", "The rows below the table give no value: day, office, who signs, notes.")
        arises ("biểu có phần ký.", "the form has a block for signatures.")
        mend ("Không cần sửa; nếu số dòng nhiều hơn phần ký thì xem có chỉ tiêu nào nằm trong đó.", "Nothing need be done; where there are more than the block has, see whether an indicator stands among them.")
    }
    leading_zeros {
        ("mã xã mất số 0 ở đầu, đã thêm lại", "codes without their leading zero, completed")
        means ("Mã xã có năm chữ số; mã 6727 được hiểu là 06727.", "Codes of communes have five digits; 6727 is read as 06727.")
        arises ("Excel coi mã là số nên bỏ số 0 ở đầu.", "Excel took the code for a number and dropped the zero.")
        mend ("Không cần sửa; muốn hết thì đặt cột mã là Văn bản (Text) rồi gõ lại mã.", "Nothing need be done; to avoid it format the column as Text and type the codes again.")
    }
    hidden_rows {
        ("dòng bị ẩn, vẫn được đọc", "hidden rows, read like others")
        means ("Bảng tính ẩn một số dòng, ví dụ do lọc; dòng ẩn vẫn là số liệu và được chấm.", "The workbook hides rows, such as by a filter; they are data all the same and are scored.")
        arises ("đang bật bộ lọc (Filter), hoặc ai đó ẩn dòng.", "a filter is on, or somebody hid the rows.")
        mend ("Bỏ ẩn (Unhide), bỏ lọc và xem các dòng ấy có đúng là số liệu của kỳ không; thừa thì xóa.", "Unhide them, clear the filter and see whether they are data of the month; delete them where not.")
    }
    hidden_columns {
        ("cột bị ẩn, vẫn được đọc", "hidden columns, read like others")
        means ("Bảng tính ẩn một số cột; cột ẩn có tên được nhận ra vẫn được đọc và chấm.", "The workbook hides columns; one whose name is known is read and scored all the same.")
        arises ("ai đó ẩn cột để in cho gọn, hoặc thu nhóm cột (Group).", "somebody hid them to print the sheet, or folded a group of columns.")
        mend ("Bỏ ẩn (Unhide) và xem các cột ấy có đúng là số liệu của kỳ không; thừa thì xóa.", "Unhide them and see whether they are data of the month; delete them where not.")
    }
    hidden_sheets {
        ("trang tính bị ẩn, vẫn được đọc nếu có số liệu", "hidden sheets, read where they hold data")
        means ("Tệp có trang tính bị ẩn; trang ẩn có bảng chỉ tiêu vẫn được đọc và chấm.", "The workbook has hidden sheets; one with a table of indicators is read and scored all the same.")
        arises ("giữ trang của kỳ trước rồi ẩn đi, hoặc trang tra cứu của biểu.", "a sheet of an earlier month was kept and hidden, or the form has lists of its own.")
        mend ("Bấm chuột phải vào tên trang, chọn Bỏ ẩn (Unhide); trang không phải của kỳ này thì xóa.", "Right-click a sheet's name and Unhide; delete sheets that are not of this month.")
    }
    merged_cells {
        ("ô gộp nhiều dòng, đã đọc cho từng dòng", "cells merged over rows, read for each row")
        means ("Ô gộp ghi xã, chỉ tiêu hay minh chứng chung cho nhiều dòng; nội dung được hiểu cho từng dòng. Ô giá trị gộp thì không được đọc như vậy mà là lỗi.", "A merged cell names the commune, indicator or evidence of several rows and is read for each. A merged value is an error and is not read so.")
        arises ("biểu gộp ô cho đẹp.", "the form merges cells for looks.")
        mend ("Không cần sửa; xem lại nếu ô gộp che nhầm dòng của chỉ tiêu khác.", "Nothing need be done, unless a merged cell covers a row of another indicator.")
    }
    percent_cells {
        ("ô định dạng phần trăm, đã đọc như hiển thị", "cells shown in percent, read as shown")
        means ("Bảng tính giữ 0,985 và hiện 98,5%; giá trị được đọc là 98,5.", "The workbook holds 0.985 and shows 98.5%; the value is read as 98.5.")
        arises ("ô đặt định dạng Percentage.", "the cell has the format Percentage.")
        mend ("Không cần sửa; mở tệp và xem số hiện trong ô có đúng ý không.", "Nothing need be done; open the file and see that what is shown is what was meant.")
    }
    other_sheets {
        ("trang tính không có bảng chỉ tiêu, đã bỏ qua", "sheets without a table of indicators, passed over")
        means ("Tệp có trang tính không có dòng tên cột nào được nhận ra; trang ấy không được đọc.", "The workbook has sheets with no names of columns that are known; they are not read.")
        arises ("trang hướng dẫn, trang tổng hợp, trang nháp; hoặc bảng số liệu có tên cột khác lạ.", "they are instructions, sums or drafts; or a table of data has unusual names of columns.")
        mend ("Không có số liệu thì để nguyên; có số liệu thì đặt tên cột như trang được đọc (chỉ tiêu, giá trị).", "Leave them where they hold no data; else name their columns as those of the sheet that is read (indicator, value).")
    }
    other_tables {
        ("bảng khác trong văn bản Word, đã bỏ qua", "other tables of a document, passed over")
        means ("Văn bản Word có nhiều bảng; chỉ bảng đầu tiên có cột chỉ tiêu và cột kết quả được đọc.", "The document has several tables; only the first with a column of indicators and one of values is read.")
        arises ("bảng quốc hiệu, bảng nơi ký, bảng số liệu khác trong báo cáo; hoặc số liệu được chia thành nhiều bảng.", "they hold the head of a letter, its signature, other figures; or the data is split into several tables.")
        mend ("Chỉ là quốc hiệu, nơi ký thì để nguyên; số liệu chia nhiều bảng thì gộp thành một bảng.", "Leave head and signature as they are; join data that is split into one table.")
    }
}
