import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// CollectFields and CollectSubfields (GraphQL §6.3.2) for one variant of an operation.
struct FieldCollection {
    private let schema: Schema
    private let fragments: [String: FragmentDefinition]
    private let variables: VariableScope
    private let arguments: ArgumentCoercion

    init(_ selection: OperationSelection, variant: PlanVariant, scalars: ScalarCoercions) {
        schema = selection.document.schema
        fragments = selection.fragments
        variables = VariableScope(
            definitions: selection.operation.variables,
            variant: variant,
            deciding: selection.decidingVariables
        )
        arguments = ArgumentCoercion(
            schema: schema,
            scalars: scalars,
            variables: variables,
            source: selection.document.document.source
        )
    }

    /// The fields selected on an object type, in response order, selections of one response key merged.
    func fields(_ selections: [Selection], on object: ObjectType) throws(GraphQLError) -> [CollectedField] {
        try fields(merging: [selections], on: object)
    }

    private func fields(
        merging selections: [[Selection]],
        on object: ObjectType
    ) throws(GraphQLError) -> [CollectedField] {
        var groups = FieldGroups()
        var visited: Set<String> = []
        for selections in selections { try collect(selections, on: object, into: &groups, visited: &visited) }
        var fields: [CollectedField] = []
        fields.reserveCapacity(groups.all.count)
        for group in groups.all {
            if let field = try field(group, on: object) { fields.append(field) }
        }
        return fields
    }

    private func collect(
        _ selections: [Selection],
        on object: ObjectType,
        into groups: inout FieldGroups,
        visited: inout Set<String>
    ) throws(GraphQLError) {
        for selection in selections {
            switch selection {
            case .field(let field):
                if try isIncluded(field.directives) { groups.add(field) }
            case .inlineFragment(let fragment):
                guard try isIncluded(fragment.directives), applies(fragment.typeCondition, to: object) else { continue }
                try collect(fragment.selections, on: object, into: &groups, visited: &visited)
            case .fragmentSpread(let spread):
                guard try isIncluded(spread.directives), visited.insert(spread.name.text).inserted,
                    let fragment = fragments[spread.name.text], applies(fragment.typeCondition, to: object)
                else { continue }
                try collect(fragment.selections, on: object, into: &groups, visited: &visited)
            }
        }
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

    /// Whether `@skip` and `@include` let the selection stand (GraphQL §3.13.1–2).
    private func isIncluded(_ directives: [Directive]) throws(GraphQLError) -> Bool {
        for directive in directives where directive.isCondition {
            if try condition(of: directive) == (directive.name.text == "skip") { return false }
        }
        return true
    }

    private func condition(of directive: Directive) throws(GraphQLError) -> Bool {
        guard let value = directive.argument("if") else {
            throw arguments.literals.error(
                "Argument \"if\" of required type \"Boolean!\" was not provided.",
                at: Value(.null, offset: directive.offset)
            )
        }
        switch value.kind {
        case .boolean(let condition): return condition
        case .variable(let name):
            switch variables.position(of: name).flatMap({ variables.state(at: $0) }) {
            case .isTrue: return true
            case .isFalse: return false
            case .absent:
                throw arguments.literals.error(
                    "Argument \"if\" of required type \"Boolean!\" was provided the variable \"$\(name)\" "
                        + "which was not provided a runtime value.",
                    at: value
                )
            default: break
            }
        default: break
        }
        throw arguments.literals.error("Argument \"if\" of non-null type \"Boolean!\" must not be null.", at: value)
    }

    private func field(_ group: [Field], on object: ObjectType) throws(GraphQLError) -> CollectedField? {
        guard let first = group.first,
            let definition = schema.selectableField(named: first.name.text, on: object.name)
        else { return nil }
        let arguments = try arguments.coerce(first.arguments, by: definition.arguments, at: first.offset)
        let subselections = group.map(\.selections).filter { !$0.isEmpty }
        var selections: [ObjectSelection] = []
        if !subselections.isEmpty {
            for type in schema.possibleTypes(of: definition.type.namedType) {
                let fields = try fields(merging: subselections, on: type)
                selections.append(ObjectSelection(typename: type.name, fields: fields))
            }
        }
        return CollectedField(
            responseKey: first.responseKey,
            parentType: object.name,
            definition: definition,
            arguments: arguments,
            offsets: group.map(\.offset),
            selections: selections
        )
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
