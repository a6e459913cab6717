//! Documents and the files that hold them. A file is known by the document's number in
//! its name: `BC 12/BC-UBND ngày 16/5/2022` is held by `BC-12-BC-UBND.pdf`, and by every
//! file whose own name the evidence writes.

use std::collections::BTreeMap;

use crate::fold::Fold;
use crate::text::Text;

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

/// The documents that evidence cites: several in a cell stand between semicolons. Each
/// is given once.
pub fn documents<'e>(evidence: &[Option<&'e str>]) -> Vec<&'e str> {
    let mut documents: Vec<&str> = Vec::new();
    for document in evidence.iter().flatten().flat_map(|cell| cell.split([';', '\n'])) {
        let document = document.trim();
        if !document.is_empty() && !documents.contains(&document) {
            documents.push(document);
        }
    }
    documents
}

/// The files of a folder of evidence.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Their paths in the folder, with their names in words, in the order of the paths.
    files: Vec<(String, Vec<String>)>,
    doubts: BTreeMap<String, Doubt>,
}

impl Folder {
    /// The files by their paths in the folder, with `/` between its parts.
    pub fn new(paths: impl IntoIterator<Item = String>) -> Folder {
        let mut files: Vec<(String, Vec<String>)> = paths
            .into_iter()
            .map(|path| {
                let name = path.rsplit('/').next().unwrap_or_default();
                let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
                let words = words(stem);
                (path, words)
            })
            .collect();
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
        self.files.iter().map(|(path, _)| path.as_str())
    }

    /// The files that hold a document.
    pub fn files_of(&self, document: &str) -> Vec<&str> {
        let (cited, number) = (words(document), number(document));
        let text = Fold::Accents.key(document);
        let holds = |(path, name): &&(String, Vec<String>)| {
            let file = path.rsplit('/').next().unwrap_or_default();
            // A name of a letter or two would be found in any text.
            let named = file.len() > 4 && text.contains(&Fold::Accents.key(file));
            named || (holds(name, &number) && years_agree(name, &cited))
        };
        self.files.iter().filter(holds).map(|(path, _)| path.as_str()).collect()
    }
}

/// Whether a name has the words of a number one after the other.
fn holds(name: &[String], number: &[String]) -> bool {
    !number.is_empty() && name.windows(number.len()).any(|words| words == number)
}

/// Numbers begin anew each year: a name with a year the document does not have is of
/// another.
fn years_agree(name: &[String], cited: &[String]) -> bool {
    let is_year = |word: &&String| {
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|b| b.is_ascii_digit())
    };
    let mut years = cited.iter().filter(is_year).peekable();
    if years.peek().is_none() {
        return true;
    }
    name.iter().filter(is_year).all(|year| cited.contains(year))
}

/// The words by which a document's number is found: without its date, and from its first
/// digits on where more follows, as the kind before them is often left out or written
/// after them.
fn number(document: &str) -> Vec<String> {
    let mut all = words(document);
    let is_number = |word: &String| word.bytes().all(|b| b.is_ascii_digit());
    let is_date = |words: &[String]| {
        let [day, month, year] = words else {
            return false;
        };
        let within = |word: &String, most| word.parse().is_ok_and(|number: u32| number <= most);
        within(day, 31) && within(month, 12) && year.len() == 4 && is_number(year)
    };
    // `ngày 16/5/2022` or `(16/5/2022)`.
    let written = all.windows(3).skip(1).position(is_date).map(|place| place + 1);
    let said = all.iter().position(|word| word == "ngay");
    if let Some(date) = written.into_iter().chain(said).min() {
        all.truncate(date);
    }
    match all.iter().position(is_number) {
        Some(first) if all.len() > first + 1 => all.split_off(first),
        _ => all,
    }
}

/// Words of letters and digits, without case and accents.
fn words(text: &str) -> Vec<String> {
    // An accent may be a character of its own.
    let apart = |c: char| !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c);
    let words = text.split(apart).map(|word| Fold::Accents.key(word));
    // `012` is the number 12.
    let bare = |word: String| match word.trim_start_matches('0') {
        "" => "0".to_owned(),
        rest if word.bytes().all(|b| b.is_ascii_digit()) => rest.to_owned(),
        _ => word,
    };
    words.filter(|word| !word.is_empty()).map(bare).collect()
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
            let found = !Folder::new([file.to_owned()]).files_of(document).is_empty();
            assert_eq!(found, is, "{document} / {file}");
        }
    }

    #[test]
    fn documents_stand_between_semicolons() {
        let cells = [Some("BC 1/BC; QĐ 2/QĐ"), None, Some("QĐ 2/QĐ")];
        assert_eq!(documents(&cells), ["BC 1/BC", "QĐ 2/QĐ"]);
    }
}
