//! What stands in HTML, in words.

/// What HTML says: neither its tags nor its comments. What only looks like a tag is somebody's word.
pub(super) fn without_tags(html: &str) -> String {
    let (mut words, mut rest) = (String::new(), html);
    while let Some((before, behind)) = rest.split_once('<') {
        words.push_str(before);
        let (end, is_tag) = match behind.strip_prefix("!--") {
            Some(comment) => (comment.find("-->").map(|at| at + "!---->".len()), true),
            None => (behind.find('>').map(|at| at + 1), is_tag(behind)),
        };
        match end {
            Some(end) if is_tag => rest = &behind[end..],
            None if is_tag => rest = "",
            _ => {
                words.push('<');
                rest = behind;
            }
        }
    }
    words.push_str(rest);
    words.replace('\n', " ")
}

/// Whether what stands behind `<` is a tag as HTML has it.
fn is_tag(words: &str) -> bool {
    let words = words.strip_prefix('/').unwrap_or(words);
    let name = words.split(|letter: char| !letter.is_ascii_alphanumeric()).next();
    name.is_some_and(|name| TAGS.split(' ').any(|tag| tag.eq_ignore_ascii_case(name)))
}

/// The names of tags that people write into texts.
const TAGS: &str = "a abbr address article aside b blockquote body br center cite code dd del details div dl dt \
                    em figure figcaption font footer h1 h2 h3 h4 h5 h6 head header hr html i img ins kbd li main \
                    mark meta nav ol p pre q s samp script section small span strike strong style sub summary sup \
                    table tbody td tfoot th thead time title tr tt u ul var video wbr";
