//! Abbreviations of offices, with or without dots and spaces, written out in full.

/// A short form and what it stands for.
struct Abbreviation {
    letters: &'static [char],
    full: &'static str,
    /// What must stand after it when it is written without its dot.
    undotted: Undotted,
}

/// When a short form counts although its dot is missing. Names such as ทมนางาม forbid the simple answer.
#[derive(Clone, Copy)]
enum Undotted {
    Always,
    BeforeSpace,
    BeforeDigit,
}

/// Longest first, so that ทน. is not read as ท. followed by น.
const ABBREVIATIONS: &[Abbreviation] = &[
    short(&['ศ', 'พ', 'ด'], "ศูนย์พัฒนาเด็กเล็ก", Undotted::Always),
    short(&['ส', 'ถ', 'จ'], "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด", Undotted::Always),
    short(&['อ', 'บ', 'จ'], "องค์การบริหารส่วนจังหวัด", Undotted::Always),
    short(&['อ', 'บ', 'ต'], "องค์การบริหารส่วนตำบล", Undotted::Always),
    short(&['ร', 'ร'], "โรงเรียน", Undotted::Always),
    short(&['ท', 'น'], "เทศบาลนคร", Undotted::BeforeSpace),
    short(&['ท', 'ม'], "เทศบาลเมือง", Undotted::BeforeSpace),
    short(&['ท', 'ต'], "เทศบาลตำบล", Undotted::BeforeSpace),
    short(&['ท'], "เทศบาล", Undotted::BeforeDigit),
];

/// Words that an office's name follows without a space: อนุบาลอบต.
const FOLLOWED: &[&str] = &["โรงเรียน", "อนุบาล", "มัธยม", "กีฬา", "สาธิต", "สังกัด"];

const fn short(letters: &'static [char], full: &'static str, undotted: Undotted) -> Abbreviation {
    Abbreviation { letters, full, undotted }
}

/// Writes out every abbreviation in a folded text.
pub(super) fn expand(folded: &str) -> String {
    let chars: Vec<char> = folded.chars().collect();
    let mut out = String::with_capacity(folded.len());
    let (mut at, mut before) = (0, None);
    while let Some(&c) = chars.get(at) {
        let rest = chars.get(at..).unwrap_or_default();
        if let Some((full, length)) = abbreviation_at(before, &out, rest) {
            out.push_str(full);
            at += length;
            // What follows a written-out word begins a new one: รร.ทม.
            before = None;
        } else {
            out.push(c);
            at += 1;
            before = Some(c);
        }
    }
    out
}

fn abbreviation_at(before: Option<char>, written: &str, rest: &[char]) -> Option<(&'static str, usize)> {
    let starts_word = || {
        before.is_none_or(|c| !super::is_letter_or_digit(c) && c != '.')
            || FOLLOWED.iter().any(|word| written.ends_with(word))
    };
    ABBREVIATIONS.iter().find_map(|abbreviation| {
        let (length, dots) = letters_and_dots(abbreviation.letters, rest)?;
        let accepted = if dots == 0 {
            starts_word() && undotted_counts(abbreviation.undotted, rest.get(length..).unwrap_or_default())
        } else {
            ends_with_dot(rest, length) && before != Some('.')
        };
        accepted.then_some((abbreviation.full, length))
    })
}

/// How far the letters reach with the dots among and after them, and how many dots those are.
fn letters_and_dots(letters: &[char], rest: &[char]) -> Option<(usize, usize)> {
    let (mut at, mut dots) = (0, 0);
    for letter in letters {
        if rest.get(at) != Some(letter) {
            return None;
        }
        at += 1;
        if rest.get(at) == Some(&'.') {
            at += 1;
            dots += 1;
        }
    }
    Some((at, dots))
}

fn ends_with_dot(rest: &[char], length: usize) -> bool {
    length.checked_sub(1).and_then(|i| rest.get(i)) == Some(&'.')
}

fn undotted_counts(rule: Undotted, after: &[char]) -> bool {
    match rule {
        // A vowel or tone mark would make the letters part of a word.
        Undotted::Always => after.first().is_none_or(|c| !('\u{0E30}'..='\u{0E3A}').contains(c)),
        Undotted::BeforeSpace => after.first().is_none_or(|c| *c == ' '),
        Undotted::BeforeDigit => after.iter().find(|c| **c != ' ').is_some_and(char::is_ascii_digit),
    }
}

#[cfg(test)]
mod tests {
    use super::expand;

    #[test]
    fn dots_and_spaces_make_no_difference() {
        for text in ["อบต.บางแก้ว", "อ.บ.ต.บางแก้ว", "อบตบางแก้ว"]
        {
            assert_eq!(expand(text), "องค์การบริหารส่วนตำบลบางแก้ว", "{text}");
        }
        assert_eq!(expand("ท.น.ระยอง"), "เทศบาลนครระยอง");
        assert_eq!(expand("รร.ท.1"), "โรงเรียนเทศบาล1");
        assert_eq!(expand("ทม บางแก้ว"), "เทศบาลเมือง บางแก้ว");
        assert_eq!(expand("รรอนุบาลอบตบางแก้ว"), "โรงเรียนอนุบาลองค์การบริหารส่วนตำบลบางแก้ว");
    }

    #[test]
    fn names_that_begin_with_the_same_letters_stay() {
        for name in ["ทมนางาม", "ทมอ", "อบทม", "ชอบตาล", "กรรม", "กม.5", "จ.ป.ร."]
        {
            assert_eq!(expand(name), name);
        }
    }
}
