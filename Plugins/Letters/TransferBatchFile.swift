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

    private let isDueDateSetBySender: Bool
    private let maySenderSetDueDate: Bool
    private let today: CalendarDate
    private var columns: [String]?
    private var isUnreadable = false
    private var firstLines: [Int: Int] = [:]

    /// Begins a file whose items are due on the dates that it names, or by a rule, which the sender may override or not.
    init(isDueDateSetBySender: Bool, maySenderSetDueDate: Bool = false, today: CalendarDate) {
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
        let letter = faults.letter(
            text,
            today: today,
            isDueDateSetBySender: isDueDateSetBySender,
            maySenderSetDueDate: maySenderSetDueDate
        )
        if let item = letter?.itemNo, let first = firstLines.updateValue(row.line, forKey: item) {
            firstLines[item] = first
            faults.add(["item_no"], "ITEM_NO_DUPLICATE", "件号重复")
        }
        for fault in faults.all { report(row.line, fault.field.first, fault.code, fault.message) }
        guard let letter, faults.all.isEmpty else { return nil }
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
    /// Checks a row; nil where a value without which there is no letter could not be read.
    fileprivate mutating func letter(
        _ row: RowText,
        today: CalendarDate,
        isDueDateSetBySender: Bool,
        maySenderSetDueDate: Bool
    ) -> IncomingLetter? {
        let itemNo = Int32(row["item_no"]).flatMap { $0 >= 1 ? Int($0) : nil }
        if itemNo == nil { add(["item_no"], "ITEM_NO_INVALID", "件号应为正整数") }
        let externalRef = optionalNumber(row["external_ref"], IncomingLetter.referenceLimit, "external_ref")
        let receivedOn = date(row, "received_on")
        let hasCome = receivedOn.map { past($0, today: today, "received_on") } ?? false
        let sender = sender(
            Sender(
                name: row["petitioner_name"],
                idNumber: row["id_number"],
                mobile: row["mobile"],
                regionCode: row["region_code"],
                address: row["address"]
            ),
            today: today,
            isImported: true
        ) { [Self.senderColumns[$0] ?? $0] }
        let matterClass: MatterClass? = name(row, "matter_class")
        let category: MatterCategory? = name(row, "category")
        let caseNo = row["case_no"].isEmpty ? nil : row["case_no"]
        let cases = caseNo.flatMap { text in
            read(["case_no"]) { () throws(FormatError) in try CaseNumber(parsing: text, today: today) }
        }
        let subject = text(row["subject"], IncomingLetter.subjectLimit, "subject")
        let abstract = text(row["abstract"], IncomingLetter.abstractLimit, isLong: true, "abstract")
        let dueOn = dueDate(
            row,
            isSetBySender: isDueDateSetBySender,
            maySenderSet: maySenderSetDueDate,
            receivedOn: hasCome ? receivedOn : nil
        )
        guard let itemNo, let receivedOn, let matterClass, let category else { return nil }
        return IncomingLetter(
            itemNo: itemNo,
            externalRef: externalRef,
            receivedOn: receivedOn,
            receivedVia: .transfer,
            senders: [sender],
            jointCount: 1,
            cases: cases.map { [$0] } ?? [],
            subject: subject,
            abstract: abstract,
            matterClass: matterClass,
            category: category,
            dueOn: dueOn
        )
    }

    private static let senderColumns = [
        "name": "petitioner_name", "idNumber": "id_number", "regionCode": "region_code",
    ]

    private mutating func date(_ row: RowText, _ column: String) -> CalendarDate? {
        let date = CalendarDate(iso: row[column])
        if date == nil { add([column], DomainError.Code.dateInvalid.rawValue, "日期格式错误，应为YYYY-MM-DD") }
        return date
    }

    private mutating func dueDate(
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
