//! Documents as blocks, made from a template and an answer.
//!
//! Kinds of documents times formats is a product; with templates below and renderers above this
//! model it is a sum.

pub mod account;
pub mod action;
pub mod agenda;
pub mod attendance;
pub mod calendar;
pub mod changes;
pub mod dates;
pub mod drawing;
pub mod export;
pub mod filing;
pub mod grid;
pub mod handbook;
pub mod import;
pub mod journal;
pub mod letter;
pub mod listing;
pub mod markdown;
pub mod minutes;
pub mod model;
pub mod news;
pub mod next_host;
pub mod outbox;
pub mod picture;
pub mod plan;
pub mod privacy;
pub mod purge;
pub mod release;
pub mod replies;
pub mod search;
pub mod site;
pub mod speaker;
pub mod spreadsheet;
pub mod status;
pub mod style_sheet;
pub mod template;
pub mod told;
pub mod topic_answers;
pub mod topics;
