//! Any bytes as the file of a commune.
#![no_main]

mod check;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| check::intake(bytes));
