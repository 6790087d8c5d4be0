//! What a network is made of: towns, places, people, meetings and their programmes.
//!
//! Values are checked when they are made and cannot hold anything wrong. There are no files, no
//! clock and no formats here; places in files ([`Origin`](crate::source::Origin)) stay with the
//! values so that later findings can point at them.

pub mod action;
pub mod assignment_problem;
pub mod attendance;
pub mod badges;
pub mod calendar;
pub mod checklist;
pub mod city;
pub mod colour;
pub mod contact;
pub mod date_rules;
pub mod id;
pub mod incoming;
pub mod line;
pub mod listed;
pub mod logo;
pub mod mail;
pub mod meeting;
pub mod minutes;
pub mod network;
pub mod outbox;
pub mod region;
pub mod release;
pub mod reply;
pub mod rotation;
pub mod session;
pub mod submission;
pub mod tally;
pub mod time;
pub mod topic;
pub mod topic_answer;
pub mod venue;
pub mod workspace;
