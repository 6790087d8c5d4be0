//! The only door to files, environment, clock and terminal. It knows nothing of meetings.

mod batch;
pub mod built_in;
pub mod clock;
pub mod environment;
pub mod files;
pub mod folder;
pub mod prompt;
pub mod terminal;
