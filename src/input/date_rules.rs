//! `[dates]` in `network.toml`

use toml::de::DeValue;

use super::city;
use super::fields::Fields;
use super::value::{self, Outcome, wrong_type};
use crate::diagnostic::value::Expected;
use crate::domain::date_rules::{DateRules, Weight};

/// Reads the table; what it does not name keeps its usual weight.
pub(super) fn read(fields: Fields<'_>) -> DateRules {
    let usual = DateRules::default();
    let read = |key, usual| fields.get(key, weight).unwrap_or(usual);
    DateRules {
        region: city::region(&fields, false).map(|region| region.value),
        weekend: read("weekend", usual.weekend),
        holiday: read("holiday", usual.holiday),
        school_holiday: read("school-holiday", usual.school_holiday),
        bridge_day: read("bridge-day", usual.bridge_day),
        half_holiday: read("half-holiday", usual.half_holiday),
        council: read("council", usual.council),
        market: read("market", usual.market),
        festival: read("festival", usual.festival),
        building_site: read("building-site", usual.building_site),
        other: read("other", usual.other),
        host_unavailable: read("host-unavailable", usual.host_unavailable),
        other_weekday: read("other-weekday", usual.other_weekday),
        other_month: read("other-month", usual.other_month),
        too_close: read("too-close", usual.too_close),
        too_far: read("too-far", usual.too_far),
        short_notice: read("short-notice", usual.short_notice),
    }
}

/// Minus points, or `"block"`.
fn weight(value: &DeValue<'_>) -> Outcome<Weight> {
    match value {
        DeValue::String(_) => value::choice(value),
        DeValue::Integer(_) => value::whole(0, Weight::MOST)(value).map(Weight::Minus),
        _ => Err(wrong_type(Expected::Weight, value)),
    }
}
