//! What is published in words is what the code says.

use huangpu_primitives::refusals::Refusal;

const ADR: &str = include_str!("../../docs/adr/0004-extension-and-error-numbers.md");
const MEMBERS: &str = include_str!("../../docs/members.md");
const SPEC: &str = include_str!("../../docs/spec/report-v1.md");

/// The rows `| number | `name` | text |` of a page, in order.
fn rows(page: &str) -> Vec<(u8, &str, &str)> {
    page.lines()
        .filter_map(|line| {
            let mut cells = line.strip_prefix('|')?.split('|').map(str::trim);
            let number = cells.next()?.parse().ok()?;
            let name = cells.next()?.strip_prefix('`')?.strip_suffix('`')?;
            Some((number, name, cells.next()?))
        })
        .collect()
}

fn section<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("no heading {from:?}"));
    rest.split_once(to).unwrap_or_else(|| panic!("no heading {to:?}")).0
}

#[test]
fn the_refusals_are_published() {
    let published = rows(section(ADR, "### Refusals", "### Other numbers"));
    let ours: Vec<(u8, &str, &str)> =
        Refusal::ALL.iter().map(|r| (*r as u8, r.name(), r.sentence())).collect();
    assert_eq!(published, ours);
}

#[test]
fn the_members_page_has_their_refusals() {
    let published = rows(section(MEMBERS, "### Refusals", "## Fairness"));
    let ours = Refusal::ALL.iter().map(|r| (*r as u8, r.name(), r.sentence()));
    let ours: Vec<_> = ours.filter(|(number, ..)| *number < 30).collect();
    assert_eq!(published, ours);
}

#[test]
fn the_report_page_names_every_refusal_of_reports() {
    let mut published: Vec<(u8, &str)> = rows(section(SPEC, "### Refused", "### Quarantined"))
        .into_iter()
        .map(|(number, name, _)| (number, name))
        .collect();
    published.sort_unstable();
    let ours: Vec<(u8, &str)> = Refusal::ALL
        .iter()
        .map(|r| (*r as u8, r.name()))
        .filter(|(number, _)| (30..50).contains(number))
        .collect();
    assert_eq!(published, ours);
}
