//! The rotation as its rules have it, case by case and as properties of any network.

mod ahead;
mod cases;
mod properties;

use super::next_host::{NextHosts, next_hosts};
use super::slot::HostQuestion;
use crate::domain::workspace::Workspace;
use crate::example::date;

fn ask<'a>(workspace: &'a Workspace, today: &str, count: usize) -> NextHosts<'a> {
    next_hosts(workspace, HostQuestion { date: None, today: date(today), count }).unwrap()
}

/// The hosts of the next turns, by their numbers.
fn hosts(workspace: &Workspace, today: &str, count: usize) -> Vec<usize> {
    let decisions = ask(workspace, today, count).decisions;
    decisions.iter().map(|decision| decision.host.0).collect()
}
