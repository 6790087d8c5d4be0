//! Lists that cannot be taken in say why.

use super::network;

#[test]
fn a_list_with_a_quotation_mark_that_is_never_closed_is_not_empty() {
    for list in ["Name;Stadt\n\"Thal, Bo;Aue\nKim Weiß;Aue\n", "\"Name;Stadt\nBo Thal;Aue\n"] {
        let test = network("import contacts liste.csv --lang de").file("liste.csv", list);
        let output = test.run();
        assert_eq!(output.status, 1, "{}", output.stdout);
        let line = 1 + usize::from(list.starts_with('N'));
        let said = format!("in line {line} a quotation mark is not closed");
        assert!(output.stderr.contains(&said), "{}", output.stderr);
    }
}
