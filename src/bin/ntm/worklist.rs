//! `ntm criteria show --unconfirmed`: what of a set, or of a layer by itself, nobody has
//! confirmed; as a page, and as a form to take to the decisions.

use std::io::{self, Write};

use ntm::intake::Office;
use ntm::law::{Case, Layer, Library, Resolved, Set, ToConfirm};
use ntm::period::Period;
use ntm::render;
use ntm::render::terminal::Terminal;
use ntm::report::document::Document;
use ntm::report::{self, FormOf};

use crate::args::{CriteriaShowArgs, Format};
use crate::criteria::{case_of, page, refuse_not_in_force};
use crate::outcome::Stop;
use crate::output::{PageStyle, Targets};
use crate::shell;

/// The forms of the work list: it is read, filled in by machines, and printed.
pub(crate) const FORMS: [Format; 7] = [
    Format::Table,
    Format::Json,
    Format::Csv,
    Format::Markdown,
    Format::Html,
    Format::Xlsx,
    Format::Docx,
];

/// What is shown, and for whom.
pub(crate) struct Shown<'s> {
    pub(crate) library: &'s Library,
    pub(crate) period: Period,
    pub(crate) case: &'s Case,
    /// The folder of the user's own sets, as a command names it.
    pub(crate) own: Option<String>,
}

/// What a layer itself states and nobody has confirmed: of every column and year, or of
/// those asked for.
pub(crate) fn of_layer(
    args: CriteriaShowArgs,
    (library, set, layer): (&Library, &Set, &Layer),
    targets: &Targets,
    style: PageStyle,
) -> Result<(), Stop> {
    let (asked, first) = (args.period, Period::of(layer.decision.in_force));
    let period = asked.unwrap_or(first);
    refuse_not_in_force(&layer.id, &layer.decision, period)?;
    let own = shell::own_sets(args.criteria.as_deref());
    let named = (layer.id.as_str(), layer.title.as_str());
    let case = case_of(args.case, set, library)?;
    let chosen = case.region.is_some() || case.group.is_some();
    let column = chosen.then(|| set.column(&case)).flatten();
    let file = library.file(&layer.id);
    let year = asked.map(Period::year);
    let list = file.map(|file| file.to_confirm(column, year)).unwrap_or_default();
    let form = |format, terminal: Terminal, out: &mut dyn Write| match format {
        Format::Json => {
            let province = layer.province.as_deref().map(Into::into);
            let case = Case { province, ..case.clone() };
            let listed =
                |id| list.iter().filter_map(ToConfirm::figure).any(|f| f.indicator.id == id);
            let open = set.resolve(period, &case).only(|_, indicator| listed(indicator.id));
            write!(out, "{}", render::json::criteria(&open, period, &case))
        }
        Format::Csv => render::csv::worklist(&list, library, out),
        Format::Html | Format::Xlsx | Format::Docx => {
            let lead = report::layer_worklist(named, &set.id, &list, None).lead;
            let of = FormOf { title: &layer.title, lead, period };
            print(&report::worklist_form(library, of, &list), format, terminal, out)
        }
        _ => {
            let shown = report::layer_worklist(named, &set.id, &list, own.as_deref());
            page(&shown, format, terminal, out)
        }
    };
    targets.write(&form, style)
}

/// Only what nobody has confirmed of a set as it applies, with where it is stated.
pub(crate) fn of_set(
    set: &Set,
    law: &Resolved,
    shown: &Shown,
    targets: &Targets,
    style: PageStyle,
) -> Result<(), Stop> {
    let (library, period, case) = (shown.library, shown.period, shown.case);
    let mut list = set.to_confirm(law, period, case);
    list.extend(set.clauses_to_confirm(None));
    let form = |format, terminal: Terminal, out: &mut dyn Write| match format {
        Format::Json => {
            let open = law.only(|_, indicator| !indicator.is_confirmed());
            write!(out, "{}", render::json::criteria(&open, period, case))
        }
        Format::Csv => render::csv::worklist(&list, library, out),
        Format::Html | Format::Xlsx | Format::Docx => {
            let lead = report::worklist(law, &list, (period, case), None).lead;
            let of = FormOf { title: &law.title, lead, period };
            print(&report::worklist_form(library, of, &list), format, terminal, out)
        }
        _ => {
            let own = shown.own.as_deref();
            page(&report::worklist(law, &list, (period, case), own), format, terminal, out)
        }
    };
    targets.write(&form, style)
}

/// The form to print.
fn print(
    document: &Document,
    format: Format,
    terminal: Terminal,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = terminal.lang;
    match format {
        Format::Xlsx => out.write_all(&render::xlsx::document(document, lang)?),
        Format::Docx => out.write_all(&render::docx::document(document, &Office::default(), lang)?),
        _ => write!(out, "{}", render::html::lying(document, lang)?),
    }
}
