//! Text from before Unicode, and text that was read in a wrong code page: both look like
//! letters, and none of them is the one that is meant. They are told by what they spell:
//! syllables of known words as that font or code page would write them.

mod table;

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use self::table::{Writing, byte_in_console, byte_in_windows, is_vietnamese_letter};
use crate::law;
use crate::text::{self, Text};

/// What became of the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Damage {
    /// They were typed in a font of TCVN3 (ABC), such as .VnTime.
    Tcvn3,
    /// They were typed in a font of VNI, such as VNI-Times.
    Vni,
    /// They were read in a code page that they were not written in, and saved so.
    Misread,
}

/// A word that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OldFont {
    pub(super) damage: Damage,
    /// As the file has it.
    pub(super) written: String,
    /// What it stands for.
    pub(super) meant: String,
}

impl OldFont {
    /// What is wrong, and how to convert it.
    pub(super) fn message_and_hint(&self) -> (Text, Text) {
        let OldFont { damage, written, meant } = self;
        match damage {
            Damage::Tcvn3 => (text::font_tcvn3(written, meant), text::convert_tcvn3()),
            Damage::Vni => (text::font_vni(written, meant), text::convert_vni()),
            Damage::Misread => (text::letters_misread(written, meant), text::read_as_utf8()),
        }
    }
}

/// Gives names that a file may hold, one by one.
pub(super) type Names<'n> = &'n dyn Fn(&mut dyn FnMut(&str));

/// No names are known.
pub(super) fn no_names(_each: &mut dyn FnMut(&str)) {}

/// So many letters that Vietnamese lacks, in different words, are no chance.
const ENOUGH: usize = 2;

/// A font's byte may look like any sign in a console: `m³` is `mỹ` there. Such a letter
/// counts so much less than others.
const IN_CONSOLE: usize = 3;

/// The words of tables, letters and places, besides those of the law.
const WORDS: &str = "mã xã tên chỉ tiêu phần giá trị kết quả thực hiện tử số mẫu minh chứng văn bản \
    nguồn đánh kỳ báo cáo tháng cấp độ thời điểm liệu ngày hiệu lực đến ghi chú tự chấm thẩm tra \
    định tiêu chí nội dung tỷ lệ tỉ yêu cầu mức đạt chuẩn phải tính đơn vị đếm chưa không có áp \
    dụng nam nữ chung tập vùng huyện thành phố tỉnh phường thị trấn đặc khu loại nhóm ủy uỷ ban \
    nhân dân cộng hòa hoà hội chủ nghĩa việt độc lập hạnh phúc người lập biểu ký họ chủ tịch phó \
    cơ quan phòng nông nghiệp môi trường văn hóa giáo dục y tế công an quân sự đồng bằng trung du \
    miền núi bắc nam đông tây sơn hải xuân bình phú tân thạnh thịnh hưng yên vĩnh đại đức lộc quảng \
    thượng hạ hồng vạn tiến thủy thuỷ hiệp hòa lợi phước thọ trường an kim ngọc mỹ mĩ nghĩa nhơn \
    phong quý thái thanh thiện thuận trà trị trung vân việt đá đắk đăk đầm đồi đô đình điền đà";

/// Finds what shows that texts are not what they look like. `names`: those of the roster.
pub(super) fn find<'t>(texts: impl IntoIterator<Item = &'t str>, names: Names) -> Option<OldFont> {
    let mut evidence = Evidence::new(names);
    texts.into_iter().find_map(|text| evidence.look_at(text))
}

/// The same in bytes that are no UTF-8.
pub(super) fn find_in_bytes(bytes: &[u8], names: Names) -> Option<OldFont> {
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    // Where most of a file is UTF-8, that is no damage.
    Evidence { of_bytes: true, ..Evidence::new(names) }.look_at(&text)
}

/// Syllables as each way of writing has them.
type Spelt = [HashMap<Vec<u8>, String>; Writing::ALL.len()];

/// Adds the syllables of a text that need letters of their own.
fn spell(spelt: &mut Spelt, text: &str) {
    let syllables = text.split(|c: char| !c.is_alphabetic());
    for syllable in syllables.filter(|syllable| !syllable.is_ascii()) {
        let lower = syllable.to_lowercase();
        for (writing, spelt) in Writing::ALL.into_iter().zip(&mut *spelt) {
            for spelling in writing.spellings(&lower) {
                spelt.entry(spelling).or_insert_with(|| lower.clone());
            }
        }
    }
}

/// The syllables of words that tables hold.
fn known() -> &'static Spelt {
    static KNOWN: LazyLock<Spelt> = LazyLock::new(|| {
        let mut spelt = Spelt::default();
        spell(&mut spelt, WORDS);
        law::built_in().iter().for_each(|set| spell(&mut spelt, &set.text));
        spelt
    });
    &KNOWN
}

/// What was found so far.
struct Evidence<'n> {
    names: Names<'n>,
    /// Whether it is looked for in the bytes themselves.
    of_bytes: bool,
    named: Option<Spelt>,
    /// By damage: the words that show it, and how many letters of them Vietnamese lacks.
    seen: [BTreeSet<String>; 3],
    weight: [usize; 3],
    first: [Option<OldFont>; 3],
}

impl<'n> Evidence<'n> {
    fn new(names: Names<'n>) -> Evidence<'n> {
        let (seen, weight, first) = Default::default();
        Evidence { names, of_bytes: false, named: None, seen, weight, first }
    }

    fn look_at(&mut self, text: &str) -> Option<OldFont> {
        if !text.chars().any(is_odd) {
            return None;
        }
        let words = text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic());
        for word in words.filter(|word| word.chars().any(is_odd)) {
            let Some((found, weight)) = self.read(word) else { continue };
            let place = found.damage as usize;
            if self.seen[place].insert(word.to_owned()) {
                self.weight[place] += weight * word.chars().filter(|c| is_odd(*c)).count();
                self.first[place].get_or_insert(found);
            }
            if self.weight[place] >= ENOUGH * IN_CONSOLE {
                return self.first[place].take();
            }
        }
        None
    }

    /// What a word stands for, if it is spelt otherwise than it should be, and how much each
    /// letter counts.
    fn read(&mut self, word: &str) -> Option<(OldFont, usize)> {
        type View = fn(char) -> [Option<u8>; 2];
        let views: [View; 2] = [|c| [byte_in_windows(c), None], byte_in_console];
        for (view, console) in views.into_iter().zip([false, true]) {
            for page in 0..2 {
                let bytes: Option<Vec<u8>> = word.chars().map(|c| view(c)[page]).collect();
                let Some(bytes) = bytes else { continue };
                let found = self.spelt(&bytes);
                let fits = |(writing, _): &(Writing, String)| {
                    !self.of_bytes || (*writing != Writing::Utf8 && !console)
                };
                let Some((writing, meant)) = found.filter(fits) else { continue };
                let damage = match writing {
                    Writing::Tcvn3 if !console => Damage::Tcvn3,
                    Writing::Vni if !console => Damage::Vni,
                    _ => Damage::Misread,
                };
                let weight = if console && writing != Writing::Utf8 { 1 } else { IN_CONSOLE };
                return Some((OldFont { damage, written: word.to_owned(), meant }, weight));
            }
        }
        None
    }

    fn spelt(&mut self, bytes: &[u8]) -> Option<(Writing, String)> {
        let names = self.names;
        let named = self.named.get_or_insert_with(|| {
            let mut spelt = Spelt::default();
            names(&mut |name| spell(&mut spelt, name));
            spelt
        });
        Writing::ALL.into_iter().enumerate().find_map(|(place, writing)| {
            let bytes = writing.in_small_letters(bytes);
            let meant = [known(), named].into_iter().find_map(|spelt| spelt[place].get(&bytes))?;
            Some((writing, meant.clone()))
        })
    }
}

/// Whether a character is none that Vietnamese words are written with.
fn is_odd(c: char) -> bool {
    !c.is_ascii() && !is_vietnamese_letter(c) && !"\u{a0}\u{feff}“”‘’–—…•".contains(c)
}
