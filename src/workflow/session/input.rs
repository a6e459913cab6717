//! What a verb on data is given: the law, the roster, files that are not opened yet.

use crate::intake::{self, Intake, Options, Roster, RosterFile, Source};
use crate::law::{Columns, Library};
use crate::problem::{Problem, Stop};
use crate::text::folder as say;

/// Everything a verb on data needs.
pub struct Input {
    /// The law.
    pub library: Library,
    /// The communes.
    pub roster: Roster,
    /// What is wrong with the roster.
    pub roster_problems: Vec<Problem>,
    /// What lies beside the data and is not read.
    pub passed: Vec<Problem>,
    sources: Vec<Source>,
    options: Options<'static>,
}

impl Input {
    /// What files give that are known already. Of the options what is read of rows, and
    /// whether anybody watches, is said when it is [read](Input::read).
    pub fn new(
        library: Library,
        rosters: &[RosterFile],
        sources: Vec<Source>,
        options: Options<'static>,
    ) -> Input {
        let columns: Vec<&Columns> = library.sets.iter().map(|set| &set.columns).collect();
        let (roster, roster_problems) = Roster::read_each(rosters, &columns);
        Input { library, roster, roster_problems, passed: Vec::new(), sources, options }
    }

    /// The files of data.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// How they are read.
    pub fn options(&self) -> Options<'static> {
        self.options
    }

    /// Reads the files, which then are no longer needed unless the rows are wanted: there
    /// may be thousands. `watch` is told how many bytes more were read.
    pub fn read(&mut self, rows: bool, watch: Option<&(dyn Fn(usize) + Sync)>) -> Intake {
        // Who wants the rows may want them again.
        let sources = if rows { self.sources.clone() } else { std::mem::take(&mut self.sources) };
        let options = Options { review: rows, watch, ..self.options };
        intake::read_files(&sources, &self.roster, &self.library, options)
    }

    /// Reads files of other periods, with the same law and roster.
    pub fn read_others(&self, sources: &[Source]) -> Intake {
        let options = Options { period: None, ..self.options };
        intake::read_files(sources, &self.roster, &self.library, options)
    }

    /// Refuses files in which no row is of the period asked for: nothing was examined.
    ///
    /// # Errors
    /// When that is so.
    pub fn refuse_nothing_picked(&self, read: &Intake, problems: &[Problem]) -> Result<(), Stop> {
        let Some(period) = self.options.period.filter(|_| read.picked_nothing()) else {
            return Ok(());
        };
        let others: Vec<String> = read.unpicked.iter().map(ToString::to_string).collect();
        let hint = say::choose_other_period(others.join(", "));
        let message = say::nothing_of_period(period);
        Err(Stop::Problems { problems: problems.to_vec(), message, hint })
    }
}
