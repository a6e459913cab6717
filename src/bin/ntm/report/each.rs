//! A report for each commune.

use std::io::Write;
use std::path::Path;

use ntm::intake::Office;
use ntm::render::output::{Format, PageFormat, PagesOnly, formats, write};
use ntm::report::{Monthly, monthly};
use ntm::text;
use rayon::prelude::*;

use crate::args::{ReportArgs, words};
use crate::new_files::{self, NewFile};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle};
use crate::unfinished::{Folders, Over};
use crate::spared;

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

    /// Writes the files beside their places, then puts each in its place.
    pub(super) fn write(
        &self,
        report: &Monthly,
        office: &Office,
        asked: &[usize],
        style: PageStyle,
    ) -> Result<Outcome, Stop> {
        let mut folders = Folders::default();
        new_files::make_folder(&mut folders, self.path)?;
        let all: Vec<usize> = match asked {
            [] => (0..report.scoring.tallies.len()).collect(),
            asked => asked.to_vec(),
        };
        let one = |result: &usize| {
            let commune = report.scoring.commune_of(&report.scoring.tallies[*result]);
            let path = self.path.join(format!("{}.{}", commune.code, self.format.ending()));
            let document = monthly(&Monthly { only: Some(*result), ..*report });
            let form =
                |out: &mut dyn Write| write(&document, self.format, (style.file(), office), out);
            NewFile::replacing(path, &form)
        };
        let files = all.par_iter().map(one).collect::<Result<Vec<_>, Stop>>()?;
        let count = files.len();
        new_files::put_over(files.into_iter(), Over::Anything)?;
        folders.keep();
        let told = text::reports_written(count, self.path.display());
        output::say(&told);
        Ok(Outcome::Done)
    }
}
