import CourtCore
import CourtFormats
import PluginKit

/// The items of a transferred batch (转办批次) as they stand in its CSV file: letters, or every fault of every row.
///
/// The file is read part by part; of a part only its faults are kept.
struct TransferBatchFile: Sendable {
    /// A row without a fault.
    struct Item: Sendable {
        let letter: IncomingLetter
        /// As written, in the order of `header`.
        let values: [String]
    }

    /// The file's columns, in any order.
    static let header = [
        "item_no", "external_ref", "received_on", "petitioner_name", "id_number", "mobile", "region_code", "address",
        "matter_class",
        "category", "case_no", "subject", "abstract", "due_on",
    ]

    /// In the order of the file.
    private(set) var problems: [TransferBatchProblem] = []
    /// Rows below the header; 0 for a file that cannot be read.
    private(set) var rowCount = 0

    private let rules: DeclaredRules
    private let isDueDateSetBySender: Bool
    private let maySenderSetDueDate: Bool
    private let today: CalendarDate
    private var columns: [String]?
    private var isUnreadable = false
    private var firstLines: [Int: Int] = [:]

    /// Begins a file whose items are due on the dates that it names, or by a rule, which the sender may override or not.
    ///
    /// Each row keeps the rules of a letter that is registered by itself.
    init(
        rules: DeclaredRules,
        isDueDateSetBySender: Bool,
        maySenderSetDueDate: Bool = false,
        today: CalendarDate
    ) {
        self.rules = rules
        self.isDueDateSetBySender = isDueDateSetBySender
        self.maySenderSetDueDate = maySenderSetDueDate
        self.today = today
    }

    /// Checks the next part and answers its rows without fault.
    mutating func read(_ bytes: [UInt8], firstLine: Int = 1) -> [Item] {
        let table: CSVTable
        do {
            table =
                if let columns {
                    try CSVTable(continuation: bytes, header: columns, firstLine: firstLine)
                } else {
                    try CSVTable(bytes: bytes, header: Self.header)
                }
        } catch {
            if !isUnreadable { problems = [] }
            isUnreadable = true
            for fault in error.all { report(fault.line, nil, fault.code.name, fault.message) }
            // Without a header the rest has no columns; with one, it is read for its own faults of form.
            columns = columns ?? Self.header
            return []
        }
        columns = table.header
        guard !isUnreadable else { return [] }
        rowCount += table.rows.count
        return table.rows.compactMap { item($0) }
    }

    /// Ends the file, which should have so many items.
    mutating func finish(declaredCount: Int) {
        guard !isUnreadable else {
            rowCount = 0
            return
        }
        guard rowCount != declaredCount else { return }
        let problem = TransferBatchProblem(
            line: 0,
            column: nil,
            code: "BATCH_COUNT_MISMATCH",
            message: "批次件数不符：申报\(declaredCount)，实收\(rowCount)"
        )
        problems.insert(problem, at: 0)
    }

    private mutating func item(_ row: CSVRow) -> Item? {
        let text = RowText(row)
        var faults = Faults()
        let itemNo = Int32(text["item_no"]).flatMap { $0 >= 1 ? Int($0) : nil }
        if let itemNo {
            if let first = firstLines.updateValue(row.line, forKey: itemNo) {
                firstLines[itemNo] = first
                faults.add(["item_no"], "ITEM_NO_DUPLICATE", "件号重复")
            }
        } else {
            faults.add(["item_no"], "ITEM_NO_INVALID", "件号应为正整数")
        }
        let input = faults.registration(text, rules, today: today)
        let dueOn = faults.dueDate(
            text,
            isSetBySender: isDueDateSetBySender,
            maySenderSet: maySenderSetDueDate,
            receivedOn: faults.all.contains { $0.field == ["received_on"] } ? nil : input?.receivedOn
        )
        guard let input, faults.all.isEmpty,
            let letter = try? IncomingLetter(input, itemNo: itemNo, jointCount: 1, dueOn: dueOn, today: today)
        else {
            let order = Dictionary(uniqueKeysWithValues: Self.header.enumerated().map { ($1, $0) })
            for fault in faults.all.sorted(by: { order[$0.field[0], default: 0] < order[$1.field[0], default: 0] }) {
                report(row.line, fault.field.first, fault.code, fault.message)
            }
            return nil
        }
        return Item(letter: letter, values: Self.header.map { text[$0] })
    }

    private mutating func report(_ line: Int, _ column: String?, _ code: String, _ message: String) {
        problems.append(TransferBatchProblem(line: line, column: column, code: code, message: message))
    }
}

/// A row's values by column, without the spaces around them.
private struct RowText {
    private let row: CSVRow

    init(_ row: CSVRow) { self.row = row }

    subscript(column: String) -> String { (row[column] ?? "").trimmingSpaces }
}

extension Faults {
    /// A row as the input of a letter that is registered by itself; nil where it cannot be one.
    fileprivate mutating func registration(
        _ row: RowText,
        _ rules: DeclaredRules,
        today: CalendarDate
    ) -> RegisterLetterInput? {
        let receivedOn = date(row, "received_on")
        let matterClass: MatterClass? = name(row, "matter_class")
        let category: MatterCategory? = name(row, "category")
        let sender = Self.senderColumns.map { field, column in
            InputObject.Member(name: field, value: .string(row[column]))
        }
        var members: [InputObject.Member] = [
            .init(name: "externalRef", value: .string(row["external_ref"])),
            .init(name: "senders", value: .list([.object(sender + idNumber(row, today: today))])),
            .init(name: "caseNos", value: .list(row["case_no"].isEmpty ? [] : [.string(row["case_no"])])),
            .init(name: "subject", value: .string(row["subject"])),
            .init(name: "abstract", value: .string(row["abstract"])),
            .init(name: "receivedVia", value: .string(LetterChannel.transfer.rawValue)),
            // The batch has the source and the body; a row has neither.
            .init(name: "source", value: .string(LetterSource.ordinary.rawValue)),
        ]
        if let receivedOn { members.append(.init(name: "receivedOn", value: .string(receivedOn.iso))) }
        if let matterClass { members.append(.init(name: "matterClass", value: .string(matterClass.rawValue))) }
        if let category { members.append(.init(name: "category", value: .string(category.rawValue))) }
        let checked = rules.check(InputObject(members: members), as: "RegisterLetterInput", on: today)
        for fault in checked.faults.errors {
            let field = fault.field?.segments.last { Int($0) == nil } ?? ""
            add([Self.columns[field] ?? field], fault.code.rawValue, fault.message)
        }
        return try? RegisterLetterInput(input: .object(checked.input.members), field: InputPath([]))
    }

    /// A file may have ID numbers of fifteen digits: the eighteen that name the same person, none with its fault kept.
    private mutating func idNumber(_ row: RowText, today: CalendarDate) -> [InputObject.Member] {
        var text = row["id_number"]
        if text.unicodeScalars.count == 15 {
            do { text = try ResidentID(imported: text, today: today).text } catch {
                add(["id_number"], error.code, error.message)
                return []
            }
        }
        return [InputObject.Member(name: "idNumber", value: .string(text))]
    }

    private static let senderColumns = [
        "name": "petitioner_name", "mobile": "mobile", "regionCode": "region_code", "address": "address",
    ]

    private static let columns = senderColumns.merging([
        "idNumber": "id_number", "externalRef": "external_ref", "receivedOn": "received_on", "caseNos": "case_no",
    ]) { $1 }

    private mutating func date(_ row: RowText, _ column: String) -> CalendarDate? {
        let date = CalendarDate(iso: row[column])
        if date == nil { add([column], DomainError.Code.dateInvalid.rawValue, "日期格式错误，应为YYYY-MM-DD") }
        return date
    }

    fileprivate mutating func dueDate(
        _ row: RowText,
        isSetBySender: Bool,
        maySenderSet: Bool,
        receivedOn: CalendarDate?
    ) -> CalendarDate? {
        if row["due_on"].isEmpty {
            return dueDate(nil, isSetBySender: isSetBySender, receivedOn: receivedOn, "due_on")
        }
        guard let date = date(row, "due_on") else { return nil }
        return dueDate(
            date,
            isSetBySender: isSetBySender,
            maySenderSet: maySenderSet,
            receivedOn: receivedOn,
            "due_on"
        )
    }

    private mutating func name<Name: ChineseNamed>(_ row: RowText, _ column: String) -> Name? {
        let name = Name(written: row[column])
        if name == nil { add([column], "VALUE_NOT_ALLOWED", Name.allowedMessage) }
        return name
    }
}
