//! Answers to the survey of topics: a mail with numbers, or a table that somebody keeps.

use csv::StringRecord;
use mail_parser::MessageParser;

use super::cell::decoded;
use super::mail::{own_lines, wrote_itself};
use super::quotes::open_quote;
use super::table::{DELIMITERS, Lines, headings, reader, without_wish};
use super::words::short;
use super::{ReplyFile, cell};
use crate::domain::reply::Received;
use crate::domain::time::TimeZone;
use crate::domain::topic_answer::{TopicAnswer, Unread};
use crate::source::RawFile;
use crate::text::slug;

/// What a line or a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Name,
    Mail,
    Wanted,
    Offered,
    New,
    Received,
}

/// The words before a colon and the headings of columns, as slugs.
const WORDS: &[(Part, &str)] = &[
    (
        Part::Name,
        "person kontakt contact name teilnehmer teilnehmerin wer who stadt kommune city town mitglied member",
    ),
    (Part::Mail, "e-mail email mail e-mail-adresse email-adresse mailadresse adresse address"),
    (
        Part::Wanted,
        "wunsch wuensche unser-wunsch unsere-wuensche mein-wunsch meine-wuensche gewuenscht \
         want wants wanted wish wishes our-wishes",
    ),
    (
        Part::Offered,
        "angebot angebote unser-angebot unsere-angebote mein-angebot meine-angebote angeboten \
         offer offers offered our-offers",
    ),
    (Part::New, "neu neues-thema neue-themen new new-topic new-topics"),
    (Part::Received, "received eingang eingegangen zeitstempel timestamp datum date"),
];

/// The longest line of a mail that can be an answer, in characters.
const LONGEST: usize = 400;

/// The most topics that one answer names.
const MOST: usize = 200;

/// The most answers that a table holds: each is shown.
const MOST_ANSWERS: usize = 20_000;

/// What a file says: one answer for a mail, one for each row of a table. Days are those of `zone`.
///
/// # Errors
/// If there are no answers in it.
pub fn read_topic_answers(file: RawFile, zone: &TimeZone) -> Result<Vec<TopicAnswer>, Unread> {
    let path = short(&file.path);
    let kind = ReplyFile::named(&file.path);
    let bytes = file.content.map_err(|_| Unread::Refused)?;
    let answers = match kind {
        Some(ReplyFile::Mail) => vec![mail(&bytes, zone)?],
        Some(ReplyFile::Table) => table(&decoded(&bytes), zone)?,
        Some(ReplyFile::Calendar) | None => return Err(Unread::OtherKind),
    };
    Ok(answers.into_iter().map(|answer| TopicAnswer { file: path.clone(), ..answer }).collect())
}

fn mail(bytes: &[u8], zone: &TimeZone) -> Result<TopicAnswer, Unread> {
    let message = MessageParser::default().parse(bytes).ok_or(Unread::NoMail)?;
    let words = super::mail::words_of(&message, zone).ok_or(Unread::NoMail)?;
    if wrote_itself(&message) {
        return Err(Unread::Automatic);
    }
    let text = message.body_text(0).unwrap_or_default();
    let mut answer = TopicAnswer {
        from: words.from,
        called: words.called,
        date: words.date.map(|date| date.date_naive()),
        ..TopicAnswer::default()
    };
    for line in own_lines(&text).filter(|line| line.chars().count() <= LONGEST) {
        let (label, rest) = line.split_once(':').unwrap_or(("", line));
        match part(label) {
            Some(Part::Wanted) => answer.wanted.extend(named(rest)),
            Some(Part::Offered) => answer.offered.extend(named(rest)),
            Some(Part::New) => answer.new.extend(titles(rest)),
            // Numbers alone are what was asked for first.
            None if label.is_empty() && is_numbers(line) => answer.wanted.extend(named(line)),
            Some(Part::Name | Part::Mail | Part::Received) | None => {}
        }
    }
    Ok(bounded(answer))
}

fn table(table: &str, zone: &TimeZone) -> Result<Vec<TopicAnswer>, Unread> {
    let (table, skipped, wish) = without_wish(table);
    let fits = |sign: &u8| is_complete(&columns(&headings(table, *sign)));
    let delimiter = wish.or_else(|| DELIMITERS.into_iter().find(fits)).unwrap_or(b';');
    let columns = columns(&headings(table, delimiter));
    if !is_complete(&columns) {
        return Err(Unread::NoColumns);
    }
    // What stands below a mark that is never closed would be one cell.
    if open_quote(table, delimiter).is_some() {
        return Err(Unread::OpenQuote);
    }
    let mut lines = Lines::new(table, 1 + skipped);
    let mut answers = Vec::new();
    for record in reader(table, delimiter).records().skip(1).filter_map(Result::ok) {
        let line = lines.at(record.position());
        let cells = |wanted: Part| {
            let known = columns.iter().zip(&record).filter(move |(part, _)| **part == Some(wanted));
            known.map(|(_, cell)| cell).filter(|cell| !cell.is_empty())
        };
        let received = cells(Part::Received).find_map(|it| cell::received(it, zone).ok().flatten());
        let answer = TopicAnswer {
            line: Some(line),
            from: cells(Part::Mail).map(short).collect(),
            called: cells(Part::Name).map(short).collect(),
            date: received.map(|received| match received {
                Received::Day { day, .. } => day,
                Received::At(moment) => moment.date_naive(),
            }),
            wanted: cells(Part::Wanted).flat_map(named).collect(),
            offered: cells(Part::Offered).flat_map(named).collect(),
            new: cells(Part::New).flat_map(titles).collect(),
            ..TopicAnswer::default()
        };
        if record.iter().any(|cell| !cell.is_empty()) {
            answers.push(bounded(answer));
        }
        if answers.len() > MOST_ANSWERS {
            return Err(Unread::ManyRows);
        }
    }
    Ok(answers)
}

fn bounded(mut answer: TopicAnswer) -> TopicAnswer {
    for list in [&mut answer.wanted, &mut answer.offered, &mut answer.new] {
        list.truncate(MOST);
    }
    answer
}

fn columns(headings: &StringRecord) -> Vec<Option<Part>> {
    headings.iter().map(part).collect()
}

fn is_complete(columns: &[Option<Part>]) -> bool {
    let has = |parts: &[Part]| columns.iter().flatten().any(|part| parts.contains(part));
    has(&[Part::Name, Part::Mail]) && has(&[Part::Wanted, Part::Offered])
}

fn part(label: &str) -> Option<Part> {
    let label = slug(label);
    let is_it = |(_, words): &&(Part, &str)| words.split_whitespace().any(|word| word == label);
    WORDS.iter().find(is_it).map(|(part, _)| *part)
}

/// The numbers and titles in a line: `1, 3 und Lärm`. A title may hold an "und" of its own.
fn named(line: &str) -> Vec<String> {
    let mut all = Vec::new();
    for piece in titles(line) {
        let parts = piece.split(" und ").flat_map(|part| part.split(" and "));
        let parts: Vec<&str> = parts.flat_map(|part| part.split(" & ")).map(str::trim).collect();
        if !parts.iter().any(|part| is_numbers(part)) {
            all.push(piece);
            continue;
        }
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            if is_numbers(part) {
                let numbers = part.split(|sign: char| !sign.is_ascii_digit());
                all.extend(numbers.filter(|number| !number.is_empty()).map(str::to_owned));
            } else {
                all.push(part.to_owned());
            }
        }
    }
    all
}

/// The pieces of a line between commas and semicolons.
fn titles(line: &str) -> Vec<String> {
    let parts = line.split([',', ';']);
    let parts = parts.map(|part| short(part.trim().trim_end_matches('.')));
    parts.filter(|part| part.chars().any(char::is_alphanumeric)).collect()
}

/// Whether a line is numbers with signs between them: `1, 3 und 7`, `Nr. 2`.
fn is_numbers(line: &str) -> bool {
    let mut words = line.split(|sign: char| !sign.is_alphanumeric()).filter(|it| !it.is_empty());
    let mut has_number = false;
    let is_fit = words.all(|word| {
        let is_number = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        has_number |= is_number;
        is_number || ["und", "and", "nr", "no", "Nr", "No"].contains(&word)
    });
    is_fit && has_number
}

#[cfg(test)]
mod tests {
    use super::read_topic_answers;
    use crate::domain::time::TimeZone;
    use crate::domain::topic_answer::{TopicAnswer, Unread};
    use crate::source::RawFile;

    fn read(path: &str, text: &str) -> Result<Vec<TopicAnswer>, Unread> {
        read_topic_answers(RawFile::from((path, text)), &TimeZone::default())
    }

    fn mail(body: &str) -> TopicAnswer {
        let text = format!(
            "From: Ada Aue <ada@example.org>\r\nTo: netz@example.org\r\nSubject: Re: Themen\r\n\
             Date: Mon, 2 Nov 2026 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}"
        );
        read("a.eml", &text).unwrap().remove(0)
    }

    #[test]
    fn a_mail_tells_by_labels_or_by_bare_numbers() {
        let answer = mail(
            "Hallo,\n\nWünsche: 1, 3 und Lärm; 12 14\nAngebot: Nr. 2.\nNeu: Fassaden\nViele Grüße\n\n\
             Am 1.11.2026 schrieb netz:\n> Wunsch: 9\nWunsch: 8\n",
        );
        assert_eq!(answer.wanted, ["1", "3", "Lärm", "12", "14"]);
        assert_eq!(
            (&answer.offered[..], &answer.new[..]),
            (&["2".to_owned()][..], &["Fassaden".to_owned()][..])
        );
        assert_eq!(
            (answer.from[0].as_str(), answer.called[0].as_str()),
            ("ada@example.org", "Ada Aue")
        );
        assert_eq!(answer.date.unwrap().to_string(), "2026-11-02");
        let bare = mail("Guten Tag, gern:\n4 und 5\nMit 3 Grüßen\n99084 Erfurt\n");
        assert_eq!((bare.wanted, bare.offered.len()), (vec!["4".to_owned(), "5".to_owned()], 0));
    }

    #[test]
    fn a_table_has_a_row_for_each_answer() {
        let rows =
            read("a.csv", "Stadt;Wünsche;Angebote;Eingang\nAue;1, 2;;1.11.2026\nElm;;Lärm;\n;;;\n")
                .unwrap();
        assert_eq!(rows.len(), 2);
        assert_eq!((rows[0].wanted.len(), rows[0].line), (2, Some(2)));
        assert_eq!(rows[0].date.unwrap().to_string(), "2026-11-01");
        assert_eq!(
            (&rows[1].offered[..], &rows[1].called[..]),
            (&["Lärm".to_owned()][..], &["Elm".to_owned()][..])
        );
        assert_eq!(read("a.csv", "Stadt;Farbe\nAue;rot\n"), Err(Unread::NoColumns));
        // Else the wish below would be that of the first.
        let open = "Stadt;Wünsche\nAue;\"1\nElm;2\n";
        assert_eq!(read("a.csv", open), Err(Unread::OpenQuote));
        let long = |rows: usize| format!("Stadt;Wünsche\n{}", "Aue;1\n".repeat(rows));
        assert_eq!(read("a.csv", &long(20_000)).unwrap().len(), 20_000);
        assert_eq!(read("a.csv", &long(20_001)), Err(Unread::ManyRows));
        assert_eq!(read("a.ics", "x"), Err(Unread::OtherKind));
        assert_eq!(read("a.eml", "x"), Err(Unread::NoMail));
    }
}
