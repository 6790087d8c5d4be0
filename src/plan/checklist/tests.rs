//! Nothing is due that is done, and what is left has its day.

use super::{Evidence, Progress, in_hand, meetings_at_hand, steps};
use crate::domain::outbox::Outbox;
use crate::example::{date, workspace};

const NETWORK: (&str, &str) = (
    "network.toml",
    "name = 'Netz'\n[checklist]\npress = false\nvenue = 30\n\
     own = [{ id = 'catering', title = 'Essen bestellen', days = 10 }]",
);

#[test]
fn what_is_done_is_not_due() {
    let meeting = "title = 'A'\ndate = 2027-03-02\nplace = 'Rathaus'\ndone = ['catering']\n\
         session = [{ title = 'Gruß', people = [{ name = 'A. Muster' }, \
         { name = 'B. Beispiel', status = 'requested' }] }]";
    let workspace = workspace(&[NETWORK, ("cities.toml", ""), ("meetings/a.toml", meeting)]);
    let outbox = Outbox::default();
    let meeting = &workspace.meetings[0];
    let on = |day: &str| {
        let steps = steps(&workspace, &outbox, meeting, date(day));
        let of = |id: &str| {
            let step = steps.iter().find(|step| step.work.id() == id)?;
            Some((step.progress, step.due.map(|due| due.to_string())?, step.evidence.clone()))
        };
        ["venue", "catering", "speakers", "press", "sign-in-list", "held"].map(of)
    };
    let due = |progress, day: &str, evidence| Some((progress, day.to_owned(), evidence));
    assert_eq!(
        on("2027-02-24"),
        [
            due(Progress::Done, "2027-01-31", Evidence::Placed),
            due(Progress::Done, "2027-02-20", Evidence::Said),
            due(Progress::Late, "2027-01-05", Evidence::Asked(1, 0)),
            None,
            due(Progress::Due, "2027-02-28", Evidence::None),
            due(Progress::Later, "2027-03-03", Evidence::None),
        ]
    );
    // Once it is over only what comes after it is asked about, and that not for ever.
    let after = steps(&workspace, &outbox, meeting, date("2027-03-10"));
    let ids: Vec<_> = after.iter().map(|step| step.work.id()).collect();
    assert_eq!(ids, ["held", "thanks", "minutes"]);
    let at_hand = |day: &str| meetings_at_hand(&workspace, &outbox, date(day)).len();
    assert_eq!(["2027-03-02", "2027-05-01", "2027-05-02"].map(at_hand), [1, 1, 0]);
}

#[test]
fn whoever_takes_over_has_in_hand_what_is_not_done_with() {
    let workspace = workspace(&[
        NETWORK,
        ("meetings/a.toml", "title = 'A'\ndate = 2026-01-12\nstatus = 'held'"),
        ("meetings/b.toml", "title = 'B'\ndate = 2026-06-09"),
        ("meetings/c.toml", "title = 'C'\ndate = 2027-02-20\nstatus = 'held'"),
        ("meetings/d.toml", "title = 'D'\ndate = 2027-03-09\nstatus = 'cancelled'"),
        ("meetings/e.toml", "title = 'E'\ndate = 2027-04-13"),
        ("meetings/f.toml", "title = 'F'\ndate = 2027-09-14"),
        ("meetings/g.toml", "title = 'G'\nstatus = 'idea'"),
    ]);
    let known = in_hand(&workspace, &Outbox::default(), date("2027-03-01"));
    let ids: Vec<&str> = known.iter().map(|meeting| meeting.id.as_str()).collect();
    assert_eq!(ids, ["b", "c", "e", "f", "g"]);
}
