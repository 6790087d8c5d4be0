//! What happens at a meeting: its timetable, what clashes, and the versions that are given out.

pub mod clash;
pub mod release;
pub mod rooms;
pub mod speaker;
pub mod timetable;
pub mod told;
