import GraphQLLanguage
import GraphQLSchema

/// Reports every conflict, selection set by selection set and pair by pair, as graphql-js does.
///
/// Runs only on documents with a conflict. Fields are compared within a set, between it and the fragments it spreads, and
/// between those fragments; pairs of fragments are remembered, so that cycles end.
final class ConflictSearch {
    /// Nesting of comparisons, so that a chain of fragments cannot exhaust the stack.
    private static let maxNesting = 300

    private let context: ValidationContext
    private let sets: FieldSets
    private let budget: ComparisonBudget
    private var comparedWithFragments = ComparedPairs()
    private var comparedFragments = ComparedPairs()
    private var nesting = 0
    private var reported = 0

    init(_ context: ValidationContext, _ sets: FieldSets, _ budget: ComparisonBudget) {
        self.context = context
        self.sets = sets
        self.budget = budget
    }

    /// Reports all conflicts that the budget reaches and returns their number.
    func reportAll() -> Int {
        for definition in context.document.definitions {
            switch definition {
            case .operation(let operation):
                let type = context.schema.rootType(for: operation.kind).map { TypeDefinition.object($0) }
                visit(operation.selections, owner: operation.offset, on: type)
            case .fragment(let fragment):
                let type = context.schema.type(named: fragment.typeCondition.text)
                visit(fragment.selections, owner: fragment.offset, on: type)
            case .schema, .type, .directive, .directiveExtension: continue
            }
        }
        return reported
    }

    private func visit(_ selections: [Selection], owner: Int, on type: TypeDefinition?) {
        guard !selections.isEmpty, !context.isAborted, !budget.isExhausted else { return }
        for conflict in conflicts(within: sets.id(of: selections, owner: owner, on: type)) {
            context.report(conflict)
            reported += 1
        }
        for selection in selections {
            switch selection {
            case .field(let field):
                let definition = type.flatMap { context.schema.field(named: field.name.text, on: $0) }
                let inner = definition.flatMap { context.schema.type(named: $0.type.namedType) }
                visit(field.selections, owner: field.offset, on: inner)
            case .inlineFragment(let fragment):
                let inner = fragment.typeCondition.map { context.schema.type(named: $0.text) } ?? type
                visit(fragment.selections, owner: fragment.offset, on: inner)
            case .fragmentSpread: continue
            }
        }
    }

    private func conflicts(within id: FieldSets.ID) -> [FieldConflict] {
        var found: [FieldConflict] = []
        let set = sets.sets[id]
        for group in set.groups {
            for (position, left) in group.fields.enumerated() {
                for right in group.fields.dropFirst(position + 1) {
                    compare(left, right, exclusive: false, into: &found)
                    if isFull(found) { return found }
                }
            }
        }
        for (position, name) in set.spreads.enumerated() {
            compare(id, withFragment: name, exclusive: false, into: &found)
            for other in set.spreads.dropFirst(position + 1) {
                compareFragments(name, other, exclusive: false, into: &found)
            }
        }
        return found
    }

    /// More than can be reported, or nothing left to spend.
    private func isFull(_ found: [FieldConflict]) -> Bool {
        budget.isExhausted || found.count > context.options.maxErrors
    }

    private func compare(
        _ id: FieldSets.ID,
        withFragment name: String,
        exclusive: Bool,
        into found: inout [FieldConflict]
    ) {
        guard let fragment = sets.id(ofFragment: name), fragment != id else { return }
        guard comparedWithFragments.insert(id, fragment, exclusive: exclusive), enter() else { return }
        defer { nesting -= 1 }
        compareSets(id, fragment, exclusive: exclusive, into: &found)
        for inner in sets.sets[fragment].spreads {
            compare(id, withFragment: inner, exclusive: exclusive, into: &found)
        }
    }

    private func compareFragments(
        _ left: String,
        _ right: String,
        exclusive: Bool,
        into found: inout [FieldConflict]
    ) {
        guard left != right,
            let leftID = sets.id(ofFragment: left),
            let rightID = sets.id(ofFragment: right),
            comparedFragments.insert(min(leftID, rightID), max(leftID, rightID), exclusive: exclusive),
            enter()
        else { return }
        defer { nesting -= 1 }
        compareSets(leftID, rightID, exclusive: exclusive, into: &found)
        for inner in sets.sets[rightID].spreads { compareFragments(left, inner, exclusive: exclusive, into: &found) }
        for inner in sets.sets[leftID].spreads { compareFragments(inner, right, exclusive: exclusive, into: &found) }
    }

    /// Compares the fields of two sets, not those of the fragments they spread.
    private func compareSets(
        _ left: FieldSets.ID,
        _ right: FieldSets.ID,
        exclusive: Bool,
        into found: inout [FieldConflict]
    ) {
        for group in sets.sets[left].groups {
            guard budget.spend(1) else { return }
            guard let others = sets.sets[right].group(group.responseKey) else { continue }
            for field in group.fields {
                for other in others.fields {
                    compare(field, other, exclusive: exclusive, into: &found)
                    if isFull(found) { return }
                }
            }
        }
    }

    private func compare(_ leftIndex: Int, _ rightIndex: Int, exclusive: Bool, into found: inout [FieldConflict]) {
        guard budget.spend(1) else { return }
        let (left, right) = (sets.fields[leftIndex], sets.fields[rightIndex])
        let exclusive = exclusive || areExclusive(left.parentType, right.parentType)
        if !exclusive, let conflict = sets.callConflict(left, right) {
            found.append(conflict)
        } else if let conflict = sets.shapeConflict(left, right) {
            found.append(conflict)
        } else if let leftID = sets.id(under: leftIndex), let rightID = sets.id(under: rightIndex) {
            let inner = conflicts(between: leftID, rightID, exclusive: exclusive)
            guard !inner.isEmpty else { return }
            let reasons = inner.map { "subfields \"\($0.responseKey)\" conflict because \($0.reason)" }
            found.append(
                FieldConflict(
                    responseKey: left.responseKey,
                    reason: reasons.joined(separator: " and "),
                    offsets: [left.field.offset] + inner.flatMap(\.offsets),
                    otherOffsets: [right.field.offset] + inner.flatMap(\.otherOffsets)
                )
            )
        }
    }

    private func conflicts(between left: FieldSets.ID, _ right: FieldSets.ID, exclusive: Bool) -> [FieldConflict] {
        guard enter() else { return [] }
        defer { nesting -= 1 }
        var found: [FieldConflict] = []
        compareSets(left, right, exclusive: exclusive, into: &found)
        let (leftSpreads, rightSpreads) = (sets.sets[left].spreads, sets.sets[right].spreads)
        for name in rightSpreads { compare(left, withFragment: name, exclusive: exclusive, into: &found) }
        for name in leftSpreads { compare(right, withFragment: name, exclusive: exclusive, into: &found) }
        for name in leftSpreads {
            for other in rightSpreads { compareFragments(name, other, exclusive: exclusive, into: &found) }
        }
        return found
    }

    /// Different object types never share an object; an interface or union might, now or later.
    private func areExclusive(_ left: TypeDefinition?, _ right: TypeDefinition?) -> Bool {
        guard case .object(let left) = left, case .object(let right) = right else { return false }
        return left.name != right.name
    }

    private func enter() -> Bool {
        guard nesting < Self.maxNesting, budget.spend(1) else { return false }
        nesting += 1
        return true
    }
}

/// Pairs of field sets that were compared; a comparison without exclusion covers one with it.
private struct ComparedPairs {
    private struct Pair: Hashable {
        let left: FieldSets.ID
        let right: FieldSets.ID
        let isExclusive: Bool
    }

    private var pairs: Set<Pair> = []

    /// Notes a pair; false if it was compared before.
    mutating func insert(_ left: FieldSets.ID, _ right: FieldSets.ID, exclusive: Bool) -> Bool {
        if exclusive, pairs.contains(Pair(left: left, right: right, isExclusive: false)) { return false }
        return pairs.insert(Pair(left: left, right: right, isExclusive: exclusive)).inserted
    }
}
