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
        digits, other_language, help, privacy, as_of,
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
    due: Due { soon, tomorrow, today, late_one, late, overdue, near, none }
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
    /// The morning page.
    morning: Morning {
        title, unit, late, late_line, none_late, late_places, soon, soon_line, out, out_line, running, rests, to_receive,
        to_forward, to_acknowledge, drafts, none, none_line,
    }
    /// The page of a year.
    year: Year {
        title, issued, cancelled, whole, whole_line, of, months, month, each, step_none, step_some, step_half, step_all,
        hops, hops_hint, passed_on, median, slowest, rests, provinces, locals, schools, more, offices_hint, office, rest, link,
    }
    /// Signed slips that come back as scans; states of slips by code.
    returns: Returns {
        title, why, open, lead, file, file_hint, name, name_hint, signer, position, position_value, submit, scans, none,
        none_line, by, tally, unlooked, page, picture, recorded, already, unread, foreign, refused, type_in, school, code,
        code_hint, type_submit, typed, note,
    }
    /// The search.
    search: Search { title, words, hint, letters, newest, offices, schools, more, nothing, nothing_yet }
    /// What the keys of the inbox do.
    keys: Keys { step, tick, receive, forward, search }
    /// Why a deed is not done, by code.
    refusals: Refusals {
        not_found, not_allowed, not_your_office, not_sent, not_received, already_received,
        already_received_number, already_forwarded, already_acknowledged, already_returned, recalled,
        too_late, nothing_below, not_below, no_claim, number_taken, number_malformed, missing, too_long,
        malformed, in_future, not_a_draft, not_issued, circular_cancelled, already_superseded,
        changed_meanwhile, nobody_to_reach, unknown_office, secret, findings_block, warnings_not_accepted, wrong_code, unknown_code,
        already_appointed, qr_unreadable, nothing_recorded, receipt_code_malformed,
        not_signed_in, sign_in_failed, too_many_attempts, too_many_requests, form_expired, form_unreadable,
        too_large, too_many_views, invitation_gone, password_too_short,
    }
    /// Names of fields in those sentences, by their names in forms and in JSON.
    fields: Fields {
        view_name, format,
        name, position, note, reason, message, prefix, register_title, title, dated, at, by, to, email,
        password, office, role, number, year, code, fact, file, school, letter, urgency, form, audience,
        local, line,
    }
    /// The places in the bar.
    places: Places { morning, circulars, circulars_register, offices, deliveries, forwarded, received_register, officers }
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
        evidence, evidence_lead, meaning, meaning_one, circulars, draft, issued, cancelled, superseded,
        urgency, due, odd, rules, rule_get, rule_four, rule_number, rule_correction, rule_school,
    }
    /// The guides to each role: its title, its three steps, and a line about each.
    guides: Guides {
        dismiss, again, again_line,
        administrator, administrator_1, administrator_1_line, administrator_2, administrator_2_line, administrator_3, administrator_3_line,
        issuer, issuer_1, issuer_1_line, issuer_2, issuer_2_line, issuer_3, issuer_3_line,
        province, province_1, province_1_line, province_2, province_2_line, province_3, province_3_line,
        local, local_1, local_1_line, local_2, local_2_line, local_3, local_3_line,
        school, school_1, school_1_line, school_2, school_2_line, school_3, school_3_line,
        auditor, auditor_1, auditor_1_line, auditor_2, auditor_2_line, auditor_3, auditor_3_line,
    }
    /// What the stamps of urgency mean, by code.
    urgency_notes: UrgencyNotes { normal, urgent, very_urgent, most_urgent }
    /// What a due time's badge means, by code.
    due_notes: DueNotes { soon, today, late }
    /// What does not fit together, by code: its name.
    odd_names: OddNames { passed_over, unheard, unconfirmed, rejected }
    /// What does not fit together, by code: what it means and what to do.
    odd_notes: OddNotes { passed_over, unheard, unconfirmed, rejected }
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
    /// The emblem above an office's letters.
    emblem: Emblem { title, lead, none, none_line, remove, file, file_hint, keep, kept }
    /// Registry files taken in, on a page and by `wian import offices`.
    imports: Imports {
        counts, outdated, rejected, row, title, lead, none, none_line, file, file_hint, start, by, rows, goes_on,
        waiting, reading, writing, done, refused, row_head, column_head, reason_head,
    }
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
    /// Registers on paper, which are Thai in either language of the site.
    register_sheet: RegisterSheet {
        of_office, received, sent, circulars, form_received, form_sent, totals, place,
    }
    /// Whether a register's numbers are complete.
    numbering: Numbering {
        title, well, span, none, begins, ahead, missing, twice, cancelled, more, finding, from, to, row_span,
        row_begins, row_ahead, row_missing, row_twice, row_cancelled,
    }
    /// What `wian verify` prints.
    verified: Verified { counts }
    /// What `wian verify receipt` prints.
    receipt_check: ReceiptCheck {
        genuine, code_genuine, not_genuine, other_key, signature, altered, letter, office, code_alone, later,
    }
    /// The list of circulars.
    circulars: Circulars {
        title, draft, filter, search, find, all, none, none_line, urgency, letter, state, provinces,
        acknowledged, untitled, saved,
    }
    /// Composing: the letter read, the fields of the draft; fields are named as in the form.
    compose: Compose {
        autosaved, not_autosaved, autosave_offline, autosave_failed, alike,
        title, begin_lead, paste, paste_hint, file, file_hint, read, by_hand, begun, save, check, kept, stale,
        newest, found, letter, letter_label, numbers, again, again_hint, from, recipients, roster, roster_hint,
        matched, roster_check, audience, audience_roster, audience_locals, audience_provinces, audience_group,
        audience_offices, codes, codes_hint, reach, fields, register_title, register_title_hint, form, urgency,
        prefix, prefix_hint, dated, dated_hint, to, subject, subject_hint, duties, duties_hint, duty_kind,
        duty_from, duty_to, duty_text, duty_channel, duty_more, duty_row, body, body_hint, refers_to, named,
        a_line_each, owner_office, owner_division, owner_group, owner_address, owner_address_hint,
        signatory, signatory_hint, phone, fax, email, email_hint, contact_name,
        contact_phone, contact_hint, caption_1, caption_2, caption_hint, enclosures, enclosures_hint, remove,
        enclosure_role, enclosure_title, enclosure_file, enclosure_hint, enclosure_add, bad_date, bad_day,
        day_missing, backwards, bad_kind, bad_phone, bad_email,
    }
    /// Kinds of duties, by code.
    duty_kinds: DutyKinds {
        submission, event, deadline,
    }
    /// What an enclosure is to the letter, by code.
    enclosure_roles: EnclosureRoles {
        letter, roster, handbook, other,
    }
    /// What a row of a roster is, by code.
    roster_states: RosterStates {
        matched, ambiguous, unknown, duplicate, rejected,
    }
    /// The check page of a roster.
    roster: Roster {
        title, to_draft, filter, none, none_line, line, as_written, state, in_registry, drop, choose_school,
        choose_local, add_under, local_code, match_again, add, place, decided,
    }
    /// The page before issuing.
    check: Check {
        title, to_draft, sheet, recipients, district, issuing, number, number_later, by, dated_hint, accept,
        issue, final_hint, not_issuer, issued, all_provinces, province_of, province_locals,
    }
    /// Words on and around the letter's sheets. Paper is Thai: the pages take these from the Thai file in either language.
    sheet: Sheet {
        page, pdf, more, read, digits, digits_thai, digits_ascii, corner, corner_right, corner_left, choose, krut, number, to, dear, subject, refers_to, enclosures, memo,
        section, date, regards, phone, fax, email, contact, qr, provinces, schools, province,
        initials, attached, list_of, place, province_column, locals_count, schools_count, school, local, district, source, source_wian, source_own, place_of_stamps,
        place_page, page_first, page_last, across, up, stamp_number, number_across, number_down,
    }
    /// Stamps on paper, which is Thai in either language.
    stamps: Stamps { receive, number, date, time }
    /// A circular after issue.
    board: Board {
        of, not_acknowledged, opened_line, stuck_line, nobody_left, overdue, places, overdue_line,
        none_overdue, where_is_it, tier, total, odd, odd_passed, odd_line, by_province, province,
        province_office, locals_received, acknowledged, share, at, dated, events, deliveries, cancelled,
        corrects, when, files, no_files, file, versions, replace, own_code, letter, code, code_alt, code_line,
        poster, size, level, code_other, facts, issued_at, issued_by, correct, cancel,
    }
    /// The pictures of a circular.
    pictures: Pictures {
        flow_hint, as_table, offices, issued_on, stuck, acknowledged_n, opened_n, unopened_n, ended_n,
        passed_n, map_title, map_outline, map_tiles, map_source, share_of, none, under_half, half, all,
        off_roster, curves_title, curves_hint, deadline, day, dwell_title, dwell_hint, days, median,
        slowest, slowest_rests, passed_on, median_head, slowest_head, nobody_yet, evidence_title,
        evidence_head, none_odd, unheard, unheard_line, unconfirmed, unconfirmed_line, rejected,
        rejected_line,
    }
    /// The who-has-not list.
    deliveries_list: DeliveriesList {
        sort, sort_route, sort_due, sort_reminded, sort_name,
        title, filter, all, not_acknowledged, stuck_at, every_tier, every_province, lacking, lacking_fact,
        search, none, none_line, place, province, local, district, school, received_at, number, forwarded,
        acknowledged_at, acknowledged_by, state, reminded_at, file_title, remind, remind_many, remind_line,
        nothing_ticked, reminded,
    }
    /// What happened, by the words of events.
    happened: Happened {
        issued, opened, received, forwarded, acknowledged, confirmed, claim_rejected, returned, recalled,
        reminded, enclosure_replaced, cancelled, superseded, symbol_proven,
    }
    /// The audit trail.
    events: Events {
        title, lead, position, at, what, who, hash, previous, forwarded_to, version, proof,
    }
    /// Cancelling and correcting.
    cancellation: Cancellation {
        title, line, cancel, done, correct_title, correct_line, correct, correction_begun,
    }
    /// Versions of an enclosure.
    versions: Versions {
        open, version, by, current, replaced_mark, replace, replace_line, replaced,
    }
    /// The poster, on paper.
    poster: Poster {
        number, dated, scan, or_type, alt,
    }
    /// Registers.
    registers: Registers {
        circulars, circulars_of, received, received_of, sent, sent_of, sent_number, year, show, none, none_line, number, received_number,
        reference, dated, from, to, title, action, remark, received_at,
    }
    /// The inbox of an office.
    inbox: Inbox {
        title, register, filter, urgency, subject, due, state, dated, caption, todo, to_receive, to_forward,
        to_acknowledge, forwarded, acknowledged, returned, overdue, all, to_forward_section,
        to_acknowledge_section, done_section, letters, most_urgent, none_most_urgent, to_forward_locals,
        to_forward_schools, oldest, none_overdue, acknowledged_line, searched, search_off, empty,
        empty_done, empty_other, empty_search, bulk, bulk_hint, receive_chosen, receive_many,
        forward_chosen, forward_many, received, received_one, received_without, forwarded_done, undo_reason, undone, undone_but,
        every_urgency, narrow, views, view_keep, view_name, view_hint, view_kept, view_drop, view_dropped,
    }
    /// One letter at one office, and its forms.
    delivery: Delivery {
        received_letter, letter_pdf, number, letter, public_page, facts, not_yet, school_hint, receive, numbering, number_next,
        number_next_hint, number_given, number_given_field, number_given_hint, number_without, acknowledge,
        name, position, note, give_back, return_reason, return_hint, forward, below, waiting, forward_all,
        forward_chosen, forward_many, above, message, remind, record, record_hint, record_name, day,
        day_hint, time, record_note, record_submit, recall, recall_reason, claim, claim_line, claim_confirm,
        claim_reason, claim_reason_hint, claim_reject, received, received_without, forwarded, acknowledged,
        returned, recalled, recorded, claim_confirmed, claim_rejected, void_cancelled, void_superseded,
    }
    /// What happened to a letter; {office} is where.
    timeline: Timeline { written,
        title, total, issued, opened, received, forwarded, acknowledged, confirmed, claim_rejected,
        claim_confirmed, returned, recalled, reminded, replaced, cancelled, superseded, rested, rests,
        on_the_way, on_behalf, paper, telephone, symbol_proven,
    }
    /// Heads and end of a letter's plain text.
    letter_text: LetterText {
        subject, to, refers_to, enclosures, phone, fax, contact,
    }
    /// Files that go with a letter.
    enclosed: Enclosed {
        title, none, version, older,
    }
    /// Slips for schools, on paper.
    slips: Slips {
        title, why, print, lead, waiting, secret, qr, scan, until, step_scan, step_type, step_code, ask,
        sign, sign_name, sign_position, dated, pdf, pdf_four, stack,
    }
    /// A letter's public page.
    letter_page: LetterPage {
        genuine, not_genuine, how, duties, submission, event, deadline, through, roster, roster_table, roster_line,
        places, seq, district, province, read, letter, masked, your_school, search, found, none, act,
        act_hint, closed, in_name_of, other_school, slip, slip_hint, claim_hint, claimed, claim_confirmed,
        by_code, by_school, again, done_on, done_hint, back, ask, coordinator, check, check_site,
        check_number, check_ask, check_hash, cancelled, superseded,
    }
    /// A school's own page behind its secret link.
    school_page: SchoolPage { offline, waits, waits_line, refused,
        to, until, name, position_hint, hint, by, evidence, once, tell, next,
    }
    /// Receipts, and the page that anyone checks one on.
    receipt_page: ReceiptPage {
        title, why, open, genuine, genuine_line, changed, not_genuine, other_key, signature, gone, differs,
        returned, recalled, facts, compare, number, dated, subject, from, to, received_number, made, no_names,
        confirmed, how, how_line, key,
    }
    /// A receipt on paper, which is Thai in either language.
    receipt_paper: ReceiptPaper {
        title, heading, made, at, code, evidence, scan, compare, command, alt, attached,
    }
    /// The registry of offices.
    offices: OfficesPage {
        title, lead, filter, search, find, all, name, code, tier, above, below, past, no_past, until, none,
        none_line,
    }
    /// What the demo prints.
    demo: Demo { intro, people, public, school, phone }
}
