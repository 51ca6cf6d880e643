import GraphQLLanguage
import GraphQLSchema

/// The schema's view of the node at which a walk stands; nil where the schema knows nothing.
struct TypeContext {
    /// The composite type that the current selection set selects from.
    var parentType: TypeDefinition?
    /// The definition of the current field.
    var field: SchemaField?
    /// The type condition's type in an inline fragment, the enclosing type without a condition.
    var fragmentType: TypeDefinition?
    /// The directive whose arguments are walked.
    var directive: SchemaDirective?

    /// `Type.field` of the current field; `<meta>` stands for the type of an introspection field.
    var fieldCoordinate: String {
        guard let field else { return "" }
        return field.name.utf8.starts(with: "__".utf8)
            ? "<meta>.\(field.name)" : "\(parentType?.name ?? "").\(field.name)"
    }
}

extension Schema {
    /// The definition of a field selected on a type, introspection's fields included (GraphQL §4.1, §5.3.1).
    func field(named name: String, on type: TypeDefinition) -> SchemaField? {
        if name.utf8.first == UInt8(ascii: "_"), let field = metaField(named: name, on: type) { return field }
        switch type {
        case .object(let object): return object.field(named: name)
        case .interface(let interface): return interface.field(named: name)
        default: return nil
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

    /// The composite type a field's value has, nil for a leaf.
    func compositeType(of field: SchemaField?) -> TypeDefinition? {
        field.flatMap { compositeType(named: $0.type.namedType) }
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
