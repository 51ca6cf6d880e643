import GraphQLLanguage

extension FragmentWriter {
    /// The Swift row of a type that changes: read under a lock, compared, and written as far as it differs.
    func rowType(_ changed: ChangedType) throws(GenerationError) -> String {
        let name = "\(changed.type.name)Row"
        var properties = ""
        var parameters = ["        id: Int64", "        courtCode: String", "        version: Int"]
        var assignments = ""
        var decodings = ""
        var comparisons = ""
        var dates = ""
        for column in changed.columns {
            let swiftType = rowSwiftType(column.type)
            let isOptional = !column.type.isNonNull
            properties += "    package \(column.isVariable ? "var" : "let") \(column.property): \(swiftType)\n"
            parameters.append("        \(column.property): \(swiftType)\(isOptional ? " = nil" : "")")
            assignments += "        self.\(column.property) = \(column.property)\n"
            decodings += "        \(column.property) = try row.\(rowDecoding(column))\n"
            if column.isVariable {
                comparisons += """
                            if \(column.property) != before.\(column.property) {
                                changes.append(ColumnChange("\(column.field)", "\(column.column) = \\(\(column.property))"))
                            }

                    """
            }
            if column.type.namedType == "Date", column.type.listItem == nil {
                dates += "        case \"\(column.field)\": \(column.property)\n"
            }
        }
        let columns = (["id", "court_code", "version"] + changed.columns.map(\.column)).map { "r.\($0)" }
        return """
            /// A row of \(changed.type.name) while it is locked: constants that a change reads, variables that it may write.
            package struct \(name): ChangedRow {
                package static let typeName = "\(changed.type.name)"
                package static let table = "\(changed.table)"
                package static let columns: SQL = "\(columns.joined(separator: ", "))"

                package let id: Int64
                package let courtCode: String
                package let version: Int
            \(properties)\(changed.stateType == nil ? "    package var state: NoState = .present\n" : "")
                package init(
            \(parameters.joined(separator: ",\n"))
                ) {
                    self.id = id
                    self.courtCode = courtCode
                    self.version = version
            \(assignments)    }

                package init(_ row: Row) throws(PostgresError) {
                    id = try row.decode("id")
                    courtCode = try row.decode("court_code")
                    version = try row.decode("version")
            \(decodings)    }

                package var visibility: RowVisibility {
                    \(changed.visibility)
                }

                package func changes(since before: Self) -> [ColumnChange] {
                    \(comparisons.isEmpty ? "[]" : "var changes: [ColumnChange] = []")
            \(comparisons)\(comparisons.isEmpty ? "" : "        return changes\n")    }

                package func date(of field: String) -> CalendarDate? {
                    \(dates.isEmpty ? "nil" : "switch field {")
            \(dates.isEmpty ? "" : dates + "        default: nil\n        }\n")    }
            }

            """
    }

    private func rowSwiftType(_ type: TypeReference) -> String {
        let element = type.listItem?.nullable ?? type.nullable
        let name = element.namedType
        let scalar: String
        switch ScalarMapping(rawValue: name) {
        case .id: scalar = "Int64"
        case let known?: scalar = known.payloadType
        case nil: scalar = isEnum(name) ? name : "String"
        }
        return (type.listItem == nil ? scalar : "[\(scalar)]") + (type.isNonNull ? "" : "?")
    }

    private func rowDecoding(_ column: ChangedType.Column) -> String {
        guard column.type.listItem == nil, isEnum(column.type.namedType) else { return "decode(\"\(column.column)\")" }
        return column.type.isNonNull ? "name(\"\(column.column)\")" : "optionalName(\"\(column.column)\")"
    }

    private func isEnum(_ name: String) -> Bool {
        if case .enumeration = fragments[name]?.definition.body { true } else { fragments.enumModule(of: name) != nil }
    }
}
