//! Pictures of where the letters are: the way down, and the map.

use super::drawing::Drawing;
use super::flow_parts::way;
use super::picture::{Cell, Picture, Shade, Table};
use super::provinces::on_map;
use super::subject::Subject;
use super::{flow, flow_narrow, outline, tiles};
use crate::domain::office::Tier;
use crate::paths;
use crate::store::reports::Flow;
use crate::text::amounts::{count, unit};
use crate::text::{dates, fill};

/// The way down, with the figures of every tier behind it.
pub fn flow(of: &Subject<'_>, counted: &Flow) -> Picture {
    let (t, words) = (of.t, &of.t.pictures);
    let issued = dates::day(of.lang, of.issued.dated);
    let way = way(t, of.id, of.leaf, counted, of.progress, issued);
    let title = &t.board.where_is_it;
    let states = &t.states;
    let heads = [
        &t.board.tier,
        &t.board.total,
        &states.sent,
        &states.opened,
        &states.received,
        &states.forwarded,
        &states.acknowledged,
    ];
    Picture {
        t,
        id: of.id,
        name: "flow",
        anchor: "flow",
        title: title.clone(),
        hint: fill(&words.flow_hint, &[("unit", unit(of.t, of.leaf))]),
        words: None,
        switch: None,
        drawings: vec![flow::wide(title, &way), flow_narrow::narrow(title, &way)],
        legend: Vec::new(),
        source: "",
        table: Table {
            heads: heads.map(Clone::clone).to_vec(),
            rows: of.tiers().map(|tier| row(of, tier)).collect(),
        },
    }
}

/// A school has no register of this kind, and the lowest tier nobody to forward to.
fn row(of: &Subject<'_>, tier: Tier) -> Vec<Cell> {
    let counts = of.progress.tier(tier);
    let at = |query: &str| of.list(&format!("tier={tier}{query}"));
    let fact = |has: &str, n: i64| Cell::link(count(n), at(&format!("&has={has}")));
    let none = || Cell::of("–");
    vec![
        Cell::of(of.tier(tier)),
        Cell::link(count(counts.total), at("")),
        fact("sent", counts.sent),
        fact("opened", counts.opened),
        if tier == Tier::School { none() } else { fact("received", counts.received) },
        if tier == of.leaf { none() } else { fact("forwarded", counts.forwarded) },
        fact("acknowledged", counts.acknowledged),
    ]
}

/// The map of shares: of tiles, or of outlines when asked.
pub fn map(of: &Subject<'_>, as_outline: bool) -> Picture {
    let (t, words) = (of.t, &of.t.pictures);
    let all = on_map(t, of.lang, of.id, of.leaf, of.progress);
    let title = &words.map_title;
    let page = paths::Circular { id: of.id };
    let (drawing, switch, source): (Drawing, _, &str) = if as_outline {
        (outline::draw(title, &all), (format!("{page}#h-map"), words.map_tiles.as_str()), &words.map_source)
    } else {
        (tiles::draw(title, &all), (format!("{page}?map=outline#h-map"), words.map_outline.as_str()), "")
    };
    let shade = |group, words: &str| Shade { group, words: words.to_owned(), ..Shade::default() };
    let reached = all.iter().filter_map(|province| province.share.map(|share| (province, share)));
    Picture {
        t,
        id: of.id,
        name: if as_outline { "outline" } else { "map" },
        anchor: "map",
        title: title.clone(),
        hint: String::new(),
        words: None,
        switch: Some(switch),
        drawings: vec![drawing],
        legend: vec![
            shade("tile s0", &words.none),
            shade("tile s1", &words.under_half),
            shade("tile s2", &words.half),
            shade("tile s3", &words.all),
            shade("tile out", &words.off_roster),
        ],
        source,
        table: Table {
            heads: vec![t.board.province.clone(), t.board.acknowledged.clone(), of.tier(of.leaf).to_owned()],
            rows: reached
                .map(|(province, (done, all))| {
                    let done_list = format!("{}&has=acknowledged", province.href);
                    let all = Cell::link(count(all), province.href.clone());
                    vec![Cell::of(province.name.clone()), Cell::link(count(done), done_list), all]
                })
                .collect(),
        },
    }
}
