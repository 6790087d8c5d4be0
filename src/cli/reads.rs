//! What a command rests on: a fault stops the commands that read it, and no other.

use crate::diagnostic::Diagnostic;
use crate::input::Resting;
use crate::source::Sources;

/// A part of a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Area {
    /// The network and its towns, on which everything rests.
    Network,
    /// The venues.
    Venues,
    /// The venues that meetings are held at, from which the ways there are told.
    Places,
    /// The people.
    Contacts,
    /// Skips and swaps.
    Rotation,
    /// What was agreed.
    Actions,
    /// What came of meetings, each with all that its minutes say.
    Minutes,
    /// What members want to hear about.
    Topics,
    /// Days that matter to towns.
    Calendar,
    /// Meetings, each with all that its file says.
    Meetings,
    /// When, where and by whom meetings are held: what decides on turns and days.
    Turns,
    /// Who comes.
    Replies,
    /// Templates and designs of the user's own.
    Templates,
}

/// What a command rests on beside the network and its towns. One that is about a meeting says so when
/// it asks for that meeting.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reads {
    /// A fault in these stops it.
    needs: &'static [Area],
    /// Of these it goes on with what can be understood, and says what it leaves out. Under `--strict`
    /// faults in them stop it too.
    leaves_out: &'static [Area],
    /// Whether it says nothing of any meeting in particular.
    is_of_no_meeting: bool,
    /// Whether it words nothing that a template or a design has a say in.
    is_plain: bool,
}

/// How far a workspace is looked through.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extent {
    /// Whether programmes are searched for what is doubtful.
    pub(super) programmes: bool,
    /// Whether templates and designs are read.
    pub(super) templates: bool,
}

impl Extent {
    /// All of it.
    pub(super) const WHOLE: Self = Self { programmes: true, templates: true };
}

impl Area {
    /// The part that the file at `path` belongs to.
    pub(super) fn of(path: &str) -> Self {
        match path.split('/').next().unwrap_or_default() {
            "venues.toml" => Self::Venues,
            "contacts.toml" => Self::Contacts,
            "rotation.toml" => Self::Rotation,
            "actions.toml" => Self::Actions,
            "minutes" => Self::Minutes,
            "topics.toml" => Self::Topics,
            "calendar" => Self::Calendar,
            "meetings" => Self::Meetings,
            "replies" => Self::Replies,
            "templates" => Self::Templates,
            _ => Self::Network,
        }
    }

    /// Whether `finding` is about it.
    pub(super) fn has(self, finding: &Diagnostic, sources: &Sources, resting: &Resting) -> bool {
        let path = finding.path(sources);
        let area = path.map_or(Self::Network, Self::of);
        match self {
            Self::Turns => path.is_some_and(|path| resting.is_unclear(path)),
            Self::Places => {
                let is_meeting = |path: &str| Self::of(path) == Self::Meetings;
                area == Self::Venues && resting.points_at(is_meeting, finding, sources)
            }
            Self::Network
            | Self::Venues
            | Self::Contacts
            | Self::Rotation
            | Self::Actions
            | Self::Minutes
            | Self::Topics
            | Self::Calendar
            | Self::Meetings
            | Self::Replies
            | Self::Templates => self == area,
        }
    }
}

impl Reads {
    /// Network and towns alone, and these.
    pub(super) const fn of(needs: &'static [Area]) -> Self {
        Self { needs, leaves_out: &[], is_of_no_meeting: false, is_plain: false }
    }

    /// What is well of these, too.
    pub(super) const fn as_far_as_well(self, leaves_out: &'static [Area]) -> Self {
        Self { leaves_out, ..self }
    }

    /// The parts that must be without faults.
    pub(super) fn needed(self, strict: bool) -> impl Iterator<Item = Area> {
        let all = |area: &Area| match area {
            // Who wants no warnings wants none of any meeting that counts.
            Area::Turns => Area::Meetings,
            area @ (Area::Network
            | Area::Venues
            | Area::Places
            | Area::Contacts
            | Area::Rotation
            | Area::Actions
            | Area::Minutes
            | Area::Topics
            | Area::Calendar
            | Area::Meetings
            | Area::Replies
            | Area::Templates) => *area,
        };
        let more = self.leaves_out.iter().filter(move |_| strict).map(all);
        [Area::Network].into_iter().chain(self.needs.iter().copied()).chain(more)
    }

    /// For a command that says nothing of any meeting in particular: nobody need look through all of them
    /// for what is doubtful there.
    pub(super) const fn of_no_meeting(self) -> Self {
        Self { is_of_no_meeting: true, ..self }
    }

    /// For an answer in plain words or data: nobody need read templates and designs for it.
    pub(super) const fn plainly(self) -> Self {
        Self { is_plain: true, ..self }
    }

    /// How far the workspace is looked through for it. Whoever wants no warnings hears of all of them.
    pub(super) fn extent(self, strict: bool) -> Extent {
        Extent { programmes: strict || !self.is_of_no_meeting, templates: strict || !self.is_plain }
    }

    /// The parts of which what is broken is left out.
    pub(super) fn left_out(self, strict: bool) -> &'static [Area] {
        if strict { &[] } else { self.leaves_out }
    }
}
