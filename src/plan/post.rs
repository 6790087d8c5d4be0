//! Who is written to: who must know what, which mails go out, what an answer means, what may go.

pub mod applicability;
pub mod attendance;
pub mod calendar_entry;
pub mod came_back;
pub mod concern;
pub mod data_subject;
pub mod dispatch;
pub mod document_kind;
pub mod exchange;
pub mod guests;
pub mod knowledge;
pub mod mailing;
pub mod needs;
pub mod notification;
pub mod precedence;
pub mod premises;
pub mod purge;
pub mod readiness;
pub mod recipient;
pub mod recorded;
pub mod reminder;
pub mod reply;
#[cfg(test)]
pub(crate) mod sample;
pub mod told;
