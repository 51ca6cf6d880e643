import GraphQLLanguage
import Postgres

@testable import GraphQLPostgres

/// A caller of the tests: who is asking, in words of their own.
struct Asker: Hashable, Sendable {
    var courts: [String]
    var courtCode: String?
    var staffID: Int64?
    var recusedFrom: [Int64]
    var mayReadSealed: Bool
    var seesOnlyAssigned: Bool
    /// Days since 2000-01-01.
    var today: Int32

    init(
        courts: [String],
        courtCode: String? = nil,
        staffID: Int64?,
        recusedFrom: [Int64]? = nil,
        mayReadSealed: Bool,
        seesOnlyAssigned: Bool,
        today: Int32
    ) {
        self.courts = courts
        self.courtCode = courtCode
        self.staffID = staffID
        self.recusedFrom = recusedFrom ?? staffID.map { [$0] } ?? []
        self.mayReadSealed = mayReadSealed
        self.seesOnlyAssigned = seesOnlyAssigned
        self.today = today
    }

    var context: ReadContext {
        ReadContext(
            terms: .tests,
            values: [
                PostgresValue(courts), PostgresValue(courtCode), PostgresValue(staffID), PostgresValue(recusedFrom),
                PostgresValue(mayReadSealed), PostgresValue(seesOnlyAssigned),
            ],
            settings: [
                ReadContext.arrayLiteral(courts), staffID.map(String.init) ?? "",
                "{\(recusedFrom.map(String.init).joined(separator: ","))}", mayReadSealed ? "on" : "off",
                seesOnlyAssigned ? "on" : "off",
            ],
            today: today
        )
    }
}

extension BoundContext {
    convenience init(_ asker: Asker) { self.init(asker.context) }
}

/// The tests' words: `@scope`.
struct ScopeCondition: RowCondition {
    enum Word: Int { case courts, courtCode, staffID, recusedFrom, mayReadSealed, seesOnlyAssigned }

    var court: String?
    var sealed: String?
    var assignee: String?
    var assignees: String?
    var recused: String?

    var columns: [RowConditionColumn] {
        let named: [(String, String?, UInt32)] = [
            ("court", court, PostgresType.text), ("sealed", sealed, PostgresType.bool),
            ("assignee", assignee, PostgresType.int8), ("assignees", assignees, PostgresType.int8Array),
            ("recused", recused, PostgresType.int8Array),
        ]
        return named.compactMap { argument, name, type in
            name.map { RowConditionColumn(argument: argument, name: $0, typeOIDs: [type]) }
        }
    }

    func parts(column: (String) -> String, isList: (String) -> Bool, value: (Int) -> String) -> [String] {
        func word(_ word: Word) -> String { value(word.rawValue) }
        var parts: [String] = []
        if let court { parts.append("\(column(court)) = ANY (\(word(.courts)))") }
        if let sealed { parts.append("(NOT \(column(sealed)) OR \(word(.mayReadSealed)))") }
        if let assignee {
            parts.append("(NOT \(word(.seesOnlyAssigned)) OR \(column(assignee)) = \(word(.staffID)))")
        }
        if let assignees {
            parts.append("(NOT \(word(.seesOnlyAssigned)) OR \(word(.staffID)) = ANY (\(column(assignees))))")
        }
        if let recused { parts.append("NOT coalesce(\(column(recused)) && \(word(.recusedFrom)), false)") }
        return parts
    }

    func ownership(column: (String) -> String, value: (Int) -> String) -> String? {
        court.map { "\(column($0)) = \(value(Word.courtCode.rawValue))" }
    }
}

extension CallerTerms {
    static let tests = CallerTerms(
        values: [
            Value(typeOID: PostgresType.textArray, setting: "docket.courts", isHidden: true),
            Value(typeOID: PostgresType.text),
            Value(typeOID: PostgresType.int8, setting: "docket.staff_id"),
            Value(typeOID: PostgresType.int8Array, setting: "docket.recused_from"),
            Value(typeOID: PostgresType.bool, setting: "docket.sealed"),
            Value(typeOID: PostgresType.bool, setting: "docket.assigned_only"),
        ],
        own: [
            Own(argument: "mine", value: ScopeCondition.Word.staffID.rawValue),
            Own(argument: "ownCourt", value: ScopeCondition.Word.courtCode.rawValue),
        ],
        directive: "scope",
        sdl: """
            directive @scope(
              court: String, sealed: String, assignee: String, assignees: String, recused: String,
              with: String, columns: [String!]
            ) repeatable on OBJECT | INTERFACE | UNION
            """,
        read: { directive in
            func name(_ argument: String) -> String? { directive.argument(argument)?.stringText }
            let condition = ScopeCondition(
                court: name("court"),
                sealed: name("sealed"),
                assignee: name("assignee"),
                assignees: name("assignees"),
                recused: name("recused")
            )
            return RowConditionReading(condition.columns.isEmpty ? nil : condition)
        }
    )
}
