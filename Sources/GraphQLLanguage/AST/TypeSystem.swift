/// `schema { … }` or `extend schema` (GraphQL §3.3).
package struct SchemaDefinition: Sendable {
    package struct RootOperation: Sendable {
        package let kind: OperationKind
        package let type: Name
        package let offset: Int

        package init(kind: OperationKind, type: Name, offset: Int) {
            self.kind = kind
            self.type = type
            self.offset = offset
        }
    }

    package let description: Description?
    package let isExtension: Bool
    package let directives: [Directive]
    package let operations: [RootOperation]
    package let offset: Int

    package init(
        description: Description?,
        isExtension: Bool,
        directives: [Directive],
        operations: [RootOperation],
        offset: Int
    ) {
        self.description = description
        self.isExtension = isExtension
        self.directives = directives
        self.operations = operations
        self.offset = offset
    }
}

/// A type definition or type extension of any kind (GraphQL §3.4–§3.10).
package struct TypeSystemDefinition: Sendable {
    package enum Body: Sendable {
        case scalar
        case object(interfaces: [Name], fields: [FieldDefinition])
        case interface(interfaces: [Name], fields: [FieldDefinition])
        case union(members: [Name])
        case enumeration(values: [EnumValueDefinition])
        case input(fields: [InputValueDefinition])
    }

    package let description: Description?
    package let isExtension: Bool
    package let name: Name
    package let directives: [Directive]
    package let body: Body
    package let offset: Int

    package init(
        description: Description?,
        isExtension: Bool,
        name: Name,
        directives: [Directive],
        body: Body,
        offset: Int
    ) {
        self.description = description
        self.isExtension = isExtension
        self.name = name
        self.directives = directives
        self.body = body
        self.offset = offset
    }
}

package struct FieldDefinition: Sendable {
    package let description: Description?
    package let name: Name
    package let arguments: [InputValueDefinition]
    package let type: TypeReference
    package let directives: [Directive]

    package init(
        description: Description?,
        name: Name,
        arguments: [InputValueDefinition],
        type: TypeReference,
        directives: [Directive]
    ) {
        self.description = description
        self.name = name
        self.arguments = arguments
        self.type = type
        self.directives = directives
    }
}

/// An argument's or input field's definition (GraphQL §3.6.1, §3.10).
package struct InputValueDefinition: Sendable {
    package let description: Description?
    package let name: Name
    package let type: TypeReference
    package let defaultValue: Value?
    package let directives: [Directive]

    package init(
        description: Description?,
        name: Name,
        type: TypeReference,
        defaultValue: Value?,
        directives: [Directive]
    ) {
        self.description = description
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
        self.directives = directives
    }
}

package struct EnumValueDefinition: Sendable {
    package let description: Description?
    package let name: Name
    package let directives: [Directive]

    package init(description: Description?, name: Name, directives: [Directive]) {
        self.description = description
        self.name = name
        self.directives = directives
    }
}

/// A directive definition (GraphQL §3.13); locations as written.
package struct DirectiveDefinition: Sendable {
    package let description: Description?
    package let name: Name
    package let arguments: [InputValueDefinition]
    package let directives: [Directive]
    package let isRepeatable: Bool
    package let locations: [Name]
    package let offset: Int

    package init(
        description: Description?,
        name: Name,
        arguments: [InputValueDefinition],
        directives: [Directive] = [],
        isRepeatable: Bool,
        locations: [Name],
        offset: Int
    ) {
        self.description = description
        self.name = name
        self.arguments = arguments
        self.directives = directives
        self.isRepeatable = isRepeatable
        self.locations = locations
        self.offset = offset
    }
}

/// `extend directive @name`: directives for a directive that is defined elsewhere.
package struct DirectiveExtension: Sendable {
    package let name: Name
    package let directives: [Directive]
    package let offset: Int

    package init(name: Name, directives: [Directive], offset: Int) {
        self.name = name
        self.directives = directives
        self.offset = offset
    }
}

extension FieldDefinition {
    /// Where the definition starts, its description included.
    package var offset: Int { description?.offset ?? name.offset }
}

extension InputValueDefinition {
    /// Where the definition starts, its description included.
    package var offset: Int { description?.offset ?? name.offset }
}

extension EnumValueDefinition {
    /// Where the definition starts, its description included.
    package var offset: Int { description?.offset ?? name.offset }
}
