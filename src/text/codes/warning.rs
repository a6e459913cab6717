//! Explanations: what is worth a look and scored all the same.

use super::explanations;

explanations! {
    unknown_column {
        ("cột không rõ tên, không được đọc", "a column that no name fits; it is not read")
        means ("Tên cột không giống tên nào chương trình biết, hoặc có ô nằm dưới cột không tên. Nội dung ở đó không được dùng; nếu là cột số liệu viết sai tên thì số liệu đang thiếu.", "The name fits no column that the program knows, or cells stand under no name. What is there is not used; where a column of data is misspelt, its data is missing.")
        arises ("gõ sai tên cột (“numeratr”, “gia trịi”), thêm cột phụ để theo dõi riêng, hoặc lỡ gõ vào một ô ngoài bảng.", "a name is misspelt (“numeratr”), a column was added for one's own use, or something was typed beside the table.")
        mend ("Cột số liệu: sửa tên theo dòng gợi ý (hint).", "A column of data: correct its name after the hint.")
             ("Cột theo dõi riêng: để nguyên, cảnh báo không ảnh hưởng kết quả.", "A column for your own use: leave it, the warning changes no result.")
             ("Ô lạc ngoài bảng: trong Excel nhấn Ctrl+End để tìm, rồi xóa cả cột.", "Stray cells: press Ctrl+End in Excel to find them, then delete the column.")
    }
    swallowed_rows {
        ("ô trong ngoặc kép chứa những dòng giống số liệu", "a quoted cell holds lines that look like rows")
        means ("Một ô mở ngoặc kép ở dòng này và đóng ở dòng khác; các dòng ở giữa là nội dung của ô nên không được chấm.", "A cell opens its quote in one line and closes it in another; the lines between are part of the cell and are not scored.")
        arises ("gõ nhầm hai dấu ngoặc kép ở hai dòng khác nhau, ví dụ ghi số đo bằng inch hay trích dẫn dở.", "two quotes were typed by mistake in two rows, such as for inches or for half a quotation.")
        mend ("Xóa hai dấu ngoặc kép lạc; ngoặc kép bên trong ô viết hai lần (\"\").", "Delete the two stray quotes; write a quote inside a cell twice (\"\").")
             ("Nếu ô thật sự trích nguyên bảng: bỏ qua cảnh báo này.", "Where the cell does quote a table, ignore this warning.")
    }
    split_number {
        ("chữ số đứng sau một số có thể là phần thập phân của nó", "digits behind a number may be its decimals")
        means ("Tệp dùng dấu phẩy để ngăn ô, không số nào có dấu thập phân, và ô minh chứng hay ghi chú chỉ có chữ số: có thể 45,2 đã bị tách thành 45 và 2.", "The file splits cells by commas, no number has a decimal mark, and evidence or note is bare digits: 45,2 may have been split into 45 and 2.")
        arises ("số thập phân gõ bằng dấu phẩy trong tệp CSV ngăn cách bằng dấu phẩy mà không có ngoặc kép.", "decimals were typed with a comma, without quotes, in a file that splits cells by commas.")
        mend ("Đặt số trong ngoặc kép (\"45,2\") hoặc viết 45.2.", "Put the number in quotes (\"45,2\"), or write 45.2.")
             ("Nếu đó đúng là số văn bản: ghi đủ, ví dụ BC 12/BC-UBND.", "Where it is the number of a document, write it in full, such as BC 12/BC-UBND.")
    }
    name_says_otherwise {
        ("tên tệp hay trang tính nói khác với cách các dòng được đọc", "a file or sheet is named otherwise than its rows are read")
        means ("Tên hoặc dòng tiêu đề có chữ thẩm tra, thẩm định, kế hoạch, mục tiêu hay dự kiến, hoặc nêu một xã khác, nhưng các dòng không nói như vậy: chúng được chấm theo đúng những gì chúng ghi, là kết quả xã tự đánh giá của kỳ này.", "The name or a title speaks of a verification, an appraisal, a plan or a target, or names another commune, but the rows do not: they are scored for what they say, as the commune's own assessment of this month.")
        arises ("bảng của đoàn thẩm tra hay bảng kế hoạch để chung thư mục hoặc chung tệp với số liệu của xã; trang tính chép từ bảng khác mà chưa đổi tên.", "a table of the verifiers or a plan lies in the same folder or file as the commune's data; a sheet was copied and not renamed.")
        mend ("Bảng của cấp thẩm tra, thẩm định: thêm cột source, ghi verified hoặc appraised.", "A table of another voice: add a column source with verified or appraised.")
             ("Bảng kế hoạch: bỏ khỏi thư mục, xóa khỏi tệp. Nếu đúng là số liệu của xã: đổi tên.", "A plan: take it out of the folder or the file. Where it is the commune's data: choose another name.")
    }
    missing_evidence {
        ("có giá trị mà không có minh chứng", "values without evidence")
        means ("Giá trị được chấm như thường, nhưng khi thẩm tra, thẩm định không có văn bản để đối chiếu. Mỗi tệp được nhắc một lần, kèm số dòng thiếu và các chỉ tiêu.", "The value is scored as it is, but whoever verifies it has no document to hold it against. Told once a file, with the number of such rows and their indicators.")
        arises ("cột minh chứng để trống vì văn bản chưa ký, hoặc tệp không có cột này.", "the column is empty because the document is not signed yet, or the file has no such column.")
        mend ("Lọc (Filter) cột minh chứng lấy ô trống (Blanks), ghi số và ngày văn bản, ví dụ BC 12/BC-UBND ngày 16/5/2022.", "Filter the column evidence for blanks and write the document's number and date, such as BC 12/BC-UBND of 16/5/2022.")
             ("Chưa có văn bản: vẫn chấm được; nhớ bổ sung trước khi trình thẩm định.", "No document yet: it is scored all the same; add it before the appraisal.")
    }
    missing_indicator {
        ("xã không có dòng nào cho một chỉ tiêu", "there is no row for an indicator")
        means ("Bộ tiêu chí có chỉ tiêu này mà tệp của xã không nhắc tới. Khi chấm, chỉ tiêu là chưa có số liệu: không phải 0, không phải chưa đạt, và không được tính là đạt.", "The set has this indicator but the commune's file does not mention it. It is scored as missing: neither zero nor not met, and never met.")
        arises ("dùng biểu mẫu của bộ tiêu chí cũ, xóa nhầm dòng, hoặc đang ẩn dòng bằng Lọc (Filter) khi chép sang tệp khác.", "a form of an older set is used, a row was deleted, or rows hidden by a filter were not copied.")
        mend ("Thêm dòng với mã chỉ tiêu được nêu; chưa có số thì để trống giá trị cho người sau thấy là còn thiếu.", "Add a row with the indicator told; without a figure leave the value empty, so that it is seen to be lacking.")
             ("Xem đủ danh sách: ntm criteria show qd-318-2022-ntm --period 2022-05 --region DBSH --province 22.", "See them all: ntm criteria show qd-318-2022-ntm --period 2022-05 --region DBSH --province 22.")
    }
    missing_values {
        ("biểu của xã còn trống: có dòng mà không có giá trị nào", "a commune's form is empty: rows, and not one value")
        means ("Xã có các dòng của cấp độ ấy nhưng mọi ô giá trị, tử số, mẫu số đều trống. Khi chấm, xã được tính là đã báo cáo, với mọi chỉ tiêu chưa có số liệu, nên kéo bình quân xuống.", "The commune has rows of the level, but every cell of value, numerator and denominator is empty. A score counts it as reported with every indicator missing, which lowers the means.")
        arises ("biểu gửi đi mà chưa điền nằm trong thư mục của kỳ, hoặc xã lưu nhầm tệp trống.", "a form that nobody filled in lies in the month's folder, or the commune saved the empty one.")
        mend ("Hỏi xã tệp đã điền và thay vào.", "Ask the commune for the form as filled in and put it in its place.")
             ("Xã chưa báo cáo: bỏ tệp này khỏi thư mục; xã khi đó được liệt kê là chưa báo cáo và không tính vào bình quân.", "Where it has not reported: take the file out of the folder; the commune is then listed as not reported and left out of the means.")
    }
    missing_level {
        ("có cấp độ cao mà thiếu cấp độ thấp", "a higher level without the lower one")
        means ("Xã có dòng của nâng cao, kiểu mẫu hoặc điều kiện công nhận nhưng không có dòng nào của cấp độ mà cấp độ đó dựa vào (NTM, với kiểu mẫu còn cả nâng cao). Ở cấp độ thấp xã bị coi là chưa báo cáo, và không danh hiệu cao nào xét được. Chỉ nêu khi kiểm tra cả thư mục.", "The commune has rows of nâng cao, kiểu mẫu or the conditions of recognition but none of a level that this one presupposes (NTM, for kiểu mẫu nâng cao too). At the lower level it counts as not reported, and no higher title can be judged. Told only where a folder is checked.")
        arises ("biểu mẫu của cấp độ cao được chép đè lên tệp NTM cùng tên, tệp NTM chưa gửi, hoặc tên tệp có chữ “nâng cao”, “kiểu mẫu”, “công nhận” trong khi số liệu là của NTM.", "the form of a higher level was copied over the NTM file of the same name, the NTM file has not come, or a file's name contains “nâng cao”, “kiểu mẫu” or “công nhận” while its data is of NTM.")
        mend ("Đặt lại tệp NTM của xã vào thư mục của kỳ, ví dụ 06739.xlsx bên cạnh 06739-nang-cao.xlsx.", "Put the commune's NTM file back into the month's folder, such as 06739.xlsx beside 06739-nang-cao.xlsx.")
             ("Số liệu là của NTM: đổi tên tệp hoặc trang tính, hoặc điền cột cấp độ.", "Where the data is of NTM: rename the file or the sheet, or fill the column level.")
    }
    expired_evidence {
        ("minh chứng đã hết hiệu lực trong kỳ", "the evidence has expired")
        means ("Ngày ở cột hiệu lực đến (valid_until) sớm hơn ngày cuối của kỳ báo cáo: giấy chứng nhận, quyết định không còn chứng minh được cho kỳ này. Giá trị vẫn được chấm.", "The day in valid_until is before the period's last day: the certificate or decision no longer proves the value for this period. It is scored all the same.")
        arises ("chép minh chứng của năm trước, ví dụ giấy chứng nhận VietGAP, an toàn thực phẩm, trường chuẩn đã hết hạn; hoặc gõ nhầm năm.", "last year's evidence was copied, such as a certificate for VietGAP, food safety or a school that has run out; or the year is a slip.")
        mend ("Có văn bản mới: ghi số văn bản vào cột minh chứng và ngày hết hạn mới vào cột hiệu lực đến.", "Where there is a new document: write its number as evidence and its last day as valid_until.")
             ("Đang chờ cấp lại: xem lại giá trị, vì hết chứng nhận có thể là chưa đạt.", "While it is being renewed: look at the value again, for without a certificate it may not be met.")
             ("Văn bản không có thời hạn: để trống cột hiệu lực đến.", "A document without an end: leave valid_until empty.")
    }
    unclear_evidence {
        ("không rõ ô minh chứng ghi một hay nhiều văn bản", "a cell of evidence that may be one document or several")
        means ("Ô có từ hai số văn bản trở lên mà không có dấu tách, nên không biết phải tìm mấy tệp. Giá trị vẫn được chấm; hồ sơ của xã thì bị từ chối.", "The cell has two numbers of documents or more and nothing that parts them, so it is not known how many files to look for. The value is scored all the same; a dossier of the commune is refused.")
        arises ("hai văn bản ghi liền nhau hoặc nối bằng gạch ngang, “BC 12, 13/BC-UBND”, hoặc tên văn bản nhắc đến văn bản khác.", "two documents follow each other or stand with a hyphen between them, “BC 12, 13/BC-UBND”, or a document's name speaks of another one.")
        mend ("Nhiều văn bản: tách bằng dấu chấm phẩy, mỗi văn bản có số của mình: BC 12/BC-UBND; BC 13/BC-UBND. Cũng đọc được “&”, “+”, “|”, “/” giữa hai khoảng trắng, xuống dòng.", "Several documents: part them with semicolons, each with its own number: BC 12/BC-UBND; BC 13/BC-UBND. “&”, “+”, “|”, “/” between blanks and line breaks are read too.")
             ("Một văn bản nhắc đến văn bản khác: để văn bản được nhắc trong ngoặc đơn.", "One document that speaks of another: put that other in brackets.")
    }
    evidence_file_missing {
        ("văn bản được viện dẫn chưa có tệp", "a document that is cited has no file")
        means ("Chỉ nêu khi có --evidence: không tệp nào trong thư mục minh chứng chắc chắn là của văn bản này. Tệp được nhận ra qua số văn bản trong tên; tệp nằm trong thư mục của xã khác, ghi năm hay ngày khác, hoặc có thể là của nhiều văn bản thì không tính. Giá trị vẫn được chấm; hồ sơ lập với --evidence thì bị từ chối.", "Told with --evidence only: no file of the folder is surely this document's. A file is known by the document's number in its name; one in another commune's folder, with another year or date, or that could be several documents' does not count. The value is scored all the same; a dossier made with --evidence is refused.")
        arises ("văn bản chưa quét, tệp tên “scan001.pdf”, hoặc số văn bản trong ô minh chứng gõ sai.", "the document is not scanned yet, the file is called “scan001.pdf”, or the number is misspelt in the cell.")
        mend ("Đặt tên tệp theo số văn bản, dấu “/” thay bằng “-”: BC 12/BC-UBND ngày 16/5/2022 là BC-12-BC-UBND-2022.pdf hoặc 12-BC-UBND-16-5-2022.pdf.", "Name the file by the document's number with “-” for “/”: BC 12/BC-UBND of 16/5/2022 is BC-12-BC-UBND-2022.pdf or 12-BC-UBND-16-5-2022.pdf.")
             ("Nhiều xã có văn bản cùng số: để tệp trong thư mục mang mã hoặc tên xã, ví dụ 06739/12-BC-UBND.pdf.", "Where several communes have documents of one number: put the file into a folder with the commune's code or name, such as 06739/12-BC-UBND.pdf.")
             ("Hoặc ghi tên tệp vào ô minh chứng; nhiều văn bản trong một ô cách nhau bằng dấu chấm phẩy.", "Or write the file's name into the cell; several documents of a cell stand between semicolons.")
    }
    evidence_file_uncited {
        ("tệp minh chứng không được viện dẫn", "no indicator cites the file")
        means ("Chỉ nêu khi có --evidence: không ô minh chứng nào có văn bản mang số như tên tệp. Tệp sẽ không vào hồ sơ của xã nào.", "Told with --evidence only: no document that is cited has the number in the file's name. The file goes into no commune's dossier.")
        arises ("tên tệp không có số văn bản, năm trong tên khác năm của văn bản, hoặc văn bản mới chưa được ghi vào số liệu.", "the name has no number, its year is not the document's, or a new document is not in the data yet.")
        mend ("Thêm số văn bản vào tên tệp, hoặc ghi văn bản vào cột minh chứng của chỉ tiêu.", "Put the number into the file's name, or write the document as evidence of the indicator.")
             ("Tệp không dùng nữa: chuyển ra khỏi thư mục.", "A file that is no longer of use: move it away.")
    }
    evidence_file_ambiguous {
        ("không rõ tệp là của văn bản nào", "a file could be several documents'")
        means ("Chỉ nêu khi có --evidence: tên tệp hợp với nhiều văn bản cùng số nhưng khác ngày hoặc của xã khác nhau, mà cả thư mục lẫn tên đều không cho biết là văn bản nào. Tệp không chứng minh cho văn bản nào và không vào hồ sơ, để hồ sơ không mang văn bản của xã khác.", "Told with --evidence only: the name fits several documents of one number but of different dates or communes, and neither its folder nor its name tells which. It proves none of them and goes into no dossier, so that none holds another commune's paper.")
        arises ("số văn bản bắt đầu lại mỗi năm và mỗi xã đánh số riêng, nên QĐ 68/QĐ-UBND của hai xã cùng cho tên QD-68-QD-UBND.pdf; hoặc ô minh chứng không ghi ngày văn bản.", "numbers begin anew each year and in each commune, so QĐ 68/QĐ-UBND of two communes both give QD-68-QD-UBND.pdf; or the cell does not give the document's date.")
        mend ("Mở tệp xem là văn bản nào, rồi thêm năm hoặc ngày vào tên: QD-68-QD-UBND-9-9-2022.pdf.", "Open the file to see which it is, then put the year or the date into its name: QD-68-QD-UBND-9-9-2022.pdf.")
             ("Hoặc chuyển tệp vào thư mục mang mã hay tên xã: 06739/QD-68-QD-UBND.pdf, xã Quảng Nghĩa/QD-68-QD-UBND.pdf.", "Or move it into a folder with the commune's code or name: 06739/QD-68-QD-UBND.pdf, xã Quảng Nghĩa/QD-68-QD-UBND.pdf.")
             ("Văn bản chung của nhiều xã: ghi cùng số và cùng ngày ở ô minh chứng của mỗi xã, một tệp là đủ.", "One document of several communes: write the same number and date in each commune's cell; one file is enough.")
    }
    evidence_file_empty {
        ("tệp minh chứng rỗng", "an empty file of evidence")
        means ("Chỉ nêu khi có --evidence: tệp mang số của văn bản được viện dẫn, nhưng trong tệp không có gì (0 byte), nên không chứng minh được gì.", "Told with --evidence only: the file has the number of a document that is cited, but holds nothing (0 bytes) and so proves nothing.")
        arises ("quét hoặc chép dở dang, thẻ nhớ đầy, hoặc tạo tệp trống để giữ chỗ.", "scanning or copying broke off, the disk was full, or an empty file was put there to hold the place.")
        mend ("Mở văn bản gốc, quét hoặc chép lại vào đúng tên tệp ấy.", "Open the original, scan or copy it again under the same name.")
             ("Chưa có văn bản: bỏ tệp rỗng đi để văn bản được nêu là còn thiếu.", "Without the document: take the empty file away, so that it is told as lacking.")
    }
    evidence_file_link {
        ("liên kết trong thư mục minh chứng", "a link in the folder of evidence")
        means ("Chỉ nêu khi có --evidence: đây là liên kết tới tệp hay thư mục ở chỗ khác. Chương trình không đi theo liên kết, nên những gì ở đó không vào hồ sơ.", "Told with --evidence only: this is a link to a file or folder elsewhere. Links are not followed, so what is there goes into no dossier.")
        arises ("thư mục dùng chung được nối vào thay vì chép tệp.", "a shared folder was linked instead of copying its files.")
        mend ("Chép chính tệp vào thư mục minh chứng, thay cho liên kết.", "Copy the file itself into the folder of evidence, in place of the link.")
             ("Liên kết không cần nữa: xóa đi.", "Remove a link that is no longer of use.")
    }
    claim_contradicts {
        ("xã tự chấm khác với kết quả tính theo số liệu", "the commune's own verdict differs from the computed one")
        means ("Cột kết quả tự đánh giá (tự chấm) ghi đạt mà số liệu chưa tới mức quy định, hoặc ghi chưa đạt mà số liệu đã đạt, hoặc ghi đạt mà chưa có số liệu. Cột này không bao giờ được chấm, chỉ được so sánh.", "The column of the commune's own verdict says met where the figures miss the threshold, or not met where they reach it, or met where there are none. That column is never scored, only compared.")
        arises ("ghi theo kết quả năm trước, theo số đã làm tròn, hoặc sửa số liệu mà quên sửa kết quả tự chấm.", "the verdict is last year's or follows a rounded figure, or the figure was corrected and the verdict was not.")
        mend ("Số liệu sai: sửa số theo văn bản minh chứng.", "Where the figure is wrong correct it after its evidence.")
             ("Số liệu đúng: sửa cột tự chấm cho khớp.", "Where it is right correct the verdict beside it.")
    }
    near_threshold {
        ("chưa đạt, nhưng làm tròn thì thành đạt", "not met, but met once rounded")
        means ("Giá trị thấp hơn mức đạt chuẩn một chút (hoặc cao hơn, với mức “không quá”): làm tròn tới số chữ số thập phân của mức thì bằng mức. Chương trình so sánh chính xác, không làm tròn, nên kết quả là chưa đạt.", "The value misses the threshold by so little that rounding it to the threshold's decimals would hide the difference. Comparisons are exact and nothing is rounded, so it is not met.")
        arises ("mức là 95%, xã có 949/1.000 hộ (94,9%, làm tròn 95%); bảng Excel chỉ hiện số đã làm tròn nên người lập báo cáo ghi là đạt.", "the threshold is 95%, the commune has 949 of 1,000 households (94.9%, rounded 95%); Excel shows the rounded figure, so the report says it is met.")
        mend ("Kiểm tra lại tử số, mẫu số: có khi chỉ thiếu một, hai hộ; ntm score --commune nêu rõ còn thiếu bao nhiêu.", "Check numerator and denominator: a household or two may be all that is lacking; ntm score --commune tells how many.")
             ("Số đúng thì giữ nguyên và nhắc trong báo cáo rằng chỉ tiêu chưa đạt; không sửa số cho tròn.", "Where they are right leave them and report the indicator as not met; do not round the figure up.")
    }
    outlier {
        ("giá trị thay đổi bất thường giữa hai kỳ", "the value moved unusually between two periods")
        means ("So với kỳ trước, một tỷ lệ tăng hay giảm hơn 20 điểm phần trăm, hoặc một số thay đổi hơn một nửa (từ 0 lên bao nhiêu cũng là một). Có thể đúng, nhưng thường là gõ nhầm. Kỳ trước là thư mục tháng trước nằm cạnh, hoặc kỳ được kiểm tra cùng lúc.", "Against the period before, a share moved by over 20 points or a number by over half (from 0 to anything is such a jump). It may be right, but it is often a slip. The period before is the folder of the month before beside this one, or one that is checked with it.")
        arises ("thừa hoặc thiếu một chữ số (548 thay vì 54,8), đổi đơn vị (nghìn đồng, triệu đồng), đổi mẫu số, hoặc một công trình vừa hoàn thành thật.", "a digit too many or too few (548 for 54.8), another unit (thousands, millions), another denominator, or something was really completed.")
        mend ("Mở dòng được nêu và dòng cùng chỉ tiêu của kỳ trước, so hai số với văn bản minh chứng.", "Open the row told and that of the period before, and hold both against their evidence.")
             ("Số kỳ trước sai: sửa ở thư mục của kỳ trước. Thay đổi có thật: giữ nguyên, ghi lý do ở cột ghi chú.", "Where the earlier one is wrong mend it in its own folder. Where the change is real leave it and say why in the column note.")
             ("Kiểm tra lại cả hai kỳ: ntm check so-lieu/2022-05 so-lieu/2022-06.", "Check both periods again: ntm check so-lieu/2022-05 so-lieu/2022-06.")
    }
    part_contradiction {
        ("các phần của một chỉ tiêu mâu thuẫn nhau", "the parts of an indicator contradict each other")
        means ("Tỷ lệ tập trung lớn hơn tỷ lệ chung, dù tập trung chỉ là một phần của chung; hoặc tỷ lệ chung nằm ngoài khoảng giữa nam và nữ. Ít nhất một số sai. Các phần vẫn được chấm.", "The share tập trung is above chung, of which it is a part; or chung lies outside nam and nữ. At least one figure is wrong. The parts are scored all the same.")
        arises ("ghi đổi chỗ hai dòng, hai phần lấy ở hai nguồn hay hai thời điểm, hoặc tỷ lệ chung lấy bình quân của nhiều xã.", "two rows were swapped, the parts come from two sources or days, or chung was taken from a mean of several communes.")
        mend ("Xem các dòng cùng chỉ tiêu có ghi đổi chỗ không.", "See whether rows of the indicator were swapped.")
             ("Ghi tử số, mẫu số cho từng phần: chung = nam + nữ ở cả hai cột.", "Give numerator and denominator of each part: chung is nam plus nữ in both columns.")
    }
    contradicts_lower_level {
        ("mâu thuẫn với cấp độ thấp hơn đo cùng một việc", "it contradicts the lower level, which measures the same")
        means ("Hai cấp độ có chỉ tiêu đo cùng một việc (khóa same_as trong bộ tiêu chí), xã ghi cả hai mà không giống nhau. Mỗi cấp độ vẫn được chấm bằng dòng của mình; ít nhất một số sai.", "Two levels have an indicator that measures one thing (key same_as of the set); the commune gives both, and they differ. Each level is scored by its own row; at least one figure is wrong.")
        arises ("cập nhật số ở một tệp mà quên tệp kia, hoặc hai tệp lấy số ở hai thời điểm.", "the figure was brought up to date in one file and not in the other, or the two are of different days.")
        mend ("So hai dòng với văn bản minh chứng và sửa dòng sai.", "Hold both rows against their evidence and correct the wrong one.")
             ("Đơn giản hơn: xóa dòng ở cấp độ cao. Không có dòng riêng thì giá trị ở cấp độ thấp được dùng cho cả hai.", "Simpler: delete the row of the higher level. Without a row of its own the lower level's value counts for both.")
    }
    missing_agency {
        ("chưa phân công cơ quan chủ trì", "nobody leads")
        means ("Danh sách agencies.csv không có cơ quan chủ trì cho một số tiêu chí hay chỉ tiêu; trong danh sách việc các chỉ tiêu ấy ghi “chưa phân công”.", "agencies.csv names no leading agency for some criteria or indicators; the list of gaps says so where they come up.")
        arises ("danh sách thiếu dòng, ô chủ trì để trống, hoặc cột set ghi một bộ tiêu chí khác với bộ đang áp dụng.", "a row is not there, the cell of the lead is empty, or the column set names another set than the one in force.")
        mend ("Thêm dòng cho tiêu chí với cột level, id, lead, support.", "Add a row for the criterion with level, id, lead and support.")
             ("Giao riêng một chỉ tiêu: thêm dòng có mã chỉ tiêu, ví dụ 17.10.", "To give one indicator to another agency: add a row with its number, such as 17.10.")
    }
}
