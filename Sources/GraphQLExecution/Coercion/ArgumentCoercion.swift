import GraphQLLanguage
import GraphQLSchema

/// CoerceArgumentValues (GraphQL §6.4.1) as far as it can be done when planning.
struct ArgumentCoercion {
    private let literals: LiteralCoercion
    private let source: Source

    init(
        schema: Schema,
        scalars: ScalarCoercions,
        variables: VariableScope,
        source: Source,
        hidesValues: Bool = false,
        hidesSuggestions: Bool = false
    ) {
        literals = LiteralCoercion(
            schema: schema,
            scalars: scalars,
            variables: variables,
            hidesValues: hidesValues,
            hidesSuggestions: hidesSuggestions
        )
        self.source = source
    }

    /// Coerces the arguments of a field or directive that is written at `offset`, in order of their definitions.
    ///
    /// `owner` is its coordinate, for messages: `Query.letter`, `@skip`.
    func coerce(
        _ given: [Argument],
        by definitions: [SchemaInputValue],
        of owner: @autoclosure () -> String,
        at offset: Int
    ) throws(GraphQLError) -> [CollectedArgument] {
        var arguments: [CollectedArgument] = []
        arguments.reserveCapacity(definitions.count)
        for definition in definitions {
            let argument = given.first { $0.name.text == definition.name }
            if let value = try value(argument, definition, owner, offset) {
                arguments.append(CollectedArgument(name: definition.name, value: value))
            }
        }
        return arguments
    }

    private func value(
        _ argument: Argument?,
        _ definition: SchemaInputValue,
        _ owner: () -> String,
        _ offset: Int
    ) throws(GraphQLError) -> ArgumentExpression? {
        // Written in full only where something is wrong with it.
        var name: String { "Argument \"\(owner())(\(definition.name):)\"" }
        if let argument, !isLeftOut(argument, definition) {
            do throws(LiteralCoercion.Fault) {
                return try literals.expression(argument.value, as: definition.type)
            } catch {
                throw fault("\(name) has invalid value\(error.path.inInputValue): \(error.message)", at: error.offset)
            }
        }
        guard let literal = definition.defaultValue else {
            guard definition.type.isNonNull else { return nil }
            throw fault("\(name) of required type \"\(definition.type)\" was not provided.", at: offset)
        }
        do throws(LiteralCoercion.Fault) {
            return .constant(try literals.constant(literal, as: definition.type))
        } catch {
            throw fault("\(name) has invalid default value\(error.path.inInputValue): \(error.message)", at: offset)
        }
    }

    /// Whether an argument is a variable without a value, where it may be left out.
    private func isLeftOut(_ argument: Argument, _ definition: SchemaInputValue) -> Bool {
        guard case .variable(let name) = argument.value.kind else { return false }
        return !definition.isRequired && literals.variables.isAbsent(name)
    }

    private func fault(_ message: String, at offset: Int) -> GraphQLError {
        GraphQLError(message, locations: [source.location(at: offset)], code: "BAD_USER_INPUT")
    }
}

extension ArgumentCoercion {
    /// The value of the argument `if` of `@skip` or `@include` (GraphQL §3.13.1–2).
    func condition(of directive: Directive) throws(GraphQLError) -> Bool {
        let arguments = try coerce(
            directive.arguments,
            by: [Self.condition],
            of: "@\(directive.name.text)",
            at: directive.offset
        )
        switch arguments[0].value {
        case .constant(.boolean(let condition)): return condition
        // The variables of conditions decide the plan's variant, so that their values are known.
        case .variable(let position): return literals.variables.state(at: position) == .isTrue
        default: return false
        }
    }

    private static let condition = SchemaInputValue(
        name: "if",
        description: nil,
        type: .nonNull(.named(Name("Boolean", offset: 0))),
        defaultValue: nil,
        deprecationReason: nil,
        directives: [],
        provenance: nil
    )
}
