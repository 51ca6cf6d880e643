package enum OperationKind: String, Hashable, Sendable {
    case query, mutation, subscription
}

/// An operation (GraphQL §2.4).
///
/// A shorthand query has no name, variables or directives.
package final class OperationDefinition: Sendable {
    package let description: Description?
    package let kind: OperationKind
    package let name: Name?
    package let variables: [VariableDefinition]
    package let directives: [Directive]
    package let selections: [Selection]
    /// Where the selection set's opening brace is.
    package let selectionSetOffset: Int
    package let offset: Int

    package init(
        description: Description?,
        kind: OperationKind,
        name: Name?,
        variables: [VariableDefinition],
        directives: [Directive],
        selections: [Selection],
        selectionSetOffset: Int,
        offset: Int
    ) {
        self.description = description
        self.kind = kind
        self.name = name
        self.variables = variables
        self.directives = directives
        self.selections = selections
        self.selectionSetOffset = selectionSetOffset
        self.offset = offset
    }
}

/// A variable definition (GraphQL §2.11); `name` is without the dollar sign.
package struct VariableDefinition: Sendable {
    package let description: Description?
    package let name: Name
    package let type: TypeReference
    package let defaultValue: Value?
    package let directives: [Directive]
    package let offset: Int

    package init(
        description: Description?,
        name: Name,
        type: TypeReference,
        defaultValue: Value?,
        directives: [Directive],
        offset: Int
    ) {
        self.description = description
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
        self.directives = directives
        self.offset = offset
    }
}

/// A selection (GraphQL §2.5).
///
/// Its nodes are shared objects: walks hand them on without copying their parts.
package enum Selection: Sendable {
    case field(Field)
    case fragmentSpread(FragmentSpread)
    case inlineFragment(InlineFragment)
}

/// A field selection (GraphQL §2.6).
///
/// A selection set may be written and empty: `selectionSetOffset` is nil exactly when none is written.
package final class Field: Sendable {
    package let alias: Name?
    package let name: Name
    package let arguments: [Argument]
    package let directives: [Directive]
    package let selections: [Selection]
    /// Where the selection set's opening brace is.
    package let selectionSetOffset: Int?
    package let offset: Int

    package init(
        alias: Name?,
        name: Name,
        arguments: [Argument],
        directives: [Directive],
        selections: [Selection],
        selectionSetOffset: Int?,
        offset: Int
    ) {
        self.alias = alias
        self.name = name
        self.arguments = arguments
        self.directives = directives
        self.selections = selections
        self.selectionSetOffset = selectionSetOffset
        self.offset = offset
    }

    /// Alias or name (GraphQL §6.3.2).
    package var responseKey: String { alias?.text ?? name.text }
}

package final class FragmentSpread: Sendable {
    package let name: Name
    package let directives: [Directive]
    package let offset: Int

    package init(name: Name, directives: [Directive], offset: Int) {
        self.name = name
        self.directives = directives
        self.offset = offset
    }
}

package final class InlineFragment: Sendable {
    package let typeCondition: Name?
    package let directives: [Directive]
    package let selections: [Selection]
    package let offset: Int

    package init(typeCondition: Name?, directives: [Directive], selections: [Selection], offset: Int) {
        self.typeCondition = typeCondition
        self.directives = directives
        self.selections = selections
        self.offset = offset
    }
}

package final class FragmentDefinition: Sendable {
    package let description: Description?
    package let name: Name
    package let typeCondition: Name
    package let directives: [Directive]
    package let selections: [Selection]
    package let offset: Int

    package init(
        description: Description?,
        name: Name,
        typeCondition: Name,
        directives: [Directive],
        selections: [Selection],
        offset: Int
    ) {
        self.description = description
        self.name = name
        self.typeCondition = typeCondition
        self.directives = directives
        self.selections = selections
        self.offset = offset
    }
}
