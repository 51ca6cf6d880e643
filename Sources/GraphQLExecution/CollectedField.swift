package import GraphQLLanguage
package import GraphQLSchema

/// A field after CollectFields (GraphQL §6.3.2): same-key selections merged, `@skip`/`@include` decided.
package struct CollectedField: Sendable {
    package let responseKey: String
    /// The object type it was collected for.
    package let parentType: String
    package let definition: SchemaField
    /// Arguments by name with defaults applied; an argument that is neither given nor defaulted is absent.
    package let arguments: [CollectedArgument]
    /// Why the arguments could not be coerced (GraphQL §6.4.1): nothing is fetched, null with this error stands there.
    package let refusal: GraphQLError?
    /// Byte offsets of the merged field nodes in the document.
    package let offsets: [Int]
    /// The sub-selection per object type that the field's type can be; empty for a leaf.
    ///
    /// In order of `possibleTypes`.
    package let selections: [ObjectSelection]

    package init(
        responseKey: String,
        parentType: String,
        definition: SchemaField,
        arguments: [CollectedArgument],
        refusal: GraphQLError? = nil,
        offsets: [Int],
        selections: [ObjectSelection]
    ) {
        self.responseKey = responseKey
        self.parentType = parentType
        self.definition = definition
        self.arguments = arguments
        self.refusal = refusal
        self.offsets = offsets
        self.selections = selections
    }

    package func argument(_ name: String) -> ArgumentExpression? {
        arguments.first { $0.name == name }?.value
    }

    /// The selection for the only object type it can be; nil for a leaf or an abstract type.
    package var selection: ObjectSelection? { selections.count == 1 ? selections[0] : nil }
}

package struct CollectedArgument: Sendable {
    package let name: String
    package let value: ArgumentExpression

    package init(name: String, value: ArgumentExpression) {
        self.name = name
        self.value = value
    }
}

/// What is selected on one object type.
package struct ObjectSelection: Sendable {
    package let typename: String
    package let fields: [CollectedField]
    /// Why the fields could not be collected (GraphQL §6.3.2): null with this error stands in the object's place.
    package let refusal: GraphQLError?
    /// How many fields it has with all that is selected below them, one for each object type where there are several.
    let fieldCount: Int
    /// How many objects stand in one another from here down, this one included.
    let depth: Int

    package init(typename: String, fields: [CollectedField], refusal: GraphQLError? = nil) {
        self.typename = typename
        self.fields = fields
        self.refusal = refusal
        fieldCount = fields.reduce(fields.count) { count, field in
            // Counts that do not fit are as good as any that is far too large.
            field.selections.reduce(count) { min($0, Int.max / 2) + min($1.fieldCount, Int.max / 2) }
        }
        depth = fields.reduce(0) { depth, field in field.selections.reduce(depth) { max($0, $1.depth) } } + 1
    }
}

/// A coerced argument with its variables still open.
package indirect enum ArgumentExpression: Sendable {
    /// Coerced when planning: enums as their name, ID as text, input objects with defaults applied.
    case constant(JSONValue)
    /// The operation's variable at this position of `Plan.variables`; already coerced to a type that fits here.
    case variable(Int)
    case list([ArgumentExpression])
    case object([CollectedArgument])
}

/// Variables after CoerceVariableValues (GraphQL §6.1.2), by position; nil where absent.
package struct CoercedVariables: Sendable {
    package let values: [JSONValue?]

    package init(values: [JSONValue?]) { self.values = values }

    package static let none = CoercedVariables(values: [])
}

extension ArgumentExpression {
    /// The value under these variables; nil when it is an absent variable.
    package func value(_ variables: CoercedVariables) -> JSONValue? {
        switch self {
        case .constant(let value): value
        case .variable(let index): variables.values[index]
        case .list(let items): .array(items.map { $0.value(variables) ?? .null })
        case .object(let members):
            .object(
                members.compactMap { member in
                    member.value.value(variables).map { JSONValue.Member(member.name, $0) }
                }
            )
        }
    }
}
