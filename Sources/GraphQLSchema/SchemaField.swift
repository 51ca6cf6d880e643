package import GraphQLLanguage

/// A field of an object or interface type (GraphQL §3.6).
package final class SchemaField: Sendable {
    package let name: String
    package let description: String?
    package let arguments: [SchemaInputValue]
    package let type: TypeReference
    package let deprecationReason: String?
    package let directives: [Directive]
    package let provenance: Provenance?

    package init(
        name: String,
        description: String?,
        arguments: [SchemaInputValue],
        type: TypeReference,
        deprecationReason: String?,
        directives: [Directive],
        provenance: Provenance?
    ) {
        self.name = name
        self.description = description
        self.arguments = arguments
        self.type = type
        self.deprecationReason = deprecationReason
        self.directives = directives
        self.provenance = provenance
    }

    package func argument(named name: String) -> SchemaInputValue? { arguments.first { $0.name == name } }
}

/// An argument of a field or directive, or a field of an input object.
package final class SchemaInputValue: Sendable {
    package let name: String
    package let description: String?
    package let type: TypeReference
    package let defaultValue: Value?
    package let deprecationReason: String?
    package let directives: [Directive]
    package let provenance: Provenance?

    package init(
        name: String,
        description: String?,
        type: TypeReference,
        defaultValue: Value?,
        deprecationReason: String?,
        directives: [Directive],
        provenance: Provenance?
    ) {
        self.name = name
        self.description = description
        self.type = type
        self.defaultValue = defaultValue
        self.deprecationReason = deprecationReason
        self.directives = directives
        self.provenance = provenance
    }

    /// Non-null without a default (GraphQL §5.4.2.1).
    package var isRequired: Bool { type.isNonNull && defaultValue == nil }
}

package final class SchemaEnumValue: Sendable {
    package let name: String
    package let description: String?
    package let deprecationReason: String?
    package let directives: [Directive]
    package let provenance: Provenance?

    package init(
        name: String,
        description: String?,
        deprecationReason: String?,
        directives: [Directive],
        provenance: Provenance?
    ) {
        self.name = name
        self.description = description
        self.deprecationReason = deprecationReason
        self.directives = directives
        self.provenance = provenance
    }
}

/// A directive definition (GraphQL §3.13).
package final class SchemaDirective: Sendable {
    package let name: String
    package let description: String?
    package let arguments: [SchemaInputValue]
    package let isRepeatable: Bool
    /// Where it may be applied, named as in introspection: `FIELD`, `OBJECT`.
    package let locations: [String]
    package let deprecationReason: String?
    /// The directive's directives as applied in SDL, those of its extensions after them.
    package let directives: [Directive]
    package let provenance: Provenance?

    package init(
        name: String,
        description: String?,
        arguments: [SchemaInputValue],
        isRepeatable: Bool,
        locations: [String],
        deprecationReason: String? = nil,
        directives: [Directive] = [],
        provenance: Provenance?
    ) {
        self.name = name
        self.description = description
        self.arguments = arguments
        self.isRepeatable = isRepeatable
        self.locations = locations
        self.deprecationReason = deprecationReason
        self.directives = directives
        self.provenance = provenance
    }
}

extension SchemaDirective {
    package func argument(named name: String) -> SchemaInputValue? { arguments.first { $0.name == name } }
}
