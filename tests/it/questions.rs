//! The questions of a council's review: README has a command for each, and what it
//! prints on the sample answers it.

use crate::office::{Office, words};

/// The commands in the table of README, with their arguments as a shell would split them.
fn commands() -> Vec<(String, Vec<String>)> {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let table = readme.lines().skip_while(|line| !line.starts_with("| question |")).skip(2);
    let rows = table.take_while(|line| line.starts_with('|'));
    let mut commands = Vec::new();
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").collect();
        let code = cells[1].split('`').skip(1).step_by(2);
        let first: Vec<&str> = code.filter(|code| code.starts_with("ntm ")).collect();
        assert!(!first.is_empty(), "{row}");
        for command in first {
            commands.push((cells[0].trim().to_owned(), words(command).split_off(1)));
        }
    }
    commands
}

/// What must be on the page for it to be an answer, by a word of the command.
const ANSWERS: [(&str, &[&str]); 13] = [
    ("gaps data/mong-cai/2022-05", &["Chưa xã nào đạt", "17.12", "còn thiếu 0,4 tấn"]),
    ("--do-now", &["10.1", "17.10", "không cần kinh phí", "đã có hướng dẫn"]),
    ("--needs-funding --by commune", &["Hải Xuân: đạt 15/19", "cần kinh phí"]),
    ("--by agency", &["Phòng Kinh tế: ", "Chưa có hướng dẫn"]),
    ("--level nang-cao --commune Quảng Nghĩa", &["1    10.1", "việc khó sau"]),
    ("--by commune --commune Hải Tiến", &["còn 2 tiêu chí", "→ xong là đủ"]),
    ("explain", &["18,8 × 100 = 1.880 < 90 × 22,4 = 2.016", "dòng 5", "1246/QĐ-UBND, 2.2"]),
    ("diff data/mong-cai/2022-05 data/mong-cai/2022-06", &["13 → 13,44", "42,33 → 43,78"]),
    ("--sets", &["1246/QĐ-UBND", "chưa có mức quy định"]),
    ("trend data/mong-cai --until", &["2023-03", "17,22", "không có số liệu"]),
    ("trend data/mong-cai --commune Vĩnh Trung", &["2022-12", "chưa báo cáo"]),
    ("trend data/mong-cai --indicator", &["17.1", "Vĩnh Thực"]),
    ("gaps", &["Kinh phí"]),
];

#[test]
fn every_question_has_a_command_that_answers_it() {
    let commands = commands();
    assert!(commands.len() >= 11);
    for (question, arguments) in &commands {
        let line = arguments.join(" ");
        // The one that says most of the command.
        let of_line = ANSWERS.iter().filter(|(part, _)| line.contains(part));
        let found = of_line.max_by_key(|(part, _)| {
            (!part.starts_with("gaps") || line.ends_with(part), part.len())
        });
        let (_, answer) = found.unwrap_or_else(|| panic!("{question}: {line}"));
        let page = Office::project().run_args(arguments).assert_silent().stdout();
        for said in *answer {
            assert!(
                page.to_lowercase().contains(&said.to_lowercase()),
                "{question} {line}: {said}"
            );
        }
    }
}
