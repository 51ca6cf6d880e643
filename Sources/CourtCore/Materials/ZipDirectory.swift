/// The names in a zip, read from its central directory (APPNOTE 6.3, §4.3.12 and §4.3.16); nothing of it is ever inflated.
struct ZipDirectory {
    /// What its entries may be together once somebody inflates them.
    static let maxInflatedByteCount = 1 << 30

    private(set) var names: Set<String> = []

    /// Reads the directory from the end of a file; nil where it is not whole in there, or is of a kind that is not taken: one
    /// of several disks, with 64-bit sizes, encrypted entries, or entries that are too large together.
    init?(tail: [UInt8], fileByteCount: Int) {
        guard let end = Self.endRecord(in: tail) else { return nil }
        let count = Self.number(tail, end + 10, 2)
        let size = Self.number(tail, end + 12, 4)
        let start = Self.number(tail, end + 16, 4) - (fileByteCount - tail.count)
        guard Self.number(tail, end + 4, 4) == 0, Self.number(tail, end + 8, 2) == count, count < 0xFFFF, start >= 0,
            start + size == end
        else { return nil }
        var place = start
        var inflatedByteCount = 0
        for _ in 0..<count {
            guard place + 46 <= end, Self.number(tail, place, 4) == 0x0201_4B50 else { return nil }
            let isEncrypted = Self.number(tail, place + 8, 2) & 1 == 1
            inflatedByteCount += Self.number(tail, place + 24, 4)
            let nameEnd = place + 46 + Self.number(tail, place + 28, 2)
            guard !isEncrypted, inflatedByteCount <= Self.maxInflatedByteCount, nameEnd <= end else { return nil }
            names.insert(String(decoding: tail[place + 46..<nameEnd], as: UTF8.self))
            place = nameEnd + Self.number(tail, place + 30, 2) + Self.number(tail, place + 32, 2)
        }
        guard place == end else { return nil }
    }

    /// The place of the last record, which ends with the file.
    private static func endRecord(in tail: [UInt8]) -> Int? {
        guard tail.count >= 22 else { return nil }
        let first = max(0, tail.count - 22 - 0xFFFF)
        return (first...tail.count - 22).reversed().first { place in
            number(tail, place, 4) == 0x0605_4B50 && place + 22 + number(tail, place + 20, 2) == tail.count
        }
    }

    /// A little-endian number of up to four bytes.
    private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
        bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
