//! `ntm criteria show --unconfirmed`: what of a set, or of a layer by itself, nobody has
//! confirmed; as a page, and as a form to take to the decisions.

use std::io::{self, Write};

use ntm::law::{Case, Layer, Library, Resolved, Set, ToConfirm};
use ntm::period::Period;
use ntm::render;
use ntm::render::output::{Output, PageFormat, WithRows};
use ntm::report::document::Document;
use ntm::report::{self, FormOf, Page};
use ntm::text::Text;

use crate::args::CriteriaShowArgs;
use crate::criteria::{case_of, refuse_not_in_force};
use crate::outcome::Stop;
use crate::output::{PageStyle, Targets};
use crate::shell;

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
    let province = layer.province.as_deref().map(Into::into);
    let case = Case { province, ..case };
    let listed = |id| list.iter().filter_map(ToConfirm::figure).any(|f| f.indicator.id == id);
    let page = |own| report::layer_worklist(named, &set.id, &list, own);
    let work = Worklist {
        open: set.resolve(period, &case).only(|_, indicator| listed(indicator.id)),
        page: page(own.as_deref()),
        form: FormOf { title: &layer.title, lead: page(None).lead, period },
        shown: Shown { library, period, case: &case, own: None },
        list: &list,
    };
    targets.give(&work, style)
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
    let page = |own| report::worklist(law, &list, (period, case), own);
    let work = Worklist {
        open: law.only(|_, indicator| !indicator.is_confirmed()),
        page: page(shown.own.as_deref()),
        form: FormOf { title: &law.title, lead: page(None).lead, period },
        shown: Shown { library, period, case, own: None },
        list: &list,
    };
    targets.give(&work, style)
}

/// What nobody has confirmed: to be read, to be filled in by programs, and to be printed.
struct Worklist<'a> {
    /// The set with nothing else in it.
    open: Resolved,
    /// To be read on a screen.
    page: Page,
    /// For paper.
    form: FormOf<'a>,
    shown: Shown<'a>,
    list: &'a [ToConfirm],
}

impl Output for Worklist<'_> {
    type Machine = WithRows;

    fn document(&self, format: PageFormat, _: u16) -> Document {
        match format {
            PageFormat::Table | PageFormat::Markdown => {
                let page = (Text::default(), self.page.clone());
                Document::of_pages(None, Some(self.shown.period), [page])
            }
            PageFormat::Html | PageFormat::Xlsx | PageFormat::Docx => {
                report::worklist_form(self.shown.library, self.form.clone(), self.list)
            }
        }
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        let Shown { period, case, .. } = self.shown;
        match format {
            WithRows::Json => write!(out, "{}", render::json::criteria(&self.open, period, case)),
            WithRows::Csv => render::csv::worklist(self.list, self.shown.library, out),
        }
    }
}
