//! erfa
pub mod diagnostic;
pub mod document;
pub mod domain;
pub mod source;
pub mod text;
pub mod view;
