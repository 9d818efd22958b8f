//! Strings put into lines: those drawn one after the other join, those at one height share a line from left to right.

use super::page::Run;

/// Strings that touch, as a word or a sentence.
struct Segment {
    text: String,
    x: f32,
    y: f32,
    end: f32,
    size: f32,
}

/// Writes the lines of a page, from top to bottom, with empty lines where it leaves room and indents in spaces.
pub(super) fn write(runs: Vec<Run>, text: &mut String) {
    let mut segments = segments(runs);
    segments.retain(|segment| !segment.text.trim().is_empty());
    // Top to bottom; at one height the order of drawing stays until the line is sorted.
    segments.sort_by(|a, b| b.y.total_cmp(&a.y));
    let left = segments.iter().map(|segment| segment.x).min_by(f32::total_cmp).unwrap_or(0.0);
    let lines = lines(segments);
    let usual = usual_step(&lines);
    let mut above: Option<f32> = None;
    for line in lines {
        let (Some(first), height) = (line.first(), height(&line)) else { continue };
        if above.is_some_and(|above| above - first.y > usual * 1.45) {
            text.push('\n');
        }
        above = Some(first.y);
        push_spaces(text, (first.x - left) / (height * 0.45));
        let mut end: Option<f32> = None;
        for segment in &line {
            if let Some(end) = end {
                let gap = segment.x - end;
                push_spaces(
                    text,
                    if gap > height {
                        gap / (height * 0.45)
                    } else {
                        f32::from(u8::from(gap > height * 0.15))
                    },
                );
            }
            text.push_str(&segment.text);
            end = Some(segment.end);
        }
        text.push('\n');
    }
    text.push('\n');
}

/// Joins what is drawn one after the other at one height: vowels and tone marks above and below are strings of
/// their own in some files, and stand a little back or higher.
fn segments(runs: Vec<Run>) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    for run in runs {
        if let Some(last) = segments.last_mut() {
            let size = last.size.max(run.size);
            let level = (run.y - last.y).abs() < size * 0.35;
            let gap = run.x - last.end;
            if level && gap > -size * 0.9 && gap < size * 0.9 && run.x >= last.x {
                let parted = gap > size * 0.15 && !last.text.ends_with(' ') && !run.text.starts_with(' ');
                if parted && !run.text.starts_with(is_mark) {
                    last.text.push(' ');
                }
                last.text.push_str(&run.text);
                last.end = last.end.max(run.end);
                continue;
            }
        }
        segments.push(Segment { text: run.text, x: run.x, y: run.y, end: run.end, size: run.size });
    }
    segments
}

/// Segments at one height, each line from left to right.
fn lines(segments: Vec<Segment>) -> Vec<Vec<Segment>> {
    let mut lines: Vec<Vec<Segment>> = Vec::new();
    for segment in segments {
        match lines.last_mut() {
            Some(line)
                if line.first().is_some_and(|first| {
                    (first.y - segment.y).abs() < first.size.max(segment.size) * 0.4
                }) =>
            {
                line.push(segment);
            }
            _ => lines.push(vec![segment]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    lines
}

fn height(line: &[Segment]) -> f32 {
    line.iter().map(|segment| segment.size).max_by(f32::total_cmp).unwrap_or(1.0).max(1.0)
}

/// The usual distance of two lines: the median, the lower one of two.
fn usual_step(lines: &[Vec<Segment>]) -> f32 {
    let heights = lines.iter().filter_map(|line| line.first()).map(|segment| segment.y).collect::<Vec<_>>();
    let mut steps: Vec<f32> = heights.windows(2).map(|pair| (pair[0] - pair[1]).abs()).collect();
    steps.sort_by(f32::total_cmp);
    steps.get(steps.len().saturating_sub(1) / 2).copied().unwrap_or(f32::MAX)
}

/// At most as many spaces as a page is wide.
fn push_spaces(text: &mut String, count: f32) {
    let mut left = count.clamp(0.0, 60.0).round();
    while left >= 1.0 {
        text.push(' ');
        left -= 1.0;
    }
}

/// Thai vowels and tone marks above and below a letter.
fn is_mark(c: char) -> bool {
    matches!(c, 'ั' | 'ิ'..='ฺ' | '็'..='๎' | 'ำ')
}
