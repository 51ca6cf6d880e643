import GraphQLLanguage
import GraphQLSchema

/// A field as it takes part in merging.
struct MergeField {
    let field: Field
    let responseKey: String
    /// The type it is selected from, nil if the schema does not know it.
    let parentType: TypeDefinition?
    let definition: SchemaField?
    /// Arguments in one form for all orders and spellings, so that equal texts mean equal arguments.
    let argumentsKey: String
}

/// The fields of one selection set, those of its inline fragments included, and the fragments it spreads.
struct FieldSet {
    struct Group {
        let responseKey: String
        /// Indices into `FieldSets.fields`.
        var fields: [Int]
    }

    var groups: [Group] = []
    var spreads: [String] = []
    fileprivate var positions: [String: Int] = [:]

    func group(_ responseKey: String) -> Group? { positions[responseKey].map { groups[$0] } }
}

/// The field sets of a document, each made when first asked for and named by a small number.
///
/// A selection set is known by its owner's offset, which no other node of the document has.
final class FieldSets {
    typealias ID = Int

    let context: ValidationContext
    private(set) var fields: [MergeField] = []
    private(set) var sets: [FieldSet] = []
    private var ids: [Int: ID] = [:]

    init(_ context: ValidationContext) { self.context = context }

    /// The set of a selection set with its owner's offset and the type it selects from.
    func id(of selections: [Selection], owner: Int, on type: TypeDefinition?) -> ID {
        if let id = ids[owner] { return id }
        var set = FieldSet()
        collect(selections, on: type, into: &set)
        let id = sets.count
        sets.append(set)
        ids[owner] = id
        return id
    }

    /// The set selected under a field, nil for one without a selection.
    func id(under index: Int) -> ID? {
        let entry = fields[index]
        guard !entry.field.selections.isEmpty else { return nil }
        let type = entry.definition.flatMap { context.schema.type(named: $0.type.namedType) }
        return id(of: entry.field.selections, owner: entry.field.offset, on: type)
    }

    func id(ofFragment name: String) -> ID? {
        context.fragments.fragment(named: name).map(id(of:))
    }

    func id(of fragment: FragmentDefinition) -> ID {
        let type = context.schema.type(named: fragment.typeCondition.text)
        return id(of: fragment.selections, owner: fragment.offset, on: type)
    }

    func id(of operation: OperationDefinition) -> ID {
        let type = context.schema.rootType(for: operation.kind).map { TypeDefinition.object($0) }
        return id(of: operation.selections, owner: operation.offset, on: type)
    }

    private func collect(_ selections: [Selection], on type: TypeDefinition?, into set: inout FieldSet) {
        for selection in selections {
            switch selection {
            case .field(let field): set.add(fields.count, append(field, on: type))
            case .fragmentSpread(let spread):
                if !set.spreads.contains(spread.name.text) { set.spreads.append(spread.name.text) }
            case .inlineFragment(let fragment):
                let inner = fragment.typeCondition.map { context.schema.type(named: $0.text) } ?? type
                collect(fragment.selections, on: inner, into: &set)
            }
        }
    }

    private func append(_ field: Field, on type: TypeDefinition?) -> String {
        let entry = MergeField(
            field: field,
            responseKey: field.responseKey,
            parentType: type,
            definition: type.flatMap { context.schema.field(named: field.name.text, on: $0) },
            argumentsKey: field.arguments.isEmpty ? "" : Self.key(of: field.arguments)
        )
        fields.append(entry)
        return entry.responseKey
    }

    private static func key(of arguments: [Argument]) -> String {
        arguments
            .sorted { $0.name.text < $1.name.text }
            .map { "\($0.name.text):\($0.value.canonicalText)" }
            .joined(separator: ",")
    }
}

extension FieldSet {
    fileprivate mutating func add(_ index: Int, _ responseKey: String) {
        if let position = positions[responseKey] {
            groups[position].fields.append(index)
        } else {
            positions[responseKey] = groups.count
            groups.append(Group(responseKey: responseKey, fields: [index]))
        }
    }
}

extension Value {
    /// The value as written with the fields of objects in order of their names.
    fileprivate var canonicalText: String {
        switch kind {
        case .list(let items): return "[\(items.map(\.canonicalText).joined(separator: ","))]"
        case .object(let fields):
            let sorted = fields.sorted { $0.name.text < $1.name.text }
            return "{\(sorted.map { "\($0.name.text):\($0.value.canonicalText)" }.joined(separator: ","))}"
        default: return printed
        }
    }
}
