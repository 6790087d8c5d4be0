//! Why a reply is left to a person.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use crate::domain::incoming::{Delivery, Fault};

/// Why a person must look at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody is known at this address.
    UnknownSender(String),
    /// Several are known at this address, by their keys.
    SharedAddress(String, Vec<String>),
    /// Whoever was written to at this address is no contact any more.
    Gone(String),
    /// It answers no meeting of this network, but an entry of this name.
    UnknownMeeting(String),
    /// It answers an entry of this name: that of another meeting, which could not be read, or none of
    /// this network.
    UnreadMeeting(String),
    /// It is about another meeting than is wanted.
    OtherMeeting,
    /// It answers for this address, but comes from another (RFC 5546, 6.1.2).
    Forged(String),
    /// It comes from an address of somebody's, but names somebody else.
    NamesAnother(String),
    /// It answers this revision, but the last one is that.
    OldFacts(u32, u32),
    /// It answers this day, on which the meeting is not.
    OtherDay(Option<NaiveDate>),
    /// It answers a meeting that begins then, but it begins at another time of the same day.
    OtherTime {
        /// The time that is answered.
        answered: NaiveTime,
        /// The time that calendars have now.
        now: NaiveTime,
    },
    /// The meeting was moved, and nothing says whether the new day is answered.
    NoDay,
    /// The meeting has no day that anybody could answer.
    Dayless,
    /// It came on this day, the very one on which the meeting was moved.
    DayOfMove(NaiveDate),
    /// It says when it came, but nobody wrote down when the meeting was moved.
    UndatedMove,
    /// It came on this day, if it says when, and everybody may have been asked again since: the meeting was
    /// cancelled, or begins at another time.
    AskedAgain(Option<NaiveDate>),
    /// Somebody else is to come.
    Delegated {
        /// The name of whoever was invited, else the address.
        from: String,
        /// The names of those whom they send, else their addresses; none if the answer does not say.
        to: Vec<String>,
        /// The name of the only one, if it is known.
        substitute: Option<String>,
    },
    /// Whoever answers has not decided.
    Undecided,
    /// It asks for another time.
    Counter,
    /// It is no answer, but of this method.
    OtherMethod(String),
    /// It answers with a word that says neither yes nor no.
    OtherStatus(String),
    /// It does not say who answers.
    NoAttendee,
    /// It answers for several at once.
    SeveralAttendees,
    /// It answers for a part of the meeting.
    Partial,
    /// It does not say when it was written.
    NoTime,
    /// It comes from the future.
    Future(DateTime<FixedOffset>),
    /// Another of the same time says something else.
    Contradiction,
    /// It has no date, and something else is recorded or came with one.
    Undated,
    /// What is recorded has no date, so nobody can say which is newer.
    UndatedEntry,
    /// It answers in words.
    Words,
    /// It holds no words, but these attachments.
    NoWords(Vec<String>),
    /// A program answered.
    Automatic,
    /// A mail did not arrive, or something else became of it.
    Delivery(Box<Delivery>),
    /// A mail is said not to have arrived that was never sent.
    NeverSent(Box<Delivery>),
    /// A report without a recipient.
    EmptyReport,
    /// The row names nobody.
    NoPerson,
    /// The row names somebody unknown; the nearest key.
    UnknownPerson(String, Option<String>),
    /// The row names several, by their keys.
    AmbiguousPerson(String, Vec<String>),
    /// Name and address of the row are of two people.
    TwoPeople,
    /// There is no meeting that the row could be about.
    NoMeeting,
    /// This is no answer.
    BadAnswer(String),
    /// These are no names.
    BadNames(String),
    /// Whoever answers stands there as their own company.
    OwnCompany(String),
    /// It says no, and names who comes along.
    NoWithCompany,
    /// A person comes, and names who comes instead.
    YesWithSubstitute,
    /// This is no date.
    BadDate(String),
    /// It cannot be understood.
    Fault(Fault),
}
