import GraphQLLanguage
import GraphQLSchema

/// The schema's view of the node at which a walk stands; nil where the schema knows nothing.
struct TypeContext {
    /// The composite type that the current selection set selects from.
    var parentType: TypeDefinition?
    /// The definition of the current field, around fragments and directives too.
    var field: SchemaField?
    /// The named type of the current field's value, of an inline fragment's condition, of an operation's root.
    var type: TypeDefinition?
    /// The directive whose arguments are walked.
    var directive: SchemaDirective?
}

extension Schema {
    /// The definition of a field selected on a type, introspection's fields included (GraphQL §4.1, §5.3.1).
    func field(named name: String, on type: TypeDefinition) -> SchemaField? {
        if name.utf8.first == UInt8(ascii: "_"), let field = metaField(named: name, on: type) { return field }
        return declaredField(named: name, on: type)
    }

    /// The definition of a field that the type itself lists.
    func declaredField(named name: String, on type: TypeDefinition) -> SchemaField? {
        switch type {
        case .object(let object): object.field(named: name)
        case .interface(let interface): interface.field(named: name)
        default: nil
        }
    }

    private func metaField(named name: String, on type: TypeDefinition) -> SchemaField? {
        switch name {
        case "__typename": type.isComposite ? .typenameMeta : nil
        case "__schema": type.name == queryTypeName ? .schemaMeta : nil
        case "__type": type.name == queryTypeName ? .typeMeta : nil
        default: nil
        }
    }

    func compositeType(named name: String) -> TypeDefinition? {
        guard let type = type(named: name), type.isComposite else { return nil }
        return type
    }

    /// The input object type that a type's innermost name stands for.
    func inputObject(of type: TypeReference?) -> InputObjectType? {
        guard let type, case .input(let object) = self.type(named: type.namedType) else { return nil }
        return object
    }
}

extension TypeDefinition {
    /// Tells the types of one schema apart.
    var identity: ObjectIdentifier {
        switch self {
        case .scalar(let type): ObjectIdentifier(type)
        case .object(let type): ObjectIdentifier(type)
        case .interface(let type): ObjectIdentifier(type)
        case .union(let type): ObjectIdentifier(type)
        case .enumeration(let type): ObjectIdentifier(type)
        case .input(let type): ObjectIdentifier(type)
        }
    }
}
