//! The yardstick of the measurements: the bare `csv` crate reads every file of a
//! folder into byte records with one thread, and counts them.
//!
//! ```sh
//! cargo run --release --example bare_csv -- DIR
//! ```
#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "it reads files")]

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let mut rows = 0_u64;
    for entry in std::fs::read_dir(folder)? {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(entry?.path())?;
        let mut record = csv::ByteRecord::new();
        while reader.read_byte_record(&mut record)? {
            rows += 1;
        }
    }
    println!("{rows}");
    Ok(())
}
