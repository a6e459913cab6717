//! Explanations: the cells that say how much.

use super::explanations;

explanations! {
    not_a_number {
        ("ô không phải là số", "the cell is not a number")
        means ("Chỉ tiêu đo bằng số mà ô có ký tự khác. Được dùng: chữ số, dấu thập phân, dấu ngăn hàng nghìn, dấu % (chỉ với tỷ lệ). Đơn vị của chỉ tiêu được ghi sau số; đơn vị khác, ở trong ô hay ở cột đơn vị tính, là lỗi này. Với --decimal, số viết theo dấu kia cũng là lỗi này.", "The indicator is measured by a number, but the cell holds something else. Allowed: digits, a decimal mark, thousands separators, % (for shares only). The indicator's unit may stand behind the number; another unit, in the cell or in the column of units, is this error. With --decimal a number that uses the other mark is this error too.")
        arises ("ghi theo đơn vị khác (“12.800 m” thay cho 12,8 km), chữ O thay số 0, ô công thức báo #DIV/0!, hoặc Excel hiện số lớn thành 1,2E+05.", "another unit is used (“12,800 m” for 12.8 km), the letter O stands for 0, a formula gives #DIV/0!, or Excel shows a large number as 1.2E+05.")
        mend ("Chỉ để lại số, ví dụ 12,8; đơn vị đã có trong bộ tiêu chí.", "Leave the number alone, such as 12.8; the criteria set knows the unit.")
             ("Phân số: ghi 12 vào cột tử số và 15 vào cột mẫu số.", "A fraction: 12 in the column numerator, 15 in the column denominator.")
             ("Số hiện dạng E+: Định dạng ô (Format Cells, Ctrl+1) → Số (Number), 0 chữ số thập phân, rồi lưu lại CSV.", "A number shown with E+: Format Cells (Ctrl+1) → Number, 0 decimals, then save the CSV again.")
    }
    ambiguous_number {
        ("số đọc được theo hai cách", "the number can be read in two ways")
        means ("1.234 có thể là một nghìn hai trăm ba mươi tư, cũng có thể là một phẩy hai ba bốn, và không số nào khác trong tệp cho biết tệp dùng dấu nào. Không đoán.", "1.234 may be one thousand two hundred and thirty-four or a little over one, and no other number of the file shows which mark it uses. It is not guessed.")
        arises ("trong tệp chỉ có số ngăn hàng nghìn bằng một dấu, hoặc tệp trộn cả 98,5 lẫn 98.5 vì nhiều người gõ trên các máy cài đặt vùng (Region) khác nhau.", "the file has no other decimals, or it mixes 98,5 and 98.5 because people typed on computers with different regional settings.")
        mend ("Bỏ dấu ngăn hàng nghìn: viết 1234. Trong Excel: Định dạng ô (Format Cells) → Số (Number), bỏ chọn dấu tách hàng nghìn (Use 1000 Separator).", "Leave out the thousands separator: 1234. In Excel: Format Cells → Number, clear Use 1000 Separator.")
             ("Nếu là số thập phân, viết hai chữ số (1,23) hoặc thêm số 0 ở cuối (1,2340).", "For a decimal write another number of decimals: 1.23 or 1.2340.")
             ("Biết chắc mọi tệp dùng một dấu: thêm --decimal comma (98,5) hoặc --decimal dot (98.5).", "Where every file is known to use one mark: add --decimal comma (98,5) or --decimal dot (98.5).")
    }
    not_a_whole_number {
        ("số lẻ cho thứ đếm theo đơn vị nguyên", "a fraction of what is counted in whole numbers")
        means ("Hộ, người, trường, mô hình chỉ đếm bằng số nguyên; 12,5 hộ nghĩa là một phép tính hoặc một ô bị ghi nhầm. Độ dài đường (km) thì được lẻ.", "Households, people, schools are counted in whole numbers; 12.5 households means a sum or a cell went wrong. Kilometres may have decimals.")
        arises ("ghi tỷ lệ phần trăm vào cột tử số, lấy số bình quân nhiều tháng, hoặc gõ dấu phẩy thay dấu ngăn hàng nghìn (1,20 thay vì 1.200).", "a percentage was written as numerator, a mean of months was taken, or digits of a separated number were left out (1,20 instead of 1,200).")
        mend ("Ghi đúng số đếm được ở cột tử số, mẫu số.", "Write what was counted as numerator and denominator.")
             ("Chỉ có phần trăm: ghi vào cột giá trị và để trống tử số, mẫu số.", "Where there is only a percentage: give it as value and leave the other two empty.")
    }
    implausible_value {
        ("số nằm ngoài khoảng hợp lý của một xã", "the number is outside what is plausible for a commune")
        means ("Bộ tiêu chí ghi khoảng hợp lý của một số chỉ tiêu đo bằng số (`plausible`). Khoảng ấy do chương trình tự đặt để bắt lỗi gõ, không phải quy định, không làm thay đổi mức đạt chuẩn. Ngoài khoảng: cảnh báo, vẫn chấm. Xa hơn mười lần: lỗi. Cũng là lỗi khi tệp có từ ba tỷ lệ “từ … trở lên” mà tất cả đều ghi dưới 1.", "The set holds the range in which some numbers are plausible (`plausible`). It is our own judgement to catch slips, no law, and changes no threshold. Outside it: a warning, scored all the same. More than ten times outside: an error. It is an error too where a file has three or more shares that are asked for as at least, and all of them are below 1.")
        arises ("thu nhập ghi bằng đồng hay nghìn đồng (38.500.000 thay vì 38,5), gõ thừa số 0, ghi số của chỉ tiêu khác; tỷ lệ chép từ ô định dạng phần trăm thành 0,95.", "an income is written in đồng or thousands (38,500,000 for 38.5), a zero too many, another indicator's figure; shares were copied from cells shown as percentages and came out as 0.95.")
        mend ("Ghi theo đơn vị mà dòng gợi ý nêu.", "Write the figure in the unit that the hint names.")
             ("Tỷ lệ: ghi 95 hoặc 95%, không ghi 0,95.", "A share: 95 or 95%, not 0.95.")
             ("Số đúng mà khoảng quá hẹp: chép bộ tiêu chí vào thư mục riêng, sửa `plausible` của chỉ tiêu rồi dùng --criteria.", "A true figure where the range is too narrow: copy the set to a folder of your own, widen `plausible` of the indicator and use --criteria.")
    }
    out_of_range {
        ("số nằm ngoài khoảng có thể", "the number is outside what is possible")
        means ("Tỷ lệ phải từ 0 đến 100, số lượng không được âm, và không số nào quá 28 chữ số.", "A share is from 0 to 100, an amount is not negative, and no number has over 28 digits.")
        arises ("ghi số hộ vào ô phần trăm, tính trên mẫu số cũ nên vượt 100%, số âm do công thức trừ nhầm, hoặc gõ thiếu dấu phẩy (985 thay vì 98,5).", "a count was written where a percentage belongs, an old denominator gives over 100%, a formula subtracts wrongly, or the decimal mark is missing (985 for 98.5).")
        mend ("Tỷ lệ: ghi tử số và mẫu số cùng thời điểm, để trống cột giá trị; chương trình tự tính.", "A share: give numerator and denominator of the same day and leave the value empty; the program divides.")
             ("Số lượng: kiểm tra lại công thức của ô trong sổ tính gốc.", "An amount: check the cell's formula in the original workbook.")
    }
    not_a_value {
        ("giá trị không hợp với loại chỉ tiêu", "the value does not fit the indicator")
        means ("Chỉ tiêu đạt/không đạt nhận đạt, chưa đạt (hoặc có, không); chỉ tiêu theo mức nhận đúng tên mức; chỉ tiêu bằng số không nhận chữ “đạt”. “Cơ bản đạt” không được hiểu thành đạt. Chỉ tiêu “không để xảy ra …” không nhận có/không, vì “không” ở đó hiểu được hai cách.", "A yes/no indicator takes đạt, chưa đạt (or có, không); one by grades takes a grade's name; one by numbers does not take “đạt”. “Cơ bản đạt” is not read as met. An indicator about what must not happen takes no có/không, for “không” can be read both ways there.")
        arises ("chép lời nhận xét vào cột giá trị, ghi “đạt” cho chỉ tiêu thu nhập, ghi “giỏi” khi các mức là trung bình, khá, tốt, hoặc điền tử số, mẫu số cho chỉ tiêu không phải tỷ lệ.", "a remark stands in the column value, “đạt” is written for the income, “giỏi” where the grades are trung bình, khá, tốt, or a numerator is given where no share is asked.")
        mend ("Xem dòng gợi ý (hint) dưới lỗi: ở đó ghi những gì được dùng.", "See the hint below the error: it names what is allowed.")
             ("Chưa hoàn thành thì ghi chưa đạt, lời giải thích chuyển sang cột ghi chú.", "What is not completed is chưa đạt; move the remark to the column note.")
             ("Chỉ tiêu bằng số: ghi chính con số đo được, chương trình tự so với mức đạt chuẩn.", "An indicator by numbers: write the figure itself, the program compares it with the threshold.")
    }
    incomplete_ratio {
        ("có tử số mà thiếu mẫu số, hoặc ngược lại", "a numerator without denominator, or the reverse")
        means ("Tỷ lệ cần cả hai số. Ô trống là chưa có số liệu, không phải 0 hay 1, nên không tính tiếp được.", "A share needs both numbers. An empty cell is missing, neither 0 nor 1, so there is nothing to divide.")
        arises ("mẫu số (tổng số hộ, tổng km) chỉ ghi ở dòng đầu hoặc nằm trong ô trộn (Merge) nên các dòng dưới trống khi lưu CSV.", "the whole (all households, all kilometres) stands in the first row only, or in a merged cell that leaves the rows below empty when saved as CSV.")
        mend ("Điền số còn thiếu vào từng dòng; bỏ trộn ô (Unmerge Cells) trước khi lưu.", "Fill in the missing number in every row; unmerge cells before saving.")
             ("Không có số ấy: xóa ô kia và ghi phần trăm vào cột giá trị.", "Where there is no such number: clear the other cell and give the percentage as value.")
    }
    zero_denominator {
        ("mẫu số bằng 0", "the denominator is 0")
        means ("Không chia được cho 0, và chương trình không thay 0 bằng 1. Xã không có đối tượng để tính (không có khu công nghiệp, không có hộ chăn nuôi …) là chuyện khác với đạt 0%.", "Nothing can be divided by 0, and 0 is not replaced by 1. Having nothing to count is not the same as 0%.")
        arises ("điền 0 vào ô chưa có số liệu, hoặc xã không có đối tượng của chỉ tiêu.", "0 was filled in where there is no data, or the commune has nothing of the kind.")
        mend ("Chưa có số liệu: để trống cả tử số và mẫu số.", "No data yet: leave numerator and denominator empty.")
             ("Không có đối tượng và chỉ tiêu cho phép: xóa hai ô, ghi “không áp dụng” ở cột giá trị.", "Nothing to count, and the indicator allows it: clear both and write “không áp dụng” as value.")
             ("Chỉ tiêu không cho phép: hỏi cơ quan thẩm tra; quy định cho phép thêm thì ghi vào bộ tiêu chí của tỉnh (if_present = true).", "Where it is not allowed: ask who verifies; a rule that allows it goes into the province's criteria file (if_present = true).")
    }
    numerator_exceeds_denominator {
        ("tử số lớn hơn mẫu số", "the numerator is larger than the denominator")
        means ("Phần không thể lớn hơn toàn bộ: 101 hộ trên 100 hộ không phải là một tỷ lệ.", "A part cannot be larger than the whole: 101 households of 100 are no share.")
        arises ("ghi ngược hai cột, hoặc hai số lấy ở hai thời điểm (tổng số hộ đầu năm, số hộ đạt cuối kỳ) hay hai đơn vị (km và m).", "the columns were swapped, or the numbers are of two days (all households in January, those counted in May) or of two units (km and m).")
        mend ("Xem có ghi ngược không; tử số là phần đạt yêu cầu, mẫu số là tổng số.", "See whether they were swapped: the numerator is what complies, the denominator is all.")
             ("Lấy lại cả hai số cùng một thời điểm, cùng đơn vị.", "Take both numbers of the same day and in the same unit.")
    }
    value_contradicts_ratio {
        ("giá trị khác với tử số chia mẫu số", "the value and the ratio disagree")
        means ("Cột giá trị và tỷ lệ tính từ tử số, mẫu số lệch nhau hơn nửa đơn vị của chữ số cuối đã viết (80,6 bên cạnh 80/100), hoặc ghi “không áp dụng” mà vẫn có tử số, mẫu số. Một trong hai sai.", "The value and the share of the ratio differ by more than half a unit of the last digit written (80.6 beside 80/100), or “không áp dụng” stands beside a ratio. One of them is wrong.")
        arises ("sửa tử số mà quên sửa phần trăm, hoặc phần trăm được gõ tay từ báo cáo khác thay vì tính từ hai số.", "the numerator was changed and the percentage was not, or the percentage was typed from another report.")
        mend ("Tin tử số, mẫu số: xóa ô giá trị, chương trình tự tính và không làm tròn.", "Where the ratio is right: clear the value; the program divides and does not round.")
             ("Tin phần trăm: xóa tử số và mẫu số.", "Where the percentage is right: clear numerator and denominator.")
    }
    not_applicable_not_allowed {
        ("chỉ tiêu không được ghi “không áp dụng”", "the indicator cannot be not applicable")
        means ("“Không áp dụng” được tính như đạt, nên chỉ dùng cho những chỉ tiêu mà bộ tiêu chí, hay quy định của tỉnh, cho phép.", "“Không áp dụng” counts as met, so it is only for the indicators for which the set or the province allows it.")
        arises ("ghi “không áp dụng” cho việc chưa làm, chưa có số liệu, hoặc cho chỉ tiêu xã nghĩ là không liên quan.", "it is written for what is not done or not known yet, or for what the commune thinks does not concern it.")
        mend ("Chưa có số liệu: để trống. Chưa làm: ghi chưa đạt hoặc số thực tế.", "No data: leave it empty. Not done: write chưa đạt or the figure.")
             ("Xem chỉ tiêu nào được phép: dòng gợi ý (hint) dưới lỗi.", "See which indicators allow it: the hint below the error.")
             ("Có văn bản cho phép: thêm if_present = true cho chỉ tiêu ấy trong tệp của tỉnh, kèm căn cứ, rồi dùng --criteria.", "Where a document allows it: add if_present = true with its basis to the province's file and use --criteria.")
    }
}
