//! The table of permissions: role by deed, with the tiers where the role may.

use std::fmt::Write as _;

use wian::domain::actor::{Deed, Role};
use wian::domain::office::Tier;

#[test]
fn every_role_may_what_it_is_meant_to() {
    let mut table = format!("{:<20}", "");
    for role in Role::ALL {
        write!(table, "{:<15}", role.as_str()).expect("text");
    }
    for deed in Deed::ALL {
        write!(table, "\n{:<20}", deed.as_str()).expect("text");
        for role in Role::ALL {
            let tiers: String = Tier::ALL
                .iter()
                .map(|tier| if role.may(*deed, *tier) { &tier.as_str()[..1] } else { "-" })
                .collect();
            write!(table, "{tiers:<15}").expect("text");
        }
    }
    let table: Vec<&str> = table.lines().map(str::trim_end).collect();
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("permissions", table.join("\n"));
    });
}
