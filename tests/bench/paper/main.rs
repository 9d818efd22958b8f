//! How fast and how large paper comes out, beside its limits and its peers in the same run:
//! `cargo bench --bench paper`.

mod fresh;
mod material;
mod peers;
mod report;
#[path = "../../paper/sample.rs"]
mod sample;
#[path = "../../paper/stack.rs"]
mod stack;
#[path = "../../paper/year.rs"]
mod year;

use std::hint::black_box;
use std::process::Command;

use criterion::{Criterion, Throughput};
use wian::domain::paper::PaperStyle;
use wian::letters::paper::letter::letter;
use wian::letters::qr::{self, Format, QrCode, Style, png};

use material::{address, numbered, setting};
use peers::Peers;

/// The layout may use several threads; what is promised is promised for one core.
const ONE_THREAD: (&str, &str) = ("RAYON_NUM_THREADS", "1");

fn main() {
    let program = std::env::current_exe().expect("a program");
    if std::env::var(ONE_THREAD.0).as_deref() != Ok(ONE_THREAD.1) {
        let same =
            Command::new(program).args(std::env::args().skip(1)).env(ONE_THREAD.0, ONE_THREAD.1).status();
        std::process::exit(same.ok().and_then(|status| status.code()).unwrap_or(1));
    }
    if let Some(job) = std::env::args().skip(1).find_map(|word| word.parse().ok()) {
        return fresh::work(job);
    }
    let mut peers = Peers::start();
    let kept = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("criterion");
    let mut criterion = Criterion::default().output_directory(&kept).configure_from_args();
    letters(&mut criterion, &mut peers);
    symbols(&mut criterion, &mut peers);
    report::print(&kept, &program, &mut peers);
}

/// Letters that differ in number and symbol, one after the other.
fn letters(criterion: &mut Criterion, peers: &mut Peers) {
    let mut group = criterion.benchmark_group("letter");
    group.throughput(Throughput::Elements(1));
    let mut number = 0;
    group.bench_function("wian", |bencher| {
        bencher.iter(|| {
            number += 1;
            let circular = numbered(number);
            black_box(letter(&setting(&circular, &address(number), &[]))).expect("a letter")
        });
    });
    group.bench_function("wian, with the lists of 78 schools", |bencher| {
        bencher.iter(|| {
            number += 1;
            black_box(sample::printed(&numbered(number), PaperStyle::default()))
        });
    });
    if peers.has_python() {
        group.sample_size(10);
        group.bench_function("weasyprint", |bencher| {
            bencher.iter_custom(|count| peers.time("letters", count));
        });
    }
    group.finish();
}

/// Symbols as PNG of one bit a pixel: bare, as the peers give them, and proven, as only this program does.
fn symbols(criterion: &mut Criterion, peers: &mut Peers) {
    let style = Style::default();
    let mut group = criterion.benchmark_group("symbol");
    group.throughput(Throughput::Elements(1));
    let mut number = 0;
    group.bench_function("wian", |bencher| {
        bencher.iter(|| {
            number += 1;
            let code = QrCode::new(&address(number), style.level).expect("a symbol");
            black_box(png::draw(&code, &style)).expect("a PNG")
        });
    });
    group.bench_function("wian, proven", |bencher| {
        bencher.iter(|| {
            number += 1;
            black_box(qr::render(&address(number), Format::Png, &style)).expect("a PNG")
        });
    });
    if peers.has_python() {
        group.bench_function("segno", |bencher| bencher.iter_custom(|count| peers.time("symbols", count)));
    }
    if peers::has_qrencode() {
        group.sample_size(20);
        group.bench_function("qrencode", |bencher| bencher.iter_custom(peers::qrencode));
    }
    group.finish();
}
