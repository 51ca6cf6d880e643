package import GraphQLLanguage
package import GraphQLSchema

/// CoerceVariableValues (GraphQL §6.1.2): a request's variables as values of their declared types.
package struct VariableCoercion: Sendable {
    private let schema: Schema
    private let scalars: ScalarCoercions
    private let hidesValues: Bool
    private let hidesSuggestions: Bool

    /// With `hidesValues` no message repeats a value: for variables that carry personal data.
    package init(
        schema: Schema,
        scalars: ScalarCoercions = ScalarCoercions(),
        hidesValues: Bool = false,
        hidesSuggestions: Bool = false
    ) {
        self.schema = schema
        self.scalars = scalars
        self.hidesValues = hidesValues
        self.hidesSuggestions = hidesSuggestions
    }

    /// More faults of one request than these are not listed.
    private static let maxErrors = 50

    /// Coerces all variables and reports all faults together.
    ///
    /// Variables that the operation does not define are ignored.
    package func coerce(
        _ variables: JSONValue?,
        for definitions: [VariableDefinition],
        in source: Source
    ) throws(RequestFailure) -> CoercedVariables {
        guard !definitions.isEmpty else { return .none }
        var values: [JSONValue?] = []
        values.reserveCapacity(definitions.count)
        var errors: [GraphQLError] = []
        for definition in definitions {
            var reading = Reading(coercion: self)
            values.append(reading.variable(definition, given: variables?[definition.name.text]))
            guard !reading.messages.isEmpty else { continue }
            let location = source.location(at: definition.offset)
            errors += reading.messages.map { GraphQLError($0, locations: [location], code: "BAD_USER_INPUT") }
            guard errors.count <= Self.maxErrors else {
                errors.removeLast(errors.count - Self.maxErrors)
                errors.append(
                    GraphQLError(
                        "Too many errors processing variables, error limit reached. Execution aborted.",
                        code: "BAD_USER_INPUT"
                    )
                )
                break
            }
        }
        guard errors.isEmpty else { throw RequestFailure(errors: errors) }
        return CoercedVariables(values: values)
    }
}

extension VariableCoercion {
    /// The reading of one variable: where it stands in the value, and the faults found.
    private struct Reading {
        let coercion: VariableCoercion
        var name = ""
        var path: [GraphQLError.PathSegment] = []
        var messages: [String] = []

        init(coercion: VariableCoercion) { self.coercion = coercion }

        private var isFull: Bool { messages.count > VariableCoercion.maxErrors }

        mutating func variable(_ definition: VariableDefinition, given value: JSONValue?) -> JSONValue? {
            name = definition.name.text
            guard let value else {
                if let literal = definition.defaultValue {
                    do throws(GraphQLError) {
                        return try LiteralCoercion(schema: coercion.schema, scalars: coercion.scalars)
                            .constant(literal, as: definition.type)
                    } catch {
                        messages.append("Variable \"$\(name)\" has invalid default value; \(error.message)")
                        return nil
                    }
                }
                if definition.type.isNonNull {
                    messages.append("Variable \"$\(name)\" of required type \"\(definition.type)\" was not provided.")
                }
                return nil
            }
            if value == .null, definition.type.isNonNull {
                messages.append("Variable \"$\(name)\" of non-null type \"\(definition.type)\" must not be null.")
                return nil
            }
            return self.value(value, as: definition.type)
        }

        private mutating func value(_ value: JSONValue, as type: TypeReference) -> JSONValue {
            guard !isFull else { return .null }
            if case .null = value {
                if type.isNonNull { reject(value, "Expected non-nullable type \"\(type)\" not to be null.") }
                return .null
            }
            if let itemType = type.listItem {
                // A value that is no list is a list of one (GraphQL §3.11).
                guard case .array(let items) = value else { return .array([self.value(value, as: itemType)]) }
                var coerced: [JSONValue] = []
                coerced.reserveCapacity(items.count)
                for (index, item) in items.enumerated() {
                    path.append(.index(index))
                    coerced.append(self.value(item, as: itemType))
                    path.removeLast()
                }
                return .array(coerced)
            }
            switch coercion.schema.type(named: type.namedType) {
            case .scalar(let scalar): return self.scalar(value, scalar.name)
            case .enumeration(let enumeration): return self.enumeration(value, enumeration)
            case .input(let input): return self.inputObject(value, input)
            default:
                messages.append(
                    "Variable \"$\(name)\" expected value of type \"\(type)\" which cannot be used as an input type."
                )
                return .null
            }
        }

        private mutating func scalar(_ value: JSONValue, _ scalar: String) -> JSONValue {
            do throws(ScalarRejection) {
                return try coercion.scalars[scalar](value)
            } catch {
                if ScalarCoercions.isBuiltIn(scalar) {
                    reject(value, coercion.hidesValues ? "\(error.reason)." : "\(error.reason): \(value.inspected)")
                } else {
                    reject(value, "Expected type \"\(scalar)\". \(error.reason)")
                }
                return .null
            }
        }

        private mutating func enumeration(_ value: JSONValue, _ type: EnumType) -> JSONValue {
            guard case .string(let name) = value else {
                let shown = coercion.hidesValues ? "." : ": \(value.inspected)."
                reject(value, "Enum \"\(type.name)\" cannot represent non-string value\(shown)")
                return .null
            }
            guard type.value(named: name) == nil else { return value }
            let shown = coercion.hidesValues ? "The value" : "Value \"\(name)\""
            let hint = suggestion(for: name, among: type.values.map(\.name), kind: "the enum value")
            reject(value, "\(shown) does not exist in \"\(type.name)\" enum.\(hint)")
            return .null
        }

        private mutating func inputObject(_ value: JSONValue, _ type: InputObjectType) -> JSONValue {
            guard case .object(let given) = value else {
                reject(value, "Expected type \"\(type.name)\" to be an object.")
                return .null
            }
            var members: [JSONValue.Member] = []
            members.reserveCapacity(type.fields.count)
            for field in type.fields {
                guard let fieldValue = given.last(where: { $0.name == field.name })?.value else {
                    missing(field, of: type, in: value, into: &members)
                    continue
                }
                path.append(.field(field.name))
                members.append(.init(field.name, self.value(fieldValue, as: field.type)))
                path.removeLast()
            }
            for member in given where type.field(named: member.name) == nil {
                let hint = suggestion(for: member.name, among: type.fields.map(\.name), kind: "")
                reject(value, "Field \"\(member.name)\" is not defined by type \"\(type.name)\".\(hint)")
            }
            if type.isOneOf { checkOneOf(members, value, type) }
            return .object(members)
        }

        private mutating func missing(
            _ field: SchemaInputValue,
            of type: InputObjectType,
            in value: JSONValue,
            into members: inout [JSONValue.Member]
        ) {
            if let literal = field.defaultValue {
                do throws(GraphQLError) {
                    let constant = try LiteralCoercion(schema: coercion.schema, scalars: coercion.scalars)
                        .constant(literal, as: field.type)
                    members.append(.init(field.name, constant))
                } catch {
                    reject(value, "Field \"\(type.name).\(field.name)\" has invalid default value; \(error.message)")
                }
            } else if field.type.isNonNull {
                reject(value, "Field \"\(field.name)\" of required type \"\(field.type)\" was not provided.")
            }
        }

        /// Input Coercion of a OneOf Input Object (GraphQL §3.10.1).
        private mutating func checkOneOf(_ members: [JSONValue.Member], _ value: JSONValue, _ type: InputObjectType) {
            guard members.count == 1, let member = members.first else {
                reject(value, "Exactly one key must be specified for OneOf type \"\(type.name)\".")
                return
            }
            guard case .object(let given) = value, given.last(where: { $0.name == member.name })?.value == .null else {
                return
            }
            path.append(.field(member.name))
            reject(.null, "Field \"\(member.name)\" must be non-null.")
            path.removeLast()
        }

        private func suggestion(for name: String, among names: [String], kind: String) -> String {
            coercion.hidesSuggestions ? "" : Suggestions.didYouMean(name, among: names, kind: kind)
        }

        private mutating func reject(_ value: JSONValue, _ reason: String) {
            let shown = coercion.hidesValues ? "an invalid value" : "invalid value \(value.inspected)"
            var position = ""
            for segment in path {
                switch segment {
                case .field(let name): position += ".\(name)"
                case .index(let index): position += "[\(index)]"
                }
            }
            if !position.isEmpty { position = " at \"\(name)\(position)\"" }
            messages.append("Variable \"$\(name)\" got \(shown)\(position); \(reason)")
        }
    }
}
