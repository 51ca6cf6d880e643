import CourtCore
import CourtFormats
import FieldEncryption
import PluginHost
import PluginKit
import Testing

@testable import LettersPlugin

@Suite("The file of a transferred batch")
struct TransferBatchFileTests {
    static let today = CalendarDate(year: 2018, month: 6, day: 29) ?? .latest

    /// As the letters plugin declares them.
    static let rules: DeclaredRules = {
        do {
            let plugins = [CourtCore.plugin(keys: try KeyRing.generate()), Letters.plugin()]
            return try Composition(plugins).inputRules.declaredRules
        } catch { preconditionFailure("the plugins compose: \(error)") }
    }()

    /// A row without fault, with some columns changed.
    static func row(_ item: Int, _ changes: [String: String] = [:]) -> String {
        let values = [
            "item_no": String(item), "external_ref": "晋巡信\(item)", "received_on": "2018-03-01", "petitioner_name": "陈志",
            "id_number": "140322188805044450", "mobile": "15471693388", "region_code": "140322",
            "address": "阳泉市盂县人民路1号",
            "matter_class": "APPEAL_CLAIM", "category": "ENFORCEMENT", "case_no": "（2012）平民初字第52号",
            "subject": "执行案件长期未结",
            "abstract": "请求督促执行。", "due_on": "2018-04-30",
        ].merging(changes) { $1 }
        return TransferBatchFile.header.map { values[$0] ?? "" }.joined(separator: ",")
    }

    /// A file that was read to its end.
    struct Read {
        let letters: [IncomingLetter]
        let problems: [TransferBatchProblem]
        let rowCount: Int

        init(parts: [String], declaredCount: Int, isDueDateSetBySender: Bool = true) {
            var file = TransferBatchFile(rules: rules, isDueDateSetBySender: isDueDateSetBySender, today: today)
            var letters: [IncomingLetter] = []
            var line = 1
            for part in parts {
                letters += file.read(Array(part.utf8), firstLine: line).map(\.letter)
                line += part.utf8.filter { $0 == UInt8(ascii: "\n") }.count
            }
            file.finish(declaredCount: declaredCount)
            self.letters = letters
            problems = file.problems
            rowCount = file.rowCount
        }
    }

    static func file(_ rows: [String], declared: Int? = nil, isDueDateSetBySender: Bool = true) -> Read {
        let csv = ([TransferBatchFile.header.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
        return Read(
            parts: [csv],
            declaredCount: declared ?? rows.count,
            isDueDateSetBySender: isDueDateSetBySender
        )
    }

    @Test("A file in parts is read as one: item numbers, lines and the count go on from part to part")
    func parts() {
        let header = TransferBatchFile.header.joined(separator: ",") + "\n"
        let lines = [Self.row(1), Self.row(2), Self.row(1), Self.row(4, ["mobile": "1"])].map { "\($0)\n" }
        let file = Read(parts: [header + lines[0], lines[1], lines[2] + lines[3]], declaredCount: 5)
        #expect(
            file.problems.map { "\($0.line) \($0.column ?? "-") \($0.code)" } == [
                "0 - BATCH_COUNT_MISMATCH", "4 item_no ITEM_NO_DUPLICATE", "5 mobile MOBILE_INVALID",
            ]
        )
        let broken = Read(parts: [header + lines[0], "2,zu kurz\n", "3,\"offen\n"], declaredCount: 3)
        #expect(broken.problems.map { "\($0.line) \($0.code)" } == ["3 CSV_SYNTAX", "4 CSV_SYNTAX"])
        #expect(broken.rowCount == 0)
    }

    @Test("Matter class and category are read by their Chinese names")
    func chineseNames() throws {
        for (name, value) in MatterClass.chineseNames {
            #expect(Self.file([Self.row(1, ["matter_class": name])]).letters.first?.matterClass == value)
        }
        for (name, value) in MatterCategory.chineseNames {
            #expect(Self.file([Self.row(1, ["category": name])]).letters.first?.category == value)
        }
        #expect(Set(MatterClass.chineseNames.values) == Set(MatterClass.allCases))
        #expect(Set(MatterCategory.chineseNames.values) == Set(MatterCategory.allCases))
    }

    @Test("Every row that is no CSV is a fault of its own")
    func allSyntaxFaults() {
        let file = Self.file([
            "1,kurz", Self.row(2), Self.row(3, ["subject": "a\"b"]), Self.row(4, ["subject": "\"x\"y"]),
            String(repeating: ",", count: 13), "",
        ])
        #expect(
            file.problems.map { "\($0.line) \($0.code) \($0.message)" } == [
                "2 CSV_SYNTAX 应有14个字段，实有2个", "4 CSV_SYNTAX 未加引号的字段中出现引号", "5 CSV_SYNTAX 引号后只能是逗号或换行",
            ]
        )
    }

    @Test("Rows without fault become letters in the file's order")
    func rows() throws {
        let file = Self.file([Self.row(2), Self.row(1, ["case_no": "", "id_number": "", "mobile": ""])])
        #expect(file.problems == [])
        #expect(file.rowCount == 2)
        #expect(file.letters.map(\.itemNo) == [2, 1])
        let letter = try #require(file.letters.first)
        #expect(letter.cases.map(\.text) == ["（2012）平民初字第52号"])
        #expect(letter.dueOn == CalendarDate(year: 2018, month: 4, day: 30))
        #expect(letter.receivedVia == .transfer)
        #expect(letter.senders.first?.residentID?.masked == "14**************50")
        #expect(file.letters[1].cases == [])
        #expect(file.letters[1].senders.first?.mobile == nil)
    }

    @Test("Spaces around values are taken away")
    func spaces() {
        let file = Self.file([Self.row(1, ["item_no": " 1 ", "received_on": "2018-03-01　", "category": " FILING"])])
        #expect(file.problems == [])
        #expect(file.letters.first?.category == .filing)
    }

    static let faults: [(column: String, value: String, code: String, message: String)] = [
        ("item_no", "", "ITEM_NO_INVALID", "件号应为正整数"), ("item_no", "0", "ITEM_NO_INVALID", "件号应为正整数"),
        ("item_no", "-3", "ITEM_NO_INVALID", "件号应为正整数"), ("item_no", "99999999999", "ITEM_NO_INVALID", "件号应为正整数"),
        ("received_on", "2018-02-30", "DATE_INVALID", "日期格式错误，应为YYYY-MM-DD"),
        ("received_on", "2018-06-30", "DATE_IN_FUTURE", "日期不能晚于今日"),
        ("petitioner_name", "", "NAME_REQUIRED", "姓名（名称）必填"),
        ("petitioner_name", "　", "NAME_REQUIRED", "姓名（名称）必填"),
        ("id_number", "14032218880504445", "ID_NUMBER_LENGTH", "公民身份号码应为18位"),
        ("id_number", "1403221888050444AB", "ID_NUMBER_CHARSET", "公民身份号码含非法字符"),
        ("id_number", "140322188805044451", "ID_NUMBER_CHECKSUM", "公民身份号码校验码错误"),
        ("id_number", "140302199002301239", "ID_NUMBER_BIRTHDATE", "公民身份号码出生日期无效"),
        ("mobile", "12345678901", "MOBILE_INVALID", "手机号码格式错误"),
        ("region_code", "999999", "REGION_CODE_UNKNOWN", "行政区划代码不存在"),
        ("address", "a\u{0}b", "CSV_SYNTAX", ""), ("case_no", "胡说", "CASE_NO_FORMAT", "案号格式错误"),
        ("case_no", "（1700）晋03民终1号", "CASE_NO_YEAR", "案号年度无效"),
        ("case_no", "（2017）晋03民胡1号", "CASE_NO_TYPE_UNKNOWN", "案件类型代字不存在"),
        ("subject", " ", "TEXT_EMPTY", "内容不能为空"),
        ("subject", String(repeating: "长", count: 201), "TEXT_TOO_LONG", "超过最大长度200"),
        ("abstract", String(repeating: "长", count: 4001), "TEXT_TOO_LONG", "超过最大长度4000"),
        ("abstract", "a\u{7}b", "TEXT_CONTROL_CHARS", "含非法控制字符"), ("due_on", "", "DUE_DATE_REQUIRED", "须填写转办单位确定的办理期限"),
        ("due_on", "30.4.2018", "DATE_INVALID", "日期格式错误，应为YYYY-MM-DD"),
        ("due_on", "2018-02-28", "DATE_ORDER", "日期先后顺序错误"),
        (
            "matter_class", "APPEAL", "VALUE_NOT_ALLOWED", "取值无效，允许：SUGGESTION、ACCUSATION、APPEAL_CLAIM"
        ),
    ]

    @Test("Each fault is reported with line, column, code and message, without the value", arguments: faults)
    func fault(_ column: String, _ value: String, _ code: String, _ message: String) throws {
        let file = Self.file([Self.row(1), Self.row(2, [column: value])])
        try #require(file.problems.count == 1, "\(file.problems)")
        let problem = file.problems[0]
        #expect(problem.line == 3)
        #expect(problem.code == code)
        if code != "CSV_SYNTAX" {
            #expect(problem.column == column)
            #expect(problem.message == message)
            #expect(file.letters.map(\.itemNo) == [1])
        }
    }

    @Test("Every fault of every row comes, in the file's order")
    func everyFault() {
        let file = Self.file([
            Self.row(1, ["mobile": "1", "subject": ""]), Self.row(2),
            Self.row(3, ["item_no": "x", "category": "X", "received_on": "", "due_on": ""]),
        ])
        #expect(
            file.problems.map { "\($0.line) \($0.column ?? "-") \($0.code)" } == [
                "2 mobile MOBILE_INVALID", "2 subject TEXT_EMPTY", "4 item_no ITEM_NO_INVALID",
                "4 received_on DATE_INVALID",
                "4 category VALUE_NOT_ALLOWED", "4 due_on DUE_DATE_REQUIRED",
            ]
        )
    }

    @Test("An item number that comes again is a fault of every row but the first")
    func duplicateItem() {
        let file = Self.file([Self.row(7), Self.row(8), Self.row(7), Self.row(7)])
        #expect(file.problems.map(\.line) == [4, 5])
        #expect(
            file.problems.allSatisfy {
                $0.code == "ITEM_NO_DUPLICATE" && $0.column == "item_no" && $0.message == "件号重复"
            }
        )
    }

    @Test("Rows other than declared are a fault of the batch", arguments: [1, 3])
    func countMismatch(_ declared: Int) {
        let file = Self.file([Self.row(1), Self.row(2)], declared: declared)
        #expect(
            file.problems == [
                TransferBatchProblem(
                    line: 0,
                    column: nil,
                    code: "BATCH_COUNT_MISMATCH",
                    message: "批次件数不符：申报\(declared)，实收2"
                )
            ]
        )
    }

    @Test("Where a rule counts the deadline, a date in the file is refused")
    func ruleCounts() {
        let given = Self.file([Self.row(1)], isDueDateSetBySender: false)
        #expect(given.problems.map(\.code) == ["DUE_DATE_NOT_ALLOWED"])
        let left = Self.file([Self.row(1, ["due_on": ""])], isDueDateSetBySender: false)
        #expect(left.problems == [])
        #expect(left.letters.first?.dueOn == nil)
    }

    @Test("A file that cannot be read has one fault and no rows")
    func unreadable() {
        for (csv, code) in [("", "CSV_EMPTY"), ("a,b\n1,2\n", "CSV_HEADER"), ("item_no,\"x\n", "CSV_SYNTAX")] {
            let file = Read(parts: [csv], declaredCount: 1)
            #expect(file.problems.map(\.code) == [code])
            #expect(file.rowCount == 0)
            #expect(file.problems.first?.line == 1)
        }
    }

    @Test("A byte-order mark and columns in another order are accepted")
    func headerForms() {
        let header = TransferBatchFile.header.reversed().joined(separator: ",")
        let row = Self.row(1).split(separator: ",", omittingEmptySubsequences: false).reversed().joined(separator: ",")
        let file = Read(parts: ["\u{FEFF}\(header)\r\n\(row)"], declaredCount: 1)
        #expect(file.problems == [])
        #expect(file.letters.count == 1)
    }
}
