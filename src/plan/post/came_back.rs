//! Addresses that mails came back from.

use chrono::{DateTime, FixedOffset};

use crate::domain::outbox::{Event, Outbox, State};
use crate::text::address_key;

/// Whether the last that is known of any mail to `address` is that one came back.
pub fn came_back(outbox: &Outbox, address: &str) -> bool {
    let Some(key) = address_key(address) else { return false };
    let fates = outbox.runs.iter().flat_map(|run| {
        let there = run
            .messages
            .iter()
            .filter(|message| address_key(message.mail.as_str()).as_ref() == Some(&key));
        there.filter_map(|message| outbox.ledger.last(&run.path(message)))
    });
    let known = fates.filter_map(|entry| match entry.event {
        Event::Message(state @ (State::Sent | State::Bounced)) => Some((entry.at, state)),
        _ => None,
    });
    let last: Option<(DateTime<FixedOffset>, State)> = known.max_by_key(|(at, _)| *at);
    last.is_some_and(|(_, state)| state == State::Bounced)
}
