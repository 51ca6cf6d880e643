import GraphQLSchema

extension Schema {
    /// A field that may be selected on a composite type, the introspection fields included (GraphQL §4.1, §4.2).
    func selectableField(named name: String, on type: String) -> SchemaField? {
        switch name {
        case "__typename": return .typenameMeta
        case "__schema" where type == queryTypeName: return .schemaMeta
        case "__type" where type == queryTypeName: return .typeMeta
        default: break
        }
        switch self.type(named: type) {
        case .object(let object): return object.field(named: name)
        case .interface(let interface): return interface.field(named: name)
        default: return nil
        }
    }
}
