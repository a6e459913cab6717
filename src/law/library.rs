//! All sets with their layers, checked against each other.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::block::Block;
use super::city::{self, CitySet};
use super::head::{CriteriaFileKind, RawHead, read_head};
use super::layer;
use super::link;
use super::raw::{self};
use super::set::{Layer, Set};
use super::source::{Faults, Origin, Readable, Source};
use super::{Decision, Level, base};
use crate::problem::{self, Code, Location, Problem};
use crate::{fold, text};

/// Every set the program knows. Valid once built.
#[derive(Clone, Debug)]
pub struct Library {
    /// The base sets, by level and date.
    pub sets: Vec<Set>,
    /// The conditions of cities and rural districts, by date.
    pub cities: Vec<CitySet>,
    /// What is worth a look: void confirmations.
    pub warnings: Vec<Problem>,
}

impl Library {
    /// Reads and checks all `sources`. A file replaces the built-in set of its id;
    /// two files of one id are refused. Without a clock confirmations may be of any day
    /// since their decision.
    ///
    /// # Errors
    /// Every fault of every file.
    pub fn load(sources: Vec<Source>) -> Result<Library, Vec<Problem>> {
        Library::load_all(sources, None)
    }

    /// The same on the day of the run, after which nothing can have been confirmed.
    ///
    /// # Errors
    /// Every fault of every file.
    pub fn load_on(sources: Vec<Source>, today: Date) -> Result<Library, Vec<Problem>> {
        Library::load_all(sources, Some(today))
    }

    fn load_all(sources: Vec<Source>, today: Option<Date>) -> Result<Library, Vec<Problem>> {
        let mut chosen: Vec<Source> = Vec::new();
        let mut loader = Loader { today, ..Loader::default() };
        for source in sources {
            let rival = chosen.iter().find(|other| other.id == source.id);
            if let Some(rival) = rival.filter(|rival| rival.origin == Origin::File) {
                let mut faults = Faults::new(&source);
                let message = text::file_twice(&source.id, &rival.name);
                faults.add(Code::TwoValues, 0..0, message, text::keep_one());
                loader.problems.extend(faults.finish());
            }
            chosen.retain(|other| other.id != source.id);
            chosen.push(source);
        }
        chosen.sort_by(|a, b| a.id.cmp(&b.id));
        for source in &chosen {
            loader.read_head(source);
        }
        loader.read_layers();
        if problem::errors(&loader.problems) == 0 {
            let sources: Vec<&Source> = chosen.iter().collect();
            loader.problems.extend(link::link(&mut loader.sets, &sources));
        }
        let mut warnings = loader.problems;
        if problem::errors(&warnings) > 0 {
            return Err(warnings);
        }
        let mut sets = loader.sets;
        warnings.extend(sets.iter().flat_map(tell_replaced));
        sets.sort_by_key(|s| (s.level, s.decision.in_force));
        let mut cities = loader.cities;
        cities.sort_by_key(|city| city.decision.in_force);
        Ok(Library { sets, cities, warnings })
    }

    /// The base set with this id.
    pub fn set(&self, id: &str) -> Option<&Set> {
        self.sets.iter().find(|set| set.id == id)
    }

    /// The layer with this id, and the set it changes.
    pub fn layer(&self, id: &str) -> Option<(&Set, &Layer)> {
        self.sets.iter().find_map(|set| {
            let layer = set.layers.iter().find(|layer| layer.id == id)?;
            Some((set, layer))
        })
    }

    /// What cities, or rural districts, must reach on `day`: the user's own set before a
    /// built-in one.
    pub fn city_in_force(&self, kind: CriteriaFileKind, day: Date) -> Option<&CitySet> {
        let of_kind = |city: &&CitySet| city.kind == kind && city.decision.is_in_force(day);
        let there = || self.cities.iter().rev().filter(of_kind);
        there().find(|city| city.origin == Origin::File).or_else(|| there().next())
    }

    /// The base set of `level` in force on `day`.
    pub fn in_force(&self, level: Level, day: Date) -> Option<&Set> {
        let of_level = |set: &&Set| set.level == level && set.decision.is_in_force(day);
        // The user's own before a built-in one; the later one, should an old set not have
        // been ended.
        let own = |set: &&Set| set.origin == Origin::File;
        let there = || self.sets.iter().rev().filter(of_level);
        there().find(own).or_else(|| there().next())
    }
}

/// An overlay applies until the next one of the same province and set. By date, those that
/// come later stand behind.
fn end_replaced(waiting: &mut [(&Source, RawHead)]) {
    let mut next: BTreeMap<(String, Option<String>), Vec<Date>> = BTreeMap::new();
    for (_, head) in
        waiting.iter_mut().rev().filter(|(_, head)| head.kind == CriteriaFileKind::Overlay)
    {
        let base = head.base.as_ref().map(|base| base.get_ref().clone()).unwrap_or_default();
        let begins = next.entry((base, head.province.clone())).or_default();
        let own = head.decision.in_force;
        let newer = begins.iter().rev().find(|begin| **begin > own);
        let before = newer.and_then(|begin| begin.yesterday().ok());
        head.applies_until = [head.applies_until, before].into_iter().flatten().min();
        begins.push(own);
    }
}

/// The overlays of a set in whose place newer ones come.
fn tell_replaced(set: &Set) -> impl Iterator<Item = Problem> {
    set.layers.iter().filter_map(|layer| {
        let newer = set.replaced_by(layer)?;
        let place = Location { file: layer.file.clone(), ..Location::default() };
        let message = text::replaced_by(&newer.id, newer.decision.in_force);
        let hint = text::check_newer_holds_all();
        Some(Problem::error(Code::ReplacedLayer, place, message, hint).as_warning())
    })
}

/// Layers wait until the set they change is built.
#[derive(Default)]
struct Loader<'s> {
    sets: Vec<Set>,
    cities: Vec<CitySet>,
    waiting: Vec<(&'s Source, RawHead)>,
    problems: Vec<Problem>,
    /// The day of the run.
    today: Option<Date>,
}

impl<'s> Loader<'s> {
    fn read_head(&mut self, source: &'s Source) {
        let mut faults = Faults::new(source);
        let table = raw::parse(&mut faults);
        if faults.count() > 0 {
            self.problems.extend(faults.finish());
            return;
        }
        let file = Block::new(table.get_ref(), table.span());
        let head = read_head(&file, &mut faults);
        faults.readable = self.readable(&head);
        faults.years = years_of(&head.decision, None);
        refuse_province(&file, &head, &mut faults);
        if head.kind.is_over_all() {
            self.refuse_rival_city(source, &head, &mut faults);
            let city = city::parse_city_set(&file, head, &mut faults);
            file.finish(&mut faults);
            self.problems.extend(faults.finish());
            self.cities.push(city);
            return;
        }
        if head.kind != CriteriaFileKind::Base {
            self.waiting.push((source, head));
            return;
        }
        self.refuse_rival(source, &head, &mut faults);
        let set = base::parse_set(&file, head, &mut faults);
        file.finish(&mut faults);
        self.problems.extend(faults.finish());
        self.sets.push(set);
    }

    /// Two sets of one level from one day: which of them is in force cannot be known. One's
    /// own goes before a built-in one.
    fn refuse_rival(&self, source: &Source, head: &RawHead, faults: &mut Faults) {
        let (level, day) = (*head.level.get_ref(), head.decision.in_force);
        // What lacks either is told of that.
        let known = day != Date::ZERO && !head.level.span().is_empty();
        let rival = self.sets.iter().filter(|_| known).find(|set| {
            (set.level, set.decision.in_force, set.origin) == (level, day, source.origin)
        });
        if let Some(rival) = rival {
            let message = text::two_bases(level, day, &rival.file);
            faults.add(Code::TwoValues, head.level.span(), message, text::keep_one_base());
        }
    }

    /// Likewise of what cities, or rural districts, must reach.
    fn refuse_rival_city(&self, source: &Source, head: &RawHead, faults: &mut Faults) {
        let (kind, day) = (head.kind, head.decision.in_force);
        let rival = self.cities.iter().filter(|_| day != Date::ZERO).find(|city| {
            (city.kind, city.decision.in_force, city.origin) == (kind, day, source.origin)
        });
        if let Some(rival) = rival {
            let message = text::two_bases(kind.as_str(), day, &rival.id);
            faults.add(Code::TwoValues, 0..0, message, text::keep_one_base());
        }
    }

    /// On which days the decision of a file can have been read.
    fn readable(&self, head: &RawHead) -> Readable {
        let issued = Some((head.decision.number.clone(), head.decision.date));
        Readable { issued, decision: head.decision.cited(), today: self.today }
    }

    /// The central law before what provinces say, which may not undercut it, and amendments
    /// before guidance; each by date.
    fn read_layers(&mut self) {
        self.waiting.sort_by_key(|(source, head)| {
            let amendment = head.kind == CriteriaFileKind::Amendment;
            // Of two that clash the user's own is the one to mend.
            let own = source.origin == Origin::File;
            let of_province = head.province.is_some();
            (!amendment, of_province, head.decision.in_force, own, source.id.clone())
        });
        let mut waiting = std::mem::take(&mut self.waiting);
        end_replaced(&mut waiting);
        for (source, head) in waiting {
            self.read_layer(source, head);
        }
    }

    fn read_layer(&mut self, source: &'s Source, head: RawHead) {
        let mut faults = Faults::new(source);
        let table = raw::parse(&mut faults);
        let file = Block::new(table.get_ref(), table.span());
        // Read again so that its keys count as asked for and faults are reported once.
        let _ = read_head(&file, &mut faults);
        faults.readable = self.readable(&head);
        refuse_province(&file, &head, &mut faults);
        let known: Vec<&str> = self.sets.iter().map(|set| set.id.as_str()).collect();
        let place = head.base.as_ref().and_then(|base| {
            let place = self.sets.iter().position(|set| set.id == *base.get_ref());
            if place.is_none() {
                let near = fold::nearest(base.get_ref(), known.iter().copied());
                let hint = text::near_or(&near, text::allowed_here(known.join(", ")));
                let message = text::unknown_base(base.get_ref());
                faults.add(Code::UnknownSet, base.span(), message, hint);
            }
            place
        });
        if let Some(place) = place {
            faults.years = years_of(&head.decision, self.sets[place].decision.until);
            let layer = layer::parse_layer(&file, head, &self.sets[place], &mut faults);
            file.finish(&mut faults);
            self.refuse_clash(&layer, place, &mut faults);
            self.sets[place].layers.push(layer);
        }
        self.problems.extend(faults.finish());
    }

    /// Two layers of one day, for one province, may not both speak of a value.
    fn refuse_clash(&self, layer: &Layer, place: usize, faults: &mut Faults) {
        let rivals = self.sets[place].layers.iter().filter(|other| {
            let amendment = |l: &Layer| l.kind == CriteriaFileKind::Amendment;
            other.decision.in_force == layer.decision.in_force
                && amendment(other) == amendment(layer)
                && (other.province == layer.province
                    || other.province.is_none()
                    || layer.province.is_none())
        });
        for rival in rivals {
            if rival.decision.number == layer.decision.number {
                let (message, hint) = (text::same_decision(&rival.id), text::rename_to(&rival.id));
                faults.add(Code::TwoValues, 0..0, message, hint);
                continue;
            }
            let both = layer.patches.keys().filter(|id| rival.patches.contains_key(*id));
            for id in both {
                let message = text::two_layers(id, &rival.id);
                faults.add(Code::TwoValues, 0..0, message, text::keep_one());
            }
        }
    }
}

/// The years in which what a decision says may count; `until`: the last day of what it
/// changes.
fn years_of(decision: &Decision, until: Option<Date>) -> RangeInclusive<i16> {
    let until = [decision.until, until].into_iter().flatten().min();
    decision.in_force.year()..=until.map_or(LAST_YEAR, |until| until.year())
}

/// The last year of four digits.
const LAST_YEAR: i16 = 9999;

/// Only an overlay or guidance may be of one province: an amendment changes what all of
/// them are measured against.
fn refuse_province(file: &Block, head: &RawHead, faults: &mut Faults) {
    if head.province.is_none()
        || matches!(head.kind, CriteriaFileKind::Overlay | CriteriaFileKind::Guidance)
    {
        return;
    }
    let message = match head.kind {
        CriteriaFileKind::Amendment => text::amendment_of_province(),
        kind => text::no_province_here(kind.as_str()),
    };
    let hint = match head.kind {
        CriteriaFileKind::Amendment => text::make_it_an_overlay(),
        _ => text::leave_out("province"),
    };
    faults.add(Code::BadValue, file.place("province"), message, hint);
}
