//! Addresses of deliveries, for those who receive, forward and acknowledge, and of their registers.

use crate::domain::ids::{DeliveryId, ImportId, OfficeId, SavedViewId, SlipScanId};

addresses! {
    /// The office's inbox (`?state=`).
    Deliveries("/deliveries");
    /// Several received at once.
    Receipts("/deliveries/receipts");
    /// Several forwarded at once.
    Forwardings("/deliveries/forwardings");
    /// What was forwarded at one moment, pulled back.
    Recalls("/deliveries/recalls");
    /// Views of the inbox under a name.
    SavedViews("/deliveries/views");
    /// One of them.
    SavedView("/deliveries/views/{id}", id: SavedViewId);
    /// One circular at one office: letter, acts, timeline.
    Delivery("/deliveries/{id}", id: DeliveryId);
    /// The letter as the office received it, with its receive stamp.
    ReceivedLetter("/deliveries/{id}/letter.pdf", id: DeliveryId);
    /// A human sees it.
    Opening("/deliveries/{id}/opening", id: DeliveryId);
    /// ลงรับ.
    Receipt("/deliveries/{id}/receipt", id: DeliveryId);
    /// ใบรับ: what is known of it, on paper.
    ReceiptPdf("/deliveries/{id}/receipt.pdf", id: DeliveryId);
    /// ส่งต่อ.
    Forwarding("/deliveries/{id}/forwarding", id: DeliveryId);
    /// ส่งคืน.
    Return("/deliveries/{id}/return", id: DeliveryId);
    /// ดึงกลับ.
    Recall("/deliveries/{id}/recall", id: DeliveryId);
    /// เตือนเรื่องที่ค้าง.
    Reminder("/deliveries/{id}/reminder", id: DeliveryId);
    /// รับทราบ.
    Acknowledgement("/deliveries/{id}/acknowledgement", id: DeliveryId);
    /// Confirms or rejects what was claimed.
    Confirmation("/deliveries/{id}/confirmation", id: DeliveryId);
    /// บันทึกแทน, from paper or telephone.
    Record("/deliveries/{id}/record", id: DeliveryId);
    /// Slips of a local administration's schools (`?circular=`).
    Slips("/slips");
    /// The symbol of one of those schools' secret links.
    SlipQr("/slips/{id}/qr.svg", id: DeliveryId);
    /// Scans of signed slips (`?circular=`); POST hands one in.
    SlipScans("/slips/returns");
    /// One of them: what became of each page.
    SlipScan("/slips/returns/{id}", id: SlipScanId);
    /// The picture of a page, counted from 1; POST says whose slip it is.
    SlipPage("/slips/returns/{id}/pages/{number}", id: SlipScanId, number: i32);
    /// ทะเบียนรับ (`?year=&format=`).
    ReceivedRegister("/registers/received");
    /// ทะเบียนส่ง (`?year=&format=`).
    SentRegister("/registers/sent");
    /// ทะเบียนหนังสือเวียน (`?year=&format=`).
    CircularsRegister("/registers/circulars");
    /// The registry of offices (`?q=&tier=`).
    Offices("/offices");
    /// Registry files handed in; POST hands one in.
    Imports("/offices/imports");
    /// One of them: how far it has come, and what became of its rows (`?from=`).
    Import("/offices/imports/{id}", id: ImportId);
    /// How far it has come, alone, which an open page polls.
    ImportProgress("/offices/imports/{id}/progress", id: ImportId);
    /// The emblem above the office's letters; POST keeps another, or none.
    Emblem("/offices/emblem");
    /// Its picture.
    EmblemPicture("/offices/emblem/picture");
    /// One of them, with its names and codes over time.
    Office("/offices/{id}", id: OfficeId);
}
