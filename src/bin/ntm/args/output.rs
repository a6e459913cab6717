//! Where a result goes, and in which formats.

use std::marker::PhantomData;
use std::path::PathBuf;

use clap::Args;
use ntm::render::output::{Format, MachineFormat, MachineFormats, formats};
use ntm::text;

use super::choices::CsvDialect;
use super::parse::{help, parse_format, words};

/// Where the result goes, and how: of a verb that has these formats for programs.
#[derive(Args)]
pub(crate) struct OutputArgs<M: MachineFormats> {
    #[arg(long, value_parser = parse_format, value_name = "FORMAT",
        help = help(&text::help_format(words(formats::<M>(), Format::word))))]
    pub(crate) format: Option<Format>,
    #[arg(short, long, value_name = "FILE",
        help = help(&text::help_output(words(formats::<M>(), Format::ending))))]
    pub(crate) output: Vec<PathBuf>,
    #[arg(long, value_enum, hide_possible_values = true, value_name = "excel-vi",
        hide = !M::ALL.contains(&MachineFormat::Csv), help = help(&text::help_csv_dialect()))]
    pub(crate) csv_dialect: Option<CsvDialect>,
    #[arg(skip)]
    pub(crate) machine: PhantomData<M>,
}
