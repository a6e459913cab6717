//! The language, known before the arguments are parsed so that help and errors
//! are in it too.

use std::sync::OnceLock;

use ntm::text::Lang;

static CURRENT: OnceLock<Lang> = OnceLock::new();

/// The language that `--lang` names, else `NTM_LANG`, else Vietnamese.
pub(crate) fn current() -> Lang {
    *CURRENT.get_or_init(|| {
        let args: Vec<String> =
            std::env::args_os().map(|arg| arg.to_string_lossy().into_owned()).collect();
        let joined = args.iter().filter_map(|arg| arg.strip_prefix("--lang="));
        let apart = args.windows(2).filter(|pair| pair[0] == "--lang");
        let named = joined.chain(apart.map(|pair| pair[1].as_str())).last();
        let word = named.map(str::to_owned).or_else(|| std::env::var("NTM_LANG").ok());
        word.and_then(|word| Lang::from_word(&word.to_lowercase())).unwrap_or_default()
    })
}
