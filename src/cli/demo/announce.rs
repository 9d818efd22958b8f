//! Says how to look at the demo: where, as whom, and what its QR codes lead to.

use super::people::{PASSWORD, PEOPLE};
use super::{places, walk};
use crate::app::{App, Result};
use crate::domain::code::secret_link;
use crate::domain::ids::CircularId;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::store::{circulars, officers};
use crate::text::{Lang, fill};

/// Prints it in Thai and in English.
pub(super) async fn print(app: &App) -> Result<()> {
    let first = circulars::ids_after(&app.db, CircularId(0), 1).await?.pop().ok_or(Refusal::NotFound)?;
    let circular = circulars::get(&app.db, first).await?.ok_or(Refusal::NotFound)?;
    let page = paths::Letter { code: circular.issued()?.link.clone() }.to_string();
    let school = walk::delivery(app, first, places::SCHOOL).await?;
    let school = paths::School { code: secret_link(school, app.secret.bytes()) }.to_string();
    let (thai, english) = (&Lang::Th.text().demo, &Lang::En.text().demo);
    println!("{}\n{}\n\n  {}\n", thai.intro, english.intro, app.config.base_url());
    println!("{}", fill(&thai.people, &[("password", PASSWORD)]));
    println!("{}", fill(&english.people, &[("password", PASSWORD)]));
    for person in PEOPLE {
        for post in officers::posts(&app.db, person.email).await? {
            let role = Lang::Th.text().roles.word(post.actor.role.as_str());
            println!("  {:<34}{role} · {}", person.email, post.actor.office.short_name);
        }
    }
    for (thai, english, path) in
        [(&thai.public, &english.public, &page), (&thai.school, &english.school, &school)]
    {
        println!("\n{thai}\n{english}\n  {}", app.config.public_url(path));
    }
    if app.config.base_url.is_none() {
        println!("\n{}\n{}", thai.phone, english.phone);
    }
    println!();
    Ok(())
}
