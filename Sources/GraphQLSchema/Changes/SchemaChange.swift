/// A difference between two type systems as a client sees it.
package struct SchemaChange: Hashable, Sendable {
    package let kind: Kind
    /// The change in a sentence, worded as graphql-js words it.
    package let description: String
    /// The schema coordinate (GraphQL §2.14) of what changed.
    ///
    /// Members of unions, interfaces of types and locations of directives have no coordinate; they follow their owner
    /// after a dot: `SearchResult.Letter`, `@tag.FIELD`.
    package let coordinate: String

    package init(_ kind: Kind, _ description: String, at coordinate: String) {
        self.kind = kind
        self.description = description
        self.coordinate = coordinate
    }

    package var severity: Severity { kind.severity }

    /// What a change means for clients written against the older schema.
    package enum Severity: String, CaseIterable, Sendable {
        /// Operations that were valid may be refused.
        case breaking
        /// Operations stay valid but may answer what the client does not expect.
        case dangerous
        case safe
    }

    /// A kind of change, named as graphql-js names it.
    package enum Kind: String, CaseIterable, Sendable {
        case typeRemoved = "TYPE_REMOVED"
        case typeChangedKind = "TYPE_CHANGED_KIND"
        case typeRemovedFromUnion = "TYPE_REMOVED_FROM_UNION"
        case valueRemovedFromEnum = "VALUE_REMOVED_FROM_ENUM"
        case requiredInputFieldAdded = "REQUIRED_INPUT_FIELD_ADDED"
        case implementedInterfaceRemoved = "IMPLEMENTED_INTERFACE_REMOVED"
        case fieldRemoved = "FIELD_REMOVED"
        case fieldChangedKind = "FIELD_CHANGED_KIND"
        case requiredArgumentAdded = "REQUIRED_ARG_ADDED"
        case argumentRemoved = "ARG_REMOVED"
        case argumentChangedKind = "ARG_CHANGED_KIND"
        case directiveRemoved = "DIRECTIVE_REMOVED"
        case directiveArgumentRemoved = "DIRECTIVE_ARG_REMOVED"
        case requiredDirectiveArgumentAdded = "REQUIRED_DIRECTIVE_ARG_ADDED"
        case directiveRepeatableRemoved = "DIRECTIVE_REPEATABLE_REMOVED"
        case directiveLocationRemoved = "DIRECTIVE_LOCATION_REMOVED"

        case valueAddedToEnum = "VALUE_ADDED_TO_ENUM"
        case typeAddedToUnion = "TYPE_ADDED_TO_UNION"
        case optionalInputFieldAdded = "OPTIONAL_INPUT_FIELD_ADDED"
        case optionalArgumentAdded = "OPTIONAL_ARG_ADDED"
        case implementedInterfaceAdded = "IMPLEMENTED_INTERFACE_ADDED"
        case argumentDefaultValueChange = "ARG_DEFAULT_VALUE_CHANGE"
        case inputFieldDefaultValueChange = "INPUT_FIELD_DEFAULT_VALUE_CHANGE"

        case typeAdded = "TYPE_ADDED"
        case directiveAdded = "DIRECTIVE_ADDED"
        case fieldAdded = "FIELD_ADDED"
        case directiveRepeatableAdded = "DIRECTIVE_REPEATABLE_ADDED"
        case directiveLocationAdded = "DIRECTIVE_LOCATION_ADDED"
        case optionalDirectiveArgumentAdded = "OPTIONAL_DIRECTIVE_ARG_ADDED"
        case fieldChangedKindSafe = "FIELD_CHANGED_KIND_SAFE"
        case argumentChangedKindSafe = "ARG_CHANGED_KIND_SAFE"
        case argumentDefaultValueAdded = "ARG_DEFAULT_VALUE_ADDED"
        case inputFieldDefaultValueAdded = "INPUT_FIELD_DEFAULT_VALUE_ADDED"
        case descriptionChanged = "DESCRIPTION_CHANGED"
    }
}

extension SchemaChange.Kind {
    package var severity: SchemaChange.Severity {
        switch self {
        case .typeRemoved, .typeChangedKind, .typeRemovedFromUnion, .valueRemovedFromEnum, .requiredInputFieldAdded,
            .implementedInterfaceRemoved, .fieldRemoved, .fieldChangedKind, .requiredArgumentAdded, .argumentRemoved,
            .argumentChangedKind, .directiveRemoved, .directiveArgumentRemoved, .requiredDirectiveArgumentAdded,
            .directiveRepeatableRemoved, .directiveLocationRemoved:
            .breaking
        case .valueAddedToEnum, .typeAddedToUnion, .optionalInputFieldAdded, .optionalArgumentAdded,
            .implementedInterfaceAdded, .argumentDefaultValueChange, .inputFieldDefaultValueChange:
            .dangerous
        case .typeAdded, .directiveAdded, .fieldAdded, .directiveRepeatableAdded, .directiveLocationAdded,
            .optionalDirectiveArgumentAdded, .fieldChangedKindSafe, .argumentChangedKindSafe,
            .argumentDefaultValueAdded, .inputFieldDefaultValueAdded, .descriptionChanged:
            .safe
        }
    }
}
