package import GraphQLLanguage

/// A named type (GraphQL §3.4).
package enum TypeDefinition: Sendable {
    case scalar(ScalarType)
    case object(ObjectType)
    case interface(InterfaceType)
    case union(UnionType)
    case enumeration(EnumType)
    case input(InputObjectType)
}

extension TypeDefinition {
    package var name: String {
        switch self {
        case .scalar(let type): type.name
        case .object(let type): type.name
        case .interface(let type): type.name
        case .union(let type): type.name
        case .enumeration(let type): type.name
        case .input(let type): type.name
        }
    }

    package var description: String? {
        switch self {
        case .scalar(let type): type.description
        case .object(let type): type.description
        case .interface(let type): type.description
        case .union(let type): type.description
        case .enumeration(let type): type.description
        case .input(let type): type.description
        }
    }

    /// The type's directives as applied in SDL, those of its extensions after them.
    package var directives: [Directive] {
        switch self {
        case .scalar(let type): type.directives
        case .object(let type): type.directives
        case .interface(let type): type.directives
        case .union(let type): type.directives
        case .enumeration(let type): type.directives
        case .input(let type): type.directives
        }
    }

    /// Where the type is defined.
    package var provenance: Provenance? {
        switch self {
        case .scalar(let type): type.provenance
        case .object(let type): type.provenance
        case .interface(let type): type.provenance
        case .union(let type): type.provenance
        case .enumeration(let type): type.provenance
        case .input(let type): type.provenance
        }
    }

    /// Where the type's extensions are, and the names of other types in it.
    package var places: TypePlaces {
        switch self {
        case .scalar(let type): type.places
        case .object(let type): type.places
        case .interface(let type): type.places
        case .union(let type): type.places
        case .enumeration(let type): type.places
        case .input(let type): type.places
        }
    }

    /// Fields of an object or interface type; nil for the other kinds.
    package var fields: [SchemaField]? {
        switch self {
        case .object(let type): type.fields
        case .interface(let type): type.fields
        default: nil
        }
    }

    package var isComposite: Bool {
        switch self {
        case .object, .interface, .union: true
        default: false
        }
    }

    package var isLeaf: Bool {
        switch self {
        case .scalar, .enumeration: true
        default: false
        }
    }

    package var isInput: Bool {
        switch self {
        case .scalar, .enumeration, .input: true
        default: false
        }
    }

    package var isOutput: Bool {
        if case .input = self { false } else { true }
    }
}

/// Where a type is written apart from its definition.
package struct TypePlaces: Sendable {
    /// The type's extensions.
    var extensions: [Provenance?] = []
    /// The names of the interfaces that it implements, or of its members, in their order.
    var references: [Provenance?] = []

    /// Nowhere: a type that is not made from SDL.
    package init() {}

    /// The places where one of the names is written.
    func references(to name: String, in names: [String]) -> [Provenance?] {
        zip(names, references).filter { $0.0 == name }.map(\.1)
    }
}

package final class ScalarType: Sendable {
    package let name: String
    package let description: String?
    package let specifiedByURL: String?
    package let directives: [Directive]
    package let provenance: Provenance?
    package let places: TypePlaces

    package init(
        name: String,
        description: String?,
        specifiedByURL: String?,
        directives: [Directive],
        provenance: Provenance?,
        places: TypePlaces = TypePlaces()
    ) {
        self.name = name
        self.description = description
        self.specifiedByURL = specifiedByURL
        self.directives = directives
        self.provenance = provenance
        self.places = places
    }
}

package final class ObjectType: Sendable {
    package let name: String
    package let description: String?
    package let interfaces: [String]
    package let fields: [SchemaField]
    package let directives: [Directive]
    package let provenance: Provenance?
    package let places: TypePlaces
    private let index: [String: Int]

    package init(
        name: String,
        description: String?,
        interfaces: [String],
        fields: [SchemaField],
        directives: [Directive],
        provenance: Provenance?,
        places: TypePlaces = TypePlaces()
    ) {
        self.name = name
        self.description = description
        self.interfaces = interfaces
        self.fields = fields
        self.directives = directives
        self.provenance = provenance
        self.places = places
        index = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func field(named name: String) -> SchemaField? { index[name].map { fields[$0] } }
}

package final class InterfaceType: Sendable {
    package let name: String
    package let description: String?
    package let interfaces: [String]
    package let fields: [SchemaField]
    package let directives: [Directive]
    package let provenance: Provenance?
    package let places: TypePlaces

    package init(
        name: String,
        description: String?,
        interfaces: [String],
        fields: [SchemaField],
        directives: [Directive],
        provenance: Provenance?,
        places: TypePlaces = TypePlaces()
    ) {
        self.name = name
        self.description = description
        self.interfaces = interfaces
        self.fields = fields
        self.directives = directives
        self.provenance = provenance
        self.places = places
    }

    package func field(named name: String) -> SchemaField? { fields.first { $0.name == name } }
}

package final class UnionType: Sendable {
    package let name: String
    package let description: String?
    package let members: [String]
    package let directives: [Directive]
    package let provenance: Provenance?
    package let places: TypePlaces

    package init(
        name: String,
        description: String?,
        members: [String],
        directives: [Directive],
        provenance: Provenance?,
        places: TypePlaces = TypePlaces()
    ) {
        self.name = name
        self.description = description
        self.members = members
        self.directives = directives
        self.provenance = provenance
        self.places = places
    }
}

package final class EnumType: Sendable {
    package let name: String
    package let description: String?
    package let values: [SchemaEnumValue]
    package let directives: [Directive]
    package let provenance: Provenance?
    package let places: TypePlaces

    package init(
        name: String,
        description: String?,
        values: [SchemaEnumValue],
        directives: [Directive],
        provenance: Provenance?,
        places: TypePlaces = TypePlaces()
    ) {
        self.name = name
        self.description = description
        self.values = values
        self.directives = directives
        self.provenance = provenance
        self.places = places
    }

    package func value(named name: String) -> SchemaEnumValue? { values.first { $0.name == name } }
}

package final class InputObjectType: Sendable {
    package let name: String
    package let description: String?
    package let fields: [SchemaInputValue]
    package let isOneOf: Bool
    package let directives: [Directive]
    package let provenance: Provenance?
    package let places: TypePlaces

    package init(
        name: String,
        description: String?,
        fields: [SchemaInputValue],
        isOneOf: Bool,
        directives: [Directive],
        provenance: Provenance?,
        places: TypePlaces = TypePlaces()
    ) {
        self.name = name
        self.description = description
        self.fields = fields
        self.isOneOf = isOneOf
        self.directives = directives
        self.provenance = provenance
        self.places = places
    }

    package func field(named name: String) -> SchemaInputValue? { fields.first { $0.name == name } }
}
