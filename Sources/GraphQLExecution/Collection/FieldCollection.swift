import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// CollectFields and CollectSubfields (GraphQL §6.3.2) for one variant of an operation.
///
/// What is selected below an abstract type is collected for each of its possible types, once for the same merged
/// fields: the work grows with the document, not with what it would grow to.
struct FieldCollection {
    /// What is collected once: merged fields, by their offsets, and an object type that they lead to.
    private struct Subject: Hashable {
        let offsets: [Int]
        let typename: String
    }

    private let schema: Schema
    private let fragments: [String: FragmentDefinition]
    private let arguments: ArgumentCoercion
    private let maxFields: Int
    private var collected: [Subject: ObjectSelection] = [:]
    private var fieldCount = 0
    private var depth = 0

    init(_ selection: OperationSelection, variant: PlanVariant, scalars: ScalarCoercions, maxFields: Int) {
        schema = selection.document.schema
        fragments = selection.fragments
        self.maxFields = maxFields
        arguments = ArgumentCoercion(
            schema: schema,
            scalars: scalars,
            variables: VariableScope(
                definitions: selection.operation.variables,
                variant: variant,
                deciding: selection.decidingVariables
            ),
            source: selection.document.document.source,
            hidesValues: selection.document.hidesValues,
            hidesSuggestions: selection.document.hidesSuggestions
        )
    }

    /// The fields selected on an object type, in response order, selections of one response key merged.
    ///
    /// Throws when there are more, or deeper ones, than are planned for one operation.
    mutating func selection(
        of selections: [[Selection]],
        on object: ObjectType
    ) throws(GraphQLError) -> ObjectSelection {
        let groups: FieldGroups
        do throws(GraphQLError) {
            groups = try collect(selections, on: object)
        } catch {
            return ObjectSelection(typename: object.name, fields: [], refusal: error)
        }
        fieldCount += groups.all.count
        depth += 1
        defer { depth -= 1 }
        try check(fieldCount: fieldCount, depth: depth)
        var fields: [CollectedField] = []
        fields.reserveCapacity(groups.all.count)
        for group in groups.all {
            if let field = try field(group, on: object) { fields.append(field) }
        }
        let selection = ObjectSelection(typename: object.name, fields: fields)
        try check(fieldCount: selection.fieldCount, depth: selection.depth)
        return selection
    }

    private func check(fieldCount: Int, depth: Int) throws(GraphQLError) {
        guard fieldCount <= maxFields else {
            throw GraphQLError(
                "The operation selects more than \(maxFields) fields, each counted for every object type that has it.",
                code: "QUERY_TOO_COMPLEX"
            )
        }
        guard depth <= OperationSelection.maxPlannedDepth else {
            throw GraphQLError(
                "The operation selects objects more than \(OperationSelection.maxPlannedDepth) levels deep.",
                code: "QUERY_TOO_COMPLEX"
            )
        }
    }

    /// Walks fragments in fragments without recursion: a document may chain as many as it has room for.
    private func collect(_ selections: [[Selection]], on object: ObjectType) throws(GraphQLError) -> FieldGroups {
        var groups = FieldGroups()
        var visited: Set<String> = []
        var pending = selections.reversed().map { $0[...] }
        while var rest = pending.popLast() {
            while let selection = rest.popFirst() {
                switch selection {
                case .field(let field):
                    if try isIncluded(field.directives) { groups.add(field) }
                case .inlineFragment(let fragment):
                    guard try isIncluded(fragment.directives), applies(fragment.typeCondition, to: object) else {
                        continue
                    }
                    pending.append(rest)
                    rest = fragment.selections[...]
                case .fragmentSpread(let spread):
                    guard try isIncluded(spread.directives), visited.insert(spread.name.text).inserted,
                        let fragment = fragments[spread.name.text], applies(fragment.typeCondition, to: object)
                    else { continue }
                    pending.append(rest)
                    rest = fragment.selections[...]
                }
            }
        }
        return groups
    }

    /// DoesFragmentTypeApply (GraphQL §6.3.2).
    private func applies(_ condition: Name?, to object: ObjectType) -> Bool {
        guard let condition = condition?.text, condition != object.name else { return true }
        return switch schema.type(named: condition) {
        case .interface: object.interfaces.contains(condition)
        case .union(let union): union.members.contains(object.name)
        default: false
        }
    }

    private mutating func field(_ group: [Field], on object: ObjectType) throws(GraphQLError) -> CollectedField? {
        guard let first = group.first,
            let definition = schema.selectableField(named: first.name.text, on: object.name)
        else { return nil }
        var arguments: [CollectedArgument] = []
        var refusal: GraphQLError?
        do throws(GraphQLError) {
            arguments = try self.arguments.coerce(
                first.arguments,
                by: definition.arguments,
                of: definition.coordinate(on: object.name),
                at: first.offset
            )
        } catch {
            refusal = error
        }
        let offsets = group.map(\.offset)
        return CollectedField(
            responseKey: first.responseKey,
            parentType: object.name,
            definition: definition,
            arguments: arguments,
            refusal: refusal,
            offsets: offsets,
            // Nothing is asked of a field that is refused.
            selections: refusal == nil ? try selections(below: group, offsets, definition.type.namedType) : []
        )
    }

    /// CollectSubfields (GraphQL §6.3.2) for each object type that the merged fields can lead to.
    private mutating func selections(
        below group: [Field],
        _ offsets: [Int],
        _ type: String
    ) throws(GraphQLError) -> [ObjectSelection] {
        let merged = group.map(\.selections).filter { !$0.isEmpty }
        guard !merged.isEmpty else { return [] }
        var selections: [ObjectSelection] = []
        for object in schema.possibleTypes(of: type) {
            let subject = Subject(offsets: offsets, typename: object.name)
            if let known = collected[subject] {
                selections.append(known)
            } else {
                let selection = try selection(of: merged, on: object)
                collected[subject] = selection
                selections.append(selection)
            }
        }
        return selections
    }
}

extension FieldCollection {
    /// Whether `@skip` and `@include` let the selection stand (GraphQL §3.13.1–2).
    private func isIncluded(_ directives: [Directive]) throws(GraphQLError) -> Bool {
        guard !directives.isEmpty else { return true }
        // Whichever is written first, `@skip` is asked first.
        if let skip = directives.first(where: { $0.name.text == "skip" }), try arguments.condition(of: skip) {
            return false
        }
        guard let include = directives.first(where: { $0.name.text == "include" }) else { return true }
        return try arguments.condition(of: include)
    }
}

extension SchemaField {
    /// Where the field stands, for messages.
    ///
    /// `__schema` and `__type` stand in no type (GraphQL §4.1).
    fileprivate func coordinate(on typename: String) -> String {
        name == "__type" || name == "__schema" ? "<meta>.\(name)" : "\(typename).\(name)"
    }
}

/// Fields by response key, in the order in which the keys were first met.
private struct FieldGroups {
    private(set) var all: [[Field]] = []
    private var positions: [String: Int] = [:]

    mutating func add(_ field: Field) {
        if let position = positions[field.responseKey] {
            all[position].append(field)
        } else {
            positions[field.responseKey] = all.count
            all.append([field])
        }
    }
}
