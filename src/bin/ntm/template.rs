//! `ntm template`: the forms of a period, for the communes to fill in.

use std::path::PathBuf;

use ntm::text;
use ntm::text::output as say;
use ntm::workflow::template::{Forms, Options, refuse_faults};
use rayon::prelude::*;

use crate::args::{DataArgs, TemplateArgs};
use crate::found;
use crate::new_files::{self, NewFile};
use crate::outcome::{Outcome, Stop};
use crate::output;
use crate::targets::Targets;
use crate::unfinished::Folders;
use crate::{agencies, folder, input, lang, paths, roster, spared};

pub(crate) fn run(args: &TemplateArgs) -> anyhow::Result<Outcome> {
    spared::refuse_folder(&args.output)?;
    let roster = roster::find(args.communes.as_deref(), &args.path)?;
    let (mut input, files) = input::open(&data(args, roster), &Targets::none(), false)?;
    let options = Options {
        period: args.period,
        levels: args.level.clone(),
        communes: args.commune.clone(),
        from: args.from,
        format: args.format,
    };
    // With the places of rows: dates and notes are read again.
    let read = input::read(&mut input, true);
    output::complain(&output::problem_lines(&refuse_faults(&input, &read, &options)?));
    let agencies = agencies::own(&files.rosters, &input.library)?;
    let forms = Forms::new(&input, &read, agencies.as_ref(), &options)?;
    let paths = |place: &usize| -> Vec<PathBuf> {
        forms.names(*place).into_iter().map(|name| args.output.join(name)).collect()
    };
    let targets: Vec<PathBuf> = forms.communes().iter().flat_map(paths).collect();
    new_files::refuse_existing(&targets)?;
    refuse_data(args, &forms)?;
    let mut folders = Folders::default();
    new_files::make_folder(&mut folders, &args.output)?;
    // The files of a commune beside their places.
    let write = |place: &usize| -> anyhow::Result<Vec<NewFile>> {
        let form = forms.form(*place);
        let files = paths(place).into_iter().enumerate();
        let write = |(number, path)| {
            NewFile::write(path, &|out| forms.write(&form, number, lang::current(), out))
        };
        files.map(write).collect()
    };
    let files = forms.communes().par_iter().map(write).collect::<anyhow::Result<Vec<_>>>()?;
    new_files::put(files.into_iter().flatten())?;
    folders.keep();
    output::say(&text::forms_written(targets.len(), args.output.display()));
    forms.left_out().iter().for_each(output::note);
    Ok(Outcome::Done)
}

/// The month that is filled in, if any, by the same roster.
fn data(args: &TemplateArgs, roster: PathBuf) -> DataArgs {
    let month = args.from.map(|from| args.path.join(from.to_string()));
    DataArgs {
        paths: month.into_iter().collect(),
        period: None,
        criteria: args.criteria.clone(),
        communes: Some(roster),
        decimal: args.decimal,
        threads: None,
    }
}

/// Refuses a month's folder where forms would spoil what lies there: that of another month,
/// or one with data of these communes at these levels.
fn refuse_data(args: &TemplateArgs, forms: &Forms) -> Result<(), Stop> {
    let folder = &args.output;
    let Some(month) = found::folder_period(paths::here(&paths::real(folder))) else {
        return Ok(());
    };
    if month != args.period {
        let message = say::month_of_other_forms(folder.display(), month, args.period);
        return Err(Stop::usage(message, text::other_folder()));
    }
    if !folder::has_tables(folder) {
        return Ok(());
    }
    let roster = roster::find(args.communes.as_deref(), &args.path)?;
    let there = DataArgs { paths: vec![folder.clone()], ..data(args, roster) };
    let (mut input, _) = input::open(&there, &Targets::none(), false)?;
    let names = forms.already_there(&input::read(&mut input, false));
    if names.is_empty() {
        Ok(())
    } else {
        let message = say::month_of_forms_has_data(folder.display(), names.join(", "));
        Err(Stop::usage(message, say::forms_elsewhere()))
    }
}
