//! The only door to files, environment, clock, terminal, network and other
//! programs. It knows nothing of meetings.

mod belongings;
mod beside;
pub mod built_in;
pub mod clock;
pub mod environment;
pub mod files;
pub mod folder;
pub mod gathering;
pub mod interrupt;
pub mod journal;
pub mod lock;
pub mod long;
pub mod owner;
pub mod panic;
pub mod prints;
pub mod program;
pub mod progress;
pub mod prompt;
mod reading;
pub mod secret;
pub mod smtp;
pub mod terminal;
pub mod transport;
pub mod under_way;
pub mod workshop;
