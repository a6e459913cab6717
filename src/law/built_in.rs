//! The sets that are part of the program: every file of `criteria/`.

use super::source::{Origin, Source};

/// Lists files of `criteria/` with their content.
macro_rules! files {
    ($($id:literal)*) => {
        [$(($id, concat!("criteria/", $id, ".toml"),
            include_str!(concat!("../../criteria/", $id, ".toml")))),*]
    };
}

/// The built-in sets and layers, as they stand in `criteria/`.
pub fn built_in() -> Vec<Source> {
    let files = files! {
        "qd-318-2022-ntm"
        "qd-318-2022-nang-cao"
        "qd-319-2022-kieu-mau"
        "qd-320-2022-thanh-pho"
        "qd-320-2022-huyen"
        "qd-18-2022-cong-nhan"
        "qd-211-2024-ntm"
        "qd-1246-2022-quang-ninh-ntm"
        "qd-1246-2022-quang-ninh-nang-cao"
    };
    let source = |(id, name, text): (&str, &str, &str)| Source {
        id: id.to_owned(),
        name: name.to_owned(),
        origin: Origin::BuiltIn,
        text: text.to_owned(),
    };
    files.into_iter().map(source).collect()
}
