//! Whose turn it is to host: the account of turns, the next host, the coming turns together.

pub mod account;
pub mod deviation;
pub mod explanation;
pub mod lookahead;
pub mod next_host;
pub mod planner;
pub mod problem;
mod row;
pub mod skip;
pub mod slot;
pub mod standing;
pub mod suited;
pub mod swap;
pub mod travel;
pub mod turn;

#[cfg(test)]
mod tests;
