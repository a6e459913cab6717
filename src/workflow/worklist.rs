//! `ntm criteria show --unconfirmed`: what of a set, or of a layer by itself, nobody has
//! confirmed; as a page, and as a form to take to the decisions.

use std::io::{self, Write};

use super::criteria::asked::{Options, case_of, refuse_not_in_force};
use crate::law::{CommuneProfile, Layer, Library, Resolved, Set, ToConfirm};
use crate::period::Period;
use crate::problem::Stop;
use crate::render;
use crate::render::output::{Output, PageFormat, WithRows};
use crate::report::document::Document;
use crate::report::{self, ConfirmationSheet, Page};
use crate::text::Text;

/// What nobody has confirmed: to be read, to be filled in by programs, and to be printed.
pub struct Worklist<'l> {
    library: &'l Library,
    case: CommuneProfile,
    /// The set with nothing else in it.
    open: Resolved,
    /// To be read on a screen.
    page: Page,
    /// For paper.
    form: ConfirmationSheet<'l>,
    list: Vec<ToConfirm>,
}

impl<'l> Worklist<'l> {
    /// What a layer itself states and nobody has confirmed: of every column and year, or of
    /// those asked for.
    pub(super) fn of_layer(
        options: Options,
        library: &'l Library,
        (set, layer): (&'l Set, &'l Layer),
    ) -> Result<Worklist<'l>, Stop> {
        let (asked, first) = (options.period, Period::containing(layer.decision.in_force));
        let period = asked.unwrap_or(first);
        refuse_not_in_force(&layer.id, &layer.decision, period)?;
        let named = (layer.id.as_str(), layer.title.as_str());
        let case = case_of(options.case, set, library)?;
        let chosen = case.region.is_some() || case.group.is_some();
        let column = chosen.then(|| set.column(&case)).flatten();
        let file = library.file(&layer.id);
        let year = asked.map(Period::year);
        let list = file.map(|file| file.to_confirm(column, year)).unwrap_or_default();
        let province = layer.province.as_deref().map(Into::into);
        let case = CommuneProfile { province, ..case };
        let listed = |id| list.iter().filter_map(ToConfirm::figure).any(|f| f.indicator.id == id);
        let page = |own: Option<&str>| report::layer_worklist(named, &set.id, &list, own);
        Ok(Worklist {
            open: set.resolve(period, &case).only(|_, indicator| listed(indicator.id)),
            page: page(options.own_sets.as_deref()),
            form: ConfirmationSheet { title: &layer.title, lead: page(None).lead, period },
            library,
            case,
            list,
        })
    }

    /// Only what nobody has confirmed of a set as it applies, with where it is stated.
    pub(super) fn of_set(
        library: &'l Library,
        (set, law): (&'l Set, Resolved),
        (period, case): (Period, CommuneProfile),
        own_sets: Option<&str>,
    ) -> Worklist<'l> {
        let mut list = set.to_confirm(&law, period, &case);
        list.extend(set.clauses_to_confirm(None));
        let page = |own| report::worklist(&law, &list, (period, &case), own);
        Worklist {
            open: law.only(|_, indicator| !indicator.is_confirmed()),
            page: page(own_sets),
            form: ConfirmationSheet { title: &set.title, lead: page(None).lead, period },
            library,
            case,
            list,
        }
    }
}

impl Output for Worklist<'_> {
    type Machine = WithRows;

    fn document(&self, format: PageFormat, _: u16) -> Document {
        // Nobody fills in what a terminal shows; all else may be printed.
        if matches!(format, PageFormat::Table | PageFormat::Markdown) {
            let page = (Text::default(), self.page.clone());
            return Document::of_pages(None, Some(self.form.period), [page]);
        }
        report::confirmation_sheet(self.library, self.form.clone(), &self.list)
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithRows::Json => {
                write!(out, "{}", render::json::criteria(&self.open, self.form.period, &self.case))
            }
            WithRows::Csv => render::csv::worklist(&self.list, self.library, out),
        }
    }
}
