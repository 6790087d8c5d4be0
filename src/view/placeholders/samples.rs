//! The parts of answers in which everything is known.

use crate::domain::meeting::Status;
use crate::view::action::OpenAction;
use crate::view::logistics::{Logistics, NeedRow, PauseRow, RoomRow};
use crate::view::merge::{CalledMembers, Sender};
use crate::view::programme::{
    Entry, Item, Kind, Meeting, Network, OrganiserPart, Person, Place, PlanningValues, Registration,
};
use crate::view::words::Worded;

pub(super) fn members(words: &dyn Fn(&str) -> String) -> CalledMembers {
    CalledMembers { one: words("member noun"), several: words("members noun"), are_towns: true }
}

pub(super) fn sender(words: &dyn Fn(&str) -> String) -> Sender {
    let known = |name: &str| Some(words(name));
    Sender {
        name: known("sender name"),
        function: known("sender function"),
        organisation: words("sender organisation"),
        address: vec![words("sender address")],
        town: known("sender town"),
        phone: known("sender phone"),
        mail: known("sender mail"),
    }
}

pub(super) fn logistics(words: &dyn Fn(&str) -> String) -> Logistics {
    Logistics {
        heads: vec![words("heads")],
        expected: Some(40),
        food: vec![NeedRow { what: words("food"), number: 3 }],
        help: vec![NeedRow { what: words("help"), number: 1 }],
        remarks: vec![words("about notes")],
        has_items: true,
        pauses: vec![PauseRow {
            time: Some(words("pause time")),
            title: words("pause title"),
            cost: Some(words("pause cost")),
            place: words("pause place"),
        }],
        warnings: vec![words("seats warning")],
        rooms: vec![RoomRow {
            name: words("used room"),
            seats: words("seats"),
            people: words("people there"),
            uses: vec![words("use of room")],
        }],
        equipment: vec![words("needed equipment")],
        buffers: vec![words("buffer")],
    }
}

pub(super) fn network(words: &dyn Fn(&str) -> String) -> Network {
    Network {
        name: words("network name"),
        full_name: words("network full name"),
        meeting_name: words("meeting name"),
        about: Some(words("about")),
        goals: vec![words("goal")],
        partners: vec![words("partner")],
        members: vec![words("member"), words("other member")],
        members_called: words("members"),
        accent: Some("#1b6b50".to_owned()),
    }
}

pub(super) fn meeting(words: &dyn Fn(&str) -> String) -> Meeting {
    let known = |name: &str| Some(words(name));
    Meeting {
        id: words("meeting id"),
        status: Status::Planned,
        status_words: known("status words"),
        postponed_from: known("postponed from"),
        reason: known("reason"),
        title: words("title"),
        full_title: words("full title"),
        subtitle: known("subtitle"),
        theme: known("theme"),
        number: known("number"),
        date: Some("2024-09-24".to_owned()),
        end_date: Some("2024-09-25".to_owned()),
        date_words: known("date words"),
        date_in_sentence: known("date in a sentence"),
        date_numeric: known("date numeric"),
        time_words: known("time words"),
        admission: known("admission"),
        when: known("when"),
        hosts: vec![words("host")],
        host_words: known("host words"),
        host_role: words("host role"),
        place: Some(Place {
            line: words("place line"),
            name: words("place name"),
            address: known("place address"),
            access: known("access"),
            arrival: known("arrival"),
            link: known("place link"),
        }),
        online: known("online"),
        link: known("meeting link"),
        spoken_language: known("spoken language"),
        target_group: known("target group"),
        description: known("description"),
        organisers: vec![words("organiser")],
        organiser_parts: vec![OrganiserPart {
            role: known("organiser role"),
            names: vec![words("organiser name")],
        }],
        people: vec![person(words)],
        attended: vec![words("attended")],
        excused: vec![words("excused")],
        registration: Some(Registration {
            until: known("register until"),
            was_until: known("register was until"),
            how: known("register how"),
            link: known("register link"),
            mail: known("register mail"),
            cost: known("register cost"),
            is_free: false,
            seats: Some(60),
        }),
        contact: known("contact"),
        notices: vec![words("notice")],
        as_of: known("as of"),
        as_of_date: Some("2024-09-18".to_owned()),
        as_of_line: known("as of line"),
        chair_notes: vec![words("chair note")],
        open_actions: vec![OpenAction {
            what: words("action"),
            owner: words("action owner"),
            due: Some(words("action due")),
            from: Some(words("action from")),
        }],
    }
}

pub(super) fn entry(words: &dyn Fn(&str) -> String) -> Entry {
    let known = |name: &str| Some(words(name));
    Entry {
        id: words("entry id"),
        kind: Some(Kind::Talk),
        level: 0,
        pause: false,
        start: Some("09:30".to_owned()),
        end: Some("10:00".to_owned()),
        time: known("entry time").map(Worded::from),
        connector: known("connector"),
        at: known("entry at"),
        elsewhere: known("elsewhere"),
        meets_at: known("meeting point"),
        for_whom: known("for whom"),
        number: known("entry number"),
        track: known("track"),
        title: words("entry title"),
        place: known("entry detail"),
        people: vec![person(words)],
        items: vec![Item {
            number: known("item number"),
            title: known("item title"),
            people: vec![person(words)],
            description: known("item description"),
            details: vec![words("item detail")],
        }],
        description: known("entry description"),
        details: vec![words("entry detail")],
        terms: vec![words("entry term")],
        link: known("entry link"),
        status: known("entry status").map(Worded::from),
        plan: Some(PlanningValues {
            start: Some("09:30".to_owned()),
            end: Some("10:00".to_owned()),
            start_planned: true,
            end_planned: true,
            time: known("planned time").map(Worded::from),
            minutes: Some(30),
            length: known("planned length").map(Worded::from),
            responsible: known("responsible"),
            equipment: known("equipment"),
            note: known("note"),
            lines: vec![words("plan line")],
        }),
    }
}

pub(super) fn person(words: &dyn Fn(&str) -> String) -> Person {
    Person {
        role: Some(words("role")),
        line: words("person line"),
        name: Some(words("person name")),
        is_absent: false,
        are_several: false,
        roles: None,
    }
}
