//! Writes a national month: as many communes as the country had, about 15 MB.
//!
//! ```sh
//! cargo run --release --example national -- DIR [--communes 8225] [--files one|many]
//! ```
#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "it writes files")]

mod month;

use std::path::Path;

use month::{HEADER, Month, PERIOD};

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        let place = arguments.iter().position(|argument| argument == name)?;
        arguments.get(place + 1).cloned()
    };
    let Some(folder) = arguments.first().filter(|first| !first.starts_with("--")) else {
        eprintln!("national DIR [--communes 8225] [--files one|many]");
        std::process::exit(2);
    };
    let count = option("--communes").and_then(|n| n.parse().ok()).unwrap_or(8225);
    let many = option("--files").as_deref() == Some("many");
    write(Path::new(folder), &month::month(count), many)
}

fn write(folder: &Path, month: &Month, many: bool) -> std::io::Result<()> {
    let files = folder.join(PERIOD);
    std::fs::create_dir_all(&files)?;
    if many {
        for (code, rows) in &month.communes {
            std::fs::write(files.join(format!("{code}.csv")), format!("{HEADER}{rows}"))?;
        }
    } else {
        let rows: Vec<&str> = month.communes.iter().map(|(_, rows)| rows.as_str()).collect();
        std::fs::write(files.join("ca-nuoc.csv"), format!("{HEADER}{}", rows.concat()))?;
    }
    std::fs::write(folder.join("communes.csv"), &month.roster)
}
