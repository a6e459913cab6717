//! The catalogue's words for the terms of results and sets.

use std::sync::Arc;

use super::Tone;
use crate::intake::Voice;
use crate::law::{COMMON, Confidence, CriteriaFileKind, Level, Origin, Reading, Threshold};
use crate::score::Status;
use crate::text::{self, Text};

/// A level as a page names it.
pub(super) fn level(level: Level) -> Text {
    match level {
        Level::Ntm => text::level_ntm(),
        Level::NangCao => text::level_nang_cao(),
        Level::KieuMau => text::level_kieu_mau(),
        Level::Recognition => text::level_recognition(),
    }
}

/// Who says so.
pub(super) fn voice(voice: Voice) -> Text {
    match voice {
        Voice::Own => text::voice_self(),
        Voice::Verified => text::voice_verified(),
        Voice::Appraised => text::voice_appraised(),
    }
}

/// A verdict.
pub(super) fn status(status: Status) -> Text {
    match status {
        Status::NotApplicable => text::not_applicable(),
        Status::NotMet => text::not_met(),
        Status::Undetermined => text::undetermined(),
        Status::Missing => text::missing(),
        Status::Met => text::met(),
    }
}

/// How a verdict weighs.
pub(super) fn tone(status: Status) -> Tone {
    match status {
        Status::Met => Tone::Good,
        Status::NotMet => Tone::Bad,
        Status::Missing | Status::Undetermined => Tone::Doubt,
        Status::NotApplicable => Tone::Faint,
    }
}

/// How sure a threshold is.
pub(super) fn confidence(confidence: Confidence) -> Text {
    match confidence {
        Confidence::Assumed => text::assumed(),
        Confidence::Unconfirmed => text::unconfirmed(),
        Confidence::Confirmed => text::confirmed(),
    }
}

/// How sure a threshold is, and where it is confirmed by whom, when and from what text.
pub(super) fn confidence_and_readings(threshold: &Threshold) -> Text {
    let reading = |r: &Arc<Reading>| text::explain::read_by(&r.by, Text::day(r.on), &r.text);
    match threshold.readings.as_slice() {
        [] => confidence(threshold.confidence),
        readings => {
            let readings: Vec<Text> = readings.iter().map(reading).collect();
            text::labelled(confidence(threshold.confidence), Text::join(&readings, "; "))
        }
    }
}

/// Where a set came from.
pub(super) fn origin(origin: Origin) -> Text {
    match origin {
        Origin::BuiltIn => text::built_in(),
        Origin::File => text::own_file(),
    }
}

/// What a layer is.
pub(super) fn layer_kind(kind: CriteriaFileKind, province: Option<&str>) -> Text {
    match kind {
        CriteriaFileKind::Base => text::base_set(),
        CriteriaFileKind::Amendment => text::amendment(),
        CriteriaFileKind::Overlay => text::overlay(province.unwrap_or_default()),
        CriteriaFileKind::Guidance => text::guidance(),
        CriteriaFileKind::City => text::city_set(),
        CriteriaFileKind::District => text::district_set(),
    }
}

/// The column of a set that is shown.
pub(super) fn column_shown(key: &str) -> Text {
    match key {
        COMMON => text::column_common(),
        key => text::column_named(key),
    }
}
