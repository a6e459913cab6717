//! A report for each commune.

use std::io::Write;
use std::path::Path;

use ntm::intake::Office;
use ntm::render::output::{Format, PageFormat, PagesOnly, formats, write};
use ntm::report::{Monthly, monthly};
use ntm::text;
use rayon::prelude::*;

use crate::args::{ReportArgs, words};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle};
use crate::{lang, new_files};

/// A folder with a file for each commune.
pub(super) struct Folder<'a> {
    path: &'a Path,
    pub(super) format: Format,
}

impl<'a> Folder<'a> {
    pub(super) fn new(args: &'a ReportArgs) -> Result<Folder<'a>, Stop> {
        let format = args.output.format.unwrap_or(Format::Page(PageFormat::Docx));
        match (args.output.output.as_slice(), format) {
            ([path], Format::Page(_)) => Ok(Folder { path, format }),
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
        new_files::make_folder(self.path)?;
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
            match output::beside(&path, &form) {
                // Closed, as there may be thousands.
                Ok(file) => Ok((file.into_temp_path(), path)),
                Err(why) => Err(output::cannot_write(&path, &why)),
            }
        };
        let files = all.par_iter().map(one).collect::<Result<Vec<_>, Stop>>()?;
        let count = files.len();
        for (file, path) in files {
            file.persist(&path).map_err(|error| output::cannot_write(&path, &error.error))?;
        }
        let told = text::reports_written(count, self.path.display());
        output::print(&format!("{}\n", told.get(lang::current())));
        Ok(Outcome::Done)
    }
}
