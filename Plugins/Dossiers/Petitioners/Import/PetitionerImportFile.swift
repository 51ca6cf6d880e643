import CourtCore
import CourtFormats
import PluginKit

/// A file of petitioners with dossiers as it stands: rows without fault, or every fault of every row.
struct PetitionerImportFile {
    /// A row that can be written.
    struct Row {
        let line: Int
        let petitioner: CreatePetitionerInput
        let title: String
        /// As written, in the order of `header`.
        let values: [String]
        fileprivate let dossier: InputObject

        /// The draft of a petitioner who has a key now.
        func dossier(of petitioner: Int64) throws(DomainError) -> OpenDossierInput {
            let key = InputObject.Member(name: "petitionerIds", value: .list([.string(String(petitioner))]))
            let members = dossier.members.filter { $0.name != key.name } + [key]
            return try OpenDossierInput(input: .object(members), field: InputPath(["input"]))
        }
    }

    static let header = [
        "petitioner_name", "id_number", "mobile", "region_code", "address", "title", "ground", "claims", "case_nos",
        "no_case_reason", "handler_no",
    ]

    private static let maximumRows = 2_000

    private(set) var rows: [Row] = []
    private(set) var rowCount = 0
    private(set) var problems: [PetitionerImportProblem] = []
    private let table: CSVTable?

    /// Reads the columns; what cannot be read at all is a problem of the file.
    init(_ bytes: [UInt8]) {
        do throws(CSVFaults) {
            let read = try CSVTable(bytes: bytes, header: Self.header)
            table = read
            rowCount = read.rows.count
            if rowCount > Self.maximumRows { report(1, nil, "INPUT_INVALID", "一次最多导入\(Self.maximumRows)行") }
        } catch {
            table = nil
            for fault in error.all { report(fault.line, nil, fault.code.name, fault.message) }
        }
    }

    /// Numbers (工号) of the handlers that it names.
    var handlers: Set<String> { Set((table?.rows ?? []).map { Self.text($0, "handler_no") }) }

    /// Checks every row by the rules of the inputs that it could have been; `handlers` are keys by number.
    mutating func check(_ rules: DeclaredRules, handlers: [String: Int64], today: CalendarDate) {
        guard let table, problems.isEmpty else { return }
        var lines: [[String]: Int] = [:]
        for row in table.rows {
            let values = Self.header.map { Self.text(row, $0) }
            if let first = lines.updateValue(row.line, forKey: values) {
                report(row.line, nil, "DUPLICATE_ROW", "与第\(first)行重复")
                continue
            }
            let petitioner = self.petitioner(row, rules, today)
            let dossier = self.dossier(row, rules, handlers, today)
            guard let petitioner, let dossier else { continue }
            let title = Self.text(row, "title")
            rows.append(Row(line: row.line, petitioner: petitioner, title: title, values: values, dossier: dossier))
        }
    }

    mutating func report(_ line: Int, _ column: String?, _ code: String, _ message: String) {
        problems.append(PetitionerImportProblem(line: line, column: column, code: code, message: message))
    }

    private mutating func petitioner(
        _ row: CSVRow,
        _ rules: DeclaredRules,
        _ today: CalendarDate
    ) -> CreatePetitionerInput? {
        var number = Self.text(row, "id_number")
        if number.unicodeScalars.count == 15 {
            // Older records have numbers of fifteen digits.
            do { number = try ResidentID(imported: number, today: today).text } catch {
                report(row.line, "id_number", error.code, error.message)
                return nil
            }
        }
        var members: [InputObject.Member] = [
            .init(name: "kind", value: .string(PetitionerKind.naturalPerson.rawValue)),
            .init(name: "name", value: .string(Self.text(row, "petitioner_name"))),
        ]
        let optional = [
            ("idNumber", number), ("mobile", Self.text(row, "mobile")),
            ("residenceRegion", Self.text(row, "region_code")), ("residenceAddress", Self.text(row, "address")),
        ]
        for (name, value) in optional where !value.isEmpty {
            members.append(.init(name: name, value: .string(value)))
        }
        guard let checked = self.checked(members, "CreatePetitionerInput", row.line, rules, today) else { return nil }
        return try? CreatePetitionerInput(input: .object(checked.members), field: InputPath([]))
    }

    private mutating func dossier(
        _ row: CSVRow,
        _ rules: DeclaredRules,
        _ handlers: [String: Int64],
        _ today: CalendarDate
    ) -> InputObject? {
        let ground = DossierGround(written: Self.text(row, "ground"))
        if ground == nil { report(row.line, "ground", "VALUE_NOT_ALLOWED", DossierGround.allowedMessage) }
        let handler = handlers[Self.text(row, "handler_no")]
        if handler == nil { report(row.line, "handler_no", "NOT_FOUND", "本院没有该工号的在岗承办人") }
        let claims = Self.parts(row, "claims").map { claim in
            InputObject.Value.object([.init(name: "text", value: .string(claim))])
        }
        let cases = Self.parts(row, "case_nos").map { number in
            InputObject.Value.object([
                .init(name: "caseNo", value: .string(number)),
                .init(name: "relation", value: .string(CaseRelation.other.rawValue)),
                .init(name: "originalJudges", value: .list([])),
            ])
        }
        var members: [InputObject.Member] = [
            .init(name: "title", value: .string(Self.text(row, "title"))),
            .init(name: "matterClass", value: .string(MatterClass.appealClaim.rawValue)),
            .init(name: "category", value: .string(MatterCategory.other.rawValue)),
            .init(name: "accusedStaffIds", value: .list([])),
            .init(name: "ground", value: .string((ground ?? .repeatedMatter).rawValue)),
            // Written once the petitioner has a key.
            .init(name: "petitionerIds", value: .list([.string("0")])),
            .init(name: "claims", value: .list(claims)),
            .init(name: "caseLinks", value: .list(cases)),
            .init(name: "handlerId", value: .string(String(handler ?? 0))),
        ]
        let reason = Self.text(row, "no_case_reason")
        if !reason.isEmpty { members.append(.init(name: "noCaseReason", value: .string(reason))) }
        guard let checked = self.checked(members, "OpenDossierInput", row.line, rules, today), ground != nil,
            handler != nil
        else { return nil }
        return checked
    }

    private mutating func checked(
        _ members: [InputObject.Member],
        _ type: String,
        _ line: Int,
        _ rules: DeclaredRules,
        _ today: CalendarDate
    ) -> InputObject? {
        let answer = rules.check(InputObject(members: members), as: type, on: today)
        for fault in answer.faults.errors {
            let field = fault.field?.segments.first ?? ""
            report(line, Self.columns[field] ?? field, fault.code.rawValue, fault.message)
        }
        return answer.faults.errors.isEmpty ? answer.input : nil
    }

    private static func text(_ row: CSVRow, _ column: String) -> String { (row[column] ?? "").trimmingSpaces }

    private static func parts(_ row: CSVRow, _ column: String) -> [String] {
        text(row, column).split(separator: "|").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
    }

    private static let columns = [
        "name": "petitioner_name", "idNumber": "id_number", "idDocType": "id_number", "residenceRegion": "region_code",
        "residenceAddress": "address", "caseLinks": "case_nos", "noCaseReason": "no_case_reason",
        "handlerId": "handler_no",
    ]
}

extension DossierGround: ChineseNamed {
    package static let chineseNames: [String: DossierGround] = [
        "反复反映": .repeatedMatter, "到上级机关反映": .higherVenueContact, "上级交办": .assignedBySuperior,
        "拟终结": .terminationCandidate,
        "本人申请": .petitionerRequest,
    ]
}
