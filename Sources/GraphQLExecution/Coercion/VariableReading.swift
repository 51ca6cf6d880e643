import GraphQLLanguage
import GraphQLSchema

/// The reading of an operation's variables: where it stands in a value, and the faults found.
struct VariableReading {
    /// More faults of one request than these are not listed.
    private static let maxErrors = 50

    private let coercion: VariableCoercion
    private let source: Source
    /// The variable that is read, without its dollar sign, and where it is defined.
    private var name = ""
    private var offset = 0
    private var path: [GraphQLError.PathSegment] = []
    /// All faults, each at its variable's definition.
    private(set) var errors: [GraphQLError] = []

    init(by coercion: VariableCoercion, in source: Source) {
        self.coercion = coercion
        self.source = source
    }

    /// Whether messages do not repeat the variable's value; asked for only where there is one.
    private var hidesValues: Bool { coercion.hidesValue(of: name) }

    private var isFull: Bool { errors.count > Self.maxErrors }

    /// The variable's value, nil where it is absent or faulty.
    mutating func variable(_ definition: VariableDefinition, given value: JSONValue?) -> JSONValue? {
        name = definition.name.text
        offset = definition.offset
        if let value {
            guard isInput(definition.type) else { return nil }
            return self.value(value, as: definition.type)
        }
        if let literal = definition.defaultValue {
            do throws(LiteralCoercion.Fault) {
                return try coercion.literals(hidesValues: hidesValues).constant(literal, as: definition.type)
            } catch {
                report("has invalid default value\(error.path.inInputValue): \(error.message)")
            }
        } else if definition.type.isNonNull {
            reject(InputFault.missing(definition.type))
        }
        return nil
    }

    private mutating func isInput(_ type: TypeReference) -> Bool {
        let name = type.namedType
        if BuiltInScalar(rawValue: name) != nil || coercion.schema.type(named: name)?.isInput == true { return true }
        report("expected value of type \"\(type)\" which cannot be used as an input type.", at: type.offset)
        return false
    }

    private mutating func value(_ value: JSONValue, as type: TypeReference) -> JSONValue {
        guard !isFull else { return .null }
        switch type {
        case .nonNull(let inner):
            if case .null = value {
                reject(InputFault.null(type))
                return .null
            }
            return self.value(value, as: inner)
        case .list(let itemType, _):
            if case .null = value { return .null }
            return list(value, of: itemType)
        case .named(let name):
            if case .null = value { return .null }
            return named(value, as: name.text)
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

    private mutating func named(_ value: JSONValue, as name: String) -> JSONValue {
        if let scalar = BuiltInScalar(rawValue: name) { return builtIn(value, scalar) }
        switch coercion.schema.type(named: name) {
        case .scalar: return custom(value, name)
        case .enumeration(let enumeration): return self.enumeration(value, enumeration)
        case .input(let input): return inputObject(value, input)
        case .object, .interface, .union, nil: return .null
        }
    }

    private mutating func builtIn(_ value: JSONValue, _ scalar: BuiltInScalar) -> JSONValue {
        do throws(ScalarRejection) {
            return try scalar.coerce(value)
        } catch {
            reject(InputFault.builtInScalar(error, found: shown(value)))
            return .null
        }
    }

    private mutating func custom(_ value: JSONValue, _ scalar: String) -> JSONValue {
        guard let coerce = coercion.scalars[scalar] else { return value }
        do throws(ScalarRejection) {
            return try coerce(value)
        } catch {
            reject(InputFault.customScalar(scalar, error, found: shown(value)))
            return .null
        }
    }

    private mutating func enumeration(_ value: JSONValue, _ type: EnumType) -> JSONValue {
        if case .string(let name) = value {
            guard type.value(named: name) == nil else { return value }
            let hint = InputFault.suggestion(for: name, of: type, hides: coercion.hidesSuggestions)
            reject(InputFault.unknownEnumValue(hidesValues ? nil : name, of: type, hint: hint))
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
            guard !isFull else { break }
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
            return try coercion.literals(hidesValues: hidesValues).defaultValue(of: field, in: type)
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
    private func shown(_ value: JSONValue) -> String? { hidesValues ? nil : value.inspected }

    private mutating func reject(_ reason: String) { report("has invalid value\(path.inInputValue): \(reason)") }

    private mutating func report(_ fault: String, at offset: Int? = nil) {
        guard !isFull else { return }
        guard errors.count < Self.maxErrors else {
            errors.append(
                GraphQLError(
                    "Too many errors processing variables, error limit reached. Execution aborted.",
                    code: "BAD_USER_INPUT"
                )
            )
            return
        }
        errors.append(
            GraphQLError(
                "Variable \"$\(name)\" \(fault)",
                locations: [source.location(at: offset ?? self.offset)],
                code: "BAD_USER_INPUT"
            )
        )
    }
}
