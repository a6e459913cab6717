//! Explanations: whole files, headers and rows that cannot be read.

use super::explanations;

explanations! {
    unreadable_file {
        ("không mở được tệp", "the file cannot be opened")
        means ("Tệp có tên trong thư mục (hoặc trong lệnh) nhưng không đọc được nội dung, nên không biết trong đó ghi gì. Xã của tệp này không được chấm thay bằng số 0 hay bằng số cũ.", "The file is named by its folder or by the command, but its content cannot be read. Its commune is not scored with zeros or old values instead.")
        arises ("tệp bị một chương trình khác khóa, nằm trên ổ mạng hay OneDrive chưa tải về, tài khoản không có quyền đọc, là lối tắt trỏ tới tệp đã bị xóa; hoặc là bảng tính Excel có mật khẩu, bị hỏng hay quá lớn.", "another program locks the file, it lies on a network drive or in OneDrive and is not downloaded, the account may not read it, it is a link to a file that is gone; or it is a workbook with a password, a broken one or one that is too large.")
        mend ("Đóng tệp trong mọi chương trình, chép về ổ đĩa của máy, rồi chạy lại.", "Close the file everywhere, copy it to the computer's own disk and run again.")
             ("Bảng tính: mở bằng Excel, bỏ mật khẩu, chép trang có số liệu sang sổ mới và lưu dạng .xlsx. Excel cũng không mở được thì xin lại tệp từ xã.", "A workbook: open it in Excel, take off the password, copy the sheet with the data into a new book and save it as .xlsx. Where Excel cannot open it either, ask the commune for it again.")
             ("Tệp không còn dùng: xóa khỏi thư mục của kỳ.", "Where it is no longer used: remove it from the period's folder.")
    }
    empty_file {
        ("tệp không có dòng số liệu nào", "the file holds no row of data")
        means ("Tệp rỗng, hoặc chỉ có dòng tiêu đề. Xã chưa điền thì không cần nộp tệp: xã không có tệp được liệt kê là chưa có số liệu.", "The file is empty or holds nothing but its header. A commune that has filled in nothing needs no file: it is listed as not reported.")
        arises ("biểu mẫu trống được gửi lên như báo cáo, hoặc Excel lưu một trang tính (sheet) khác: kiểu CSV chỉ lưu trang đang mở. Với danh sách xã communes.csv: chưa điền xã nào.", "a blank form was sent in as a report, or Excel saved another sheet: CSV keeps only the one that is open. Of the roster communes.csv: no commune is filled in yet.")
        mend ("Mở sổ tính gốc, bấm vào trang có số liệu, rồi Lưu thành (Save As) kiểu “CSV UTF-8 (Comma delimited)”.", "Open the original workbook, click the sheet with the data, then Save As “CSV UTF-8 (Comma delimited)”.")
             ("Xã chưa có số liệu: bỏ tệp khỏi thư mục của kỳ.", "Where there is no data yet: take the file out of the period's folder.")
             ("communes.csv: ghi mỗi xã một dòng dưới tiêu đề code,name,province,region.", "communes.csv: write one row per commune below the header code,name,province,region.")
    }
    bad_encoding {
        ("chữ tiếng Việt trong tệp bị hỏng", "the letters of the file are damaged")
        means ("Tệp không ở dạng mã hóa mà chương trình nhận ra, hoặc chữ có dấu đã thành dấu hỏi (“đ?t”) từ lúc lưu. Chữ đã thành dấu hỏi thì không khôi phục được từ tệp này, nên cả tệp không được đọc.", "The file is in no encoding that is recognised, or letters with accents became question marks (“đ?t”) when it was saved. Such letters cannot be restored from this file, so none of it is read.")
        arises ("Excel lưu kiểu “CSV (Comma delimited)” thay vì “CSV UTF-8”; chữ gõ bằng phông TCVN3 (.VnTime) hay VNI (“®¹t”, “ñaït”); hoặc tệp không phải CSV mà chỉ được đổi đuôi thành .csv.", "Excel saved it as “CSV (Comma delimited)” instead of “CSV UTF-8”; the text is typed in a font of TCVN3 (.VnTime) or VNI (“®¹t”, “ñaït”); or the file is no CSV and was only renamed to .csv.")
        mend ("Mở lại sổ tính gốc (.xlsx), không mở tệp CSV đã hỏng.", "Open the original workbook (.xlsx) again, not the damaged CSV file.")
             ("Tệp (File) → Lưu thành (Save As) → kiểu “CSV UTF-8 (Comma delimited)”; hoặc dùng thẳng sổ tính .xlsx.", "File → Save As → type “CSV UTF-8 (Comma delimited)”; or use the workbook .xlsx itself.")
             ("Phông TCVN3, VNI: chép bảng, trong UniKey bấm Ctrl+Shift+F6, chọn bảng mã nguồn TCVN3 (ABC) hoặc VNI Windows, đích Unicode, chuyển mã rồi dán lại.", "Fonts of TCVN3 or VNI: copy the table, in UniKey press Ctrl+Shift+F6, choose the source TCVN3 (ABC) or VNI Windows and the target Unicode, convert and paste it back.")
             ("Mở tệp mới bằng Notepad xem chữ “đạt” còn nguyên không. Tệp .toml: Notepad, Lưu thành (Save As), Mã hóa (Encoding) UTF-8.", "Open the new file in Notepad and see whether “đạt” is whole. A .toml file: Notepad, Save As, Encoding UTF-8.")
    }
    missing_column {
        ("thiếu một cột bắt buộc", "a compulsory column is missing")
        means ("Bảng số liệu phải có cột mã chỉ tiêu (indicator) và cột giá trị (value); cột xã (commune) chỉ được bỏ khi tên tệp bắt đầu bằng mã xã hoặc là tên xã. Danh sách xã phải có code, name, province, region.", "A table of data must have the columns indicator and value; commune may be left out only where the file's name begins with the code or is the commune's name. A roster needs code, name, province, region.")
        arises ("tên cột viết theo cách khác hoặc chia ra hai dòng vì ô trộn (Merge), xóa mất dòng tên cột, hoặc tên tệp là “bao cao.csv” mà trong tệp không ghi xã.", "a column bears another name or its name is spread over two rows by merged cells, the header was deleted, or the file is called “bao cao.csv” and names no commune inside.")
        mend ("Mỗi tên cột nằm gọn trong một ô, cùng một dòng: bỏ trộn ô (Unmerge Cells). Tên biểu, tên đơn vị ở phía trên thì để lại cũng được.", "Each name stands in one cell, all in one row: unmerge cells. Titles above them may stay.")
             ("Ghi tên cột: mã chỉ tiêu, phần, giá trị, tử số, mẫu số, minh chứng; có hay không có dấu, chữ hoa đều được.", "Name the columns: indicator, part, value, numerator, denominator, evidence; case and accents do not matter.")
             ("Thiếu xã: thêm cột mã xã, hoặc đặt tên tệp như 06727.csv.", "Where the commune is missing: add a column commune, or name the file like 06727.csv.")
    }
    duplicate_column {
        ("hai cột cùng một nghĩa", "two columns mean the same")
        means ("Hai tên trong dòng tiêu đề được hiểu là một cột, ví dụ “giá trị” và “kết quả”, nên không biết lấy số ở cột nào. Mã xã và tên xã thì được đứng riêng hai cột.", "Two names in the header are read as one column, such as “value” and “kết quả”, so it is not known which figure counts. A commune's code and its name may stand in a column each.")
        arises ("tệp có thêm cột của kỳ trước, cột “TT” đứng cạnh “mã chỉ tiêu”, hoặc cột được chép hai lần.", "the file keeps last period's column, a column “TT” stands beside “mã chỉ tiêu”, or a column was pasted twice.")
        mend ("Giữ cột có số liệu của kỳ này, xóa cột kia: bấm chuột phải vào chữ cái đầu cột, Xóa (Delete).", "Keep the column with this period's figures and delete the other: right-click the letter above it, Delete.")
             ("Muốn giữ để tham khảo thì đổi tên, ví dụ “kỳ trước: giá trị”; cột lạ chỉ bị cảnh báo và không được đọc.", "To keep it for reference rename it, such as “last month's value”; an unknown column is only warned about and not read.")
    }
    unreadable_row {
        ("một dòng không tách được thành ô", "a row cannot be split into cells")
        means ("Dòng có nhiều ô hơn số cột của tiêu đề, có dấu ngoặc kép mở mà không đóng đúng chỗ, ngăn cách bằng dấu khác với bảng, bị cắt cụt ở cuối tệp, hoặc là số liệu nằm ở trên hay dính vào dòng tên cột. Đọc tiếp thì số liệu sẽ lệch sang cột khác, nên dòng này không được dùng.", "The row has more cells than the header has columns, a quote is opened and not rightly closed, the row is split by another delimiter than the table or was cut at the end of the file, or data stand above the header or are joined to it. Read on, its figures would slip into other columns, so it is not used.")
        arises ("tệp CSV được gõ hoặc sửa bằng Notepad: dấu phẩy trong lời văn hay trong số 12,8 mà tệp cũng ngăn cột bằng dấu phẩy; dấu \" chỉ inch hoặc trích dẫn ở đầu ô.", "the CSV was typed or mended in Notepad: a comma in a sentence or in 12,8 while commas also separate the cells; a \" at the beginning of a cell.")
        mend ("Mở tệp bằng Notepad, tới dòng được nêu (Ctrl+G).", "Open the file in Notepad and go to the line told (Ctrl+G).")
             ("Đặt ô có dấu ngăn cách trong ngoặc kép: \"12,8\"; ngoặc kép bên trong ô viết hai lần: \"\".", "Put a cell that contains the delimiter in quotes: \"12,8\"; write a quote inside a cell twice: \"\".")
             ("Hoặc làm lại trong Excel rồi Lưu thành (Save As) “CSV UTF-8”: Excel tự đặt ngoặc kép.", "Or do it in Excel and Save As “CSV UTF-8”: Excel sets the quotes itself.")
             ("Dòng ngăn cách bằng dấu khác (; , Tab): thay cho giống dòng tên cột. Tệp bị cắt cụt: xin lại tệp gốc.", "A row split by another delimiter (; , Tab): make it that of the header. A file that was cut: ask for it again.")
    }
    bad_office {
        ("một dòng của tệp cơ quan office.toml sai", "a line of the office's file office.toml is wrong")
        means ("office.toml cho biết tên cơ quan, số, ký hiệu, địa danh, ngày và người ký của báo cáo Word. Có dòng sai thì báo cáo có thể mang tên hay chức vụ sai, nên không ghi báo cáo nào.", "office.toml says who issues the Word report, its number, symbol, place and date, and who signs. With a wrong line a report could bear a wrong name or title, so none is written.")
        arises ("thiếu ngoặc kép quanh chữ, dùng ngoặc kép cong “…” của Word thay cho \"…\", ngày đặt trong ngoặc kép hay viết 5/6/2022, hoặc gõ sai tên khóa; hoặc như thế trong một bảng [self], [verified], [appraised].", "quotes are missing around a text, Word's curly quotes “…” stand for \"…\", the date stands in quotes or is written 5/6/2022, or the name of a key is misspelt; or the same in a table [self], [verified], [appraised].")
        mend ("Mở office.toml bằng Notepad, tới dòng và cột được nêu (Ctrl+G).", "Open office.toml in Notepad and go to the line and column told (Ctrl+G).")
             ("Chữ đặt trong ngoặc kép thẳng: place = \"Móng Cái\"; ngày không có ngoặc kép: date = 2022-06-05; nơi nhận là danh sách: recipients = [\"UBND thành phố\"].", "Texts in straight quotes: place = \"Móng Cái\"; the date without quotes: date = 2022-06-05; who gets it as a list: recipients = [\"UBND thành phố\"].")
             ("Chưa biết thì để trống \"\" hoặc đặt dấu # ở đầu dòng: chỗ ấy trong báo cáo là dòng chấm.", "Where something is not known yet leave it empty, \"\", or put # before the line: the report has dots there.")
    }
}
