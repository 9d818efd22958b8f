//! Slips with the schools' secret links: for their local administration, and for nobody above or beside it.

use wian::domain::actor::Role;
use wian::letters::pdf_pages::PdfPages;

use crate::support::app::TestApp;
use crate::support::story::Story;

#[tokio::test]
async fn a_local_administration_prints_the_slips_of_its_own_schools() {
    let app = TestApp::start().await;
    let local = app.officer("4900101", Role::Officer).await;
    app.appoints("90", Role::Officer).await;
    let story = Story::issued(&app).await;
    let slips = format!("/slips?circular={}", story.circular);
    local.opens(&slips).await.says(404, "ไม่พบรายการนี้");
    story.passes("90").await;
    let page = local.opens(&slips).await;
    page.says(200, "โรงเรียนตัวอย่าง ๑").says(200, "โรงเรียนตัวอย่าง ๒").says(200, &story.slip("S1").await);
    page.says(200, &format!("/L/{}", story.code)).says(200, "หนังสือยังไม่ได้ส่งต่อถึงบางโรงเรียน");
    assert!(!page.body.contains("โรงเรียนตัวอย่าง ๓") && page.header("cache-control").contains("no-store"));

    let drawn = local.opens(format!("/slips/{}/qr.svg", story.at("S1").await)).await;
    assert_eq!((drawn.status, drawn.header("content-type")), (200, "image/svg+xml"));
    let secret = story.secret_page("S1").await;
    drawn.says(200, &secret);
    local.opens(format!("/slips/{}/qr.svg", story.at("S3").await)).await.says(404, "ไม่พบรายการนี้");
    local.opens(format!("/slips/{}/qr.svg", story.at("4900101").await)).await.says(404, "ไม่พบรายการนี้");
}

#[tokio::test]
async fn no_office_above_and_none_beside_ever_sees_a_secret_link() {
    let app = TestApp::start().await;
    app.appoints("4900101", Role::Officer).await;
    let mut others = Vec::new();
    for (office, role) in
        [("DLA", Role::Officer), ("90", Role::Officer), ("91", Role::Officer), ("5910101", Role::Officer)]
    {
        others.push(app.officer(office, role).await);
    }
    let story = Story::issued(&app).await;
    story.passes("90").await;
    story.passes("4900101").await;
    let secret = story.secret_page("S1").await;
    let id = story.at("S1").await;
    for other in &others {
        for page in [
            format!("/slips?circular={}", story.circular),
            format!("/slips/{id}/qr.svg"),
            format!("/deliveries/{id}"),
            format!("/deliveries/{}", story.at("4900101").await),
            format!("/circulars/{}", story.circular),
            format!("/circulars/{}/deliveries", story.circular),
            format!("/circulars/{}/events", story.circular),
        ] {
            let answer = other.opens(&page).await;
            assert!(!answer.body.contains(&secret), "{} sees it on {page}", other.email);
            assert!(
                !answer.body.contains(&story.slip("S1").await),
                "{} sees the code on {page}",
                other.email
            );
            assert!(!page.starts_with("/slips") || answer.status >= 400, "{} gets {page}", other.email);
        }
    }
}

#[tokio::test]
async fn a_whole_stack_is_one_pdf_for_the_local_administration_and_for_its_province() {
    let app = TestApp::start().await;
    let local = app.officer("4900101", Role::Officer).await;
    let province = app.officer("90", Role::Officer).await;
    let department = app.officer("DLA", Role::Officer).await;
    let story = Story::issued(&app).await;
    let stack = format!("/circulars/{}/slips.pdf", story.circular);
    local.opens(&stack).await.says(404, "ไม่พบรายการนี้");
    story.passes("90").await;
    story.passes("4900101").await;
    department.opens(&stack).await.says(403, "");
    let own_page = local.opens(format!("/slips?circular={}", story.circular)).await;
    own_page.says(200, &stack);

    let secret = format!("{}{}", app.app.config.public_url(""), story.secret_page("S1").await);
    for (person, a_page, pages) in [(&local, 1, 2), (&local, 4, 1), (&province, 1, 2)] {
        let pdf = person.takes(format!("{stack}?a_page={a_page}")).await;
        let text = crate::paper::pdftotext(&pdf);
        for said in ["โรงเรียนตัวอย่าง ๑", "โรงเรียนตัวอย่าง ๒", &story.slip("S1").await, &story.slip("S2").await]
        {
            assert!(text.contains(said), "{said} is not in {text}");
        }
        assert!(!text.contains("โรงเรียนตัวอย่าง ๓"), "another province's school");
        assert_eq!(PdfPages::open(pdf.clone()).expect("a PDF").count(), pages);
        // Each symbol reads from the finished page, also from its worn copies.
        let proof = crate::paper::proves(&pdf, &secret);
        assert_eq!((proof.page, proof.readings.len()), (1, 10));
    }
}

#[tokio::test]
async fn a_stack_lies_in_the_order_of_the_post() {
    let app = TestApp::start().await;
    let story = Story::sent_to_schools(&app).await;
    let local = app.colleague("4900101", Role::Officer).await;
    let first = async |name: &str| {
        let pdf = local.takes(format!("/circulars/{}/slips.pdf", story.circular)).await;
        let text = crate::paper::pdftotext(&pdf);
        let page = text.split('\u{c}').next().unwrap_or_default().to_owned();
        assert!(page.contains(name), "{page}");
    };
    first("โรงเรียนตัวอย่าง ๑").await;
    let registry = tempfile::Builder::new().suffix(".csv").tempfile().expect("a file");
    let rows = "tier,code,parent_code,name_th,รหัสไปรษณีย์\n\
        school,S1,4900101,โรงเรียนตัวอย่าง ๑,90250\nschool,S2,4900101,โรงเรียนตัวอย่าง ๒,๙๐๑๑๐\n";
    std::fs::write(registry.path(), rows).expect("written");
    let report = wian::cli::import_offices(&app.app, registry.path()).await.expect("a registry");
    assert!(report.rejected.is_empty(), "{:?}", report.rejected);
    first("โรงเรียนตัวอย่าง ๒").await;
}
