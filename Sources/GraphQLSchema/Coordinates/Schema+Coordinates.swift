package import GraphQLLanguage

extension Schema {
    /// The element that a coordinate names, meta-fields and built-in elements included; nil if there is none
    /// (GraphQL §2.14).
    ///
    /// - Throws: an error if what must contain the element is not there or cannot contain one.
    package func resolve(_ coordinate: SchemaCoordinate) throws(GraphQLError) -> ResolvedCoordinate? {
        switch coordinate {
        case .type(let name): type(named: name).map { .namedType($0) }
        case .member(let type, let name): try resolveMember(name, of: type)
        case .argument(let type, let field, let name): try resolveArgument(name, of: field, in: type)
        case .directive(let name): directive(named: name).map { .directive($0) }
        case .directiveArgument(let directive, let name): try resolveArgument(name, of: directive)
        }
    }

    private func resolveMember(_ name: String, of typeName: String) throws(GraphQLError) -> ResolvedCoordinate? {
        let type = try containingType(named: typeName)
        switch type {
        case .enumeration(let enumeration):
            return enumeration.value(named: name).map { .enumValue($0, in: enumeration) }
        case .input(let input):
            return input.field(named: name).map { .inputField($0, in: input) }
        case .object, .interface:
            return field(named: name, in: type).map { .field($0, in: type) }
        case .scalar, .union:
            throw GraphQLError(
                "Expected \"\(typeName)\" to be an Enum, Input Object, Object or Interface type."
            )
        }
    }

    private func resolveArgument(
        _ name: String,
        of fieldName: String,
        in typeName: String
    ) throws(GraphQLError) -> ResolvedCoordinate? {
        let type = try containingType(named: typeName)
        guard type.fields != nil else {
            throw GraphQLError("Expected \"\(typeName)\" to be an object type or interface type.")
        }
        guard let field = field(named: fieldName, in: type) else {
            throw GraphQLError(
                "Expected \"\(fieldName)\" to exist as a field of type \"\(typeName)\" in the schema."
            )
        }
        return field.argument(named: name).map { .fieldArgument($0, of: field, in: type) }
    }

    private func resolveArgument(
        _ name: String,
        of directiveName: String
    ) throws(GraphQLError) -> ResolvedCoordinate? {
        guard let directive = directive(named: directiveName) else {
            throw GraphQLError("Expected \"\(directiveName)\" to be defined as a directive in the schema.")
        }
        return directive.arguments.first { $0.name == name }.map { .directiveArgument($0, of: directive) }
    }

    private func containingType(named name: String) throws(GraphQLError) -> TypeDefinition {
        guard let type = type(named: name) else {
            throw GraphQLError("Expected \"\(name)\" to be defined as a type in the schema.")
        }
        return type
    }

    /// A field that can be selected on an object or interface type (GraphQL §4.1, §4.2).
    private func field(named name: String, in type: TypeDefinition) -> SchemaField? {
        switch name {
        case "__typename": .typenameMeta
        case "__schema": type.name == queryTypeName ? .schemaMeta : nil
        case "__type": type.name == queryTypeName ? .typeMeta : nil
        default: type.fields?.first { $0.name == name }
        }
    }
}
