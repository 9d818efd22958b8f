//! Walks the demo's story through the same actions that officers use, with the clock set to each moment.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use futures_util::stream;

use super::handbook;
use super::people::{self, Actors};
use super::plan::{DAY, Deed, Step};
use crate::actions::{self, ReceiveNumber, Record, RecordedFact};
use crate::app::{App, Result};
use crate::domain::actor::Actor;
use crate::domain::clock::end_of_day;
use crate::domain::code::{Code, secret_link, slip_code};
use crate::domain::delivery::Acknowledgement;
use crate::domain::event::Source;
use crate::domain::ids::{CircularId, DeliveryId, EnclosureId};
use crate::domain::refusal::Refusal;
use crate::store::fan_out::Below;
use crate::store::{deliveries, offices};

/// What the story is about, and who is in it.
pub(super) struct Walk<'a> {
    pub app: &'a App,
    pub actors: &'a Actors,
    pub days: &'a [NaiveDate],
    pub circular: CircularId,
    pub page: Code,
    pub handbook: EnclosureId,
}

/// The moment that is so many office minutes after half past eight of the first day.
pub(super) fn moment(days: &[NaiveDate], minutes: usize) -> DateTime<Utc> {
    let day = days.get(minutes / DAY).or(days.last()).copied().unwrap_or_default();
    let opens = end_of_day(day) - TimeDelta::days(1) + TimeDelta::minutes(8 * 60 + 30);
    opens + TimeDelta::minutes(i64::try_from(minutes % DAY).unwrap_or_default())
}

impl Walk<'_> {
    /// Does every step, in order.
    pub(super) async fn go(&self, steps: &[Step]) -> Result<()> {
        let mut known = HashMap::new();
        for (n, step) in steps.iter().enumerate() {
            self.app.clock.set(moment(self.days, step.at));
            if step.deed == Deed::ReplaceHandbook {
                self.replace_handbook(self.actor("DLA")?).await?;
                continue;
            }
            let id = match known.get(&step.office) {
                Some(id) => *id,
                None => *known.entry(step.office.clone()).or_insert(self.delivery(&step.office).await?),
            };
            self.step(n, step, id).await?;
        }
        Ok(())
    }

    async fn step(&self, n: usize, step: &Step, id: DeliveryId) -> Result<()> {
        let (app, by) = (self.app, || self.actor(&step.by));
        let key = app.secret.bytes();
        match &step.deed {
            Deed::Open => actions::open(app, by()?, id).await?,
            Deed::Receive => drop(actions::receive(app, by()?, id, &ReceiveNumber::Next).await?),
            Deed::Forward => drop(actions::forward(app, by()?, id, &Below::All).await?),
            Deed::ForwardToSome(codes) => {
                actions::forward(app, by()?, id, &Below::Codes(codes.clone())).await?;
            }
            Deed::GiveBack => {
                let reason = "โรงเรียนในบัญชีไม่ได้สังกัดหน่วยงานนี้แล้ว (ตัวอย่าง)";
                actions::give_back(app, by()?, id, reason).await?;
            }
            Deed::Remind => drop(actions::remind(app, by()?, id, "ขอให้ลงรับและส่งต่อโดยเร็ว").await?),
            Deed::OpenByLink => actions::open_by_link(app, &secret_link(id, key)).await?,
            Deed::AcknowledgeByLink => {
                actions::acknowledge_by_link(app, &secret_link(id, key), teacher(n)).await?;
            }
            Deed::AcknowledgeByCode => {
                let slip = slip_code(id, key);
                actions::acknowledge_publicly(app, &self.page, id, Some(&slip), teacher(n)).await?;
            }
            Deed::Claim => drop(actions::acknowledge_publicly(app, &self.page, id, None, teacher(n)).await?),
            Deed::Confirm => drop(actions::confirm(app, by()?, id).await?),
            Deed::RecordByTelephone => drop(actions::record(app, by()?, id, &by_telephone(n)).await?),
            Deed::ReplaceHandbook => {}
        }
        Ok(())
    }

    async fn replace_handbook(&self, by: &Actor) -> Result<()> {
        let bytes = handbook::docx("ฉบับที่ 2 แก้คำผิด")?;
        let chunks = stream::iter([Ok::<_, std::io::Error>(bytes)]);
        let name = "คู่มือการจัดทำบันทึก ฉบับที่ 2.docx";
        actions::add_enclosure_version(self.app, by, self.circular, self.handbook, name, chunks).await?;
        Ok(())
    }

    fn actor(&self, office: &str) -> Result<&Actor, Refusal> {
        self.actors.get(office).ok_or(Refusal::NotFound)
    }

    /// The delivery at the office with this code.
    pub(super) async fn delivery(&self, code: &str) -> Result<DeliveryId> {
        delivery(self.app, self.circular, code).await
    }
}

/// The delivery of a circular at the office with this code.
pub(super) async fn delivery(app: &App, circular: CircularId, code: &str) -> Result<DeliveryId> {
    let office = offices::find_by_code(&app.db, code).await?.ok_or(Refusal::NotFound)?;
    let found = deliveries::at_office(&app.db, circular, office.id).await?;
    Ok(found.ok_or(Refusal::NotFound)?.id)
}

fn teacher(n: usize) -> Acknowledgement {
    let position = if n.is_multiple_of(3) {
        "ผู้อำนวยการสถานศึกษา"
    } else {
        "ครู"
    };
    Acknowledgement { name: people::name(n), position: position.to_owned(), note: None, written_at: None }
}

fn by_telephone(n: usize) -> Record {
    Record {
        fact: RecordedFact::Acknowledged,
        name: people::name(n),
        position: "ครูธุรการ".to_owned(),
        by: Source::Telephone,
        at: None,
        note: "โทรศัพท์แจ้งว่าได้รับหนังสือแล้ว (ตัวอย่าง)".to_owned(),
    }
}
