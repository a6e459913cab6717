//! Explanations: what lies in a folder of data, and who is not in it.

use super::explanations;

explanations! {
    own_output {
        ("báo cáo của chính chương trình nằm cạnh số liệu", "a report of this program lies among data")
        means ("Tệp này do ntm ghi ra (kết quả chấm, báo cáo, danh sách việc, hồ sơ), nên không được đọc như số liệu của xã. Các tệp khác trong thư mục vẫn được đọc đủ.", "ntm wrote this file (a score, a report, a list of work, a dossier), so it is not read as a commune's data. All other files of the folder are read.")
        arises ("ghi báo cáo bằng -o vào thư mục số liệu hay thư mục chứa các kỳ.", "a report was written with -o into the folder of data or the one that holds the months.")
        mend ("Không cần sửa; muốn hết nhắc thì chuyển tệp sang thư mục riêng, ví dụ bao-cao.", "Nothing need be done; to be told no more move it to a folder of its own, such as bao-cao.")
             ("Biểu mẫu do ntm template ghi và bản sạch của ntm check --fix là số liệu, vẫn được đọc.", "Forms of ntm template and clean copies of ntm check --fix are data and are read.")
             ("Muốn đọc đúng tệp này: nêu tên tệp trong lệnh.", "To have this very file read: name it in the command.")
    }
    passed_over {
        ("tệp hay thư mục không được đọc", "a file or a folder that is not read")
        means ("Trong thư mục số liệu chỉ đọc CSV và bảng tính; trong thư mục chứa các kỳ chỉ đọc các thư mục tên theo kỳ. Tệp, thư mục khác được nêu tên, để không số liệu nào bị bỏ sót mà không ai biết.", "In a folder of data CSV and workbooks are read; in one that holds months, the folders named after a month. Whatever else lies there is named, so that no data is left out unseen.")
        arises ("xã gửi tệp Word, PDF, tệp nén hay .xlsb; tệp .csv bị lưu thành .csv.txt; tệp của xã để ngoài thư mục của kỳ; thư mục tên “5-2022” thay vì 2022-05; thư mục của kỳ còn trống.", "a commune sent a Word, PDF, packed or .xlsb file; a .csv became .csv.txt; a commune's file lies beside the months; a folder is called “5-2022” and not 2022-05; a month's folder is still empty.")
        mend ("Có số liệu: lưu lại dạng .xlsx hoặc “CSV UTF-8” trong thư mục của kỳ, đặt tên thư mục như 2022-05.", "Where it holds data: save it as .xlsx or “CSV UTF-8” in the month's folder, and call that folder as in 2022-05.")
             ("Không có số liệu: chuyển sang thư mục khác, hoặc để nguyên; cảnh báo không đổi kết quả.", "Where it holds none: move it elsewhere, or leave it; the warning changes no result.")
    }
    month_skipped {
        ("một kỳ trước không được đem so sánh", "a month before is not compared with")
        means ("Báo cáo so với kỳ gần nhất đọc được, còn kiểm tra so với kỳ liền trước. Kỳ được nêu lẽ ra phải có mặt, nhưng không có thư mục, không đọc được, đặt tên khác hoặc không có số liệu; biến động trong báo cáo vì vậy tính từ một kỳ xa hơn, và kiểm tra không nêu được thay đổi bất thường. Kết quả chấm của kỳ này không đổi.", "A report compares with the nearest earlier month that can be read, a check with the month before. The month told should be there, but has no folder, cannot be read, is named otherwise or holds no data: so changes count from an earlier month, and a check tells of no unusual ones. The verdicts of this month stay as they are.")
        arises ("thư mục đặt tên “2022-6”, “06-2022” hay “Tháng 6”; thư mục trên máy chủ hay đám mây chưa đồng bộ hoặc không có quyền đọc; thư mục chỉ có tệp Word, PDF; kỳ ấy không thu số liệu.", "the folder is called “2022-6”, “06-2022” or “Tháng 6”; a folder of a server or cloud is not synchronised or may not be read; it holds Word or PDF files alone; no data was collected that month.")
        mend ("Tên sai: đổi thành như 2022-06. Không đọc được: cấp quyền đọc hoặc chép về máy.", "A wrong name: rename it, as in 2022-06. Unreadable: allow reading, or copy it to this machine.")
             ("Kỳ ấy thật sự không có số liệu (ví dụ báo cáo theo quý): không cần làm gì.", "That month really has no data (such as with quarterly reports): nothing need be done.")
    }
    not_reported {
        ("xã trong danh sách chưa có dòng số liệu nào", "communes of the roster have no row")
        means ("Các xã này có trong communes.csv và tham gia trong kỳ, nhưng không dòng nào của cấp độ ấy là của xã. Khi chấm, xã được liệt kê là chưa báo cáo và không tính vào bình quân. Xã tháng trước có báo cáo được nêu trước.", "These communes are in communes.csv and take part in the period, but no row of the level is theirs. A score lists them as not reported and leaves them out of the means. Those that reported the month before come first.")
        arises ("xã chưa gửi tệp, tệp nằm nhầm thư mục hoặc không mở được, hay mã xã trong tệp ghi nhầm thành xã khác.", "a commune has not sent its file, the file lies in another folder or cannot be opened, or its rows bear another commune's code.")
        mend ("Hỏi các xã được nêu trước tiên: tháng trước có mà tháng này không thì thường là thiếu tệp.", "Ask those named first: what was there last month and is not now is mostly a file that is lacking.")
             ("Xã không làm cấp độ ấy: không cần làm gì.", "A commune that does not work for that level: nothing need be done.")
             ("Xã đã sáp nhập: ghi valid_to trong communes.csv.", "A commune that was merged: give its valid_to in communes.csv.")
    }
}
