//! Whom a draft is for, as its form offers it: a roster, all of a tier, a saved group, a list of codes.

use crate::domain::circular::Audience;
use crate::domain::ids::GroupId;
use crate::domain::office::Tier;
use crate::store::reports::GroupLine;
use crate::text::amounts::count;
use crate::text::{Text, fill};

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What it says.
    pub label: String,
    /// Whether it is the draft's.
    pub chosen: bool,
}

/// The choices of an office, the draft's own marked.
pub fn choices(t: &Text, audience: &Audience, groups: &[GroupLine]) -> Vec<Choice> {
    let words = &t.compose;
    let chosen = value(audience);
    let choice =
        |value: String, label: &str| Choice { chosen: value == chosen, label: label.to_owned(), value };
    let mut choices = vec![
        choice(value(&Audience::Roster), &words.audience_roster),
        choice(value(&Audience::Tier(Tier::Local)), &words.audience_locals),
        choice(value(&Audience::Tier(Tier::Province)), &words.audience_provinces),
    ];
    choices.extend(groups.iter().map(|group| {
        let pairs = [("name", group.name.clone()), ("n", count(group.members))];
        choice(value(&Audience::Group(group.id)), &fill(&words.audience_group, &pairs))
    }));
    choices.push(choice(value(&Audience::Offices(Vec::new())), &words.audience_offices));
    choices
}

/// The codes of a list, a line each.
pub fn codes(audience: &Audience) -> String {
    match audience {
        Audience::Offices(codes) => codes.join("\n"),
        _ => String::new(),
    }
}

/// What the form sent; none when it is no choice.
pub fn read(value: &str, codes: &str) -> Option<Audience> {
    let group = value.strip_prefix("group-").and_then(|id| id.parse().ok()).map(GroupId);
    match value {
        "roster" => Some(Audience::Roster),
        "offices" => {
            let separators = [',', ';', ' ', '\n', '\r', '\t'];
            let codes = codes.split(separators).map(crate::domain::thai::fold_digits);
            Some(Audience::Offices(codes.filter(|code| !code.is_empty()).collect()))
        }
        _ => group
            .map(Audience::Group)
            .or_else(|| value.strip_prefix("all-")?.parse().ok().map(Audience::Tier)),
    }
}

fn value(audience: &Audience) -> String {
    match audience {
        Audience::Roster => "roster".to_owned(),
        Audience::Tier(tier) => format!("all-{tier}"),
        Audience::Group(id) => format!("group-{id}"),
        Audience::Offices(_) => "offices".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_form_offers_is_what_it_reads() {
        let all = [Audience::Roster, Audience::Tier(Tier::Local), Audience::Group(GroupId(7))];
        for audience in all {
            assert_eq!(read(&value(&audience), ""), Some(audience));
        }
        let codes = vec!["5210104".to_owned(), "21".to_owned()];
        assert_eq!(read("offices", "๕๒๑๐๑๐๔,\r\n 21"), Some(Audience::Offices(codes)));
        assert_eq!(read("all-village", ""), None);
    }
}
