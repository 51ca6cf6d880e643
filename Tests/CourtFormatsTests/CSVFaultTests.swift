import CourtFormats
import Testing

@Suite("CSV files as people have them")
struct CSVFaultTests {
    static let header = ["item_no", "subject", "due_on"]

    private func faults(_ text: String) -> [CSVError] { faults(Array(text.utf8)) }

    private func faults(_ bytes: [UInt8]) -> [CSVError] {
        do {
            _ = try CSVTable(bytes: bytes, header: Self.header)
            return []
        } catch {
            return error.all
        }
    }

    @Test(
        "Another separator than the comma is one sentence that names it",
        arguments: [
            ("\t", "制表符"), (";", "分号“;”"), ("；", "全角分号“；”"), ("，", "全角逗号“，”"), ("|", "竖线“|”"), ("、", "顿号“、”"),
        ]
    )
    func separators(separator: String, name: String) {
        let lines = [Self.header, ["1", "立案", "2018-01-02"], ["2", "a,b", "\"x"]]
        let text = lines.map { $0.joined(separator: separator) }.joined(separator: "\n")
        let message = "字段以\(name)分隔，应以半角逗号“,”分隔，请另存为“CSV UTF-8（逗号分隔）”后重试"
        #expect(faults(text) == [CSVError(.separator, line: 1, column: 1, message: message)])
        // Some columns separated by one, some by the other.
        let mixed = "item_no,subject\(separator)due_on\n1,2\(separator)3\n"
        #expect(faults(mixed).map(\.code) == [.separator])
        // Below a title.
        #expect(faults("清单\n" + text).map { "\($0.code.name) \($0.line)" } == ["CSV_SEPARATOR 2"])
    }

    @Test("A first line for one program only is one sentence", arguments: ["sep=,", "sep=;", "SEP=,"])
    func separatorLine(line: String) {
        let found = faults("\(line)\r\nitem_no,subject,due_on\r\n1,立案,2018-01-02\r\n")
        #expect(found == [CSVError(.header, line: 1, column: 1, message: "首行“sep=”不是表头，请删除该行后重试")])
    }

    @Test(
        "A title above the header is one sentence that says where the header is, without the title",
        arguments: [
            ("转办信件清单", 2), ("转办信件清单,,", 2), ("转办，2018年;清单", 2), ("清单\n\n制表：2018年6月", 4), ("\"多行\n标题\"", 3),
        ]
    )
    func title(title: String, line: Int) {
        let found = faults("\(title)\nitem_no,subject,due_on\n1,立案,2018-01-02\n")
        #expect(
            found == [CSVError(.header, line: 1, column: 1, message: "第1行不是表头：表头在第\(line)行，请删除其上方的标题行")]
        )
    }

    @Test("Empty trailing columns, rows of commas and empty lines are ignored")
    func ignored() throws {
        let text =
            "item_no, subject ,due_on,,\r\n1,立案,2018-01-02,,\r\n,,,,\r\n\r\n2,执行,2018-01-03\r\n , ,\r\n,,\r\n\r\n"
        let table = try CSVTable(bytes: Array(text.utf8), header: Self.header)
        #expect(table.rows.map(\.fields) == [["1", "立案", "2018-01-02"], ["2", "执行", "2018-01-03"]])
        #expect(table.rows.map(\.line) == [2, 5])
        #expect(faults("item_no,subject,due_on,,\n1,2,3,,x\n").map(\.message) == ["应有3个字段，实有5个"])
    }

    @Test("All faults of form come at once, each with its place")
    func allAtOnce() {
        let text =
            "item_no,subject,due_on\n1,a\"b,c\n2,x\n3,\"y\"z,w\n4,gut,so\n5,\"offen,x\n6,gut,so\n7,a,b,c\n8,\u{0},\"\u{0}\"\n"
        #expect(
            faults(text).map { "\($0.line):\($0.column) \($0.message)" } == [
                "2:4 未加引号的字段中出现引号", "3:1 应有3个字段，实有2个", "4:6 引号后只能是逗号或换行", "6:3 引号未闭合",
                "8:1 应有3个字段，实有4个", "9:3 含空字符", "9:6 含空字符",
            ]
        )
    }

    @Test("Of a quote that never ends, the lines after it are no faults until one stands by itself")
    func unterminated() {
        let text = "item_no,subject,due_on\n1,\"offen,x\nText\nnoch, Text\n2,gut,so\n3,kurz\n"
        #expect(faults(text).map(\.line) == [2, 6])
    }

    @Test("A lone carriage return is told once")
    func oldLineBreaks() {
        #expect(faults("item_no,subject,due_on\r1,a,b\r2,c,d\r").map(\.message) == ["回车符后缺少换行符"])
    }

    @Test("The encoding of what is no UTF-8 is named")
    func encodings() {
        let utf16 = "item_no,主题".utf16
        let little: [UInt8] = [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let unmarked = "item_no".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for bytes in [little, big, unmarked] {
            #expect(faults(bytes).map(\.message) == ["文件不是UTF-8编码（是UTF-16编码），请另存为UTF-8后重试"])
        }
        let gbk: [UInt8] = Array("a,b\n".utf8) + [0xC9, 0xEA, 0xCB, 0xDF]
        #expect(faults(gbk).map(\.message) == ["文件不是UTF-8编码（像是GBK编码），请另存为UTF-8后重试"])
        #expect(faults(Array("a,b\n".utf8) + [0xE4, 0xBF]).map(\.code) == [.encoding])
        #expect(TextEncoding(of: Array("古丽米热·艾比布力".utf8)) == .utf8)
    }

    @Test("A part of a file goes on with its lines")
    func continuation() throws {
        let part = try CSVTable(continuation: Array("7,x,y\n,,\n8,z,w\n".utf8), header: Self.header, firstLine: 30)
        #expect(part.rows.map(\.line) == [30, 32])
        #expect(part.rows.last?["due_on"] == "w")
        let error = #expect(throws: CSVFaults.self) {
            try CSVTable(continuation: Array("1,2,3\n1,2\n".utf8), header: Self.header, firstLine: 30)
        }
        #expect(error?.all.map(\.line) == [31])
    }
}
