//! The command line: types only.

mod choices;
mod criteria;
mod output;
mod parse;

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use ntm::analysis::city::Answer;
use ntm::intake::{Convention, Voice};
use ntm::law::Level;
use ntm::period::Period;
use ntm::render::output::{PagesOnly, WithJson, WithLines, WithRows};
use ntm::report::{DiffBy, GapsBy, TABLES};
use ntm::text::{self, Lang};
use ntm::workflow::session::Question;
use ntm::workflow::template::FormFormat;
use ntm::workflow::{codes, score};

pub(crate) use self::choices::*;
pub(crate) use self::criteria::*;
pub(crate) use self::output::OutputArgs;
pub(crate) use self::parse::words;
use self::parse::*;

#[derive(Parser)]
#[command(name = "ntm", version, about = help(&text::about()), disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) verb: Verb,
    #[command(flatten)]
    pub(crate) page: PageArgs,
}

#[derive(Subcommand)]
pub(crate) enum Verb {
    #[command(about = help(&text::about_score()))]
    Score(ScoreArgs),
    #[command(about = help(&text::about_gaps()))]
    Gaps(GapsArgs),
    #[command(about = help(&text::about_report()))]
    Report(ReportArgs),
    #[command(about = help(&text::trend::about_trend()))]
    Trend(TrendArgs),
    #[command(about = help(&text::diff::about_diff()))]
    Diff(DiffArgs),
    #[command(about = help(&text::ladder::about_ladder()))]
    Ladder(LadderArgs),
    #[command(about = help(&text::about_check()))]
    Check(CheckArgs),
    #[command(about = help(&text::explain::about_explain()))]
    Explain(ExplainArgs),
    #[command(about = help(&text::dossier::about_dossier()))]
    Dossier(DossierArgs),
    #[command(about = help(&text::verify::about_verify()))]
    Verify(VerifyArgs),
    #[command(about = help(&text::about_template()))]
    Template(TemplateArgs),
    #[command(about = help(&text::about_criteria()), subcommand)]
    Criteria(CriteriaVerb),
    #[command(about = help(&text::about_init()))]
    Init(InitArgs),
}

/// Where the options of every verb stand in help: below the verb's own.
const LAST: usize = 900;

#[derive(Args)]
pub(crate) struct PageArgs {
    #[arg(long, global = true, display_order = LAST, value_parser = one_of(Lang::WORDS), hide_possible_values = true, value_name = "vi|en", help = help(&text::help_lang()))]
    pub(crate) lang: Option<Lang>,
    #[arg(long, global = true, display_order = LAST + 1, value_enum, default_value = "auto", hide_default_value = true,
        hide_possible_values = true, value_name = "auto|always|never", help = help(&text::help_colour()))]
    pub(crate) color: Colour,
    #[arg(long, global = true, display_order = LAST + 2, value_name = "N", value_parser = parse_width,
        help = help(&text::help_width()))]
    pub(crate) width: Option<u16>,
}

/// Which data is read, and against what.
#[derive(Args, Clone)]
pub(crate) struct DataArgs {
    #[arg(default_value = ".", hide_default_value = true, value_name = "PATH", help = help(&text::help_paths()))]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_parser = parse_period, value_name = "YYYY-MM", help = help(&text::help_period()))]
    pub(crate) period: Option<Period>,
    #[arg(long, value_name = "DIR", help = help(&text::help_criteria()))]
    pub(crate) criteria: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = help(&text::help_communes()))]
    pub(crate) communes: Option<PathBuf>,
    #[arg(long, value_parser = parse_decimal, value_name = "comma|dot", help = help(&text::help_decimal()))]
    pub(crate) decimal: Option<Convention>,
    #[arg(long, value_parser = parse_count, value_name = "N", help = help(&text::help_threads()))]
    pub(crate) threads: Option<NonZeroUsize>,
}

/// Which values are judged, and how strictly.
#[derive(Args)]
pub(crate) struct JudgeArgs {
    #[arg(long, value_parser = parse_title, default_value = "ntm", value_name = "LEVEL",
        help = help(&text::help_level()))]
    pub(crate) level: Level,
    #[arg(long, value_parser = parse_voice, default_value = "self", value_name = "SOURCE",
        help = help(&text::help_source()))]
    pub(crate) source: Voice,
    #[arg(long, help = help(&text::help_lenient()))]
    pub(crate) lenient: bool,
}

impl JudgeArgs {
    pub(crate) fn question(&self) -> Question {
        Question { level: self.level, voice: self.source, lenient: self.lenient }
    }
}

#[derive(Args)]
pub(crate) struct ScoreArgs {
    #[command(flatten)]
    pub(crate) data: DataArgs,
    #[command(flatten)]
    pub(crate) judge: JudgeArgs,
    #[arg(long, value_name = "NAME", help = help(&text::help_commune()))]
    pub(crate) commune: Vec<String>,
    #[arg(long, value_parser = one_of(score::By::WORDS), hide_possible_values = true,
        value_name = "commune|criterion|indicator|part", help = help(&text::help_by()))]
    pub(crate) by: Option<score::By>,
    #[arg(long, help = help(&text::help_require_achieved()))]
    pub(crate) require_achieved: bool,
    #[arg(long, value_parser = parse_whole, value_name = "N", help = help(&text::help_require()))]
    pub(crate) require: Option<usize>,
    #[command(flatten)]
    pub(crate) output: OutputArgs<WithLines>,
}

#[derive(Args)]
pub(crate) struct GapsArgs {
    #[command(flatten)]
    pub(crate) data: DataArgs,
    #[command(flatten)]
    pub(crate) judge: JudgeArgs,
    #[arg(long, value_name = "NAME", help = help(&text::help_gaps_commune()))]
    pub(crate) commune: Vec<String>,
    #[arg(long, value_parser = parse_criterion, value_name = "N", help = help(&text::help_criterion()))]
    pub(crate) criterion: Vec<u16>,
    #[arg(long, value_name = "NAME", help = help(&text::help_agency()))]
    pub(crate) agency: Vec<String>,
    #[arg(long, help = help(&text::help_do_now()))]
    pub(crate) do_now: bool,
    #[arg(long, help = help(&text::help_no_funding()))]
    pub(crate) no_funding: bool,
    #[arg(long, conflicts_with_all = ["do_now", "no_funding"], help = help(&text::help_needs_funding()))]
    pub(crate) needs_funding: bool,
    #[arg(long, value_parser = one_of(GapsBy::WORDS), hide_possible_values = true, value_name = "agency|commune|criterion",
        help = help(&text::help_gaps_by()))]
    pub(crate) by: Option<GapsBy>,
    #[arg(long, value_enum, hide_possible_values = true, value_name = "easy", help = help(&text::help_sort()))]
    pub(crate) sort: Option<Sort>,
    #[command(flatten)]
    pub(crate) output: OutputArgs<WithRows>,
}

#[derive(Args)]
pub(crate) struct ReportArgs {
    #[command(flatten)]
    pub(crate) data: DataArgs,
    #[command(flatten)]
    pub(crate) judge: JudgeArgs,
    #[arg(long, value_name = "NAME", help = help(&text::help_report_commune()))]
    pub(crate) commune: Vec<String>,
    #[arg(long, value_parser = one_of(TABLES), conflicts_with = "each", hide_possible_values = true,
        value_name = "self-assessment|verification|appraisal", help = help(&text::help_voice_form()))]
    pub(crate) form: Option<Voice>,
    #[arg(long, requires = "output", help = help(&text::help_each()))]
    pub(crate) each: bool,
    #[arg(long, help = help(&text::help_public()))]
    pub(crate) public: bool,
    #[command(flatten)]
    pub(crate) output: OutputArgs<PagesOnly>,
}

#[derive(Args)]
pub(crate) struct TrendArgs {
    #[command(flatten)]
    pub(crate) data: DataArgs,
    #[command(flatten)]
    pub(crate) judge: JudgeArgs,
    #[arg(long, value_name = "NAME", help = help(&text::trend::help_commune()))]
    pub(crate) commune: Vec<String>,
    #[arg(long, value_name = "ID", help = help(&text::trend::help_indicator()))]
    pub(crate) indicator: Vec<String>,
    #[arg(long, value_parser = parse_period, value_name = "YYYY-MM", help = help(&text::trend::help_until()))]
    pub(crate) until: Option<Period>,
    #[command(flatten)]
    pub(crate) output: OutputArgs<WithRows>,
}

#[derive(Args)]
#[command(mut_arg("paths", |paths| paths.help(help(&text::diff::help_diff_paths()))))]
pub(crate) struct DiffArgs {
    #[command(flatten)]
    pub(crate) data: DataArgs,
    #[command(flatten)]
    pub(crate) judge: JudgeArgs,
    #[arg(long, value_name = "A,B", help = help(&text::diff::help_diff_sets()))]
    pub(crate) sets: Option<String>,
    #[arg(long, value_name = "NAME", help = help(&text::diff::help_diff_commune()))]
    pub(crate) commune: Vec<String>,
    #[arg(long, value_parser = parse_criterion, value_name = "N", conflicts_with = "indicator",
        help = help(&text::diff::help_diff_criterion()))]
    pub(crate) criterion: Option<u16>,
    #[arg(long, value_name = "ID", help = help(&text::diff::help_diff_indicator()))]
    pub(crate) indicator: Vec<String>,
    #[arg(long, value_parser = one_of(DiffBy::WORDS), hide_possible_values = true,
        value_name = "commune|criterion", help = help(&text::diff::help_diff_by()))]
    pub(crate) by: Option<DiffBy>,
    #[command(flatten)]
    pub(crate) output: OutputArgs<WithRows>,
}

#[derive(Args)]
pub(crate) struct ExplainArgs {
    #[command(flatten)]
    pub(crate) data: DataArgs,
    #[command(flatten)]
    pub(crate) judge: JudgeArgs,
    #[arg(long, required = true, value_name = "NAME", help = help(&text::explain::help_commune()))]
    pub(crate) commune: Vec<String>,
    #[arg(long, value_name = "ID", help = help(&text::explain::help_indicator()))]
    pub(crate) indicator: Vec<String>,
    #[command(flatten)]
    pub(crate) output: OutputArgs<WithRows>,
}

#[derive(Args)]
pub(crate) struct DossierArgs {
    #[command(flatten)]
    pub(crate) data: DataArgs,
    #[command(flatten)]
    pub(crate) judge: JudgeArgs,
    #[arg(long, value_name = "NAME", help = help(&text::dossier::help_commune()))]
    pub(crate) commune: String,
    #[arg(short, long, value_name = "DIR|FILE.zip", help = help(&text::dossier::help_output()))]
    pub(crate) output: PathBuf,
    #[arg(long, help = help(&text::dossier::help_draft()))]
    pub(crate) draft: bool,
    #[arg(long, help = help(&text::dossier::help_figures_only()))]
    pub(crate) figures_only: bool,
    #[arg(long, value_name = "DIR", help = help(&text::dossier::help_evidence()))]
    pub(crate) evidence: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct VerifyArgs {
    #[arg(value_name = "RECEIPT", help = help(&text::verify::help_receipt()))]
    pub(crate) receipt: PathBuf,
    #[arg(long, value_parser = parse_sha256, value_name = "SHA256", help = help(&text::verify::help_sha256()))]
    pub(crate) sha256: Option<String>,
    #[command(flatten)]
    pub(crate) output: OutputArgs<WithJson>,
}

#[derive(Args)]
pub(crate) struct LadderArgs {
    #[command(flatten)]
    pub(crate) data: DataArgs,
    #[arg(long, value_parser = parse_voice, default_value = "self", value_name = "SOURCE",
        help = help(&text::help_source()))]
    pub(crate) source: Voice,
    #[arg(long, help = help(&text::help_lenient()))]
    pub(crate) lenient: bool,
    #[arg(long, group = "over_all", help = help(&text::ladder::help_city()))]
    pub(crate) city: bool,
    #[arg(long, group = "over_all", help = help(&text::ladder::help_district()))]
    pub(crate) district: bool,
    #[arg(long, requires = "over_all", value_parser = parse_by_hand, value_name = "N=RESULT", help = help(&text::ladder::help_by_hand()))]
    pub(crate) by_hand: Vec<Answer>,
    #[arg(long, value_name = "NAME", help = help(&text::ladder::help_ladder_commune()))]
    pub(crate) commune: Vec<String>,
    #[command(flatten)]
    pub(crate) output: OutputArgs<WithRows>,
}

#[derive(Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) data: DataArgs,
    #[arg(long, value_parser = parse_level, value_name = "LEVEL", help = help(&text::help_check_level()))]
    pub(crate) level: Option<Level>,
    #[arg(long, value_parser = parse_voice, value_name = "SOURCE", help = help(&text::help_check_source()))]
    pub(crate) source: Option<Voice>,
    #[arg(long, value_name = "DIR", help = help(&text::dossier::help_check_evidence()))]
    pub(crate) evidence: Option<PathBuf>,
    #[arg(long, requires = "output", conflicts_with_all = ["explain", "format"], help = help(&text::help_fix()))]
    pub(crate) fix: bool,
    #[arg(long, value_name = "CODE", num_args = 0..=1, default_missing_value = codes::LIST,
        help = help(&text::codes::help_explain()))]
    pub(crate) explain: Option<String>,
    #[command(flatten)]
    pub(crate) output: OutputArgs<WithRows>,
}

#[derive(Args)]
pub(crate) struct TemplateArgs {
    #[arg(default_value = ".", hide_default_value = true, value_name = "PATH", help = help(&text::help_form_path()))]
    pub(crate) path: PathBuf,
    #[arg(long, value_parser = parse_period, value_name = "YYYY-MM", help = help(&text::help_form_period()))]
    pub(crate) period: Period,
    #[arg(long, value_name = "NAME", help = help(&text::help_form_commune()))]
    pub(crate) commune: Vec<String>,
    #[arg(long, value_parser = parse_level, value_name = "LEVEL", help = help(&text::help_form_level()))]
    pub(crate) level: Vec<Level>,
    #[arg(long, value_parser = parse_period, value_name = "YYYY-MM", help = help(&text::help_from()))]
    pub(crate) from: Option<Period>,
    #[arg(long, requires = "from", value_parser = parse_decimal, value_name = "comma|dot", help = help(&text::help_decimal()))]
    pub(crate) decimal: Option<Convention>,
    #[arg(long, value_parser = one_of(FormFormat::WORDS), default_value = "xlsx", hide_default_value = true, hide_possible_values = true,
        value_name = "xlsx|csv", help = help(&text::help_form_format()))]
    pub(crate) format: FormFormat,
    #[arg(short, long, value_name = "DIR", help = help(&text::help_form_output()))]
    pub(crate) output: PathBuf,
    #[arg(long, value_name = "DIR", help = help(&text::help_criteria()))]
    pub(crate) criteria: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = help(&text::help_form_communes()))]
    pub(crate) communes: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct InitArgs {
    #[arg(value_name = "DIR", help = help(&text::help_init_folder()))]
    pub(crate) folder: PathBuf,
    #[arg(long, value_parser = parse_period, value_name = "YYYY-MM", help = help(&text::help_init_period()))]
    pub(crate) period: Option<Period>,
}
