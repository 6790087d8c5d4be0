//! Logging in to a server (RFC 4954), with words that nobody sees.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::reply::Reply;

/// Ways to log in with a name and a password; the first that the server knows is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mechanism {
    /// Both in one word (RFC 4616).
    Plain,
    /// One after the other, as old servers have it.
    Login,
}

/// What is to be said to log in, one line after the other, each when the server has said "go on".
#[derive(Debug)]
pub(super) struct Login {
    lines: Vec<String>,
    secrets: Vec<String>,
}

impl Login {
    /// The way that suits a server which has said `hello`.
    ///
    /// # Errors
    /// If it knows none of them, with those that it knows.
    pub(super) fn new(user: &str, password: &str, hello: &Reply) -> Result<Self, String> {
        let coded = |words: &str| STANDARD.encode(words);
        let both = coded(&format!("\0{user}\0{password}"));
        // As they are and as they go over the wire (RFC 4616; RFC 4648, 4).
        let secrets = vec![
            both.clone(),
            coded(&format!("{user}\0{user}\0{password}")),
            coded(password),
            password.to_owned(),
        ];
        let lines = match mechanism(hello)? {
            Mechanism::Plain => vec![format!("AUTH PLAIN {both}")],
            Mechanism::Login => vec!["AUTH LOGIN".to_owned(), coded(user), coded(password)],
        };
        Ok(Self { lines, secrets })
    }

    /// The lines.
    pub(super) fn lines(&self) -> &[String] {
        &self.lines
    }

    /// What a server says without the words that it must not repeat.
    pub(super) fn masked(&self, words: String) -> String {
        let secrets = self.secrets.iter().filter(|secret| !secret.is_empty());
        secrets.fold(words, |words, secret| words.replace(secret, "***"))
    }
}

fn mechanism(hello: &Reply) -> Result<Mechanism, String> {
    let offered: Vec<String> =
        hello.lines.iter().filter_map(|line| mechanisms(line)).flatten().collect();
    let knows = |name: &str| offered.iter().any(|offered| offered == name);
    match (knows("PLAIN"), knows("LOGIN")) {
        (true, _) => Ok(Mechanism::Plain),
        (false, true) => Ok(Mechanism::Login),
        (false, false) if offered.is_empty() => Err("no authentication mechanism".to_owned()),
        (false, false) => {
            Err(format!("no authentication mechanism of ours among {}", offered.join(" ")))
        }
    }
}

/// The mechanisms that a line of the answer to `EHLO` names; old servers write `AUTH=`.
fn mechanisms(line: &str) -> Option<Vec<String>> {
    let line = line.to_ascii_uppercase();
    let names = line.strip_prefix("AUTH ").or_else(|| line.strip_prefix("AUTH="))?;
    Some(names.split_whitespace().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::{Login, Reply};

    fn login(lines: &[&str]) -> Result<Vec<String>, String> {
        let lines = lines.iter().map(ToString::to_string).collect();
        let login = Login::new("netz", "geheim", &Reply { code: 250, lines })?;
        Ok(login.lines().to_vec())
    }

    #[test]
    fn the_first_way_that_the_server_knows_is_taken() {
        let plain = Ok(vec!["AUTH PLAIN AG5ldHoAZ2VoZWlt".to_owned()]);
        let one_by_one = ["AUTH LOGIN", "bmV0eg==", "Z2VoZWlt"].map(str::to_owned).to_vec();
        assert_eq!(login(&["mail", "AUTH LOGIN PLAIN"]), plain);
        assert_eq!(login(&["mail", "AUTH=PLAIN"]), plain);
        assert_eq!(login(&["mail", "auth xoauth2 login"]), Ok(one_by_one));
        assert_eq!(login(&["mail", "8BITMIME"]), Err("no authentication mechanism".to_owned()));
        assert_eq!(
            login(&["mail", "AUTH XOAUTH2 OAUTHBEARER"]),
            Err("no authentication mechanism of ours among XOAUTH2 OAUTHBEARER".to_owned())
        );
    }

    #[test]
    fn what_is_repeated_is_masked() {
        let hello = Reply { code: 250, lines: vec!["AUTH PLAIN".to_owned()] };
        let login = Login::new("netz", "geheim", &hello).unwrap();
        let said = "535 AG5ldHoAZ2VoZWlt: geheim is wrong".to_owned();
        assert_eq!(login.masked(said), "535 ***: *** is wrong");
    }
}
