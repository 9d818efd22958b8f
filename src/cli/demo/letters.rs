//! The demo's letters, in words of our own, dated around the day on which they are read.

use chrono::{Datelike as _, NaiveDate, TimeDelta};

use crate::domain::thai::dates;

/// A letter to be drafted.
pub(super) struct Letter {
    pub title: String,
    pub text: String,
}

/// The letter that was issued on `day`: works to be sent by schools, and a meeting.
pub(super) fn call_for_works(day: NaiveDate, schools: usize) -> Letter {
    let [from, until, meeting, end] = [7, 49, 77, 78].map(|days| dates::long(day + TimeDelta::days(days)));
    let text = format!(
        "ด่วน\nถึง  สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด (ตามรายชื่อจังหวัดแนบท้าย)\n\n\
        ด้วยกรมส่งเสริมการปกครองท้องถิ่นจัดทำโครงการห้องเรียนตัวอย่าง เพื่อเผยแพร่วิธีจัดการเรียนรู้ที่ครูทำได้จริง\
        ในโรงเรียนของตน มีโรงเรียนในสังกัดองค์กรปกครองส่วนท้องถิ่นเข้าร่วมโครงการ จำนวน {schools} แห่ง\n\n\
        ในการนี้ ขอให้จังหวัดแจ้งองค์กรปกครองส่วนท้องถิ่นที่มีสถานศึกษาตามบัญชีรายชื่อ เชิญชวนครูส่งบันทึกการจัดการเรียนรู้\
        ทางอีเมล works@example.go.th ตั้งแต่วันที่ {from} - {until} และเข้าร่วมประชุมแลกเปลี่ยนเรียนรู้ในรูปแบบออนไลน์ \
        ระหว่างวันที่ {meeting} - {end} ทั้งนี้ สามารถดาวน์โหลดบัญชีรายชื่อโรงเรียนและคู่มือการจัดทำบันทึกได้ตาม QR Code \
        ท้ายหนังสือนี้\n\n\n{}\n บัญชีรายชื่อโรงเรียนที่เข้าร่วมโครงการ\nและคู่มือการจัดทำบันทึกการจัดการเรียนรู้\n",
        closing(day),
    );
    Letter {
        title: "ขอเชิญส่งบันทึกการจัดการเรียนรู้ โครงการห้องเรียนตัวอย่าง".to_owned(), text
    }
}

/// A letter that waits to be issued, to every local administration.
pub(super) fn survey(day: NaiveDate) -> Letter {
    let until = dates::long(day + TimeDelta::days(30));
    let text = format!(
        "ถึง  สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด ทุกจังหวัด\n\n\
        ด้วยกรมส่งเสริมการปกครองท้องถิ่นจะสำรวจความพร้อมของระบบสารบรรณอิเล็กทรอนิกส์ขององค์กรปกครองส่วนท้องถิ่น \
        เพื่อใช้วางแผนการอบรมในปีต่อไป\n\n\
        จึงขอให้จังหวัดแจ้งองค์กรปกครองส่วนท้องถิ่นในพื้นที่ตอบแบบสำรวจทางอีเมล survey@example.go.th ภายในวันที่ {until}\n\n\n{}",
        closing(day),
    );
    Letter {
        title: "การสำรวจความพร้อมของระบบสารบรรณอิเล็กทรอนิกส์".to_owned(), text
    }
}

/// Sender, month and whom to ask. The day is left blank, as drafters do: issuing fills it in.
fn closing(day: NaiveDate) -> String {
    format!(
        "กรมส่งเสริมการปกครองท้องถิ่น\n   {}\n กองตัวอย่างการศึกษาท้องถิ่น\nกลุ่มงานตัวอย่างการจัดการเรียนรู้\n \
         โทร. 0 2000 0000 ต่อ 1234\nไปรษณีย์อิเล็กทรอนิกส์ saraban@example.go.th\n\
         ผู้ประสานงาน : นางสาวตัวอย่าง ประสานงาน โทร. 080-0000000\n",
        dates::month_year(day.year(), day.month()),
    )
}
