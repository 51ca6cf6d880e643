import CourtFormats
import Testing

@Suite("CSVTable")
struct CSVTableTests {
    @Test("reads rows by column name with their physical lines")
    func reads() throws {
        let table = try table("item_no,subject\r\n1,立案\r\n2,\"多行\n内容,\"\"引号\"\"\"\r\n3,\r\n")
        #expect(table.header == ["item_no", "subject"])
        #expect(table.rows.map(\.line) == [2, 3, 5])
        #expect(table.rows.map { $0["subject"] } == ["立案", "多行\n内容,\"引号\"", ""])
        #expect(table.rows[0]["Subject"] == nil)
        #expect(table.rows[0].position(of: "subject") == 2)
        #expect(table.rows[0].position(of: "none") == nil)
    }

    @Test(
        "accepts a byte-order mark, either line break, and a last line without one",
        arguments: [
            "a,b\n1,2", "a,b\n1,2\n", "a,b\r\n1,2\r\n", "\u{FEFF}a,b\n1,2\n", "\"a\",\"b\"\n\"1\",\"2\"",
            "\u{FEFF}\"a\",b\r\n1,2",
        ]
    )
    func variants(text: String) throws {
        let table = try table(text)
        #expect(table.header == ["a", "b"])
        #expect(table.rows.map(\.fields) == [["1", "2"]])
    }

    @Test("keeps a header without rows, a CRLF within quotes, and empty lines of one column")
    func edges() throws {
        #expect(try table("a,b\n").rows.isEmpty)
        #expect(try table("a\n\"x\r\ny\"\n").rows.map(\.fields) == [["x\r\ny"]])
        #expect(try table("a\n\nx\n").rows.map(\.fields) == [[""], ["x"]])
        #expect(try table("a,b\n\"\",\"\"\n").rows.map(\.fields) == [["", ""]])
    }

    @Test("refuses a file without a header", arguments: ["", "\u{FEFF}", "\n", "\r\n1,2"])
    func empty(text: String) {
        #expect(throws: CSVError(.empty, line: 1, column: 1, message: "文件为空，缺少表头")) { try table(text) }
    }

    @Test(
        "refuses what RFC 4180 does not allow, with the place",
        arguments: [
            ("a,b\n1\n", 2, 1, "应有2个字段，实有1个"), ("a,b\n1,2,3\n", 2, 1, "应有2个字段，实有3个"),
            ("a,b\n1,2\"3\n", 2, 4, "未加引号的字段中出现引号"), ("a,b\n信访,\"2\"3\n", 2, 7, "引号后只能是逗号或换行"),
            ("a,b\n1,\"2\n3\n", 2, 3, "引号未闭合"), ("a,b\n1,\"", 2, 3, "引号未闭合"), ("a,b\n1,\u{0}\n", 2, 3, "含空字符"),
            ("a,b\n1,\"x\n\u{0}\"\n", 3, 1, "含空字符"), ("a,b\r1,2\r", 1, 4, "回车符后缺少换行符"),
        ]
    )
    func syntax(text: String, line: Int, column: Int, message: String) {
        #expect(throws: CSVError(.syntax, line: line, column: column, message: message)) { try table(text) }
    }

    @Test("names the line and the byte where a GBK file stops being UTF-8")
    func encoding() {
        // 姓名 in GBK, on the second line after three ASCII bytes.
        let bytes = Array("a,b\n1,x".utf8) + [0xD0, 0xD5, 0xC3, 0xFB] + Array("\n".utf8)
        let expected = CSVError(.encoding, line: 2, column: 4, message: "文件不是UTF-8编码（像是GBK编码），请另存为UTF-8后重试")
        let error = #expect(throws: CSVFaults.self) { try CSVTable(bytes: bytes) }
        #expect(error?.all == [expected])
        #expect(expected.description == "第2行第4列：文件不是UTF-8编码（像是GBK编码），请另存为UTF-8后重试 [CSV_ENCODING]")
    }

    @Test(
        "refuses UTF-16, surrogates, overlong forms and cut characters",
        arguments: [[0xFF, 0xFE, 0x61, 0x00], [0x61, 0xED, 0xA0, 0x80], [0xC0, 0x80], [0x61, 0xE4, 0xBF]] as [[UInt8]]
    )
    func invalidBytes(bytes: [UInt8]) {
        let error = #expect(throws: CSVFaults.self) { try CSVTable(bytes: bytes) }
        #expect(error?.all.map(\.code) == [.encoding])
        #expect(error?.all.first?.line == 1)
    }

    @Test("refuses a header with a repeated or a missing name")
    func headerNames() {
        #expect(throws: CSVError(.header, line: 1, column: 1, message: "第1列与第3列列名重复")) { try table("a,b,a\n") }
        #expect(throws: CSVError(.header, line: 1, column: 1, message: "表头第2列没有列名")) { try table("a,,b\n") }
    }

    @Test("accepts the required columns in any order, and optional ones")
    func requires() throws {
        let table = try table("case_no,item_no\n")
        try table.require(header: ["item_no", "case_no"])
        try table.require(header: ["item_no"], optional: ["case_no", "due_on"])
    }

    @Test(
        "lists missing and unknown columns, with the name probably meant",
        arguments: [
            ("item_no,dueOn\n", "缺少列：due_on；未知列：dueOn（是否应为due_on？）"), ("item_no\n", "缺少列：due_on"),
            ("item_no,due_on,remark\n", "未知列：第3列"),
            ("item_mo,duo_on\n", "缺少列：item_no、due_on；未知列：item_mo（是否应为item_no？）、duo_on（是否应为due_on？）"),
            ("ITEM_NO,due_on\n", "缺少列：item_no；未知列：ITEM_NO（是否应为item_no？）"),
        ]
    )
    func headerErrors(text: String, message: String) throws {
        let table = try table(text)
        #expect(throws: CSVError(.header, line: 1, column: 1, message: message)) {
            try table.require(header: ["item_no", "due_on"])
        }
    }

    @Test("reads or refuses any bytes, and never crashes")
    func fuzz() {
        var state: UInt64 = 20_180_629
        let alphabet: [UInt8] = Array("a,\"\r\n\u{0}阳".utf8) + [0xFF]
        for _ in 0..<5000 {
            var bytes = Array("a,b\n".utf8)
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(alphabet[Int(state >> 33) % alphabet.count])
            }
            do {
                let table = try CSVTable(bytes: bytes)
                #expect(table.rows.allSatisfy { $0.fields.count == table.header.count })
            } catch {
                #expect(!error.all.isEmpty)
                #expect(error.all.allSatisfy { $0.line >= 1 && $0.column >= 1 })
            }
        }
    }

    /// The table; of a file with faults the first one.
    private func table(_ text: String) throws(CSVError) -> CSVTable {
        do { return try CSVTable(bytes: Array(text.utf8)) } catch { throw error.all[0] }
    }
}
