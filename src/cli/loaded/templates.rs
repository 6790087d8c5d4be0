//! The templates of a workspace, each with what it tells.

use super::Loaded;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::writing::NoTemplate;
use crate::document::template::{self, Template};
use crate::domain::meeting::Meeting;
use crate::text::{Language, Vocabulary as _};

impl Loaded {
    /// The template of this name for a document about `meeting`.
    ///
    /// # Errors
    /// If there is none, or one that could not be read; also if it tells of replies that could not be.
    pub(in crate::cli) fn template(
        &self,
        name: &str,
        language: Language,
        meeting: &Meeting,
    ) -> Result<Template<'_>, Vec<Diagnostic>> {
        self.template_with(name, language, |template| self.faults_told(template, meeting))
    }

    /// Whether a document of this name tells what people answered, in whatever language.
    pub(in crate::cli) fn tells_replies(&self, name: &str) -> bool {
        let mut all = Language::all().filter_map(|it| Template::named(name, it, &self.sources));
        all.any(|template| template.tells_replies())
    }

    /// The template of this name for a document about the network.
    ///
    /// # Errors
    /// If there is none, or one that could not be read.
    pub(in crate::cli) fn network_template(
        &self,
        name: &str,
        language: Language,
    ) -> Result<Template<'_>, Vec<Diagnostic>> {
        self.template_with(name, language, |_| Vec::new())
    }

    fn template_with(
        &self,
        name: &str,
        language: Language,
        faults_told: impl Fn(&Template<'_>) -> Vec<Diagnostic>,
    ) -> Result<Template<'_>, Vec<Diagnostic>> {
        let path = template::path(name, language);
        let mut faults = self.faults_of(&path);
        let template = Template::named(name, language, &self.sources);
        faults.extend(template.iter().flat_map(faults_told));
        if faults.is_empty() {
            let problem = NoTemplate { name: name.to_owned(), path };
            return template.ok_or_else(|| vec![Diagnostic::new(problem)]);
        }
        Err(faults)
    }
}
