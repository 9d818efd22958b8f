//! The list of every word: section and names. The same stand in `assets/text/th.toml` and `en.toml`.

use serde::Deserialize;

/// Declares the sections: a struct each, read from its table of the file, and the struct of them all.
macro_rules! words {
    ($( $(#[doc = $about:literal])* $section:ident: $Section:ident { $($word:ident),* $(,)? } )*) => {
        /// Every word of one language, by section.
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Text {
            $( $(#[doc = $about])* pub $section: $Section, )*
        }

        $(
            $(#[doc = $about])*
            #[derive(Debug, Deserialize)]
            #[serde(deny_unknown_fields)]
            pub struct $Section {
                $( #[doc = concat!("`", stringify!($section), ".", stringify!($word), "` of the files.")] pub $word: String, )*
            }

            impl $Section {
                /// The word for a code known only at run time (a state, a role); the code itself when there is none.
                pub fn word<'a>(&'a self, code: &'a str) -> &'a str {
                    match code {
                        $( stringify!($word) => &self.$word, )*
                        unknown => unknown,
                    }
                }
            }
        )*

        #[cfg(test)]
        impl Text {
            /// Every word with its full name, in the order of this list.
            pub(super) fn all(&self) -> Vec<(&'static str, &str)> {
                vec![$( $( (concat!(stringify!($section), ".", stringify!($word)), self.$section.$word.as_str()), )* )*]
            }
        }
    };
}

words! {
    /// The frame of every page.
    site: Site {
        name, tagline, skip, menu, acting_for, switch_office, account, sign_in, sign_out, search, search_hint,
        other_language, help, privacy, as_of,
    }
    /// States of deliveries and circulars, by their codes; `…_inbox` and `…_school` say what the reader has to do.
    states: States {
        awaiting, sent, sent_inbox, sent_school, opened, opened_inbox, opened_school, received, received_number,
        forwarded, forwarded_of, not_forwarded, acknowledged, returned, recalled,
        draft, issued, cancelled, superseded, superseded_by, reminded,
    }
    /// Urgency, by code; `normal` is never shown as a stamp.
    urgency: Urgency { normal, urgent, very_urgent, most_urgent }
    /// Grades of evidence, by code.
    evidence: Evidence { officer, link, code, claimed, on_behalf, open, machine }
    /// What each grade of evidence means, in a line.
    evidence_notes: EvidenceNotes { officer, link, code, claimed, on_behalf, open, machine }
    /// Due and overdue, counted in working days.
    due: Due { soon, tomorrow, today, late, near, none }
    /// Tiers by code, in full.
    tiers: Tiers { department, province, local, school }
    /// Tiers by code, as officers abbreviate them in lists.
    tiers_short: TiersShort { department, province, local, school }
    /// Roles of officers, by code.
    roles: Roles { administrator, issuer, officer, auditor }
    /// Forms of letters, by code.
    forms: Forms { stamped, external, memo }
    /// Headings of the linter's findings; the sentences come with the findings.
    findings: Findings { title, none, error, warning, note, passed }
    /// Words that parts of many pages share.
    parts: Parts {
        optional, fix, choose, choose_all, choose_one, chosen, chosen_letters, chosen_places, act_on_chosen, as_table,
        shown, next, previous, back, cancel, save, download, print, undo, letters, provinces, locals, schools, pages, rows,
    }
    /// What the keys of the inbox do.
    keys: Keys { step, tick, receive, forward, search }
    /// Why a deed is not done, by code.
    refusals: Refusals {
        not_found, not_allowed, not_your_office, not_sent, not_received, already_received,
        already_received_number, already_forwarded, already_acknowledged, already_returned, recalled,
        too_late, nothing_below, not_below, no_claim, number_taken, number_malformed, missing, too_long,
        malformed, in_future, not_a_draft, not_issued, circular_cancelled, already_superseded,
        changed_meanwhile, nobody_to_reach, unknown_office, secret, findings_block, warnings_not_accepted, wrong_code,
        already_appointed, qr_unreadable,
        not_signed_in, sign_in_failed, too_many_attempts, too_many_requests, form_expired, form_unreadable,
        too_large, invitation_gone, password_too_short,
    }
    /// Names of fields in those sentences, by their names in forms and in JSON.
    fields: Fields {
        name, position, note, reason, message, prefix, register_title, title, dated, at, by, to, email,
        password, office, role, number, year, code, fact, file, school, letter, urgency, form, audience,
        local, line,
    }
    /// The places in the bar.
    places: Places { circulars, drafts, circulars_register, offices, deliveries, forwarded, received_register, officers }
    /// Headings of error pages by kind, and what to do next.
    errors: Errors {
        unknown, forbidden, missing, conflict, too_large, invalid, too_many, failed, failed_line, form_expired,
        form_expired_next, back, home, sign_in, code,
    }
    /// Signing in.
    sign_in: SignIn { title, lead, email, password, submit, forgotten, signed_out }
    /// Accepting an invitation.
    invitation: Invitation { title, lead, password, password_hint, submit, accepted }
    /// Officers of the own office.
    officers: Officers {
        title, lead, name, email, role, joined, invited, active, add, add_lead, submit, link_title, link_lead, none,
        appointed,
    }
    /// The help page: what each state means.
    help: Help {
        title, lead, states, awaiting, sent, opened, received, forwarded, acknowledged, returned, recalled,
        evidence, evidence_lead, rules, rule_get, rule_four, rule_number, rule_correction, rule_school,
    }
    /// The privacy notice.
    privacy: Privacy {
        title, lead, basis_title, basis, kept_title, kept, public_title, public, cookies_title, cookies, how_long_title,
        how_long, rights_title, rights,
    }
    /// Where what is kept and what was recorded part, by the codes of the audit's faults.
    faults: Faults {
        unreadable, chain_gap, chain_broken, no_such_delivery, circular_differs, delivery_differs, number_beyond,
        number_twice, file_missing, file_altered,
    }
    /// What `wian import offices` prints.
    imports: Imports { counts, outdated, rejected, row }
    /// What only programs are told, by code.
    api: Api {
        not_authenticated, csrf_token_missing, no_such_address, no_such_method, malformed_json, malformed_value,
        not_json, not_a_form, too_large, broken_off, idempotency_key_malformed, idempotency_key_reused, in_progress, internal,
    }
    /// Titles and columns of lists and registers as tables (domain: forms 13 and 14 of the regulation).
    sheets: Sheets {
        recipients_title, position, province, local, school, received_at, register_number, forwarded,
        acknowledged_at, state, reminded_at, register_received, register_sent, register_circulars,
        number_received, number_sent, reference, dated, from, to, subject, action, remark,
        received_of, places,
    }
}
