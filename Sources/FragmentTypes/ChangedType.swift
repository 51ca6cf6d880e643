import GraphQLLanguage

/// What a type with `@changes` says of its row: the columns that a change reads, and those that it may write.
struct ChangedType {
    /// A column as a property.
    struct Column {
        let property: String
        let column: String
        /// The API's name, for the audit log.
        let field: String
        let type: TypeReference
        let isVariable: Bool
    }

    let type: FragmentSet.OwnType
    let table: String
    /// After `id`, `court_code` and `version`, which every one has; the state last.
    let columns: [Column]
    /// The state's type; nil for a row without a life cycle.
    let stateType: String?
    private let visible: Directive?

    /// Nil for a type that does not change.
    init?(_ type: FragmentSet.OwnType) throws(GenerationError) {
        guard let changes = type.directive("changes") else { return nil }
        func refused(_ message: String) -> GenerationError {
            FragmentSet.error("Type \"\(type.name)\": \(message)", at: type.definition.name, in: type.file)
        }
        guard let table = type.directive("table")?.argument("name")?.stringText else {
            throw refused("@changes needs @table.")
        }
        self.type = type
        self.table = table
        visible = type.directive("visible") ?? type.directive("scope")

        let state = changes.argument("state")?.stringText
        var columns: [Column] = []
        for (argument, isVariable) in [("fixed", false), ("changing", true)] {
            for entry in changes.argument(argument)?.items.compactMap(\.stringText) ?? [] {
                guard let column = try Self.column(entry, of: type, isVariable: isVariable) else {
                    throw refused(
                        "@changes names \"\(entry)\", which is neither a field that reads a column nor `column: Type`."
                    )
                }
                guard !columns.contains(where: { $0.column == column.column }) else {
                    throw refused("@changes names the column \"\(column.column)\" twice.")
                }
                columns.append(column)
            }
        }
        for (argument, sdl) in Self.visibleTypes {
            for name in visible?.names(argument) ?? [] where !Self.isGiven(name, columns) {
                let field = type.fields.first { $0.columnName == name }?.name.text
                guard let column = try Self.column(field ?? "\(name): \(sdl)", of: type, isVariable: false) else {
                    continue
                }
                columns.append(column)
            }
        }
        if let state {
            guard let field = type.fields.first(where: { $0.name.text == state }), field.type.isNonNull,
                let column = try Self.column(state, of: type, isVariable: true)
            else { throw refused("@changes names the state \"\(state)\", which is no non-null field of it.") }
            columns.append(
                Column(property: "state", column: column.column, field: state, type: field.type, isVariable: true)
            )
            stateType = field.type.namedType
        } else {
            stateType = nil
        }
        self.columns = columns
    }

    /// What the columns that a visibility names hold, where the type has no field of them.
    private static let visibleTypes = [
        ("court", "String!"), ("courts", "String"), ("departments", "ID"), ("sealed", "Boolean!"), ("assignee", "ID"),
        ("people", "ID"), ("assignees", "[ID!]!"), ("recused", "[ID!]!"),
    ]

    private static func isGiven(_ column: String, _ columns: [Column]) -> Bool {
        column == "court_code" || columns.contains { $0.column == column }
    }

    /// A column by a field's name, or as `column: Type`.
    private static func column(
        _ entry: String,
        of type: FragmentSet.OwnType,
        isVariable: Bool
    ) throws(GenerationError) -> Column? {
        if let field = type.fields.first(where: { $0.name.text == entry }) {
            guard let column = field.columnName else { return nil }
            let isReference = field.directive("reference") != nil
            let key = TypeReference.named(Name("ID", offset: field.name.offset))
            return Column(
                property: isReference ? "\(entry)ID" : SwiftText.property(entry),
                column: column,
                field: entry,
                type: isReference ? (field.type.isNonNull ? .nonNull(key) : key) : field.type,
                isVariable: isVariable
            )
        }
        guard let document = try? Document(parsing: Source("input X { \(entry) }")),
            case .type(let definition)? = document.definitions.first, case .input(let fields) = definition.body,
            let field = fields.first
        else { return nil }
        return Column(
            property: SwiftText.property(SwiftText.camelCase(field.name.text)),
            column: field.name.text,
            field: SwiftText.camelCase(field.name.text),
            type: field.type,
            isVariable: isVariable
        )
    }

    /// The Swift expression of who may see the row.
    var visibility: String {
        func properties(_ arguments: String...) -> [(property: String, type: TypeReference?)] {
            arguments.flatMap { visible?.names($0) ?? [] }.map { name in
                if name == "court_code" { return ("courtCode", nil) }
                let column = columns.first { $0.column == name }
                return (column?.property ?? name, column?.type)
            }
        }
        func list(_ values: [(property: String, type: TypeReference?)]) -> String {
            let parts = values.map { property, type in
                guard let type else { return "[\(property)]" }
                if type.listItem != nil { return type.isNonNull ? property : "(\(property) ?? [])" }
                return type.isNonNull ? "[\(property)]" : "[\(property)].compactMap(\\.self)"
            }
            return parts.isEmpty ? "[]" : parts.joined(separator: " + ")
        }
        let people = properties("assignee", "assignees", "people")
        let departments = properties("departments")
        let courts = properties("court", "courts")
        var arguments = ["courts: \(courts.isEmpty ? "[courtCode]" : list(courts))"]
        if !departments.isEmpty { arguments.append("departments: \(list(departments))") }
        if let sealed = properties("sealed").first {
            arguments.append(
                "isSealed: \(sealed.type?.isNonNull == false ? "\(sealed.property) ?? true" : sealed.property)"
            )
        }
        if !people.isEmpty { arguments.append("people: \(list(people))") }
        if !people.isEmpty || !departments.isEmpty { arguments.append("hasPeople: true") }
        let recused = properties("recused")
        if !recused.isEmpty { arguments.append("recused: \(list(recused))") }
        return "RowVisibility(\(arguments.joined(separator: ", ")))"
    }
}

extension FragmentSet.OwnType {
    fileprivate func directive(_ name: String) -> Directive? { directives.first { $0.name.text == name } }
}

extension FieldDefinition {
    fileprivate func directive(_ name: String) -> Directive? { directives.first { $0.name.text == name } }

    /// The one column that the field reads; nil where it is made otherwise.
    fileprivate var columnName: String? {
        if let reference = directive("reference") {
            let columns = reference.argument("columns")?.items.compactMap(\.stringText) ?? []
            return columns.count == 1 && reference.argument("key") == nil ? columns[0] : nil
        }
        for other in ["children", "function", "resolve", "history", "groups", "aggregate"] where directive(other) != nil
        {
            return nil
        }
        return directive("column")?.argument("name")?.stringText ?? SwiftText.snakeCase(name.text)
    }
}

extension Directive {
    /// The columns that an argument names: a string, or a list of strings.
    fileprivate func names(_ argument: String) -> [String] {
        guard let value = self.argument(argument) else { return [] }
        if let text = value.stringText { return [text] }
        return value.items.compactMap(\.stringText)
    }
}
