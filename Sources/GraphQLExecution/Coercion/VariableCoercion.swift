package import GraphQLLanguage
package import GraphQLSchema

/// CoerceVariableValues (GraphQL §6.1.2): a request's variables as values of their declared types.
package struct VariableCoercion: Sendable {
    private let schema: Schema
    private let scalars: ScalarCoercions
    private let hidesValues: Bool
    private let hidesSuggestions: Bool
    private let literals: LiteralCoercion

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
        literals = LiteralCoercion(schema: schema, scalars: scalars, hidesSuggestions: hidesSuggestions)
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
            let (value, faults) = coerce(variables?[definition.name.text], for: definition, in: source)
            values.append(value)
            errors += faults
            guard errors.count <= Self.maxErrors else {
                errors.removeLast(errors.count - Self.maxErrors)
                errors.append(
                    Self.error("Too many errors processing variables, error limit reached. Execution aborted.")
                )
                break
            }
        }
        guard errors.isEmpty else { throw RequestFailure(errors: errors) }
        return CoercedVariables(values: values)
    }

    private func coerce(
        _ value: JSONValue?,
        for definition: VariableDefinition,
        in source: Source
    ) -> (value: JSONValue?, faults: [GraphQLError]) {
        guard schema.type(named: definition.type.namedType)?.isInput == true else {
            let message =
                "Variable \"$\(definition.name.text)\" expected value of type \"\(definition.type)\" "
                + "which cannot be used as an input type."
            return (nil, [Self.error(message, at: source.location(at: definition.type.offset))])
        }
        var reading = Reading(coercion: self)
        let value = reading.variable(definition, given: value)
        guard !reading.messages.isEmpty else { return (value, []) }
        let location = source.location(at: definition.offset)
        return (nil, reading.messages.map { Self.error($0, at: location) })
    }

    private static func error(_ message: String, at location: SourceLocation? = nil) -> GraphQLError {
        GraphQLError(message, locations: location.map { [$0] } ?? [], code: "BAD_USER_INPUT")
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

        /// The variable's value, nil where it is absent or faulty.
        mutating func variable(_ definition: VariableDefinition, given value: JSONValue?) -> JSONValue? {
            name = definition.name.text
            if let value { return self.value(value, as: definition.type) }
            if let literal = definition.defaultValue {
                do throws(LiteralCoercion.Fault) {
                    return try coercion.literals.constant(literal, as: definition.type)
                } catch {
                    messages.append(
                        "Variable \"$\(name)\" has invalid default value\(error.path.inInputValue): \(error.message)"
                    )
                    return nil
                }
            }
            if definition.type.isNonNull { reject(InputFault.missing(definition.type)) }
            return nil
        }

        private mutating func value(_ value: JSONValue, as type: TypeReference) -> JSONValue {
            guard !isFull else { return .null }
            if case .null = value {
                if type.isNonNull { reject(InputFault.null(type)) }
                return .null
            }
            if let itemType = type.listItem { return list(value, of: itemType) }
            switch coercion.schema.type(named: type.namedType) {
            case .scalar(let scalar): return self.scalar(value, scalar.name)
            case .enumeration(let enumeration): return self.enumeration(value, enumeration)
            case .input(let input): return inputObject(value, input)
            case .object, .interface, .union, nil: return .null
            }
        }

        private mutating func list(_ value: JSONValue, of itemType: TypeReference) -> JSONValue {
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

        private mutating func scalar(_ value: JSONValue, _ scalar: String) -> JSONValue {
            let builtIn = BuiltInScalar(rawValue: scalar)
            do throws(ScalarRejection) {
                if let builtIn { return try builtIn.coerce(value) }
                guard let coerce = coercion.scalars[scalar] else { return value }
                return try coerce(value)
            } catch {
                reject(
                    builtIn == nil
                        ? InputFault.customScalar(scalar, error, found: shown(value))
                        : InputFault.builtInScalar(error, found: shown(value))
                )
                return .null
            }
        }

        private mutating func enumeration(_ value: JSONValue, _ type: EnumType) -> JSONValue {
            if case .string(let name) = value {
                guard type.value(named: name) == nil else { return value }
                let hint = InputFault.suggestion(for: name, of: type, hides: coercion.hidesSuggestions)
                reject(InputFault.unknownEnumValue(coercion.hidesValues ? nil : name, of: type, hint: hint))
            } else {
                let hint = InputFault.suggestion(for: value.inspected, of: type, hides: coercion.hidesSuggestions)
                reject(InputFault.noEnumValue("non-string", of: type, hint: hint, found: shown(value)))
            }
            return .null
        }

        /// Input coercion of input objects (GraphQL §3.10).
        private mutating func inputObject(_ value: JSONValue, _ type: InputObjectType) -> JSONValue {
            guard case .object(let given) = value else {
                reject(InputFault.noObject(type, found: shown(value)))
                return .null
            }
            var members: [JSONValue.Member] = []
            members.reserveCapacity(type.fields.count)
            for field in type.fields {
                if let fieldValue = value[field.name] {
                    path.append(.field(field.name))
                    members.append(.init(field.name, self.value(fieldValue, as: field.type)))
                    path.removeLast()
                } else if field.isRequired {
                    reject(InputFault.missingField(field, of: type, found: shown(value)))
                } else if let constant = defaultValue(of: field, in: type) {
                    members.append(.init(field.name, constant))
                }
            }
            for member in given where type.field(named: member.name) == nil {
                reject(
                    InputFault.unknownField(
                        member.name,
                        of: type,
                        hidesSuggestions: coercion.hidesSuggestions,
                        found: shown(value)
                    )
                )
            }
            if type.isOneOf { checkOneOf(given.filter { type.field(named: $0.name) != nil }, of: type) }
            return .object(members)
        }

        private mutating func defaultValue(of field: SchemaInputValue, in type: InputObjectType) -> JSONValue? {
            do throws(LiteralCoercion.Fault) {
                return try coercion.literals.defaultValue(of: field, in: type)
            } catch {
                path.append(.field(field.name))
                reject(error.message)
                path.removeLast()
                return nil
            }
        }

        /// Input coercion of OneOf Input Objects (GraphQL §3.10.1).
        private mutating func checkOneOf(_ known: [JSONValue.Member], of type: InputObjectType) {
            if known.count != 1 { reject(InputFault.notOneOf(type)) }
            guard let first = known.first, first.value == .null else { return }
            path.append(.field(first.name))
            reject(InputFault.notOneOf(type))
            path.removeLast()
        }

        /// The value as messages show it, nil where they do not.
        private func shown(_ value: JSONValue) -> String? { coercion.hidesValues ? nil : value.inspected }

        private mutating func reject(_ reason: String) {
            messages.append("Variable \"$\(name)\" has invalid value\(path.inInputValue): \(reason)")
        }
    }
}
