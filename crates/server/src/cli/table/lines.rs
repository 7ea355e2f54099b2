/// On which line a byte of a file stands; asked from the front to the back, it reads the file once.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    counted: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Lines<'a> {
        Lines { bytes, counted: 0, line: 1 }
    }

    /// From 1. Of a line break it is the line that follows: a row begins where its first sign is, not at the blank
    /// lines before it.
    pub(super) fn at(&mut self, byte: u64) -> u64 {
        let byte = usize::try_from(byte).unwrap_or(self.bytes.len());
        let rest = self.bytes.get(byte..).unwrap_or_default();
        let breaks = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = self.bytes.get(self.counted..byte + breaks).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.counted = self.counted.max(byte + breaks);
        self.line
    }
}
