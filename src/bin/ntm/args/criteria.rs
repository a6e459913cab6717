//! The arguments of `ntm criteria`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;
use ntm::law::CommuneProfile;
use ntm::period::Period;
use ntm::render::output::{WithJson, WithRows};
use ntm::text;

use super::output::OutputArgs;
use super::parse::{help, parse_date, parse_period};

#[derive(Subcommand)]
pub(crate) enum CriteriaVerb {
    #[command(about = help(&text::about_criteria_list()))]
    List(CriteriaListArgs),
    #[command(about = help(&text::about_criteria_show()))]
    Show(CriteriaShowArgs),
    #[command(about = help(&text::about_criteria_check()))]
    Check(CriteriaCheckArgs),
    #[command(about = help(&text::confirm::about_confirm()))]
    Confirm(ConfirmArgs),
}

#[derive(Args)]
pub(crate) struct CriteriaListArgs {
    #[arg(long, value_name = "DIR", help = help(&text::help_criteria()))]
    pub(crate) criteria: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: OutputArgs<WithJson>,
}

#[derive(Args)]
pub(crate) struct CriteriaShowArgs {
    #[arg(value_name = "SET", help = help(&text::help_set()))]
    pub(crate) set: String,
    #[arg(long, value_parser = parse_period, value_name = "YYYY-MM", help = help(&text::help_period()))]
    pub(crate) period: Option<Period>,
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    #[arg(long, help = help(&text::confirm::help_unconfirmed()))]
    pub(crate) unconfirmed: bool,
    #[arg(long, value_name = "DIR", help = help(&text::help_criteria()))]
    pub(crate) criteria: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: OutputArgs<WithRows>,
}

/// Which thresholds were read in the decision, by whom, when and where.
#[derive(Args)]
pub(crate) struct ConfirmArgs {
    #[arg(value_name = "SET", help = help(&text::confirm::help_confirm_set()))]
    pub(crate) set: String,
    #[arg(value_name = "INDICATOR", help = help(&text::confirm::help_confirm_indicators()))]
    pub(crate) indicators: Vec<String>,
    #[arg(long, value_name = "NAME", help = help(&text::confirm::help_by()))]
    pub(crate) by: String,
    #[arg(long, value_parser = parse_date, value_name = "DATE", help = help(&text::confirm::help_on()))]
    pub(crate) on: Date,
    #[arg(long, value_name = "SOURCE", help = help(&text::confirm::help_text()))]
    pub(crate) text: String,
    // A number below zero is told as out of range, not as an option that there is not.
    #[arg(long, value_name = "V", requires = "indicators", allow_negative_numbers = true, help = help(&text::confirm::help_value()))]
    pub(crate) value: Option<String>,
    #[arg(long, value_name = "KEY", help = help(&text::confirm::help_value_region()))]
    pub(crate) region: Option<String>,
    #[arg(long, value_name = "Y", requires = "indicators", help = help(&text::confirm::help_value_year()))]
    pub(crate) year: Option<i16>,
    #[arg(long, value_name = "P", requires = "indicators", help = help(&text::confirm::help_value_part()))]
    pub(crate) part: Option<String>,
    #[arg(long, value_name = "DIR", help = help(&text::help_criteria()))]
    pub(crate) criteria: Option<PathBuf>,
    #[arg(short, long, value_name = "DIR", help = help(&text::confirm::help_confirm_output()))]
    pub(crate) output: PathBuf,
}

/// What the law looks at of a commune.
#[derive(Args)]
pub(crate) struct CaseArgs {
    #[arg(long, value_name = "REGION", help = help(&text::help_region()))]
    region: Option<String>,
    #[arg(long, value_name = "CODE", help = help(&text::help_province()))]
    province: Option<String>,
    #[arg(long, value_name = "CLASS", help = help(&text::help_class()))]
    class: Option<String>,
    #[arg(long, value_name = "CLASS", help = help(&text::help_district_class()))]
    district_class: Option<String>,
    #[arg(long, value_name = "GROUP", help = help(&text::help_group()))]
    group: Option<String>,
}

impl From<CaseArgs> for CommuneProfile {
    fn from(args: CaseArgs) -> CommuneProfile {
        CommuneProfile {
            region: args.region.map(Into::into),
            province: args.province.map(Into::into),
            class: args.class.map(Into::into),
            district_class: args.district_class.map(Into::into),
            group: args.group.map(Into::into),
        }
    }
}

#[derive(Args)]
pub(crate) struct CriteriaCheckArgs {
    #[arg(value_name = "PATH", help = help(&text::help_criteria_paths()))]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_name = "DIR", help = help(&text::help_criteria()))]
    pub(crate) criteria: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: OutputArgs<WithRows>,
}
