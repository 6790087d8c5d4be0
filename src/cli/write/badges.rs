//! Which name badges are wanted.

use anyhow::Result;

use crate::cli::choice::choice;
use crate::cli::failure::Findings;
use crate::diagnostic::request::BadArgument;
use crate::domain::badges::LabelSize;
use crate::plan::post::document_kind::{Document, Stock};
use crate::plan::post::guests::Circle;
use crate::text::Vocabulary as _;
use crate::view::badges::BadgeWish;

/// The arguments of badges.
#[derive(clap::Args, Debug)]
pub(super) struct BadgeArgs {
    /// Name badges on other labels than `[badges]` says: 90x54, 85x55 or 60x90 mm
    #[arg(
        long,
        value_name = "SIZE",
        hide_possible_values = true,
        value_parser = choice(LabelSize::ALL)
    )]
    label: Option<LabelSize>,

    /// So many empty name badges for guests who come unannounced
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(0..=1000))]
    empty: Option<u32>,

    /// Name badges for all contacts of the members who did not decline, not for those alone who come
    #[arg(long)]
    everybody: bool,
}

impl BadgeArgs {
    /// What is wanted.
    ///
    /// # Errors
    /// If `document` is something else.
    pub(super) fn wish(&self, document: &Document) -> Result<BadgeWish> {
        let Self { label, empty, everybody } = *self;
        let given = [
            (label.is_some(), "--label"),
            (empty.is_some(), "--empty"),
            (everybody, "--everybody"),
        ];
        if let Some((_, name)) = given.into_iter().find(|(given, _)| *given)
            && document.kind().is_some_and(|kind| kind.row().stock != Stock::Labels)
        {
            return Err(Findings::one(BadArgument {
                name: name.to_owned(),
                found: document.name().to_owned(),
                german: "das gibt es nur für `name-badges`".to_owned(),
                english: "that is for `name-badges` alone".to_owned(),
            })
            .into());
        }
        let circle = if everybody { Circle::Everybody } else { Circle::Expected };
        Ok(BadgeWish { size: label, empty, circle })
    }
}
