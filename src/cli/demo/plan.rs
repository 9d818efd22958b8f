//! What happens in the demo, in the order of time: who is quick, who forgets, who answers by telephone.

use super::places::{Local, PROVINCE};

/// Minutes of office time a day.
pub(super) const DAY: usize = 480;
/// Office minutes from the first morning until the letter is issued.
pub(super) const ISSUED: usize = 95;

/// What somebody does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Deed {
    Open,
    Receive,
    Forward,
    /// To the second of two alone, so that there is something left to do.
    ForwardToSome(Vec<String>),
    GiveBack,
    Remind,
    OpenByLink,
    AcknowledgeByLink,
    AcknowledgeByCode,
    Claim,
    Confirm,
    RecordByTelephone,
    ReplaceHandbook,
}

/// One deed at the delivery of one office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// Office minutes since the first morning.
    pub at: usize,
    /// The office that acts.
    pub by: String,
    /// The office whose delivery it is about.
    pub office: String,
    /// What is done.
    pub deed: Deed,
}

/// Everything that happens, by time.
pub(super) fn steps(locals: &[Local]) -> Vec<Step> {
    let mut plan = Plan::default();
    let mut provinces: Vec<&str> = locals.iter().map(|local| local.province).collect();
    provinces.dedup();
    for (n, province) in provinces.into_iter().enumerate() {
        let forwarded = plan.province(n, province, locals);
        for (l, local) in locals.iter().enumerate().filter(|(_, local)| local.province == province) {
            plan.local(l, local, forwarded.filter(|_| province != PROVINCE));
        }
    }
    plan.add(2 * DAY + 60, "DLA", "DLA", Deed::ReplaceHandbook);
    plan.0.sort_by_key(|step| step.at);
    plan.0
}

#[derive(Default)]
struct Plan(Vec<Step>);

impl Plan {
    fn add(&mut self, at: usize, by: &str, office: &str, deed: Deed) {
        self.0.push(Step { at, by: by.to_owned(), office: office.to_owned(), deed });
    }

    /// Gives when it was forwarded, if it was.
    fn province(&mut self, n: usize, code: &str, locals: &[Local]) -> Option<usize> {
        let opened = ISSUED + 10 + n * 37 % 600;
        match n % 10 {
            3 if code != PROVINCE => {
                if n == 3 {
                    self.add(4 * DAY + 30, "DLA", code, Deed::Remind);
                }
                return None;
            }
            _ => self.add(opened, code, code, Deed::Open),
        }
        if n % 10 == 5 && code != PROVINCE {
            return None;
        }
        self.add(opened + 4, code, code, Deed::Receive);
        if n % 10 == 8 && code != PROVINCE {
            return None;
        }
        let forwarded = opened + 20 + n * 13 % 120;
        let below: Vec<String> =
            locals.iter().filter(|local| local.province == code).map(|local| local.code.clone()).collect();
        let some = below.first().filter(|_| code == PROVINCE).map(|first| vec![first.clone()]);
        self.add(forwarded, code, code, some.map_or(Deed::Forward, Deed::ForwardToSome));
        Some(forwarded)
    }

    fn local(&mut self, l: usize, local: &Local, sent: Option<usize>) {
        let code = local.code.as_str();
        let schools: Vec<&str> =
            local.schools.iter().filter(|school| school.rostered).map(|school| school.key.as_str()).collect();
        let Some(sent) = sent else {
            // Reached, but not registered: the school found the letter before its office did.
            if l % 16 == 7 {
                self.schools(l, code, &schools, 3 * DAY + l * 11 % 400, false);
            }
            return;
        };
        let opened = sent + 60 + l * 53 % 500;
        match l % 8 {
            1 => return,
            2 => return self.add(opened, code, code, Deed::Open),
            _ if l == 21 => return self.add(opened, code, code, Deed::GiveBack),
            _ => self.add(opened, code, code, Deed::Receive),
        }
        if l % 6 == 3 {
            return;
        }
        let forwarded = opened + 30 + l * 29 % 200;
        self.add(forwarded, code, code, Deed::Forward);
        if l % 11 != 4 {
            self.schools(l, code, &schools, forwarded + 45 + l * 71 % 650, true);
        }
    }

    /// What schools do, each in its own way; `local` has their answers recorded or confirmed where it has the letter.
    fn schools(&mut self, l: usize, local: &str, schools: &[&str], at: usize, in_hand: bool) {
        for school in schools {
            match l % 7 {
                0 => self.add(at, school, school, Deed::AcknowledgeByCode),
                1 => {
                    self.add(at, school, school, Deed::Claim);
                    if in_hand && l % 2 == 1 {
                        self.add(at + 90, local, school, Deed::Confirm);
                    }
                }
                2 if in_hand => self.add(at, local, school, Deed::RecordByTelephone),
                3 => self.add(at, school, school, Deed::OpenByLink),
                _ => {
                    self.add(at, school, school, Deed::OpenByLink);
                    self.add(at + 2, school, school, Deed::AcknowledgeByLink);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::places;
    use super::*;

    #[test]
    fn the_story_fits_in_five_days_and_has_some_of_everything() {
        let steps = steps(&places::locals());
        let count = |wanted: fn(&Deed) -> bool| steps.iter().filter(|step| wanted(&step.deed)).count();
        assert!(steps.iter().all(|step| step.at > ISSUED && step.at < 5 * DAY), "{:?}", steps.last());
        let by_link = count(|deed| *deed == Deed::AcknowledgeByLink);
        let others = [Deed::AcknowledgeByCode, Deed::Claim, Deed::RecordByTelephone];
        let others = others.map(|wanted| steps.iter().filter(|step| step.deed == wanted).count());
        assert!(others.iter().all(|n| *n > 1), "{others:?}");
        let acknowledged = by_link + others.iter().sum::<usize>();
        assert!((34..=46).contains(&acknowledged), "{acknowledged}");
        assert_eq!(count(|deed| *deed == Deed::GiveBack), 1);
        assert_eq!(count(|deed| *deed == Deed::Remind), 1);
        assert!(count(|deed| *deed == Deed::Confirm) > 0);
    }
}
