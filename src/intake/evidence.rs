//! Documents and the files that hold them. A file is known by the document's number in
//! its name: `BC 12/BC-UBND ngày 16/5/2022` is held by `BC-12-BC-UBND.pdf`, and by every
//! file whose own name the evidence writes. What could be another commune's or another
//! document's proves nothing.

mod apart;
mod name;
mod proofs;
mod whose;
mod words;

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use jiff::civil::Date;

use super::word;
use crate::distinct::distinct;
use crate::fold::{self, Fold};
use crate::text::{Text, dossier};

pub use apart::{apart, is_unclear};
pub use name::suggested;
pub use proofs::{CitingCommunes, Proofs, Unclear};
pub use whose::PathOwners;

/// Why a file proves nothing although its name is that of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It has no byte.
    Empty,
    /// It is a link, which is not followed.
    Link,
    /// It cannot be read, and why.
    Unreadable(Text),
}

/// What people write where there is no document (yet).
const NONE: [&str; 15] = [
    "không có",
    "không kèm",
    "chưa có",
    "chưa kèm",
    "chưa bổ sung",
    "chưa hoàn thiện",
    "bổ sung sau",
    "sẽ bổ sung",
    "sẽ hoàn thiện",
    "đang bổ sung",
    "đang hoàn thiện",
    "xem sau",
    "gửi sau",
    "nộp sau",
    "none",
];

/// What a document is called where none is named.
const DOCUMENT: [&str; 7] =
    ["minh chứng", "văn bản", "tài liệu", "hồ sơ", "báo cáo", "evidence", "document"];

/// Whether a text says that there is no document, with or without the words for one, and
/// nothing else.
fn says_none(text: &str) -> bool {
    static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let behind =
            |none| DOCUMENT.into_iter().chain([""]).map(move |word| format!("{none}{word}"));
        NONE.into_iter().flat_map(behind).map(|words| Fold::Accents.key(&words)).collect()
    });
    let outside = |c: char| c.is_whitespace() || ".…!*:-–—()[]{}<>\"“”'".contains(c);
    let text = text.trim_matches(outside);
    WORDS.contains(&Fold::Accents.key(text))
}

/// Whether a text names no document: strokes and dots, the word of a value, or one that
/// says that there is none.
pub fn names_none(text: &str) -> bool {
    // A number, a day: nearly all have one.
    if text.len() > 1 && text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let text = fold::trim(text);
    !text.chars().any(char::is_alphanumeric) || word::parse_word(text).is_some() || says_none(text)
}

/// The documents that evidence cites: several in a cell stand between `;`, `|`, line
/// breaks, `&`, `+`, ` / `, before a full stop and the next, or after a comma or an "and"
/// where each has a number. Each is given once.
pub fn documents<'e>(evidence: &[Option<&'e str>]) -> Vec<&'e str> {
    let all = evidence.iter().flatten().flat_map(|cell| apart::documents(cell));
    distinct(all.map(str::trim).filter(|document| !names_none(document)))
}

/// A cell of evidence, with the day that its row gives in a cell of its own.
#[derive(Clone, Copy, Debug, Default)]
pub struct Citation<'e> {
    /// The cell.
    pub cell: Option<&'e str>,
    /// The day.
    pub day: Option<Date>,
}

/// A document that is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CitedDocument<'e> {
    /// As written.
    pub name: &'e str,
    /// Its day by the row, where its own words give none.
    pub day: Option<Date>,
}

impl<'e> CitedDocument<'e> {
    /// A document and the day that its row gives: what its own words say comes first.
    pub fn new(name: &'e str, day: Option<Date>) -> CitedDocument<'e> {
        CitedDocument { name, day: day.filter(|_| words::own_day(name).is_none()) }
    }
}

impl CitedDocument<'_> {
    /// Its words, with the day that its row gives it.
    pub fn dated(&self) -> Text {
        match self.day {
            Some(day) => dossier::document_of_day(self.name, Text::day(day)),
            None => Text::same(self.name),
        }
    }
}

/// The documents of cells with their days. Each is given once.
pub fn cited<'e>(citations: &[Citation<'e>]) -> Vec<CitedDocument<'e>> {
    distinct(citations.iter().flat_map(|Citation { cell, day }| {
        documents(&[*cell]).into_iter().map(|document| CitedDocument::new(document, *day))
    }))
}

/// The files of a folder of evidence.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Their paths in the folder, in order.
    files: Vec<String>,
    doubts: BTreeMap<String, Doubt>,
}

impl Folder {
    /// The files by their paths in the folder, with `/` between its parts.
    pub fn new(paths: impl IntoIterator<Item = String>) -> Folder {
        let mut files: Vec<String> = paths.into_iter().collect();
        files.sort();
        Folder { files, doubts: BTreeMap::new() }
    }

    /// The same with what is known against some of its files.
    pub fn doubting(self, doubts: BTreeMap<String, Doubt>) -> Folder {
        Folder { doubts, ..self }
    }

    /// What is known against a file.
    pub fn doubt(&self, path: &str) -> Option<&Doubt> {
        self.doubts.get(path)
    }

    /// All files.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_the_number_in_its_name() {
        for (document, file, is) in [
            ("BC 12/BC-UBND ngày 16/5/2022", "BC-12-BC-UBND.pdf", true),
            ("BC 12/BC-UBND ngày 16/5/2022", "12_BC_UBND.pdf", true),
            ("BC 12/BC-UBND ngày 16/5/2022", "quy-2/Báo cáo số 012-BC-UBND 16-5-2022.PDF", true),
            ("BC 12/BC-UBND ngày 16/5/2022", "12-BC-UBND-2021.pdf", false),
            ("BC 12/BC-UBND ngày 16/5/2022", "112-BC-UBND.pdf", false),
            ("BC 12/BC-UBND ngày 16/5/2022", "12-QD-UBND.pdf", false),
            ("QĐ 140-QĐ/TU ngày 31/12/2021", "140-QD-TU.docx", true),
            // Dates are written in many ways.
            ("12/BC-UBND (16/5/2022)", "12-BC-UBND.pdf", true),
            ("Báo cáo số 12/BC-UBND, 16.5.2022", "12-BC-UBND.pdf", true),
            ("12/BC-UBND ngày 16 tháng 5 năm 2022", "12-BC-UBND-2022.pdf", true),
            ("12/BC-UBND (16/5/2022)", "12-BC-UBND-2021.pdf", false),
            // As files come from a Mac, from Windows, from who types no accents.
            ("12/QĐ-UBND", "12-QĐ-UBND.pdf", true),
            ("Quye\u{302}\u{301}t định 12/QĐ-UBND", "quyết-định-12-qđ-ubnd.PDF", true),
            ("Quyết định 12/QĐ-UBND", "QUYE\u{302}\u{301}T ĐI\u{323}NH 12-QĐ-UBND.pdf", true),
            ("12/QĐ-UBND", "12_qd_ubnd (bản ký).pdf", true),
            // Where a number stands alone nothing says whose it is.
            ("12/QĐ-UBND", "12.pdf", false),
            // Several documents of a cell are to stand between semicolons.
            ("BC 1/BC-UBND, QĐ 2/QĐ-UBND", "1-BC-UBND.pdf", false),
            ("Giấy chứng nhận 12345", "giay chung nhan 12345.jpg", true),
            ("Giấy chứng nhận 12345", "12345.jpg", false),
            ("Biên bản nghiệm thu, xem anh-cong.jpg", "anh-cong.jpg", true),
            ("Biên bản", "khac.pdf", false),
        ] {
            let folder = Folder::new([file.to_owned()]);
            let proofs = Proofs::new(&folder, None, [(0, CitedDocument::new(document, None))]);
            let found = !proofs.files_of(0, CitedDocument::new(document, None)).is_empty();
            assert_eq!(found, is, "{document} / {file}");
        }
    }

    #[test]
    fn words_for_none_are_no_document() {
        for none in [
            "không có",
            "Không có.",
            "(không có)",
            "[không có]",
            "không có minh chứng",
            "Không có văn bản",
            "chưa có văn bản.",
            "CHUA CO HO SO",
            "chưa có báo cáo",
            "(đang bổ sung)",
            "đang hoàn thiện",
            "đang hoàn thiện hồ sơ",
            "đang bổ sung tài liệu",
            "xem sau",
            "-",
            "…",
            "không",
        ] {
            assert!(names_none(none), "{none}");
        }
        for document in [
            "BC không có số",
            "Báo cáo",
            "Hồ sơ",
            "Biên bản họp thôn",
            "không có văn bản nào trái quy hoạch: biên bản họp thôn",
            "Báo cáo chưa có dấu",
            "Giấy xác nhận không có hộ nghèo",
            "QĐ 5",
        ] {
            assert!(!names_none(document), "{document}");
        }
    }

    #[test]
    fn documents_stand_between_semicolons() {
        let cells = [Some("BC 1/BC; QĐ 2/QĐ"), None, Some("QĐ 2/QĐ")];
        assert_eq!(documents(&cells), ["BC 1/BC", "QĐ 2/QĐ"]);
    }

    #[test]
    fn a_suggested_name_is_that_of_its_document() {
        for (document, name) in [
            ("QĐ 68/QĐ-UBND ngày 9/9/2022", "QD-68-QD-UBND-9-9-2022.pdf"),
            ("TB 392-TB/ĐU ngày 23/12/2021", "TB-392-TB-DU-23-12-2021.pdf"),
            ("12/QĐ-UBND (01/02/2022)", "12-QD-UBND-1-2-2022.pdf"),
            ("Quye\u{302}\u{301}t định 07/QĐ", "06739/Quyet-dinh-07-QD.pdf"),
            ("12/QĐ-UBND ngày 16 tháng 5 năm 2022", "12-QD-UBND-16-5-2022.pdf"),
            ("BB 5/BB-UBND năm 2022", "06739/BB-5-BB-UBND-nam-2022.pdf"),
            ("Biên bản họp thôn 2", "06739/Bien-ban-hop-thon-2.pdf"),
        ] {
            assert_eq!(suggested(CitedDocument::new(document, None), "06739"), name);
            let folder = Folder::new([name.to_owned()]);
            let proofs = Proofs::new(&folder, None, [(0, CitedDocument::new(document, None))]);
            assert_eq!(proofs.files_of(0, CitedDocument::new(document, None)), [name]);
        }
    }

    /// The files that prove documents of communes, `commune: document`.
    fn proved(cited: &[(usize, &str)], file: &str) -> Vec<String> {
        let folder = Folder::new([file.to_owned()]);
        let all =
            cited.iter().map(|(commune, document)| (*commune, CitedDocument::new(document, None)));
        let proofs = Proofs::new(&folder, None, all);
        let held = cited.iter().filter(|(c, document)| {
            !proofs.files_of(*c, CitedDocument::new(document, None)).is_empty()
        });
        held.map(|(commune, document)| format!("{commune}: {document}")).collect()
    }

    #[test]
    fn what_a_name_says_more_decides() {
        let (a, b) = ((1, "12/QĐ-UBND ngày 1/2/2022"), (2, "12/QĐ-UBND"));
        assert_eq!(proved(&[a, b], "12-QD-UBND.pdf"), [""; 0]);
        assert_eq!(proved(&[a, b], "12-QD-UBND-2022.pdf"), ["1: 12/QĐ-UBND ngày 1/2/2022"]);
        // The longer number is meant.
        assert_eq!(proved(&[(1, "12/QĐ"), b], "12-QD-UBND.pdf"), ["2: 12/QĐ-UBND"]);
        // Who writes the file's own name means it.
        let named = (2, "QĐ 12/QĐ-UBND, xem 12-QD-UBND.pdf");
        assert_eq!(proved(&[a, named], "12-QD-UBND.pdf").len(), 1);
        let scan = [(1, "Biên bản, xem anh-cong.jpg"), (2, "Ảnh: anh-cong.jpg")];
        assert_eq!(proved(&scan, "anh-cong.jpg"), [""; 0]);
        assert_eq!(proved(&scan[..1], "anh-cong.jpg").len(), 1);
        assert_eq!(proved(&[(1, scan[0].1), (1, scan[1].1)], "anh-cong.jpg").len(), 2);
        // Of two numbers in a name one that is not clear spoils both.
        let both = "9-BC-UBND va 12-QD-UBND.pdf";
        let other = (1, "BC 9/BC-UBND ngày 3/3/2022");
        assert_eq!(proved(&[a, other], both).len(), 2);
        assert_eq!(proved(&[a, other, b], both), [""; 0]);
    }

    /// A country's papers: each of many communes has one of a number. Held against each
    /// other they would be a hundred million.
    #[test]
    fn a_country_is_not_held_against_itself() {
        const MANY: usize = 10_000;
        let day = |commune: usize| format!("{}/{}/2022", commune % 28 + 1, commune % 12 + 1);
        let names: Vec<String> =
            (0..MANY).map(|c| format!("BC 1/BC-UBND ngày {}", day(c))).collect();
        let cited = names.iter().map(|name| CitedDocument::new(name, None)).enumerate();
        let folder = Folder::new((0..MANY).map(|file| format!("{file}/BC-1-BC-UBND.pdf")));
        let proofs = Proofs::new(&folder, None, cited);
        assert_eq!(proofs.ambiguous(None, 6).len(), MANY);
    }
}
