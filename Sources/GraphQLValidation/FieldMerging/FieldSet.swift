import GraphQLLanguage
import GraphQLSchema

/// A field as it takes part in merging.
final class MergeField {
    let field: Field
    /// The type it is selected from, nil if the schema does not know it.
    let parentType: TypeDefinition?
    /// The first `@stream` on it.
    let stream: Directive?
    private let schema: Schema
    /// The definition that the parent type lists; introspection's own fields have none here.
    private(set) lazy var definition = parentType.flatMap { schema.declaredField(named: field.name.text, on: $0) }
    /// The named type of its value.
    private(set) lazy var type = definition.flatMap { schema.type(of: $0) }
    /// What it selects, once that was looked at.
    var selected: FieldSet?

    init(_ field: Field, on parentType: TypeDefinition?, _ schema: Schema) {
        self.field = field
        self.parentType = parentType
        self.schema = schema
        stream = field.directives.isEmpty ? nil : field.directives.first("stream")
    }

    /// Without arguments, selection and `@stream`.
    var isPlain: Bool { field.arguments.isEmpty && field.selectionSetOffset == nil && stream == nil }
}

/// The fields of one selection set, those of its inline fragments included, and the fragments it spreads.
final class FieldSet {
    struct Group {
        let responseKey: String
        var fields: [MergeField]
    }

    /// Groups that are searched one by one; more are hashed.
    private static let maxListed = 12

    let id: Int
    private(set) var groups: [Group] = []
    /// Names of spread fragments, as often as they are spread.
    private(set) var spreads: [String] = []
    /// The fragments of those names, each once; -1 stands for those that the document does not define.
    var fragments: [FragmentIndex.Position]?
    private var positions: [String: Int] = [:]

    init(_ id: Int, _ selections: [Selection], on type: TypeDefinition?, _ schema: Schema) {
        self.id = id
        collect(selections, on: type, schema)
    }

    func group(_ responseKey: String) -> Group? { position(of: responseKey).map { groups[$0] } }

    private func position(of responseKey: String) -> Int? {
        if !positions.isEmpty { return positions[responseKey] }
        return groups.firstIndex { $0.responseKey == responseKey }
    }

    private func collect(_ selections: [Selection], on type: TypeDefinition?, _ schema: Schema) {
        for selection in selections {
            switch selection {
            case .field(let field): add(MergeField(field, on: type, schema))
            case .fragmentSpread(let spread): spreads.append(spread.name.text)
            case .inlineFragment(let fragment):
                let inner = fragment.typeCondition.map { schema.type(named: $0.text) } ?? type
                collect(fragment.selections, on: inner, schema)
            }
        }
    }

    private func add(_ field: MergeField) {
        let key = field.field.responseKey
        if let position = position(of: key) {
            groups[position].fields.append(field)
            return
        }
        groups.append(Group(responseKey: key, fields: [field]))
        if !positions.isEmpty {
            positions[key] = groups.count - 1
        } else if groups.count > Self.maxListed {
            positions = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1.responseKey, $0) })
        }
    }
}
