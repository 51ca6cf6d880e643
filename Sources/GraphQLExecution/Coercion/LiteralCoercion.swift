import GraphQLLanguage
import GraphQLSchema

/// Literals as values of an input type (GraphQL §3.5–§3.12, §6.4.1), their variables left open.
struct LiteralCoercion {
    /// What is wrong with a literal, and where.
    struct Fault: Error, Hashable {
        let message: String
        /// From the argument or default to the faulty part.
        var path: [GraphQLError.PathSegment] = []
        /// Byte offset of the literal to point at.
        let offset: Int

        init(_ message: String, at literal: Value) {
            self.message = message
            offset = literal.offset
        }

        fileprivate func under(_ segment: GraphQLError.PathSegment) -> Fault {
            var fault = self
            fault.path.insert(segment, at: 0)
            return fault
        }
    }

    let schema: Schema
    let scalars: ScalarCoercions
    /// The operation's variables; none for literals that must be constant.
    var variables = VariableScope.none
    /// No message repeats a literal: it may be personal data.
    let hidesValues: Bool
    let hidesSuggestions: Bool
    /// The input fields whose defaults are being applied, outermost first: `Filter.nested`.
    private var openDefaults: [String] = []

    init(
        schema: Schema,
        scalars: ScalarCoercions,
        variables: VariableScope = .none,
        hidesValues: Bool = false,
        hidesSuggestions: Bool = false
    ) {
        self.schema = schema
        self.scalars = scalars
        self.variables = variables
        self.hidesValues = hidesValues
        self.hidesSuggestions = hidesSuggestions
    }

    /// Coerces a literal without variables.
    func constant(_ literal: Value, as type: TypeReference) throws(Fault) -> JSONValue {
        try expression(literal, as: type)?.value(.none) ?? .null
    }

    /// Coerces a literal; nil where it is a variable that is known to be absent.
    func expression(_ literal: Value, as type: TypeReference) throws(Fault) -> ArgumentExpression? {
        switch literal.kind {
        case .variable(let name): return try variable(name, as: type, at: literal)
        case .null:
            if type.isNonNull { throw Fault(InputFault.null(type), at: literal) }
            return .constant(.null)
        default: break
        }
        if let itemType = type.listItem {
            // A literal that is no list is a list of one (GraphQL §3.11).
            guard case .list(let items) = literal.kind else {
                return .folding([try expression(literal, as: itemType) ?? .constant(.null)])
            }
            return try list(items, of: itemType)
        }
        switch schema.type(named: type.namedType) {
        case .scalar(let scalar): return try self.scalar(literal, scalar.name)
        case .enumeration(let enumeration): return .constant(.string(try enumValue(literal, enumeration)))
        case .input(let input): return try inputObject(literal, input)
        default: throw Fault(InputFault.noInput(type, found: shown(literal)), at: literal)
        }
    }

    /// The literal as messages show it, nil where they do not.
    private func shown(_ literal: Value) -> String? { hidesValues ? nil : literal.printedForError }

    /// The value of an input field that is not given, nil where it has no default.
    ///
    /// A default that needs itself is refused, should the schema hold one.
    func defaultValue(of field: SchemaInputValue, in type: InputObjectType) throws(Fault) -> JSONValue? {
        guard let literal = field.defaultValue else { return nil }
        let coordinate = "\(type.name).\(field.name)"
        guard !openDefaults.contains(coordinate) else {
            throw Fault("The default value of input field \"\(coordinate)\" refers to itself.", at: literal)
        }
        var inner = LiteralCoercion(
            schema: schema,
            scalars: scalars,
            hidesValues: hidesValues,
            hidesSuggestions: hidesSuggestions
        )
        inner.openDefaults = openDefaults + [coordinate]
        return try inner.constant(literal, as: field.type)
    }

    private func variable(
        _ name: String,
        as type: TypeReference,
        at literal: Value
    ) throws(Fault) -> ArgumentExpression? {
        let position = variables.position(of: name)
        switch position.map({ variables.state(at: $0) }) ?? .absent {
        case .absent where type.isNonNull:
            throw Fault(
                "Expected variable \"$\(name)\" provided to type \"\(type)\" to provide a runtime value.",
                at: literal
            )
        case .null where type.isNonNull:
            throw Fault(
                "Expected variable \"$\(name)\" provided to non-null type \"\(type)\" not to be null.",
                at: literal
            )
        case .absent: return nil
        default: return position.map(ArgumentExpression.variable)
        }
    }

    private func list(_ items: [Value], of itemType: TypeReference) throws(Fault) -> ArgumentExpression {
        var expressions: [ArgumentExpression] = []
        expressions.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            do throws(Fault) {
                // An absent variable is null in a list (GraphQL §3.11).
                expressions.append(try expression(item, as: itemType) ?? .constant(.null))
            } catch {
                throw error.under(.index(index))
            }
        }
        return .folding(expressions)
    }

    private func enumValue(_ literal: Value, _ type: EnumType) throws(Fault) -> String {
        if let name = literal.enumName, type.value(named: name) != nil { return name }
        let hint = InputFault.suggestion(for: literal.printedForError, of: type, hides: hidesSuggestions)
        throw Fault(
            literal.enumName == nil
                ? InputFault.noEnumValue("non-enum", of: type, hint: hint, found: shown(literal))
                : InputFault.unknownEnumValue(shown(literal), of: type, hint: hint),
            at: literal
        )
    }
}

extension LiteralCoercion {
    /// Input coercion of input objects (GraphQL §3.10).
    private func inputObject(_ literal: Value, _ type: InputObjectType) throws(Fault) -> ArgumentExpression {
        guard case .object(let given) = literal.kind else {
            throw Fault(InputFault.noObject(type, found: shown(literal)), at: literal)
        }
        var members: [CollectedArgument] = []
        members.reserveCapacity(type.fields.count)
        for field in type.fields {
            if let value = given.last(where: { $0.name.text == field.name })?.value {
                if type.isOneOf { try checkOneOf(value, field, of: type, in: literal) }
                do throws(Fault) {
                    if let expression = try self.field(value, field) {
                        members.append(CollectedArgument(name: field.name, value: expression))
                        continue
                    }
                } catch {
                    throw error.under(.field(field.name))
                }
            } else if field.isRequired {
                throw Fault(InputFault.missingField(field, of: type, found: shown(literal)), at: literal)
            }
            if let value = try defaultValue(of: field, in: type) {
                members.append(CollectedArgument(name: field.name, value: .constant(value)))
            }
        }
        for field in given where type.field(named: field.name.text) == nil {
            let message = InputFault.unknownField(
                field.name.text,
                of: type,
                hidesSuggestions: hidesSuggestions,
                found: shown(literal)
            )
            throw Fault(message, at: Value(.null, offset: field.name.offset))
        }
        if type.isOneOf { try checkOneOf(given, of: type, in: literal) }
        return .folding(members)
    }

    /// A given field's value; nil where it is an absent variable and the field may be left out.
    private func field(_ value: Value, _ field: SchemaInputValue) throws(Fault) -> ArgumentExpression? {
        if case .variable(let name) = value.kind, !field.isRequired, variables.isAbsent(name) { return nil }
        return try expression(value, as: field.type)
    }

    /// A variable in a OneOf Input Object needs a value (GraphQL §3.10.1).
    private func checkOneOf(
        _ value: Value,
        _ field: SchemaInputValue,
        of type: InputObjectType,
        in literal: Value
    ) throws(Fault) {
        guard case .variable(let name) = value.kind else { return }
        let subject =
            "Expected variable \"$\(name)\" provided to field \"\(field.name)\" for OneOf Input Object type "
            + "\"\(type.name)\""
        if variables.isAbsent(name) { throw Fault("\(subject) to provide a runtime value.", at: literal) }
        if variables.isNull(name) { throw Fault("\(subject) not to be null.", at: literal) }
    }

    private func checkOneOf(
        _ given: [ObjectField],
        of type: InputObjectType,
        in literal: Value
    ) throws(Fault) {
        let fault = Fault(InputFault.notOneOf(type), at: literal)
        guard given.count == 1 else { throw fault }
        if case .null = given[0].value.kind { throw fault.under(.field(given[0].name.text)) }
    }
}

extension LiteralCoercion {
    /// Input coercion of scalars (GraphQL §3.5).
    private func scalar(_ literal: Value, _ name: String) throws(Fault) -> ArgumentExpression {
        if let builtIn = BuiltInScalar(rawValue: name) {
            do throws(ScalarRejection) {
                return .constant(try builtIn.coerce(literal: literal))
            } catch {
                throw Fault(InputFault.builtInScalar(error, found: shown(literal)), at: literal)
            }
        }
        let expression = untyped(literal)
        guard let coerce = scalars[name] else { return expression }
        do throws(ScalarRejection) {
            guard let value = expression.constant else {
                throw ScalarRejection("\(name) cannot represent a value that contains variables")
            }
            return .constant(try coerce(value))
        } catch {
            throw Fault(InputFault.customScalar(name, error, found: shown(literal)), at: literal)
        }
    }

    /// The value that a literal denotes by itself, its variables left open.
    private func untyped(_ literal: Value) -> ArgumentExpression {
        switch literal.kind {
        case .variable(let name):
            if let position = variables.position(of: name) { .variable(position) } else { .constant(.null) }
        case .int(let digits): .constant(Int(digits).map(JSONValue.integer) ?? .bigInteger(digits))
        case .float(let digits): .constant(.double(Double(digits) ?? .infinity))
        case .string(let text, _): .constant(.string(text))
        case .boolean(let value): .constant(.boolean(value))
        case .null: .constant(.null)
        case .enumeration(let name): .constant(.string(name))
        case .list(let items): .folding(items.map(untyped))
        case .object(let fields):
            .folding(fields.map { CollectedArgument(name: $0.name.text, value: untyped($0.value)) })
        }
    }
}

extension ArgumentExpression {
    /// The value of a constant, nil where variables are open.
    fileprivate var constant: JSONValue? {
        if case .constant(let value) = self { value } else { nil }
    }

    /// A list, constant if all its items are.
    fileprivate static func folding(_ items: [ArgumentExpression]) -> ArgumentExpression {
        let constants = items.compactMap(\.constant)
        return constants.count == items.count ? .constant(.array(constants)) : .list(items)
    }

    /// An object, constant if all its members are.
    fileprivate static func folding(_ members: [CollectedArgument]) -> ArgumentExpression {
        let constants = members.compactMap { member in
            member.value.constant.map { JSONValue.Member(member.name, $0) }
        }
        return constants.count == members.count ? .constant(.object(constants)) : .object(members)
    }
}

extension VariableScope {
    /// Whether a variable is known to be absent.
    func isAbsent(_ name: String) -> Bool {
        position(of: name).map { state(at: $0) == .absent } ?? true
    }

    /// Whether a variable is known to be null.
    func isNull(_ name: String) -> Bool {
        position(of: name).map { state(at: $0) == .null } ?? false
    }
}
