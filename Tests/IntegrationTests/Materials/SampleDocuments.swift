/// Documents of each kind, made here, and some that only look like one.
enum SampleDocuments {
    static func pdf(_ byteCount: Int = 200) -> [UInt8] {
        let head = Array("%PDF-1.7\n".utf8)
        let end = Array("\n%%EOF\n".utf8)
        var bytes = head + [UInt8](repeating: 0x20, count: max(0, byteCount - head.count - end.count)) + end
        // No two pages of it are alike.
        for place in stride(from: 1000, to: bytes.count - 100, by: 1000) {
            bytes[place] = UInt8(truncatingIfNeeded: place / 1000)
            bytes[place + 1] = UInt8(truncatingIfNeeded: place / 256_000)
        }
        return bytes
    }

    static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF".utf8) + [0, 1, 2, 3, 0xFF, 0xD9]
    static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [1, 2, 3, 0, 0, 0, 0]
        + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
    static let tiff: [UInt8] = [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 0, 0, 0, 0]
    static let bigEndianTIFF: [UInt8] = [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 0, 0, 0]
    static let text = Array("信访材料\r\n\t第一页\u{C}第二页 —— “引号” 𠀀\n".utf8)
    /// 信访, and 㐀, which takes four bytes.
    static let gb18030: [UInt8] = [0xD0, 0xC5, 0xB7, 0xC3, 0x0A, 0x81, 0x39, 0xEE, 0x39]

    static let ofd = zip(["OFD.xml", "Doc_0/Document.xml"])
    static let docx = zip(["[Content_Types].xml", "_rels/.rels", "word/document.xml"])

    /// A zip of stored entries.
    static func zip(_ names: [String], isEncrypted: Bool = false, inflated: Int = 1, comment: String = "") -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for name in names {
            let start = bytes.count
            let flags = number(isEncrypted ? 1 : 0, 2)
            let sizes = number(0, 4) + number(1, 4) + number(inflated, 4)
            bytes += [0x50, 0x4B, 3, 4] + number(20, 2) + flags + number(0, 2) + number(0, 4) + sizes
            bytes += number(name.utf8.count, 2) + number(0, 2) + Array(name.utf8) + [0x78]
            directory +=
                [0x50, 0x4B, 1, 2] + number(20, 2) + number(20, 2) + flags + number(0, 2) + number(0, 4) + sizes
            directory += number(name.utf8.count, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2)
            directory += number(0, 4) + number(start, 4) + Array(name.utf8)
        }
        let end =
            [0x50, 0x4B, 5, 6] + number(0, 2) + number(0, 2) + number(names.count, 2) + number(names.count, 2)
            + number(directory.count, 4) + number(bytes.count, 4) + number(comment.utf8.count, 2) + Array(comment.utf8)
        return bytes + directory + end
    }

    private static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
