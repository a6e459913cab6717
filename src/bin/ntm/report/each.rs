//! A report for each commune.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use ntm::intake::Office;
use ntm::render;
use ntm::render::output::{Format, PageFormat, PagesOnly, formats, write};
use ntm::text::{self, output as say};
use ntm::workflow::report::MonthReport;
use rayon::prelude::*;

use crate::args::{ReportArgs, words};
use crate::found;
use crate::new_files::{self, NewFile};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle};
use crate::spared;
use crate::unfinished::{Folders, Over};

/// A folder with a file for each commune.
pub(super) struct Folder<'a> {
    path: &'a Path,
    pub(super) format: Format,
}

impl<'a> Folder<'a> {
    pub(super) fn new(args: &'a ReportArgs) -> Result<Folder<'a>, Stop> {
        let format = args.output.format.unwrap_or(Format::Page(PageFormat::Docx));
        match (args.output.output.as_slice(), format) {
            ([path], Format::Page(_)) => {
                if found::folder_period(path).is_some() {
                    return Err(spared::among_data(path));
                }
                spared::refuse_month(path)?;
                Ok(Folder { path, format })
            }
            (_, Format::Machine(_)) => {
                let words = words(formats::<PagesOnly>(), Format::word);
                Err(Stop::usage(text::no_such_form(format.word()), text::one_of(words)))
            }
            _ => Err(Stop::usage(text::one_folder_for_each(), text::name_each_folder())),
        }
    }

    /// Refuses to replace what is no report of this program: a form that a commune has filled
    /// in bears the same name. A text bears no mark of whose it is, and is no data.
    fn refuse_others(&self, places: impl Iterator<Item = PathBuf>) -> Result<(), Stop> {
        use PageFormat::{Docx, Html, Xlsx};
        if ![Docx, Html, Xlsx].map(Format::Page).contains(&self.format) {
            return Ok(());
        }
        let others: Vec<String> =
            places.filter(|path| is_other(path)).map(|path| path.display().to_string()).collect();
        if others.is_empty() {
            Ok(())
        } else {
            let message = say::not_a_report(others.len(), others.join(", "));
            Err(Stop::usage(message, text::other_folder()))
        }
    }

    /// Writes the files beside their places, then puts each in its place.
    pub(super) fn write(
        &self,
        report: &MonthReport,
        office: &Office,
        asked: &[usize],
        style: PageStyle,
    ) -> anyhow::Result<Outcome> {
        let mut folders = Folders::default();
        new_files::make_folder(&mut folders, self.path)?;
        let codes = report.codes();
        let all: Vec<usize> = match asked {
            [] => (0..codes.len()).collect(),
            asked => asked.to_vec(),
        };
        let place =
            |result: &usize| self.path.join(format!("{}.{}", codes[*result], self.format.ending()));
        self.refuse_others(all.iter().map(place))?;
        let one = |result: &usize| {
            let path = place(result);
            let document = report.document(Some(*result));
            let form =
                |out: &mut dyn Write| write(&document, self.format, (style.file(), office), out);
            NewFile::replacing(path, &form)
        };
        let files = all.par_iter().map(one).collect::<anyhow::Result<Vec<_>>>()?;
        let count = files.len();
        new_files::put_over(files.into_iter(), Over::Anything)?;
        folders.keep();
        let told = text::reports_written(count, self.path.display());
        output::say(&told);
        Ok(Outcome::Done)
    }
}

/// Whether something is there that this program did not write as a report.
fn is_other(path: &Path) -> bool {
    match File::open(path) {
        Ok(mut file) => {
            let empty = file.metadata().is_ok_and(|there| there.len() == 0);
            !empty && !render::is_report(&mut file)
        }
        // What is there and cannot be read is told when it cannot be written.
        Err(_) => false,
    }
}
