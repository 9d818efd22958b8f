//! Who acts, and what each role may do: the whole table of permissions.

use crate::domain::ids::{AppointmentId, OfficeId, OfficerId};
use crate::domain::office::Tier;
use crate::domain::word::words;

/// What an officer is in an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// ผู้ดูแลระบบ: keeps the office's officers, the registry and opening numbers.
    Administrator,
    /// ผู้ออกหนังสือ: drafts and issues, and does all that an officer does.
    Issuer,
    /// เจ้าหน้าที่สารบรรณ: receives, forwards, acknowledges.
    Officer,
    /// ผู้ตรวจสอบ: reads everything of the office and changes nothing.
    Auditor,
}

words!(Role {
    Administrator => "administrator",
    Issuer => "issuer",
    Officer => "officer",
    Auditor => "auditor",
});

/// What can be done, as far as permission goes; each names a row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deed {
    /// See circulars, deliveries and their timelines within the office's scope.
    Read,
    /// See the audit trail with its hashes.
    ReadEvents,
    /// See the office's registers.
    ReadRegisters,
    /// Write a draft, its roster and its enclosures.
    Draft,
    /// Take a number and send.
    Issue,
    /// Cancel or supersede what was issued.
    Cancel,
    /// Put a better version of an enclosure in place.
    ReplaceEnclosure,
    /// ลงรับ.
    Receive,
    /// ส่งต่อ.
    Forward,
    /// รับทราบ, signed in.
    Acknowledge,
    /// ส่งคืน.
    Return,
    /// ดึงกลับ.
    Recall,
    /// เตือนเรื่องที่ค้าง.
    Remind,
    /// Record a fact of an office below, from paper or telephone.
    RecordOnBehalf,
    /// Confirm or reject what somebody claimed on the public page.
    Confirm,
    /// Print slips with the secret links of the office's schools.
    PrintSlips,
    /// Print the slips of all schools below the office as one PDF.
    PrintStack,
    /// Import the registry of offices, add schools.
    KeepOffices,
    /// Add officers and hand out tokens.
    KeepOfficers,
    /// Set the last number used before this system.
    KeepNumbers,
    /// Keep the emblem above the office's letters.
    KeepEmblem,
}

words!(Deed {
    Read => "read",
    ReadEvents => "read_events",
    ReadRegisters => "read_registers",
    Draft => "draft",
    Issue => "issue",
    Cancel => "cancel",
    ReplaceEnclosure => "replace_enclosure",
    Receive => "receive",
    Forward => "forward",
    Acknowledge => "acknowledge",
    Return => "return",
    Recall => "recall",
    Remind => "remind",
    RecordOnBehalf => "record_on_behalf",
    Confirm => "confirm",
    PrintSlips => "print_slips",
    PrintStack => "print_stack",
    KeepOffices => "keep_offices",
    KeepOfficers => "keep_officers",
    KeepNumbers => "keep_numbers",
    KeepEmblem => "keep_emblem",
});

impl Role {
    /// Whether the role may do a deed in an office of this tier: the table of permissions.
    pub fn may(self, deed: Deed, tier: Tier) -> bool {
        let tier_allows = match deed {
            Deed::Read | Deed::ReadEvents | Deed::ReadRegisters | Deed::KeepOfficers | Deed::KeepNumbers => {
                true
            }
            Deed::Draft
            | Deed::Issue
            | Deed::Cancel
            | Deed::ReplaceEnclosure
            | Deed::KeepOffices
            | Deed::KeepEmblem => tier == Tier::Department,
            Deed::Receive | Deed::Forward | Deed::PrintStack => matches!(tier, Tier::Province | Tier::Local),
            Deed::Acknowledge | Deed::Return => tier != Tier::Department,
            Deed::Recall | Deed::Remind | Deed::RecordOnBehalf => tier != Tier::School,
            Deed::Confirm | Deed::PrintSlips => tier == Tier::Local,
        };
        let role_allows = match self {
            Self::Administrator => matches!(
                deed,
                Deed::Read
                    | Deed::ReadEvents
                    | Deed::ReadRegisters
                    | Deed::KeepOffices
                    | Deed::KeepOfficers
                    | Deed::KeepNumbers
                    | Deed::KeepEmblem
            ),
            Self::Issuer => {
                !matches!(deed, Deed::KeepOffices | Deed::KeepOfficers | Deed::KeepNumbers | Deed::KeepEmblem)
            }
            Self::Officer => !matches!(
                deed,
                Deed::Issue
                    | Deed::Cancel
                    | Deed::KeepOffices
                    | Deed::KeepOfficers
                    | Deed::KeepNumbers
                    | Deed::KeepEmblem
            ),
            Self::Auditor => matches!(deed, Deed::Read | Deed::ReadEvents | Deed::ReadRegisters),
        };
        tier_allows && role_allows
    }
}

/// The office that somebody acts for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActingOffice {
    /// Its id.
    pub id: OfficeId,
    /// Its tier.
    pub tier: Tier,
    /// Its code.
    pub code: String,
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// The two-digit code of its province; none for the department.
    pub province_code: Option<String>,
}

/// A signed-in officer, acting for one office in one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The person.
    pub officer: OfficerId,
    /// The person's name.
    pub name: String,
    /// The post acted in.
    pub appointment: AppointmentId,
    /// Its role.
    pub role: Role,
    /// Its office.
    pub office: ActingOffice,
}

impl Actor {
    /// Whether the actor's role may do a deed at all; whether on this thing is the scope's to say.
    pub fn may(&self, deed: Deed) -> bool {
        self.role.may(deed, self.office.tier)
    }

    /// What the actor can see: every finder takes it.
    pub fn scope(&self) -> Scope {
        let office = self.office.id;
        match (self.office.tier, &self.office.province_code) {
            (Tier::Department, _) => Scope::Department(office),
            (Tier::Province, Some(province)) => Scope::Province { office, province: province.clone() },
            (Tier::Local, _) => Scope::Local(office),
            (Tier::School | Tier::Province, _) => Scope::Office(office),
        }
    }
}

/// The part of the tree that an actor sees: an office and those below it, nobody else's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Everything that the department issued.
    Department(OfficeId),
    /// The provincial office, and the local administrations and schools of its province.
    Province {
        /// The provincial office.
        office: OfficeId,
        /// Its two-digit code.
        province: String,
    },
    /// A local administration and its schools.
    Local(OfficeId),
    /// One office alone.
    Office(OfficeId),
}

impl Scope {
    /// The office that the scope begins with.
    pub fn office(&self) -> OfficeId {
        match self {
            Self::Department(office)
            | Self::Province { office, .. }
            | Self::Local(office)
            | Self::Office(office) => *office,
        }
    }
}
