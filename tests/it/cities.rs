//! Cities over a roster of very many districts.

use std::time::{Duration, Instant};

use crate::common::{library, source};
use ntm::analysis::city::cities;
use ntm::analysis::ladder::Ladder;
use ntm::intake::Roster;
use ntm::law::{Columns, CriteriaFileKind};

/// A roster whose communes go to districts in turn.
fn roster(communes: usize, districts: usize, columns: &[&Columns]) -> Roster {
    let mut text = "code,name,province,region,district\n".to_owned();
    for place in 0..communes {
        text.push_str(&format!("{:05},Xã {place},22,DBSH,D{}\n", place + 1, place % districts));
    }
    let (roster, problems) = Roster::parse_files(&[source("communes.csv", &text)], columns);
    assert_eq!((roster.communes.len(), problems.len()), (communes, 0));
    roster
}

/// Every commune is in its own district's city and in no other, in the order of the roster;
/// eight times the districts take eight times as long, not sixty-four times.
#[test]
fn each_commune_is_looked_at_once() {
    let library = library();
    let columns: Vec<&Columns> = library.sets.iter().map(|set| &set.columns).collect();
    let set = library.cities.iter().find(|set| set.kind == CriteriaFileKind::City).unwrap();
    let taken = |communes: usize, districts: usize| {
        let roster = roster(communes, districts, &columns);
        let ladder = |commune| Ladder { commune, steps: Vec::new(), title: None, later: None };
        let ladders: Vec<Ladder> = (0..communes).map(ladder).collect();
        let begin = Instant::now();
        let cities = cities(&ladders, &roster, set, &[]);
        let taken = begin.elapsed();
        assert_eq!(cities.len(), districts);
        for (place, city) in cities.iter().enumerate() {
            assert_eq!(city.district, Some(format!("D{place}").as_str()));
            let own: Vec<usize> = (place..communes).step_by(districts).collect();
            assert_eq!(city.communes, own.len());
            let counts = city.verdicts.iter().filter_map(|verdict| verdict.count.as_ref());
            assert!(counts.into_iter().all(|count| count.lacking == own));
        }
        taken
    };
    taken(3_000, 3);
    let (few, many) = (taken(1_000, 1_000), taken(8_000, 8_000));
    assert!(many < few * 24 + Duration::from_millis(50), "{few:?}, then {many:?}");
}
