//! `ntm report`: the report of a month, in every form that an office hands in.

use std::io::{self, Write};

use ntm::analysis::gaps::Gaps;
use ntm::render;
use ntm::render::terminal::Terminal;
use ntm::report::document::Document;
use ntm::report::{Monthly, monthly};

use crate::args::{Format, ReportArgs};
use crate::judged::{How, Read};
use crate::outcome::{Outcome, Stop};
use crate::output::{PageStyle, Targets};
use crate::{agencies, chosen};

/// The forms of a report.
const FORMS: [Format; 5] =
    [Format::Table, Format::Markdown, Format::Html, Format::Xlsx, Format::Docx];

pub(crate) fn run(args: &ReportArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = Targets::new(&args.output, &FORMS)?;
    let how = How { digests: true, ..How::default() };
    let mut read = Read::open(&args.data, &args.judge, &targets, how)?;
    targets.spare(&agencies::files(&read.input.rosters))?;
    let period = read.one_period()?;
    let common = read.common(period)?;
    let agencies = agencies::own_or_example(&read.input.rosters, read.library())?;
    let chosen = chosen::find(&args.commune, read.roster(), period)?;
    read.refuse_faults()?;
    let judged = read.judge(period, common, &[]);
    let scoring = judged.scoring(&read);
    let gaps = Gaps::new(scoring.submissions, &agencies);
    let only = match chosen.as_slice() {
        [] => None,
        [commune, ..] => scoring.tallies.iter().position(|tally| tally.commune == *commune),
    };
    let report = Monthly {
        scoring: &scoring,
        gaps: &gaps,
        example: agencies.built_in,
        inputs: &read.inputs,
        public: args.public,
        only,
    };
    let document = monthly(&report);
    let form =
        |format, terminal: Terminal, out: &mut dyn Write| write(&document, format, terminal, out);
    targets.write(&form, style)?;
    Ok(Outcome::Done)
}

/// Writes a report in one form.
fn write(
    document: &Document,
    format: Format,
    terminal: Terminal,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Html => write!(out, "{}", render::html::document(document, terminal.lang)?),
        Format::Xlsx => out.write_all(&render::xlsx::document(document, terminal.lang)?),
        Format::Docx => out.write_all(&render::docx::document(document, terminal.lang)?),
        Format::Markdown => {
            write!(out, "{}", render::markdown::document(document, terminal.lang))
        }
        _ => write!(out, "{}", render::terminal::document(document, terminal)),
    }
}
