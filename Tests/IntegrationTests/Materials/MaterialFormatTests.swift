import CourtCore
import Testing

@Suite("What a document is, by its content")
struct MaterialFormatTests {
    private func format(_ bytes: [UInt8], pieces size: Int = .max) -> MaterialFormat? {
        var sniffer = MaterialSniffer()
        do {
            // The first piece is always as long as a beginning may be.
            var place = 0
            while place < bytes.count {
                let end = min(bytes.count, place + max(size, place == 0 ? 16 : 1))
                try sniffer.add(Array(bytes[place..<end]))
                place = end
            }
            return try sniffer.finish()
        } catch {
            return nil
        }
    }

    @Test("Each kind is known, in whatever pieces it comes")
    func kinds() {
        let documents: [([UInt8], MaterialFormat)] = [
            (SampleDocuments.pdf(), .pdf), (SampleDocuments.jpeg, .jpeg), (SampleDocuments.png, .png),
            (SampleDocuments.tiff, .tiff), (SampleDocuments.bigEndianTIFF, .tiff), (SampleDocuments.ofd, .ofd),
            (SampleDocuments.docx, .docx), (SampleDocuments.zip(["OFD.xml"], comment: "PK\u{5}\u{6} or so"), .ofd),
            (SampleDocuments.text, .text(isUTF8: true)), (SampleDocuments.gb18030, .text(isUTF8: false)),
            (Array("a".utf8), .text(isUTF8: true)), ([0xEF, 0xBB, 0xBF, 0x61], .text(isUTF8: true)),
        ]
        for (bytes, expected) in documents {
            for size in [1, 2, 7, 100, .max] {
                #expect(format(bytes, pieces: size) == expected, "\(expected) in pieces of \(size)")
            }
        }
    }

    @Test("What does not end as it begins, or hides something, is none")
    func others() {
        let documents: [(String, [UInt8])] = [
            ("nothing", []), ("a cut PDF", Array(SampleDocuments.pdf().dropLast(8))),
            ("a PDF that ends long before", SampleDocuments.pdf() + [UInt8](repeating: 0x20, count: 3000)),
            ("a cut JPEG", Array(SampleDocuments.jpeg.dropLast())),
            ("a cut PNG", Array(SampleDocuments.png.dropLast())),
            ("a TIFF without a directory", [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]),
            ("a TIFF that points far away", [0x49, 0x49, 0x2A, 0, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0]),
            ("another zip", SampleDocuments.zip(["a.txt"])),
            ("a spreadsheet", SampleDocuments.zip(["[Content_Types].xml", "xl/workbook.xml"])),
            (
                "a document with macros",
                SampleDocuments.zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"])
            ),
            ("an encrypted zip", SampleDocuments.zip(["OFD.xml"], isEncrypted: true)),
            ("a bomb", SampleDocuments.zip(["OFD.xml", "a", "b"], inflated: 0x3000_0000)),
            ("a cut zip", Array(SampleDocuments.ofd.dropLast())),
            ("a zip with something behind", SampleDocuments.ofd + [0]),
            ("a directory that is elsewhere", Array(SampleDocuments.ofd.dropLast(6)) + [0, 0, 0, 0, 0, 0]),
            ("a program", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]), ("zeros", [0, 0, 0, 0]),
            ("an escape", Array("a\u{1B}[31m".utf8)), ("a DEL", [0x61, 0x7F]),
            ("UTF-16", [0xFF, 0xFE, 0x61, 0]), ("a text of another charset", [0xFF, 0x61]),
            ("a cut character", [0x61, 0x81]), ("a surrogate, and no GB18030 either", [0xED, 0xA0, 0x80, 0x80, 0xFF]),
        ]
        for (name, bytes) in documents { #expect(format(bytes) == nil, "\(name)") }
    }

    @Test("Of a long zip, its directory is found as long as it fits")
    func longZip() {
        let many = (0..<4000).map { "Doc_0/Pages/Page_\($0)/Content.xml" }
        #expect(format(SampleDocuments.zip(["OFD.xml"] + many), pieces: 65_536) == .ofd)
        let tooMany = (0..<8000).map { "Doc_0/Pages/Page_\($0)/Content.xml" }
        #expect(format(SampleDocuments.zip(["OFD.xml"] + tooMany), pieces: 65_536) == nil)
    }
}
