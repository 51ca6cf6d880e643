import GraphQLLanguage
import GraphQLSchema

/// Literals as values of an input type (GraphQL §3.5–§3.12, §6.4.1), their variables left open.
struct LiteralCoercion {
    let schema: Schema
    let scalars: ScalarCoercions
    /// The operation's variables; none for literals that must be constant.
    var variables = VariableScope.none
    /// Where errors are located; nil leaves locations out.
    var source: Source?

    /// Coerces a literal without variables.
    func constant(_ literal: Value, as type: TypeReference) throws(GraphQLError) -> JSONValue {
        try expression(literal, as: type)?.value(.none) ?? .null
    }

    /// Coerces a literal; nil where it is a variable that is known to be absent.
    func expression(_ literal: Value, as type: TypeReference) throws(GraphQLError) -> ArgumentExpression? {
        switch literal.kind {
        case .variable(let name): return try variable(name, as: type, at: literal)
        case .null:
            if type.isNonNull { throw unexpected(type, literal) }
            return .constant(.null)
        default: break
        }
        if let itemType = type.listItem {
            guard case .list(let items) = literal.kind else { return try list([literal], of: itemType) }
            return try list(items, of: itemType)
        }
        switch schema.type(named: type.namedType) {
        case .scalar(let scalar): return .constant(try self.scalar(literal, scalar.name))
        case .enumeration(let enumeration):
            guard let name = literal.enumName, enumeration.value(named: name) != nil else {
                throw unexpected(type, literal)
            }
            return .constant(.string(name))
        case .input(let input): return try inputObject(literal, input)
        default: throw unexpected(type, literal)
        }
    }

    private func variable(
        _ name: String,
        as type: TypeReference,
        at literal: Value
    ) throws(GraphQLError) -> ArgumentExpression? {
        guard let position = variables.position(of: name) else {
            throw error("Variable \"$\(name)\" is not defined.", at: literal)
        }
        switch variables.state(at: position) {
        case .absent: return nil
        case .null where type.isNonNull:
            throw error("Expected value of non-null type \"\(type)\" not to be null.", at: literal)
        default: return .variable(position)
        }
    }

    private func list(_ items: [Value], of itemType: TypeReference) throws(GraphQLError) -> ArgumentExpression {
        var expressions: [ArgumentExpression] = []
        expressions.reserveCapacity(items.count)
        for item in items { expressions.append(try expression(item, as: itemType) ?? .constant(.null)) }
        let constants = expressions.compactMap(\.constant)
        return constants.count == expressions.count ? .constant(.array(constants)) : .list(expressions)
    }

    private func inputObject(_ literal: Value, _ type: InputObjectType) throws(GraphQLError) -> ArgumentExpression {
        guard case .object(let given) = literal.kind else {
            throw error("Expected value of type \"\(type.name)\", found \(literal.summary).", at: literal)
        }
        var members: [CollectedArgument] = []
        for field in type.fields {
            if let value = given.last(where: { $0.name.text == field.name })?.value,
                let expression = try expression(value, as: field.type)
            {
                members.append(CollectedArgument(name: field.name, value: expression))
            } else if let literal = field.defaultValue {
                let constant = try constant(literal, as: field.type)
                members.append(CollectedArgument(name: field.name, value: .constant(constant)))
            } else if field.type.isNonNull {
                throw error(
                    "Field \"\(type.name).\(field.name)\" of required type \"\(field.type)\" was not provided.",
                    at: literal
                )
            }
        }
        for field in given where type.field(named: field.name.text) == nil {
            throw error("Field \"\(field.name.text)\" is not defined by type \"\(type.name)\".", at: field.value)
        }
        if type.isOneOf, members.count != 1 {
            throw error("OneOf Input Object \"\(type.name)\" must specify exactly one key.", at: literal)
        }
        let constants = members.compactMap { member in
            member.value.constant.map { JSONValue.Member(member.name, $0) }
        }
        return constants.count == members.count ? .constant(.object(constants)) : .object(members)
    }

    private func scalar(_ literal: Value, _ name: String) throws(GraphQLError) -> JSONValue {
        // Only an ID literal may be written as another kind of token than its value's (GraphQL §3.5.5).
        if ScalarCoercions.isBuiltIn(name), literal.enumName != nil { throw unexpectedScalar(name, literal) }
        if name == "ID", case .float = literal.kind { throw unexpectedScalar(name, literal) }
        if name == "Int", case .float = literal.kind {
            throw error("Int cannot represent non-integer value: \(literal.summary)", at: literal)
        }
        do throws(ScalarRejection) {
            return try scalars[name](try untyped(literal))
        } catch {
            let reason =
                ScalarCoercions.isBuiltIn(name)
                ? "\(error.reason): \(literal.summary)"
                : "Expected value of type \"\(name)\", found \(literal.summary); \(error.reason)"
            throw self.error(reason, at: literal)
        }
    }

    /// The value that a literal denotes by itself.
    private func untyped(_ literal: Value) throws(ScalarRejection) -> JSONValue {
        switch literal.kind {
        case .variable(let name): throw ScalarRejection("The variable \"$\(name)\" cannot be used inside this scalar")
        case .int(let digits):
            if let integer = Int(digits) { return .integer(integer) }
            return .double(Double(digits) ?? .infinity)
        case .float(let digits): return .double(Double(digits) ?? .infinity)
        case .string(let text, _): return .string(text)
        case .boolean(let value): return .boolean(value)
        case .null: return .null
        case .enumeration(let name): return .string(name)
        case .list(let items):
            var values: [JSONValue] = []
            for item in items { values.append(try untyped(item)) }
            return .array(values)
        case .object(let fields):
            var members: [JSONValue.Member] = []
            for field in fields { members.append(.init(field.name.text, try untyped(field.value))) }
            return .object(members)
        }
    }

    private func unexpected(_ type: TypeReference, _ literal: Value) -> GraphQLError {
        error("Expected value of type \"\(type)\", found \(literal.summary).", at: literal)
    }

    private func unexpectedScalar(_ name: String, _ literal: Value) -> GraphQLError {
        error("\(name) cannot represent value: \(literal.summary)", at: literal)
    }

    func error(_ message: String, at literal: Value) -> GraphQLError {
        GraphQLError(
            message,
            locations: source.map { [$0.location(at: literal.offset)] } ?? [],
            code: "BAD_USER_INPUT"
        )
    }
}

extension ArgumentExpression {
    var constant: JSONValue? {
        if case .constant(let value) = self { value } else { nil }
    }
}

extension Value {
    /// The literal as error messages show it; lists and objects abridged.
    fileprivate var summary: String {
        switch kind {
        case .variable(let name): return "$\(name)"
        case .int(let digits), .float(let digits): return digits
        case .boolean(let value): return value ? "true" : "false"
        case .null: return "null"
        case .enumeration(let name): return name
        case .string(let text, _): return JSONValue.string(text).inspected
        case .list(let items): return items.isEmpty ? "[]" : "[…]"
        case .object(let fields): return fields.isEmpty ? "{}" : "{…}"
        }
    }
}
