//! Explanations: whose a row is, of when, and of which indicator.

use super::explanations;

explanations! {
    bad_period {
        ("kỳ báo cáo thiếu, viết sai hoặc khác kỳ của thư mục", "the period is missing, not readable, or not the folder's")
        means ("Mỗi dòng thuộc đúng một kỳ (tháng). Trong thư mục 2022-05, dòng ghi kỳ khác bị từ chối, để số của tháng trước không lọt vào báo cáo tháng này.", "Each row is of one period, a month. In the folder 2022-05 a row of another period is refused, so that last month's figures do not slip into this month's report.")
        arises ("chép tệp tháng trước sang thư mục mới mà quên sửa cột kỳ; Excel đổi 05/2022 thành “May-22”; hoặc thư mục không mang tên kỳ và tệp không có cột kỳ.", "last month's file was copied and its column period not changed; Excel turned 05/2022 into “May-22”; or neither the folder's name nor a column tells the period.")
        mend ("Sửa cột kỳ thành 2022-05 hoặc 05/2022; trong Excel đặt cột ở định dạng Văn bản (Text) trước khi gõ.", "Write 2022-05 or 05/2022; in Excel format the column as Text before typing.")
             ("Đơn giản hơn: xóa hẳn cột kỳ và để tên thư mục (2022-05) nói thay.", "Simpler: delete the column and let the folder's name (2022-05) tell it.")
             ("Tệp gộp nhiều kỳ: để ngoài các thư mục kỳ và chọn bằng --period 2022-05.", "A file of several periods: keep it outside the months' folders and choose with --period 2022-05.")
    }
    bad_level {
        ("cấp độ không rõ, hoặc chưa có bộ tiêu chí", "the level is not known or no criteria set is in force")
        means ("Cấp độ phải là ntm, nang-cao hoặc kieu-mau, và bộ tiêu chí của cấp độ ấy phải có hiệu lực vào ngày cuối của kỳ. Không có bộ nào được dùng thay. Cũng là lỗi này khi dòng tiêu đề, tên cột hay tên trang tính nói về một cấp độ (“nâng cao”) mà các dòng được đọc ở cấp độ khác.", "The level must be ntm, nang-cao or kieu-mau, and a criteria set of it must be in force on the period's last day. No other set is used instead. It is this error too where a title, a column or a sheet speaks of a level (“nâng cao”) and the rows are read at another.")
        arises ("ghi “cao”, “NC” hay “3” ở cột cấp độ; ghi kieu-mau khi chưa có tệp bộ tiêu chí kiểu mẫu; hoặc kỳ nằm ngoài thời gian hiệu lực của mọi bộ tiêu chí.", "“cao”, “NC” or “3” is written as level; kieu-mau is asked for without a criteria file for it; or the period lies outside the validity of every set.")
        mend ("Ghi ntm, nang-cao hoặc kieu-mau; cột để trống thì theo tên tệp (…-nang-cao.csv), nếu không là ntm.", "Write ntm, nang-cao or kieu-mau; an empty cell takes the file's name (…-nang-cao.csv), else ntm.")
             ("Xem bộ nào có hiệu lực lúc nào: ntm criteria list.", "See which set is in force when: ntm criteria list.")
             ("Có bộ tiêu chí riêng: thêm --criteria tieu-chi.", "With a set of your own: add --criteria tieu-chi.")
    }
    bad_source {
        ("không rõ ai đánh giá", "it is not known whose word the row is")
        means ("Cột nguồn đánh giá (source) chỉ nhận ba tiếng nói: self (xã tự đánh giá), verified (thành phố thẩm tra), appraised (tỉnh thẩm định). Để trống nghĩa là xã tự đánh giá.", "The column source takes three voices only: self (the commune), verified (the city), appraised (the province). Empty means self.")
        arises ("ghi tên cơ quan (“huyện”, “VPĐP”) hoặc tên người vào cột này.", "the name of an office or of a person is written in this column.")
        mend ("Ghi self, verified hoặc appraised (hay: tự đánh giá, thẩm tra, thẩm định).", "Write self, verified or appraised.")
             ("Tên cơ quan, tên người: chuyển sang cột ghi chú (note).", "Move names of offices and people to the column note.")
    }
    bad_date {
        ("ô ngày không phải là một ngày", "the cell is not a date")
        means ("Ngày số liệu, ngày văn bản và ngày hết hiệu lực viết 2022-05-31 hoặc 31/5/2022. Ngày không có trong lịch (31/02) cũng bị từ chối.", "Dates are written 2022-05-31 or 31/5/2022. A day that no calendar has (31/02) is refused too.")
        arises ("gõ nhầm; viết tháng trước ngày (5/31/2022); ghi cả số văn bản vào ô ngày; hoặc cột ở định dạng Chung (General) nên Excel ghi ngày thành số như 44712.", "a slip of the hand; the month before the day (5/31/2022); a document's number in the cell; or the column is General, so that Excel saves the day as a number such as 44712.")
        mend ("Định dạng ô (Format Cells, Ctrl+1) → Ngày (Date), kiểu 31/05/2022, rồi gõ lại.", "Format Cells (Ctrl+1) → Date, form 31/05/2022, then type it again.")
             ("Không biết ngày: để trống ô.", "Where the day is not known: leave the cell empty.")
    }
    unknown_commune {
        ("không xác định được xã", "the commune is not clear")
        means ("Mã hay tên xã không có trong communes.csv, xã không tồn tại vào ngày cuối của kỳ, nhiều xã cùng tên, hoặc mã và tên trên một dòng nói về hai xã khác nhau; cũng khi dòng tiêu đề, tên cột hay tên trang tính nói về xã khác với xã mà tên tệp nêu.", "The code or name is not in communes.csv, the commune does not exist on the period's last day, several communes bear the name, or code and name of one row are of two communes; also where a title, a column or a sheet names another commune than the file's name does.")
        arises ("gõ sai mã hay tên, kéo chuột làm Excel tự tăng mã (06727, 06728, …), xã đã sáp nhập, hoặc chép tệp của xã khác mà quên sửa mã.", "the code or name is misspelt, Excel counted the code up while it was dragged down (06727, 06728, …), the commune was merged, or another commune's file was copied without changing the code.")
        mend ("So ô được nêu với communes.csv; một mã giống nhau cho nhiều dòng thì chép (Ctrl+C, Ctrl+V), không kéo.", "Compare the cell told with communes.csv; to repeat a code copy it (Ctrl+C, Ctrl+V) instead of dragging.")
             ("Trùng tên: ghi mã thay cho tên. Mã và tên lệch nhau: sửa theo communes.csv.", "A shared name: write the code instead. Code and name disagree: correct them after communes.csv.")
             ("Xã mới hoặc đã sáp nhập: bổ sung xã, hoặc sửa valid_from, valid_to trong communes.csv.", "A new or merged commune: add it, or correct valid_from and valid_to in communes.csv.")
    }
    unknown_indicator {
        ("mã chỉ tiêu không có trong bộ tiêu chí", "the indicator is not in the criteria set")
        means ("Mã chỉ tiêu không có trong bộ tiêu chí của cấp độ ghi ở dòng này, hoặc ô mã trống trong khi các ô khác có nội dung. Trong tệp .toml: chỉ tiêu muốn thay đổi không có ở bộ gốc.", "The number is not in the set of the row's level, or the cell is empty beside other cells. In a .toml file: the indicator to be changed is not in the base set.")
        arises ("dùng mã của bộ tiêu chí cũ; dòng nâng cao nằm trong tệp ntm (57 chỉ tiêu và 75 chỉ tiêu có mã khác nhau); dòng tên tiêu chí, dòng “Cộng” hay chú thích còn trong bảng.", "numbers of an older set are used; a row of nang-cao lies in a file of ntm, whose numbers differ; headings, totals or remarks are left in the table.")
        mend ("Xem mã đúng: ntm criteria show qd-318-2022-ntm (nâng cao: qd-318-2022-nang-cao) --period 2022-05.", "See the numbers: ntm criteria show qd-318-2022-ntm (or qd-318-2022-nang-cao) --period 2022-05.")
             ("Tệp nâng cao: đặt tên …-nang-cao.csv, hoặc ghi nang-cao ở cột cấp độ.", "A file of nang-cao: name it …-nang-cao.csv, or write nang-cao in the column level.")
             ("Xóa các dòng không phải số liệu (tiêu đề nhóm, cộng, ghi chú).", "Delete rows that are no data (headings, totals, remarks).")
    }
    mangled_indicator {
        ("Excel đã đổi mã chỉ tiêu", "Excel changed the indicator's number")
        means ("Mã chỉ tiêu đã thành ngày (2.1 thành 02/01/2022 hay 02-Thg1), hoặc mất số 0 ở cuối (17.10 thành 17.1). Không đoán mã gốc, vì nhầm thì số liệu sẽ sang chỉ tiêu khác.", "The number became a date (2.1 became 02/01/2022 or 2-Jan), or lost its last zero (17.10 became 17.1). It is not guessed: a wrong guess would move the value to another indicator.")
        arises ("gõ mã vào ô định dạng Chung (General), hoặc bấm đúp mở tệp CSV bằng Excel rồi lưu lại: Excel tự đổi khi mở.", "the number was typed in a cell of the form General, or the CSV was opened in Excel by a double click and saved: Excel changes it on opening.")
        mend ("Chọn cả cột mã → Định dạng ô (Format Cells, Ctrl+1) → Văn bản (Text), rồi gõ lại các mã được nêu; đổi định dạng không tự trả lại mã cũ.", "Select the column → Format Cells (Ctrl+1) → Text, then type the numbers told again; the format alone does not bring them back.")
             ("Mở tệp CSV bằng Dữ liệu (Data) → Từ Văn bản/CSV (From Text/CSV) → Chuyển đổi dữ liệu (Transform Data), đặt cột mã là Văn bản (Text), thay vì bấm đúp. Chắc nhất: điền vào biểu .xlsx của ntm template.", "Open the CSV with Data → From Text/CSV → Transform Data and make the column Text, instead of a double click. Surest: fill in the .xlsx form of ntm template.")
    }
    unknown_part {
        ("phần của chỉ tiêu không đúng", "the part is not one of the indicator's")
        means ("Chỉ tiêu có nhiều phần (nam và nữ; chung và tập trung) cần mỗi phần một dòng; chỉ tiêu không chia phần thì cột phần để trống. Từng phần đều phải đạt nên không được gộp.", "An indicator with several parts (nam and nữ; chung and tập trung) needs a row for each; for one without parts the column stays empty. Every part must pass, so they are not merged.")
        arises ("chỉ ghi một dòng cho cả nam và nữ, viết tên phần khác với bộ tiêu chí, hoặc ghi “chung” cho chỉ tiêu không chia phần.", "one row is written for men and women together, a part bears another name than in the set, or “chung” is written where there are no parts.")
        mend ("Xem các phần: dòng gợi ý (hint) dưới lỗi, hoặc ntm criteria show.", "See the parts: the hint below the error, or ntm criteria show.")
             ("Chép dòng ra đủ số phần và ghi nam, nữ, … ở cột phần (part) cùng giá trị của từng phần.", "Copy the row for each part and write nam, nữ, … in the column part with that part's value.")
             ("Chỉ tiêu không chia phần: xóa ô phần.", "Where the indicator has no parts: clear the cell.")
    }
    duplicate_value {
        ("một giá trị được ghi hai lần", "the same value is given twice")
        means ("Cùng xã, kỳ, cấp độ, nguồn đánh giá, chỉ tiêu và phần mà có hai dòng, kể cả khi hai số giống nhau hay nằm ở hai tệp. Không biết dòng nào đúng nên không dòng nào được chọn thay.", "Two rows are of the same commune, period, level, source, indicator and part, even where they agree or stand in two files. Which is right is not known, so neither is chosen.")
        arises ("tệp cũ “06727 (2).csv” hay “06727 - Copy.csv” còn nằm trong thư mục, dán nhầm hai lần, hoặc số xã tự đánh giá và số thẩm tra đứng chung mà không ghi nguồn.", "an old “06727 (2).csv” or “06727 - Copy.csv” still lies in the folder, rows were pasted twice, or the commune's and the city's figures stand together without a source.")
        mend ("Mở hai dòng được nêu (tệp và số dòng có trong lỗi), giữ dòng đúng, xóa dòng kia.", "Open both rows (the error names file and line), keep the right one and delete the other.")
             ("Bản chép thừa: chuyển ra khỏi thư mục của kỳ.", "A copy too many: move it out of the period's folder.")
             ("Hai tiếng nói khác nhau: thêm cột source, ghi self và verified.", "Two voices: add the column source and write self and verified.")
    }
    not_computed {
        ("công thức chưa được tính", "a formula was not computed")
        means ("Ô có công thức nhưng tệp chưa lưu kết quả, hoặc mọi kết quả đều là 0 và tệp yêu cầu được tính khi mở. Số 0 ấy không phải số liệu, nên không được đọc thành 0, cũng không thành ô trống.", "The cell holds a formula, but the file stores no result, or every result is 0 and the file asks to be computed when it is opened. That 0 is no figure, so it is read neither as 0 nor as an empty cell.")
        arises ("một phần mềm (cổng báo cáo, chương trình tự viết) xuất tệp mà không tính công thức; tệp chưa từng được mở và lưu bằng Excel hay LibreOffice.", "a program (a portal, a script) wrote the file without computing it, and it was never opened and saved in Excel or LibreOffice.")
        mend ("Mở tệp bằng Excel hoặc LibreOffice: công thức được tính ngay; lưu lại (Ctrl+S) rồi chạy lại.", "Open the file in Excel or LibreOffice, which computes it at once; save it (Ctrl+S) and run again.")
             ("Hoặc dán kết quả thành giá trị: chép ô, Dán đặc biệt (Paste Special) > Giá trị (Values).", "Or paste the results as values: copy the cells, Paste Special > Values.")
    }
    shown_otherwise {
        ("ô giữ một giá trị nhưng hiển thị khác", "the cell holds something and shows something else")
        means ("Người đọc bảng tính thấy khác với con số mà ô đang giữ: không thấy gì, thấy dấu “-”, một phân số, hoặc một số kèm ký hiệu phía trước. Không biết người lập bảng muốn nói điều nào, nên ô không được đọc.", "Who reads the sheet sees something else than the cell holds: nothing, a dash, a fraction, or a number behind another sign. Which of both is meant is not known, so the cell is not read.")
        arises ("định dạng kế toán (Accounting) hiện số 0 thành “-”, định dạng ;;; ẩn số, định dạng phân số (Fraction), tiền tệ có ký hiệu đứng trước, hoặc định dạng tự đặt (Custom); chữ bị gạch ngang, chữ số chú thích nhỏ ở trên hay dưới dòng.", "the format Accounting shows 0 as “-”, the format ;;; hides a number, a format of fractions, a currency sign in front, or a format of one's own (Custom); words that are struck out, small digits of footnotes above or below the line.")
        mend ("Chọn ô, bấm Ctrl+1, đặt định dạng Số (Number) hoặc Chung (General), xem lại con số rồi lưu.", "Select the cell, press Ctrl+1, format it as Number or General, look at the figure and save.")
             ("Chưa có số liệu thì xóa trống ô; bằng 0 thì để hiện rõ số 0.", "Clear the cell where there is no figure yet; where it is zero, let it show 0.")
    }
    bad_roster {
        ("một ô của danh sách xã communes.csv sai", "a cell of the roster communes.csv is wrong")
        means ("Danh sách xã quyết định mức đạt chuẩn nào áp dụng (vùng, tỉnh, loại xã), nên khi có ô sai thì không xã nào được chấm, kể cả với --lenient. Loại xã lạ ở class, district_class chỉ bị cảnh báo.", "The roster decides which thresholds apply (region, province, class), so with a wrong cell nothing is scored, not even with --lenient. An unknown class or district_class is only warned about.")
        arises ("Excel bỏ số 0 ở đầu mã xã hay mã tỉnh (01 thành 1), ghi tên tỉnh thay cho mã, ghi vùng bằng chữ khác với TDMNPB, DBSH, BTB, DHNTB, TN, DNB, DBSCL, hoặc một mã xã có hai dòng cùng thời gian.", "Excel dropped a leading zero of a code (01 became 1), the province is named instead of its code, the region is not one of TDMNPB, DBSH, BTB, DHNTB, TN, DNB, DBSCL, or a code stands twice for the same time.")
        mend ("Định dạng cột code và province là Văn bản (Text), gõ lại: 06727, 22.", "Format code and province as Text and type them again: 06727, 22.")
             ("Vùng: dùng đúng chữ viết tắt ở trên. Ngày: 2025-06-30 hoặc 30/6/2025.", "Region: the short forms above. Dates: 2025-06-30 or 30/6/2025.")
             ("Mã dùng lại cho xã khác: ghi valid_from, valid_to sao cho hai khoảng không chồng nhau.", "A code used again: give valid_from and valid_to that do not overlap.")
    }
    bad_agencies {
        ("một ô của danh sách cơ quan agencies.csv sai", "a cell of the list of agencies agencies.csv is wrong")
        means ("Danh sách cơ quan nói ai chủ trì, ai phối hợp, có cần kinh phí không và đã có hướng dẫn chưa. Ô sai thì việc có thể giao nhầm cơ quan, nên chưa lập danh sách việc; kết quả chấm điểm không bị ảnh hưởng.", "The list says who leads and supports, whether money is needed and whether the guidance is out. With a wrong cell work could go to the wrong agency, so no list of gaps is made; scores are not affected.")
        arises ("mã không có trong bộ tiêu chí, Excel đổi 17.10 thành 17.1 (thành hai dòng trùng), ghi “khoảng một nửa” ở cột kinh phí, hoặc một mã có hai dòng.", "a number that no set has, Excel making 17.1 of 17.10 so that a row is there twice, “about half” in the column for money, or two rows for one number.")
        mend ("Cột id: số của tiêu chí (17) hoặc mã chỉ tiêu (17.10), định dạng Văn bản (Text).", "Column id: the number of a criterion (17) or of an indicator (17.10), formatted as Text.")
             ("needs_funding: yes, partly hoặc no. guidance: yes khi hướng dẫn đã ban hành, no khi chưa, để trống khi chưa rõ.", "needs_funding: yes, partly or no. guidance: yes once it is issued, no before, empty where it is not known.")
             ("Mỗi tiêu chí hay chỉ tiêu một dòng cho mỗi cấp độ; dòng của chỉ tiêu thay cho dòng của tiêu chí.", "One row per criterion or indicator and level; the row of an indicator takes the place of its criterion's.")
    }
}
