//! The papers of the day say what is known, whose it is to know it, and nothing else.

use crate::harness::{Output, Test};

const MEETING: &str = "title = \"Werkstatt\"\ndate = 2027-04-20\nstart = \"9:00\"\nhosts = [\"aue\"]\n\
     status = \"invited\"\nvenue = \"hof\"\n";

const TALK: &str = "\n[[session]]\ntitle = \"Wasser\"\nkind = \"talk\"\nstart = \"9:00\"\n\
     people = [{ contact = \"ada\" }, { contact = \"bo\" }]\n";

/// A small network with a meeting of this file, and these replies.
fn write(command: &str, meeting: &str, replies: &str) -> Output {
    let test = Test::new(&format!("--today 2027-04-01 write {command} --format text"))
        .german()
        .file("network.toml", "name = \"Netz\"\nregion = \"none\"\n")
        .file(
            "cities.toml",
            "city = [{ id = \"aue\", name = \"Aue\" }, { id = \"bach\", name = \"Bach\" }]\n",
        )
        .file("venues.toml", "[[venue]]\nid = \"hof\"\nname = \"Hof\"\ncity = \"aue\"\nseats = 50\n")
        .file(
            "contacts.toml",
            "contact = [\n{ id = \"ada\", given-name = \"Ada\", family-name = \"Amsel\", city = \"aue\" },\n\
             { id = \"bo\", given-name = \"Bo\", family-name = \"Buche\", city = \"bach\" },\n\
             { id = \"cy\", given-name = \"Cy\", family-name = \"Clair\", city = \"bach\" },\n]\n",
        )
        .file("meetings/werkstatt.toml", meeting);
    // An empty file is none.
    if replies.is_empty() { test.run() } else { test.file("replies/werkstatt.toml", replies).run() }
}

fn reply(person: &str, answer: &str, more: &str) -> String {
    format!(
        "[[reply]]\nperson = \"{person}\"\nanswer = \"{answer}\"\nfor = 2027-04-20\n\
         received = 2027-03-01\n{more}\n"
    )
}

fn whole() -> String {
    format!("{MEETING}{TALK}")
}

#[test]
fn notes_that_tell_of_something_else_stay_with_the_coordinator() {
    let replies = [
        reply("ada", "yes", "note = \"vegan, bitte\""),
        reply("bo", "yes", "note = \"vegan; will nicht neben Cy sitzen\""),
        reply("cy", "maybe", "note = \"Rollstuhl\""),
    ];
    let list = write("needs-list", &whole(), &replies.concat());
    assert_eq!(list.status, 0, "{}", list.stderr);
    assert!(list.stdout.contains("vegan, bitte"), "{}", list.stdout);
    assert!(list.stdout.contains("Rollstuhl (kommt vielleicht)"), "{}", list.stdout);
    assert!(!list.stdout.contains("sitzen"), "{}", list.stdout);
    let said = list.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(said.matches("bitte nachfragen").count(), 1, "{said}");
}

#[test]
fn what_a_note_has_a_word_of_reaches_list_and_sheet() {
    let replies = [
        reply("ada", "yes", "note = \"Komme mit zwei Azubis, einer vegan\""),
        reply("bo", "yes", "note = \"halal\""),
        reply("cy", "yes", "note = \"Sitzt gern vorn\""),
    ];
    let list = write("needs-list", &whole(), &replies.concat()).stdout;
    let list = list.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        list.contains("erwähnt „vegan“ und sagt mehr oder anderes: bitte nachfragen"),
        "{list}"
    );
    assert!(list.contains("Cy Clair sagt mehr oder anderes: bitte nachfragen"), "{list}");
    assert!(!list.contains("Azubis") && !list.contains("vorn"), "{list}");
    let sheet = write("logistics-sheet", &whole(), &replies.concat()).stdout;
    let sheet = sheet.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(sheet.contains("halal 1"), "{sheet}");
    assert!(sheet.contains("Erwähnt ist dort: vegan; für wie viele, ist nicht klar."), "{sheet}");
}

#[test]
fn badges_for_everybody_are_told_to_be_so() {
    let said = "Zugesagt hat noch niemand";
    let none = write("name-badges", &whole(), &reply("cy", "no", ""));
    assert_eq!(none.status, 0, "{}", none.stderr);
    assert!(none.stderr.contains(said), "{}", none.stderr);
    assert!(none.stdout.contains("Bo Buche") && !none.stdout.contains("Clair"), "{}", none.stdout);
    let wanted = write("name-badges --everybody", &whole(), "");
    assert!(!wanted.stderr.contains(said), "{}", wanted.stderr);
    let some = write("name-badges", &whole(), &reply("cy", "yes", ""));
    assert!(!some.stderr.contains(said), "{}", some.stderr);
}

#[test]
fn a_paper_goes_to_nobody() {
    for paper in ["door-signs", "logistics-sheet", "needs-list", "name-badges", "sign-in-list"] {
        let output = write(&format!("{paper} --to ada"), &whole(), "");
        assert_eq!((output.status, output.stdout.as_str()), (1, ""), "{paper}");
        assert!(output.stderr.contains("`--to`"), "{paper}: {}", output.stderr);
        assert!(output.stderr.contains("geht an niemanden"), "{paper}: {}", output.stderr);
    }
    let letter = write("invitation --to ada", &whole(), "");
    assert_eq!(letter.status, 0, "{}", letter.stderr);
}

#[test]
fn papers_for_a_house_are_odd_where_nobody_meets_in_one_and_there_are_none_of_its_rooms() {
    let online = whole().replace("venue = \"hof\"", "place = \"online\"");
    for (paper, status) in
        [("door-signs", 1), ("name-badges", 0), ("logistics-sheet", 1), ("needs-list", 0)]
    {
        let output = write(paper, &online, "");
        assert_eq!(output.status, status, "{paper}: {}", output.stderr);
        assert_eq!(output.stdout.is_empty(), status == 1, "{paper}: {}", output.stdout);
        assert!(output.stderr.contains("das Treffen ist online"), "{paper}: {}", output.stderr);
        let there = write(paper, &whole(), "");
        assert!(!there.stderr.contains("online"), "{paper}: {}", there.stderr);
    }
}

#[test]
fn the_sheet_for_the_house_tells_nothing_from_something_unknown() {
    let nobody = write("logistics-sheet", &whole(), &reply("cy", "no", ""));
    assert!(nobody.stdout.contains("Bisher hat niemand zugesagt."), "{}", nobody.stdout);
    assert!(!nobody.stdout.contains("0 Personen"), "{}", nobody.stdout);
    assert!(nobody.stdout.contains("Im Programm steht nichts zur Technik."), "{}", nobody.stdout);
    let bare = write("logistics-sheet", MEETING, "");
    let unknown = "Nicht bekannt: Das Programm hat noch keine Punkte.";
    assert_eq!(bare.stdout.matches(unknown).count(), 3, "{}", bare.stdout);
    assert!(!bare.stdout.contains("Im Programm steht"), "{}", bare.stdout);
}

#[test]
fn papers_made_of_answers_tell_what_is_left_of_them() {
    let tally = "purged = 2027-03-20\n\n[[total]]\ncity = \"aue\"\nyes = 1\nno = 0\nmaybe = 0\n\
                 companions = 0\n";
    for paper in ["logistics-sheet", "needs-list"] {
        let output = write(paper, &whole(), tally);
        assert_eq!((output.status, output.stdout.as_str()), (1, ""), "{paper}: {}", output.stderr);
        assert!(output.stderr.contains("`erfa replies`"), "{paper}: {}", output.stderr);
        assert!(!output.stderr.contains("`--to`"), "{paper}: {}", output.stderr);
    }
}

#[test]
fn who_declined_is_looked_for_behind_no_door() {
    let signs = write("door-signs", &whole(), "");
    assert!(signs.stdout.contains("Ada Amsel") && signs.stdout.contains("Bo Buche"));
    let declined = reply("bo", "no", "substitute = \"Cy Clair\"");
    let signs = write("door-signs", &whole(), &declined);
    assert!(signs.stdout.contains("Ada Amsel"), "{}", signs.stdout);
    assert!(!signs.stdout.contains("Buche") && !signs.stdout.contains("Clair"), "{}", signs.stdout);
}
