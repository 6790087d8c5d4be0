//! Findings about turns.

use chrono::NaiveDate;

use super::finding::problems;
use crate::text::{DateStyle, MemberWords};

problems! { |language|
    /// Nobody is a member on the day of the turn.
    Error "no-member" NoMember { date: NaiveDate, members: MemberWords }
        let date = DateStyle::of(language).long(*date);
        let [nobody, no_one] = [("keine Stadt", "niemand"), ("no city", "nobody")]
            .map(|(of_towns, of_members)| members.pick(of_towns, of_members));
        de "am {date} ist {nobody} Mitglied"
            => "`erfa add city NAME` oder `erfa import cities LISTE` nimmt Mitglieder auf; sind sie da, \
                prüfen Sie `member-since` und `member-until`";
        en "{no_one} is a member on {date}"
            => "`erfa add city NAME` or `erfa import cities LIST` adds members; if they are there, check \
                `member-since` and `member-until`";

    /// All members are kept from hosting.
    Error "nobody-can-host" NobodyCanHost { date: NaiveDate, members: MemberWords }
        let date = DateStyle::of(language).long(*date);
        let [nobody, no_one] = [("keine Stadt", "kein Mitglied"), ("no city", "no member")]
            .map(|(of_towns, of_members)| members.pick(of_towns, of_members));
        de "am {date} kann {nobody} ausrichten"
            => "alle Mitglieder sind verhindert oder ausgesetzt; wählen Sie mit `--date` einen \
                anderen Tag";
        en "{no_one} can host on {date}"
            => "all members are unavailable or skipped; choose another day with `--date`";

    /// More turns are to lie between two of one city than there are others.
    Warning "gap-too-wide" GapTooWide { gap: u32, cities: usize }
        let most = cities.saturating_sub(1);
        de "`min-gap` kann höchstens {most} sein, nicht {gap}: mehr andere Mitglieder gibt es nicht"
            => "gerechnet wird mit {most}; `min-gap = 1` heißt: nie zweimal in Folge";
        en "`min-gap` can be {most} at most, not {gap}: there are no more other members"
            => "reckoned is with {most}; `min-gap = 1` means: never twice running";
}
