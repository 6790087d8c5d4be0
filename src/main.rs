//! The `erfa` program.

fn main() {}
