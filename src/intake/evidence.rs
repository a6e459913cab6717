//! Documents and the files that hold them. A file is known by the document's number in
//! its name: `BC 12/BC-UBND ngày 16/5/2022` is held by `BC-12-BC-UBND.pdf`, and by every
//! file whose own name the evidence writes.

use crate::fold::Fold;

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
        Folder { files }
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
    if let Some(date) = all.iter().position(|word| word == "ngay") {
        all.truncate(date);
    }
    let is_number = |word: &String| word.bytes().all(|b| b.is_ascii_digit());
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
