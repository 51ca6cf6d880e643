import CourtCore
import CourtFormats
import PluginKit

/// A registration of before the system, as a row of a file has it, checked.
struct LegacyRow {
    static let header = [
        "channel", "received_on", "name", "id_number", "mobile", "region_code", "summary", "case_nos", "state",
    ]
    static let optional = ["matter_class", "category"]

    let channel: RegistrationChannel
    let receivedOn: CalendarDate
    let name: String?
    let residentID: ResidentID?
    let mobile: PhoneNumber?
    let regionCode: String?
    let summary: String
    let cases: [CaseNumber]
    let isClosed: Bool
    let matterClass: MatterClass?
    let category: MatterCategory?

    /// The day on which courts began to enter what came.
    static let firstDay = CalendarDate(year: 2017, month: 1, day: 1) ?? .earliest

    /// Reads a row, and reports each of its faults; nil where there is any.
    init?(_ row: ImportFile.Row, _ file: inout ImportFile, today: CalendarDate) {
        var isFaultless = true
        /// Reads a value of a form; its fault never repeats it.
        func read<Value>(_ column: String, _ parse: (String) throws(FormatError) -> Value) -> Value? {
            do throws(FormatError) { return try parse(row[column]) } catch {
                file.report(row.line, column, code: error.code, error.message)
                isFaultless = false
                return nil
            }
        }
        func given<Value>(_ column: String, _ parse: (String) throws(FormatError) -> Value) -> Value? {
            row.optional(column) == nil ? nil : read(column, parse)
        }
        func word<Value: ChineseNamed>(_ column: String, isNeeded: Bool, _: Value.Type) -> Value? {
            guard isNeeded || row.optional(column) != nil else { return nil }
            let value: Value? = row.named(column)
            if value == nil {
                file.requireOneOf(row, column, Value.self)
                isFaultless = false
            }
            return value
        }

        let channel = word("channel", isNeeded: true, RegistrationChannel.self)
        let receivedOn = read("received_on") { text throws(FormatError) in try Self.day(text, today) }
        name = given("name") { text throws(FormatError) in try TextRule(maximumLength: 100).check(text) }
        residentID = given("id_number") { text throws(FormatError) in try ResidentID(imported: text, today: today) }
        mobile = given("mobile") { text throws(FormatError) in try PhoneNumber(mobile: text) }
        regionCode = given("region_code") { text throws(FormatError) in try RegionCode(parsing: text).text }
        let summary = read("summary") { text throws(FormatError) in
            try TextRule(maximumLength: 4_000, allowsLineBreaks: true).check(text)
        }
        cases =
            given("case_nos") { text throws(FormatError) in
                var numbers: [CaseNumber] = []
                for part in text.split(whereSeparator: { "|；;".contains($0) }) {
                    let number = try CaseNumber(parsing: String(part), today: today)
                    if !numbers.contains(number) { numbers.append(number) }
                }
                guard numbers.count <= 20 else {
                    throw FormatError(code: "INPUT_INVALID", message: "案号不得超过20个")
                }
                return numbers
            } ?? []
        let state = word("state", isNeeded: true, LegacyState.self)
        matterClass = word("matter_class", isNeeded: false, MatterClass.self)
        category = word("category", isNeeded: false, MatterCategory.self)
        if row.optional("name") == nil, row.optional("id_number") != nil || row.optional("mobile") != nil {
            file.report(row.line, "name", code: "NAME_REQUIRED", "姓名（名称）必填")
            isFaultless = false
        }
        guard isFaultless, let channel, let receivedOn, let summary, let state else { return nil }
        self.channel = channel
        self.receivedOn = receivedOn
        self.summary = summary
        isClosed = state == .closed
    }

    private static func day(_ text: String, _ today: CalendarDate) throws(FormatError) -> CalendarDate {
        guard let date = CalendarDate(iso: text) else {
            throw FormatError(code: "DATE_INVALID", message: "日期格式错误，应为YYYY-MM-DD")
        }
        guard date <= today else { throw FormatError(code: "DATE_IN_FUTURE", message: "日期不能晚于今日") }
        guard date >= firstDay else { throw FormatError(code: "DATE_ORDER", message: "日期先后顺序错误：自2017年1月1日起录入") }
        return date
    }
}

/// Whether a matter of before had ended.
enum LegacyState: String, CaseIterable, Hashable, Sendable {
    case open = "OPEN"
    case closed = "CLOSED"
}

extension LegacyState: ChineseNamed {
    static let chineseNames: [String: LegacyState] = ["在办": .open, "未办结": .open, "已办结": .closed, "办结": .closed]
}

extension RegistrationChannel: ChineseNamed {
    package static let chineseNames: [String: RegistrationChannel] = [
        "来信": .letter, "来访": .visit, "来电": .phone, "网上": .online, "传真": .fax, "视频接访": .video,
        "领导接访": .leaderReception, "转办": .transferred,
    ]
}
