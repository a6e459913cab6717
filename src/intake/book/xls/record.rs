//! The records of an old workbook (BIFF 5 and 8), one behind the other.

use super::super::refused::Refused;

/// One record.
pub(super) struct Record<'r> {
    pub(super) kind: u16,
    pub(super) data: &'r [u8],
}

impl Record<'_> {
    pub(super) fn short(&self, at: usize) -> Option<u16> {
        let bytes = self.data.get(at..at + 2)?;
        Some(u16::from_le_bytes([bytes[0], bytes[1]]))
    }
}

pub(super) mod kinds {
    pub(in super::super) const FORMULA: u16 = 0x0006;
    pub(in super::super) const END: u16 = 0x000a;
    pub(in super::super) const FILE_PASS: u16 = 0x002f;
    pub(in super::super) const FONT: u16 = 0x0031;
    pub(in super::super) const CONTINUED: u16 = 0x003c;
    pub(in super::super) const UNCALCED: u16 = 0x005e;
    pub(in super::super) const COLUMNS: u16 = 0x007d;
    pub(in super::super) const BOUND_SHEET: u16 = 0x0085;
    pub(in super::super) const MULTIPLE_RK: u16 = 0x00bd;
    pub(in super::super) const RICH_TEXT: u16 = 0x00d6;
    pub(in super::super) const XF: u16 = 0x00e0;
    pub(in super::super) const MERGED: u16 = 0x00e5;
    pub(in super::super) const SHARED_TEXTS: u16 = 0x00fc;
    pub(in super::super) const LABEL_SST: u16 = 0x00fd;
    pub(in super::super) const RECALC_ID: u16 = 0x01c1;
    pub(in super::super) const DIMENSIONS: u16 = 0x0200;
    pub(in super::super) const NUMBER: u16 = 0x0203;
    pub(in super::super) const LABEL: u16 = 0x0204;
    pub(in super::super) const BOOL_ERR: u16 = 0x0205;
    pub(in super::super) const ROW: u16 = 0x0208;
    pub(in super::super) const WINDOW: u16 = 0x023e;
    pub(in super::super) const RK: u16 = 0x027e;
    pub(in super::super) const FORMAT: u16 = 0x041e;
    pub(in super::super) const BEGIN: u16 = 0x0809;
}

/// The record at a place, and where the next one is. What follows the last is nothing.
pub(super) fn record(content: &[u8], at: usize) -> Result<Option<(Record<'_>, usize)>, Refused> {
    let Some([t0, t1, l0, l1]) = content.get(at..at + 4) else {
        return Ok(None);
    };
    let (kind, length) = (u16::from_le_bytes([*t0, *t1]), u16::from_le_bytes([*l0, *l1]));
    let end = at + 4 + usize::from(length);
    let data = content.get(at + 4..end).ok_or(Refused::Broken)?;
    Ok(Some((Record { kind, data }, end)))
}
