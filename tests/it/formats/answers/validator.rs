//! A validator for as much of JSON Schema 2020-12 as the schemas of answers use; it knows when it meets more.

use serde_json::{Map, Value};

/// What of `value` is not as `schema` says; one fault for each place.
pub(super) fn faults(value: &Value, schema: &Value) -> Vec<String> {
    Validator { root: schema }.faults(value, schema, "")
}

struct Validator<'s> {
    root: &'s Value,
}

impl Validator<'_> {
    fn faults(&self, value: &Value, schema: &Value, place: &str) -> Vec<String> {
        let Value::Object(keywords) = schema else {
            assert_eq!(schema, &Value::Bool(true), "{place}");
            return Vec::new();
        };
        let mut faults = Vec::new();
        for (keyword, rule) in keywords {
            faults.extend(self.keyword(value, (keyword, rule), keywords, place));
        }
        faults
    }

    fn keyword(
        &self,
        value: &Value,
        (keyword, rule): (&str, &Value),
        all: &Map<String, Value>,
        place: &str,
    ) -> Vec<String> {
        let fault = |is_well: bool| {
            if is_well {
                Vec::new()
            } else {
                vec![format!("{place}: {value} and {keyword}: {rule}")]
            }
        };
        let within = |part: &Value, rule: &Value, name: &str| {
            self.faults(part, rule, &format!("{place}/{name}"))
        };
        match keyword {
            "$schema" | "$defs" | "title" | "description" => Vec::new(),
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                self.faults(value, &self.root["$defs"][name], place)
            }
            "type" => {
                let of = |name: &Value| is_of(value, name.as_str().unwrap());
                fault(rule.as_array().map_or_else(|| of(rule), |names| names.iter().any(of)))
            }
            "enum" => fault(rule.as_array().unwrap().contains(value)),
            "const" => fault(rule == value),
            "anyOf" | "oneOf" => {
                let each =
                    rule.as_array().unwrap().iter().map(|one| self.faults(value, one, place));
                let each: Vec<Vec<String>> = each.collect();
                let fitting = each.iter().filter(|faults| faults.is_empty()).count();
                let is_well = fitting == 1 || fitting > 1 && keyword == "anyOf";
                let nearest = each.into_iter().min_by_key(Vec::len).unwrap();
                if is_well { Vec::new() } else { vec![nearest.join(" – ")] }
            }
            "required" => {
                let Value::Object(object) = value else { return Vec::new() };
                let names = rule.as_array().unwrap().iter().map(|name| name.as_str().unwrap());
                let missing: Vec<&str> = names.filter(|name| !object.contains_key(*name)).collect();
                if missing.is_empty() {
                    return Vec::new();
                }
                vec![format!("{place}: lacks {}", missing.join(", "))]
            }
            "properties" => {
                let rules = rule.as_object().unwrap().iter();
                let there = rules.filter_map(|(name, rule)| Some((value.get(name)?, rule, name)));
                there.flat_map(|(part, rule, name)| within(part, rule, name)).collect()
            }
            "additionalProperties" => {
                let Value::Object(object) = value else { return Vec::new() };
                let known =
                    |name: &String| all.get("properties").is_some_and(|it| it.get(name).is_some());
                let others = object.iter().filter(|(name, _)| !known(name));
                let others = others.map(|(name, part)| match rule {
                    Value::Bool(false) => vec![format!("{place}: `{name}` is not in the schema")],
                    rule => within(part, rule, name),
                });
                others.flatten().collect()
            }
            "items" => {
                let parts = value.as_array().into_iter().flatten().enumerate();
                parts.flat_map(|(number, part)| within(part, rule, &number.to_string())).collect()
            }
            "minItems" => {
                fault(value.as_array().is_none_or(|it| it.len() as u64 >= rule.as_u64().unwrap()))
            }
            "maxItems" => {
                fault(value.as_array().is_none_or(|it| it.len() as u64 <= rule.as_u64().unwrap()))
            }
            "minimum" => fault(value.as_f64().is_none_or(|it| it >= rule.as_f64().unwrap())),
            "maximum" => fault(value.as_f64().is_none_or(|it| it <= rule.as_f64().unwrap())),
            "format" => {
                fault(value.as_str().is_none_or(|it| is_format(it, rule.as_str().unwrap())))
            }
            "pattern" => fault(value.as_str().is_none_or(|it| fits(it, rule.as_str().unwrap()))),
            other => panic!("{place}: the validator does not know `{other}`"),
        }
    }
}

fn is_of(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("there is no type `{other}`"),
    }
}

fn is_format(words: &str, format: &str) -> bool {
    match format {
        "date" => words.parse::<chrono::NaiveDate>().is_ok(),
        "date-time" => chrono::DateTime::parse_from_rfc3339(words).is_ok(),
        other => panic!("the validator does not know the format `{other}`"),
    }
}

fn fits(words: &str, pattern: &str) -> bool {
    match pattern {
        "^#[0-9a-f]{6}$" => {
            let digits = words.strip_prefix('#').unwrap_or_default();
            let is_digit = |it: char| it.is_ascii_digit() || ('a'..='f').contains(&it);
            digits.len() == 6 && digits.chars().all(is_digit)
        }
        "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$" => {
            words == "24:00" || words.len() == 5 && words.parse::<chrono::NaiveTime>().is_ok()
        }
        other => panic!("the validator does not know the pattern `{other}`"),
    }
}
