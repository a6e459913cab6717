//! Explanations: what is wrong with a criteria file.

use super::explanations;

explanations! {
    bad_toml {
        ("tệp bộ tiêu chí sai cú pháp", "the criteria file is not valid TOML")
        means ("Tệp .toml không đọc được vì sai cách viết; cú pháp phải đúng trước, rồi nội dung mới được kiểm tra.", "The .toml file cannot be read because of how it is written; the syntax comes first, then the content is checked.")
        arises ("thiếu một dấu ngoặc kép, viết số thập phân bằng dấu phẩy (at_least = 1,5), hoặc Word đổi \" thành “ ”.", "a quote is missing, a decimal comma is used (at_least = 1,5), or Word turned \" into “ ”.")
        mend ("Sửa chỗ được đánh dấu ^ bằng Notepad, không dùng Word.", "Mend the place marked ^ in Notepad, not in Word.")
             ("Chữ đặt trong \"…\"; số viết với dấu chấm: 1.5; ghi chú sau dấu #.", "Texts stand in \"…\"; numbers have a dot: 1.5; remarks follow #.")
             ("So với tệp mẫu trong criteria/README.md, rồi chạy lại ntm criteria check --criteria tieu-chi.", "Compare the example in criteria/README.md, then run ntm criteria check --criteria tieu-chi again.")
    }
    unknown_key {
        ("khóa lạ trong tệp bộ tiêu chí", "a key that criteria files do not have")
        means ("Tên trước dấu = không phải khóa nào được dùng ở chỗ này. Khóa lạ bị từ chối thay vì bỏ qua, vì gõ sai at_least là mất một mức đạt chuẩn.", "The name before = is no key of this place. It is refused instead of passed over, for a misspelt at_least would lose a threshold.")
        arises ("gõ sai (thresold), đặt khóa vào nhầm khối, ghi vùng không có (DBSX), hoặc trong tệp của tỉnh định nghĩa lại chỉ tiêu (name, measure), việc chỉ văn bản sửa đổi mới làm được.", "a slip (thresold), a key in the wrong block, a region that is not there (DBSX), or a province's file redefines an indicator (name, measure), which only an amendment may do.")
        mend ("Sửa theo dòng gợi ý (hint): ở đó liệt kê các khóa được dùng.", "Correct it after the hint, which lists the keys allowed.")
             ("Lời giải thích thì viết sau dấu #, hoặc dùng khóa note.", "Write remarks after # or use the key note.")
    }
    missing_key {
        ("thiếu một khóa bắt buộc", "a compulsory key is missing")
        means ("Khối được nêu thiếu một mục mà không có nó thì không hiểu được: tên, mã, mức đạt chuẩn, mức tin cậy, tử số đếm gì, tỉnh của lớp …", "The block lacks something without which it cannot be understood: a name, number, threshold, confidence, what a numerator counts, the layer's province …")
        arises ("viết khối mới mà không chép từ tệp có sẵn, hoặc xóa nhầm một dòng.", "a block was written anew instead of copied from a built-in file, or a line was deleted.")
        mend ("Thêm khóa được nêu vào khối ấy.", "Add the key told to that block.")
             ("Chỉ tiêu chưa biết mức: undetermined = true; tỉnh quy định: delegated = true; tỉnh chưa quy định: open = true.", "A threshold not known: undetermined = true; left to the province: delegated = true; the province has not fixed it: open = true.")
    }
    bad_value {
        ("giá trị của khóa không dùng được", "a key has a value that it cannot have")
        means ("Khóa đúng nhưng giá trị sai loại hoặc ngoài phạm vi: chữ thay cho số, tỷ lệ trên 100, nan, ngày hết hiệu lực trước ngày có hiệu lực, so sánh ngược chiều với bộ gốc …", "The key is right but its value is of the wrong kind or out of range: a text for a number, a share over 100, nan, an end before the beginning, a comparison against the base set's …")
        arises ("đặt số trong ngoặc kép (\"95\"), đặt ngày trong ngoặc kép, viết mã tỉnh không có ngoặc kép (22), hoặc dùng at_most cho chỉ tiêu mà bộ gốc yêu cầu ít nhất.", "a number or a date stands in quotes (\"95\"), a province's code without (22), or at_most is used where the base set asks for at least.")
        mend ("Viết như dòng gợi ý (hint).", "Write it as the hint says.")
             ("Số: 95 hoặc 1.5; ngày: 2022-05-11, đều không ngoặc kép; mã tỉnh: \"22\"; chiều so sánh như bộ gốc.", "Numbers: 95 or 1.5; dates: 2022-05-11, both without quotes; a province: \"22\"; the comparison as in the base set.")
    }
    two_values {
        ("hai giá trị cho cùng một trường hợp", "two values for one case")
        means ("Một chỉ tiêu, vùng hay năm được quy định hai lần, trong một tệp hoặc trong hai tệp của cùng một tỉnh có hiệu lực cùng ngày. Không biết mức nào đúng nên không chọn.", "An indicator, region or year is given twice, in one file or in two files of one province that are in force from the same day. Which is right is not known, so neither is chosen.")
        arises ("chép khối [[indicator]] mà quên đổi id, ghi cả at_least và at_most, hoặc để hai bản của một quyết định trong thư mục dưới hai tên.", "a block [[indicator]] was copied without changing its id, both at_least and at_most are given, or two copies of a decision lie in the folder under two names.")
        mend ("Giữ giá trị có trong văn bản, xóa giá trị kia.", "Keep the value of the decision and delete the other.")
             ("Muốn thay bộ có sẵn: đặt tệp đúng tên của bộ ấy, ví dụ qd-1246-2022-quang-ninh-ntm.toml.", "To replace a built-in set: give the file that set's very name, such as qd-1246-2022-quang-ninh-ntm.toml.")
    }
    missing_basis {
        ("mức đạt chuẩn không có căn cứ", "a threshold without its legal source")
        means ("Mọi mức đạt chuẩn phải nói lấy từ văn bản nào: số, cơ quan ban hành, ngày, phụ lục. Không có căn cứ thì người thẩm định không kiểm tra được.", "Every threshold says which decision it comes from: number, issuer, date, annex. Without, nobody can check it.")
        arises ("bỏ khối [decision], hoặc thiếu number, issuer, date trong khối ấy.", "the block [decision] was left out, or number, issuer or date is missing in it.")
        mend ("Thêm vào đầu tệp: [decision] với number = \"1246/QĐ-UBND\", issuer = \"UBND tỉnh …\", date = 2022-05-11, in_force = 2022-05-11.", "Add at the top: [decision] with number = \"1246/QĐ-UBND\", issuer = \"UBND tỉnh …\", date = 2022-05-11, in_force = 2022-05-11.")
             ("Chỉ tiêu có căn cứ khác với cả tệp: ghi basis trong khối của nó.", "Where an indicator rests on something else: give basis in its own block.")
    }
    missing_unit {
        ("số không có đơn vị", "a number without its unit")
        means ("Chỉ tiêu đo bằng số (number) hoặc số lượng (count) phải ghi đơn vị, để 54 không bị hiểu lẫn giữa triệu đồng và nghìn đồng.", "An indicator measured as number or count must name its unit, so that 54 is not read as thousands where millions are meant.")
        arises ("thêm chỉ tiêu mới với measure = \"number\" mà không ghi unit.", "a new indicator with measure = \"number\" has no unit.")
        mend ("Thêm đơn vị như trong phụ lục: unit = \"triệu đồng/người/năm\", unit = \"m2/người\".", "Add the unit of the annex: unit = \"triệu đồng/người/năm\", unit = \"m2/người\".")
             ("Tỷ lệ phần trăm: dùng measure = \"share\", không cần unit.", "A percentage: use measure = \"share\", which needs no unit.")
    }
    unknown_set {
        ("bộ tiêu chí được nhắc tới không có", "a set that is spoken of is not there")
        means ("Một tệp bộ tiêu chí nhắc tới mã của một bộ gốc không tồn tại: base (bộ mà lớp này thay đổi), [[requires]] set (bộ phải đạt trước) hoặc set trong at_least_of (bộ cho mức để nhân). Không có bộ ấy thì lớp không áp vào đâu, điều kiện không xét được, mức không tính được.", "A file names a base set that does not exist: base (the set a layer changes), set of [[requires]] (the one to be met first) or set of at_least_of (the one whose threshold is multiplied). Without it the layer changes nothing, the requirement cannot be judged, the threshold cannot be computed.")
        arises ("gõ sai mã (qd-381-2022-ntm); ghi mã của một lớp (sửa đổi, quy định của tỉnh) hoặc của bộ điều kiện huyện, thành phố, là thứ không nhắc tới được; tệp của bộ riêng không nằm trong thư mục --criteria.", "the id is misspelt (qd-381-2022-ntm); it is that of a layer, or of conditions of a city or district, which cannot be spoken of; the file of an own set is not in the folder of --criteria.")
        mend ("Xem mã các bộ gốc: ntm criteria list (loại “bộ tiêu chí gốc”).", "See the base sets: ntm criteria list (kind “base set”).")
             ("Sửa base, set trong [[requires]] hoặc set trong at_least_of, ví dụ base = \"qd-318-2022-ntm\"; bộ gốc riêng thì đặt cùng thư mục.", "Correct base, set of [[requires]] or set of at_least_of, such as base = \"qd-318-2022-ntm\"; a base set of your own goes into the same folder.")
             ("Cột title_set của danh sách xã không báo mã này: ghi bộ cũ ở đó là hợp lệ; ntm ladder nói rõ khi danh hiệu theo bộ khác hoặc theo bộ không có.", "The roster's column title_set gives no such error, for older sets may stand there; ntm ladder tells where a title is of another set or of one that is not there.")
    }
    circular_set {
        ("bộ tiêu chí dẫn về chính nó", "a set that leads back to itself")
        means ("Bộ tiêu chí đòi hỏi một bộ khác ([[requires]]) hoặc lấy mức của bộ khác (at_least_of), và đi theo các bộ ấy lại về chính nó. Không bộ nào trong vòng đó có thể xét trước.", "The set requires another ([[requires]]) or takes a threshold of another (at_least_of), and following those leads back to it. None of them could be judged first.")
        arises ("ghi nhầm mã của chính bộ đang viết, hoặc hai bộ đòi hỏi lẫn nhau.", "the id of the very set being written was given, or two sets require each other.")
        mend ("Theo đường dẫn nêu trong thông báo, bỏ một liên kết: cấp độ cao đòi hỏi cấp độ thấp, không ngược lại.", "Follow the way that the message shows and take out one link: the higher level requires the lower one, never the reverse.")
             ("Kiểm tra lại: ntm criteria check --criteria tieu-chi.", "Check again: ntm criteria check --criteria tieu-chi.")
    }
    delegated_open {
        ("chỉ tiêu giao cho tỉnh còn bỏ ngỏ", "a delegated indicator is left open")
        means ("Trung ương giao chỉ tiêu này cho tỉnh quy định, nhưng tệp của tỉnh không ghi mức cho mọi vùng và cũng không nói là chưa quy định. Bỏ sót và chưa quy định phải phân biệt được.", "The central decision leaves this indicator to the province, but the province's file gives no value for every region and does not say that there is none. Forgotten and not fixed must be told apart.")
        arises ("chép thiếu một dòng của quyết định, hoặc chỉ ghi mức cho một vùng ({ DBSH = 80 }).", "a line of the decision was left out, or the value is given for one region only ({ DBSH = 80 }).")
        mend ("Thêm [[indicator]] với id được nêu và at_least = … (một số là chung cho mọi vùng).", "Add [[indicator]] with the id told and at_least = … (one number is for all regions).")
             ("Tỉnh chưa quy định, hoặc chỉ quy định cho vùng đã ghi: thêm open = true; chỉ tiêu sẽ là “chưa có mức quy định”.", "Where the province has not fixed it, or only for the regions named: add open = true; the indicator is then undetermined.")
    }
    laxer_than_base {
        ("mức của tỉnh thấp hơn mức trung ương", "the layer asks for less than the central value")
        means ("Quy định của tỉnh chỉ được bằng hoặc chặt hơn Trung ương, ở mọi vùng và mọi năm; ở chỗ được nêu, mức trong tệp dễ đạt hơn.", "A province may ask for as much as the central decision or more, in every region and year; at the place told its value is easier to meet.")
        arises ("ghi một mức chung trong khi Trung ương yêu cầu cao hơn ở một vùng, gõ nhầm số, hoặc mức “không quá” (at_most) lớn hơn mức của Trung ương.", "one value is written for all while the central one is higher for some region, the figure is a slip, or an at_most is larger than the central one.")
        mend ("So số với văn bản của tỉnh và với ntm criteria show qd-318-2022-ntm --region DBSH.", "Compare the decision and ntm criteria show qd-318-2022-ntm --region DBSH.")
             ("Mức chỉ dành cho vùng của tỉnh: ghi rõ vùng, ví dụ at_least = { DBSH = 95 }.", "Where the value is for the province's own region: name it, such as at_least = { DBSH = 95 }.")
             ("Văn bản của tỉnh thật sự thấp hơn: báo lên cấp trên; không có cách bỏ qua.", "Where the province's decision really asks for less: report it; it cannot be passed over.")
    }
    void_confirmation {
        ("điều đã xác nhận bị sửa sau đó", "what was confirmed was changed afterwards")
        means ("Khối confirmed giữ mọi điều đã đọc từ văn bản: con số, chiều so sánh, đơn vị, mã, tên, phần, năm…; nay tệp ghi khác, hoặc khối thiếu khóa, nên mức trở lại chưa xác nhận. Vẫn chấm điểm bằng điều đang ghi.", "The block confirmed keeps all that was read from the decision: figure, direction, unit, number, name, part, year…; the file now says otherwise or the block lacks keys, so the threshold counts as not confirmed. The score uses what is written.")
        arises ("sửa mức theo văn bản mới, hoặc gõ nhầm, mà không xác nhận lại; hoặc khối viết tay, viết bằng bản cũ của chương trình.", "the file was changed after a newer decision, or by a slip, and not confirmed again; or the block was written by hand or by an earlier version.")
        mend ("Mở văn bản, đối chiếu lại điều được nêu.", "Open the decision and compare what is told.")
             ("Đúng: chạy lại ntm criteria confirm BỘ CHỈ-TIÊU …, lệnh thay khối cũ. Sai: trả về như đã xác nhận.", "Where it is right: run ntm criteria confirm SET INDICATOR … again, which replaces the block. Where it is wrong: put back what was confirmed.")
    }
    impossible_confirmation {
        ("xác nhận vào ngày không thể đọc văn bản", "confirmed on a day on which nobody can have read it")
        means ("Ngày on của khối confirmed sớm hơn ngày ban hành văn bản hoặc muộn hơn hôm nay (giờ Việt Nam, theo đồng hồ máy). Không ai đọc được văn bản vào ngày ấy, nên cả tệp bị từ chối cho đến khi ngày đúng.", "The day on of a block confirmed is before the decision was issued or after today (time of Việt Nam, by this computer's clock). Nobody can have read it on that day, so the whole file is refused until the day is right.")
        arises ("gõ nhầm năm hay tháng, chép khối từ tệp khác, hoặc đồng hồ của máy chạy sai.", "a slip in the year or month, a block copied from another file, or a computer whose clock is wrong.")
        mend ("Sửa on thành ngày đã đọc văn bản, hoặc xóa cả khối confirmed rồi chạy ntm criteria confirm.", "Set on to the day on which the decision was read, or delete the block and run ntm criteria confirm.")
             ("Ngày đã đúng: kiểm tra đồng hồ của máy, và date trong [decision].", "Where the day is right: check this computer's clock, and date in [decision].")
    }
    replaced_layer {
        ("quy định cũ của tỉnh đã bị thay", "an older overlay of the province is replaced")
        means ("Hai quy định của cùng một tỉnh cho cùng một bộ: từ ngày quy định sau có hiệu lực, quy định trước thôi áp dụng hoàn toàn, kể cả chỉ tiêu mà quy định sau không nhắc tới, và kể cả khi quy định sau đã hết hiệu lực.", "Two overlays of one province change the same set: from the day on which the later one is in force the earlier one applies no more, not to the indicators of which the later says nothing either, and not once the later has ended.")
        arises ("tỉnh ban hành quyết định mới thay quyết định cũ.", "the province has issued a new decision in place of the old one.")
        mend ("Kiểm tra tệp mới đã ghi đủ mọi chỉ tiêu mà văn bản mới còn quy định.", "Check that the newer file holds all that the new decision still lays down.")
             ("Văn bản sau chỉ nâng hoặc giải thích một số chỉ tiêu: dùng kind = \"guidance\", khi đó quy định trước vẫn áp dụng.", "Where the later paper only raises or explains some indicators: use kind = \"guidance\", and the earlier overlay goes on.")
    }
    more_faults {
        ("còn nhiều lỗi khác trong tệp", "there are more faults in the file")
        means ("Tệp bộ tiêu chí có rất nhiều lỗi: một trăm lỗi đầu được nêu từng lỗi, còn lại chỉ đếm.", "The criteria file has very many faults: the first hundred are told one by one, the others are only counted.")
        arises ("một chỗ sai ở đầu tệp kéo theo nhiều chỗ khác, tệp không phải là bộ tiêu chí, hoặc tệp bị ghép nhầm.", "one fault near the top brings many others, the file holds no criteria set, or files were joined by mistake.")
        mend ("Sửa các lỗi đã nêu, bắt đầu từ lỗi đầu tiên.", "Mend those that are told, from the first on.")
             ("Chạy lại ntm criteria check --criteria tieu-chi: các lỗi còn lại sẽ được nêu tiếp.", "Run ntm criteria check --criteria tieu-chi again: the next ones are told then.")
    }
}
