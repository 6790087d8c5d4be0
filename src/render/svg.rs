//! Drawings as SVG: by themselves, in a page, and on paper.
//!
//! Everything is drawn in the one colour that the words around it have, which may be light on dark;
//! only days have tones of their own. Nothing is said by colour alone, and nothing is loaded from
//! elsewhere. The unit is that of a screen of 400 pixels, whose width the drawing has.

mod lanes;
mod map;
mod months;
mod pen;

use crate::document::drawing::{Drawing, Figure};
use pen::{Pen, WIDTH, escape};

/// How a drawing by itself looks, by day, by night and in colours that the reader has forced.
const STYLE: &str = include_str!("svg/style.css");

/// `drawing` as a file.
pub fn svg(drawing: &Drawing) -> String {
    let (height, content) = draw(drawing, &drawing.title);
    let language = drawing.language.code();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
         viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" \
         aria-labelledby=\"title desc\" xml:lang=\"{language}\" \
         color=\"#1a1a1a\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n<style>\n{STYLE}</style>\n\
         <rect class=\"paper\" width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>\n\
         {content}</svg>\n",
        escape(&drawing.title),
        escape(&drawing.description),
    )
}

/// `drawing` as a part of a page, which says what it is.
pub(super) fn inline(drawing: &Drawing) -> String {
    let (height, content) = draw(drawing, "");
    format!(
        "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" font-size=\"12\">\n\
         <title>{}</title>\n<desc>{}</desc>\n{content}</svg>\n",
        escape(&drawing.title),
        escape(&drawing.description),
    )
}

/// `drawing` for paper, in the letters of the house.
#[cfg(feature = "pdf")]
pub(super) fn paper(drawing: &Drawing) -> String {
    let (height, content) = draw(drawing, "");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" \
         width=\"{WIDTH}\" height=\"{height}\" color=\"#000\" \
         font-family=\"Libertinus Serif\" font-size=\"12\">\n{content}</svg>\n"
    )
}

/// The height of what is drawn below its title, and the elements.
fn draw(drawing: &Drawing, title: &str) -> (u32, String) {
    let mut pen = Pen::new();
    if !title.is_empty() {
        pen.heading(title);
    }
    match &drawing.figure {
        Figure::Months(months, key) => months::draw(months, key, &mut pen),
        Figure::Lanes(lanes) => lanes::draw(lanes, &mut pen),
        Figure::Map(spots) => map::draw(spots, &mut pen),
    }
    pen.finish()
}

#[cfg(test)]
mod tests;
