//! `erfa --version --verbose`: what is built in, where it is from, and under which licences.

use std::process::ExitCode;

use crate::system::terminal;
use crate::text::Language;

/// Shows them.
pub(super) fn show(language: Language) -> ExitCode {
    let version = env!("CARGO_PKG_VERSION");
    let text = language.pick(
        format!(
            "erfa {version}\n\
             Das Programm: Apache-2.0\n\n\
             Eingebaute Daten:\n\
             - Schulferien der deutschen und österreichischen Länder und der Schweizer Kantone,\n  \
             Feiertage der Kantone (calendar/holidays.csv): ODbL-1.0; aus den Daten der\n  \
             OpenHolidays API (openpotato/openholidaysapi.data, Stand 21. Januar 2026);\n  \
             https://opendatacommons.org/licenses/odbl/1-0/\n\
             - Schulferien in Thüringen (calendar/school-holidays-thuringia.toml): nach dem\n  \
             Python-Paket holidays 0.109 (MIT)\n"
        ),
        format!(
            "erfa {version}\n\
             The program: Apache-2.0\n\n\
             Built-in data:\n\
             - School holidays of the German and Austrian Länder and the Swiss cantons, public\n  \
             holidays of the cantons (calendar/holidays.csv): ODbL-1.0; from the data of the\n  \
             OpenHolidays API (openpotato/openholidaysapi.data, as of 21 January 2026);\n  \
             https://opendatacommons.org/licenses/odbl/1-0/\n\
             - School holidays in Thuringia (calendar/school-holidays-thuringia.toml): after the\n  \
             Python package holidays 0.109 (MIT)\n"
        ),
    );
    // Whoever closed the pipe has read enough.
    let _ = terminal::print(text.as_bytes());
    ExitCode::SUCCESS
}
