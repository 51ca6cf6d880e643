/// Finds what a document is by its content as it comes, whatever it is called; of it, only the end is kept.
///
/// A document is refused that begins as one kind and does not end as it, or is none of the kinds.
package struct MaterialSniffer: Sendable {
    /// The document is none that is taken.
    package struct UnknownFormat: Error {}

    /// What the first bytes promise.
    private enum Beginning {
        case pdf, jpeg, png, tiff(isBigEndian: Bool), zip, text
    }

    /// The end of the document that is kept: a zip's directory must fit.
    package static let tailByteCount = 512 * 1024

    private var beginning: Beginning?
    private var head: [UInt8] = []
    private var tail: [UInt8] = []
    private var text = TextCheck()
    private var byteCount = 0

    package init() {}

    /// Adds the next bytes; of the first call, all that a document may begin with.
    package mutating func add(_ bytes: [UInt8]) throws(UnknownFormat) {
        if beginning == nil {
            head = Array(bytes.prefix(16))
            beginning = Self.beginning(of: head)
        }
        byteCount += bytes.count
        if case .text = beginning {
            text.add(bytes)
            guard text.isPossible else { throw UnknownFormat() }
        } else {
            tail += bytes
            if tail.count > 2 * Self.tailByteCount { tail.removeFirst(tail.count - Self.tailByteCount) }
        }
    }

    /// What the whole document is.
    package func finish() throws(UnknownFormat) -> MaterialFormat {
        let format: MaterialFormat? =
            switch beginning {
            case nil: nil
            case .pdf: ends(with: Array("%%EOF".utf8), within: 2048) ? .pdf : nil
            case .jpeg: ends(with: [0xFF, 0xD9], within: 64 * 1024) ? .jpeg : nil
            case .png: ends(with: Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82], within: 1024) ? .png : nil
            case .tiff(let isBigEndian): hasDirectory(isBigEndian) ? .tiff : nil
            case .zip: zip
            case .text: text.isUTF8.map { .text(isUTF8: $0) }
            }
        guard let format else { throw UnknownFormat() }
        return format
    }

    private static func beginning(of head: [UInt8]) -> Beginning {
        let magics: [([UInt8], Beginning)] = [
            (Array("%PDF-".utf8), .pdf), ([0xFF, 0xD8, 0xFF], .jpeg),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
            ([0x49, 0x49, 0x2A, 0x00], .tiff(isBigEndian: false)),
            ([0x4D, 0x4D, 0x00, 0x2A], .tiff(isBigEndian: true)),
            ([0x50, 0x4B, 0x03, 0x04], .zip),
        ]
        return magics.first { head.starts(with: $0.0) }?.1 ?? .text
    }

    private func ends(with mark: [UInt8], within count: Int) -> Bool {
        let end = tail.suffix(count)
        guard end.count >= mark.count else { return false }
        return (end.startIndex...end.endIndex - mark.count).contains { end[$0..<$0 + mark.count].elementsEqual(mark) }
    }

    /// Whether a TIFF's first directory is within the file (TIFF 6.0, section 2).
    private func hasDirectory(_ isBigEndian: Bool) -> Bool {
        guard head.count >= 8 else { return false }
        let bytes = isBigEndian ? Array(head[4..<8]) : head[4..<8].reversed()
        let offset = bytes.reduce(0) { $0 << 8 | Int($1) }
        return offset >= 8 && offset + 2 <= byteCount
    }

    /// OFD (GB/T 33190) and DOCX (ISO/IEC 29500) are zips with certain entries; one with programs in it is refused.
    private var zip: MaterialFormat? {
        guard let directory = ZipDirectory(tail: tail, fileByteCount: byteCount) else { return nil }
        // Names of a package's parts differ in more than case (ISO/IEC 29500-2, 9.1.1).
        let names = directory.names.map { $0.lowercased() }
        guard !names.contains(where: Self.isProgram) else { return nil }
        if directory.names.contains("OFD.xml") { return .ofd }
        return names.contains("[content_types].xml") && names.contains("word/document.xml") ? .docx : nil
    }

    /// Macros, controls, embedded objects, and what other kinds of zip run.
    private static func isProgram(_ name: String) -> Bool {
        [".bin", ".class", ".dex", ".exe", ".dll", ".js", ".vbs"].contains(where: name.hasSuffix)
            || ["/activex/", "/embeddings/"].contains(where: name.contains) || name == "meta-inf/manifest.mf"
    }
}
