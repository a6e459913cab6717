//! Parsing the arguments, with help and errors in the language of the user.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};
use ntm::text::{self, Text};

use crate::args::Cli;
use crate::{lang, output};

/// The arguments, or the exit code where there is nothing to run.
pub(crate) fn parse() -> Result<Cli, ExitCode> {
    let command = localised(Cli::command().bin_name("ntm"));
    let parsed = command.try_get_matches_from(with_help(std::env::args_os().collect()));
    let parsed = parsed.and_then(|matches| Cli::from_arg_matches(&matches));
    parsed.map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output::print_help(&error.render());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            output::complain_with_help(&error.render());
            ExitCode::from(2)
        }
        _ => {
            let (message, hint) = explain(&error);
            output::complain(&output::usage_line(&message, &hint));
            ExitCode::from(2)
        }
    })
}

/// The arguments, where `ntm help VERB` stands for `ntm VERB --help`.
fn with_help(mut args: Vec<OsString>) -> Vec<OsString> {
    let first = words_of(&args).next();
    if let Some(place) = first.filter(|place| args[*place] == "help") {
        args.remove(place);
        args.push("--help".into());
    }
    args
}

/// The places of arguments that are no options and no values of those that all verbs have.
fn words_of(args: &[OsString]) -> impl Iterator<Item = usize> {
    const WITH_VALUE: [&str; 3] = ["--lang", "--color", "--width"];
    (1..args.len()).filter(|place| {
        let value = WITH_VALUE.iter().any(|option| args[place - 1] == **option);
        !value && !args[*place].to_string_lossy().starts_with('-')
    })
}

/// The verb that was asked for, as far as there is one, as it is typed: its help names
/// what it takes.
fn asked() -> String {
    let args: Vec<OsString> = std::env::args_os().collect();
    let (mut command, mut typed) = (Cli::command(), "ntm".to_owned());
    for place in words_of(&args) {
        let Some(verb) = command.find_subcommand(&args[place]) else {
            break;
        };
        typed = format!("{typed} {}", verb.get_name());
        command = verb.clone();
    }
    typed
}

/// Headings and the texts of `--help` and `--version` in the user's language.
fn localised(command: Command) -> Command {
    let say = |text: &Text| text.get(lang::current()).to_owned();
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n{{after-help}}",
        say(&text::heading_usage())
    );
    let mut sections = String::new();
    let has_verbs = command.has_subcommands();
    if has_verbs {
        sections.push_str(&format!("\n{}:\n{{subcommands}}\n", say(&text::heading_commands())));
    }
    if command.get_positionals().next().is_some() {
        sections.push_str(&format!("\n{}:\n{{positionals}}\n", say(&text::heading_arguments())));
    }
    sections.push_str(&format!("\n{}:\n{{options}}\n", say(&text::heading_options())));
    let template = template.replace("{after-help}", &sections);
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .display_order(usize::MAX)
        .help(say(&text::help_help()));
    let mut command = command.disable_help_flag(true).arg(help).help_template(template);
    if command.get_version().is_some() {
        let version = Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version)
            .display_order(usize::MAX)
            .help(say(&text::help_version()));
        command = command.disable_version_flag(true).arg(version);
    }
    let verbs: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    verbs.into_iter().fold(command, |command, verb| command.mut_subcommand(verb, localised))
}

/// What is wrong with the arguments, and what to do.
fn explain(error: &clap::Error) -> (Text, Text) {
    let context = |kind| error.get(kind).map(words).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => text::unknown_argument(argument),
        ErrorKind::InvalidSubcommand => {
            text::unknown_argument(context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => text::missing_argument(argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => text::bad_argument(value, argument),
        ErrorKind::MissingRequiredArgument => text::missing_argument(argument),
        ErrorKind::ArgumentConflict => conflict(argument, context(ContextKind::PriorArg)),
        _ => text::bad_arguments(),
    };
    let valid =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .map(context)
            .find(|words| !words.is_empty());
    let choices = context(ContextKind::ValidValue);
    let why = std::error::Error::source(error).map(ToString::to_string);
    let exclude = error.kind() == ErrorKind::ArgumentConflict;
    let hint = match (valid, why, choices.is_empty()) {
        _ if exclude => text::keep_one(),
        (Some(near), _, _) => text::did_you_mean(near),
        (None, Some(why), _) => Text::same(why),
        (None, None, false) => text::one_of(choices),
        (None, None, true) => text::see_help(asked()),
    };
    (message, hint)
}

/// Two arguments that exclude each other, or one that was given twice.
fn conflict(argument: String, prior: String) -> Text {
    match prior.as_str() {
        "" => text::bad_arguments(),
        _ if prior == argument => text::given_twice(argument),
        _ => text::excluded(argument, prior),
    }
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(words) => words.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}
