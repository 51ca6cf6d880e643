import GraphQLLanguage

extension FragmentWriter {
    /// The payload types: the result types of mutations, and what these hold in lists; each once, in the order of use.
    func payloadTypes() throws(GenerationError) -> [FragmentSet.OwnType] {
        var types: [FragmentSet.OwnType] = []
        var pending: [String] = []
        for mutation in fragments.mutations where mutation.repeated == nil {
            if case .payload(let name) = try result(of: mutation) { pending.append(name) }
        }
        var seen: Set<String> = []
        while !pending.isEmpty {
            let name = pending.removeFirst()
            guard seen.insert(name).inserted, let type = fragments[name] else { continue }
            types.append(type)
            for field in type.fields where field.type.listItem != nil && isPlainObject(field.type.namedType) {
                pending.append(field.type.namedType)
            }
        }
        return types
    }

    /// What a mutation answers: a payload that this target defines, or a row of a table of any target.
    func result(of mutation: FragmentSet.Mutation) throws(GenerationError) -> MutationResult {
        let result = mutation.field.type
        let name = result.namedType
        if result.listItem == nil {
            if isPlainObject(name) { return .payload(name) }
            if case .object = fragments.body(of: name) { return .row(isNonNull: result.isNonNull) }
        }
        throw FragmentSet.error(
            "Mutation \"\(mutation.field.name.text)\" must answer an object type without @table that this target "
                + "defines, or one with @table, found \"\(result)\".",
            at: mutation.field.name,
            in: mutation.file
        )
    }

    /// A payload's Swift type: a stored property for each field, and the cells that they make.
    func payloadStruct(_ type: FragmentSet.OwnType) throws(GenerationError) -> String {
        var properties = ""
        var parameters: [String] = []
        var assignments = ""
        var parts = ""
        for field in type.fields {
            let name = SwiftText.escaped(field.name.text)
            let part = try payloadPart(field, of: type)
            let swiftType = part.swiftType + (field.type.isNonNull ? "" : "?")
            properties += SwiftText.documentation(field.description?.text, indent: "    ")
            properties += "    package let \(name): \(swiftType)\n"
            parameters.append("        \(name): \(swiftType)\(field.type.isNonNull ? "" : " = nil")")
            assignments += "        self.\(name) = \(name)\n"
            parts += "        payload.\(part.appending(field.name.text, isNonNull: field.type.isNonNull))\n"
        }
        return """
            \(SwiftText.documentation(type.definition.description?.text))\
            package struct \(type.name): Hashable, PayloadEncodable {
            \(properties)
                package init(
            \(parameters.joined(separator: ",\n"))
                ) {
            \(assignments)    }

                package var payload: Payload {
                    var payload = Payload()
            \(parts)        return payload
                }
            }

            """
    }

    private func payloadPart(_ field: FieldDefinition, of type: FragmentSet.OwnType) throws(GenerationError)
        -> PayloadPart
    {
        func refused(_ reason: String) -> GenerationError {
            FragmentSet.error(
                "Payload field \"\(type.name).\(field.name.text)\": \(reason), found \"\(field.type)\".",
                at: field.name,
                in: type.file
            )
        }

        let name = field.type.namedType
        let element = payloadElement(named: name)
        guard let item = field.type.listItem else {
            if case .object = element { throw refused("an object without @table can only stand in a list") }
            return .cell(element)
        }
        guard item.isNonNull, item.listItem == nil else { throw refused("the items of a list must be non-null") }
        switch element {
        case .scalar(.string), .scalar(.id), .text, .enumeration: return .cells(element)
        case .object, .row:
            guard field.type.isNonNull else { throw refused("a list of objects must be non-null") }
            return .list(element)
        case .scalar: throw refused("a list may hold texts, enum values, IDs or objects")
        }
    }

    private func payloadElement(named name: String) -> PayloadElement {
        if let scalar = ScalarMapping(rawValue: name) { return .scalar(scalar) }
        if isPlainObject(name) { return .object(name) }
        switch fragments.body(of: name) {
        case .scalar: return .text
        case .enumeration:
            return fragments[name] == nil && fragments.enumModule(of: name) == nil ? .text : .enumeration(name)
        default: return .row
        }
    }

    /// Whether it is an object type that this target defines, and no table.
    private func isPlainObject(_ name: String) -> Bool {
        guard let type = fragments[name], case .object = type.definition.body else { return false }
        return !type.isTable
    }
}

/// What a mutation's function answers.
enum MutationResult {
    /// A payload type by name.
    case payload(String)
    /// The key of a table's row; where it may be null, nil for none.
    case row(isNonNull: Bool)

    var swiftType: String {
        switch self {
        case .payload(let name): name
        case .row(let isNonNull): isNonNull ? "Int64" : "Int64?"
        }
    }

    /// The payload of what a call answers.
    func payload(_ call: String) -> String {
        switch self {
        case .payload: "try await \(call).payload"
        case .row: "Payload(row: try await \(call))"
        }
    }
}

/// What one value of a payload is.
enum PayloadElement {
    case scalar(ScalarMapping)
    /// A custom scalar, or an enum of a target that cannot be imported.
    case text
    case enumeration(String)
    /// The key of a table's row.
    case row
    /// A generated payload type.
    case object(String)

    var swiftType: String {
        switch self {
        case .scalar(let scalar): scalar.payloadType
        case .text: "String"
        case .enumeration(let name), .object(let name): name
        case .row: "Int64"
        }
    }

    /// The cell of one value.
    func cell(_ expression: String) -> String {
        switch self {
        case .scalar(let scalar): scalar.cell(expression)
        case .text: "PayloadCell.text(\(expression))"
        case .enumeration: "PayloadCell.text(\(expression).rawValue)"
        case .row: "PayloadCell.key(\(expression))"
        case .object: "\(expression).payload"
        }
    }
}

/// What one field of a payload adds to it.
enum PayloadPart {
    case cell(PayloadElement)
    /// One cell with several values.
    case cells(PayloadElement)
    case list(PayloadElement)

    var swiftType: String {
        switch self {
        case .cell(let element): element.swiftType
        case .cells(let element), .list(let element): "[\(element.swiftType)]"
        }
    }

    /// The rest of a statement that adds the field `name` to a payload.
    func appending(_ name: String, isNonNull: Bool) -> String {
        let property = "self.\(SwiftText.escaped(name))"
        switch self {
        case .cell(let element):
            let cell = isNonNull ? element.cell(property) : "\(property).map { \(element.cell("$0")) } ?? .null"
            return "cells.append((name: \"\(name)\", cell: \(cell)))"
        case .cells(let element):
            let cell =
                isNonNull ? manyCell(element, property) : "\(property).map { \(manyCell(element, "$0")) } ?? .null"
            return "cells.append((name: \"\(name)\", cell: \(cell)))"
        case .list(.object):
            return "lists.append((name: \"\(name)\", items: \(property).map(\\.payload)))"
        case .list(let element):
            let item = "Payload(cells: [(name: \"key\", cell: \(element.cell("$0")))])"
            return "lists.append((name: \"\(name)\", items: \(property).map { \(item) }))"
        }
    }

    private func manyCell(_ element: PayloadElement, _ expression: String) -> String {
        switch element {
        case .enumeration: "PayloadCell.texts(\(expression).map(\\.rawValue))"
        case .scalar(.id): "PayloadCell.keys(\(expression).map(\\.value))"
        default: "PayloadCell.texts(\(expression))"
        }
    }
}
