import GraphQLLanguage
import GraphQLSchema

/// Finds out whether any two fields of a document conflict, without comparing each with each.
///
/// All field sets that end up in one object of the response are merged first; within them it is enough to compare every
/// field with the first of its response name, since both comparisons are equivalences. The sets under the fields of one
/// name are merged in turn. Two passes, as in FieldsInSetCanMerge (GraphQL §5.3.2): response shapes among all fields of
/// a name; names and arguments only among those whose parents can be the same object. Work is kept in a list, not on the
/// stack, and every merged set is looked at once however many paths lead to it.
struct MergeCheck {
    enum Result {
        case none
        case conflict(FieldConflict)
        case exhausted
    }

    private enum Pass: Hashable { case shapes, calls }

    private struct Work: Hashable {
        let pass: Pass
        /// In ascending order, each once.
        let sets: [FieldSets.ID]
    }

    private let sets: FieldSets
    private let budget: ComparisonBudget
    private var pending: [Work] = []
    private var seen: Set<Work> = []
    /// The sets that were part of a merged one: what is within them needs no check of its own.
    private var covered: Set<FieldSets.ID> = []

    init(_ sets: FieldSets, _ budget: ComparisonBudget) {
        self.sets = sets
        self.budget = budget
    }

    func firstConflict() -> Result {
        var check = self
        for definition in sets.context.document.definitions {
            guard case .operation(let operation) = definition else { continue }
            if let result = check.result(startingWith: sets.id(of: operation)) { return result }
        }
        // Only fragments that no operation spreads are left; those that spread others come first.
        let fragments = sets.context.fragments
        for position in fragments.innermostFirst.reversed() {
            guard let fragment = fragments.fragment(at: position) else { continue }
            let id = sets.id(of: fragment)
            if check.covered.contains(id) { continue }
            if let result = check.result(startingWith: id) { return result }
        }
        return .none
    }

    private mutating func result(startingWith id: FieldSets.ID) -> Result? {
        add(.shapes, [id])
        add(.calls, [id])
        if let conflict = run() { return .conflict(conflict) }
        return budget.isExhausted ? .exhausted : nil
    }

    private mutating func add(_ pass: Pass, _ ids: [FieldSets.ID]) {
        guard !ids.isEmpty else { return }
        let work = Work(pass: pass, sets: ids.count == 1 ? ids : Set(ids).sorted())
        if seen.insert(work).inserted { pending.append(work) }
    }

    private mutating func run() -> FieldConflict? {
        while let work = pending.popLast() {
            guard let groups = merge(work.sets) else { return nil }
            for group in groups {
                let conflict =
                    switch work.pass {
                    case .shapes: checkShapes(group)
                    case .calls: checkCalls(group)
                    }
                if let conflict { return conflict }
            }
        }
        return nil
    }

    /// The fields of these sets and of all fragments they spread, by response name; nil when the budget is used up.
    private mutating func merge(_ ids: [FieldSets.ID]) -> [[Int]]? {
        var positions: [String: Int] = [:]
        var groups: [[Int]] = []
        var spread: Set<String> = []
        var queue = ids
        var next = 0
        while next < queue.count {
            let set = sets.sets[queue[next]]
            covered.insert(queue[next])
            next += 1
            guard budget.spend(set.groups.count + set.spreads.count + 1) else { return nil }
            for group in set.groups {
                guard budget.spend(group.fields.count) else { return nil }
                if let position = positions[group.responseKey] {
                    groups[position] += group.fields
                } else {
                    positions[group.responseKey] = groups.count
                    groups.append(group.fields)
                }
            }
            for name in set.spreads where spread.insert(name).inserted {
                if let id = sets.id(ofFragment: name) { queue.append(id) }
            }
        }
        return groups
    }

    private mutating func checkShapes(_ group: [Int]) -> FieldConflict? {
        // A field that the schema does not know fits every shape and so cannot stand for its group.
        if let first = group.first(where: { sets.fields[$0].definition != nil }) {
            for index in group where index != first {
                if let conflict = sets.shapeConflict(sets.fields[first], sets.fields[index]) { return conflict }
            }
        }
        add(.shapes, children(of: group))
        return nil
    }

    private mutating func checkCalls(_ group: [Int]) -> FieldConflict? {
        for fields in byCommonParent(group) {
            for index in fields.dropFirst() {
                if let conflict = sets.callConflict(sets.fields[fields[0]], sets.fields[index]) { return conflict }
            }
            add(.calls, children(of: fields))
        }
        return nil
    }

    private func children(of fields: [Int]) -> [FieldSets.ID] { fields.compactMap { sets.id(under: $0) } }

    /// Fields of objects that can be one: those of each object type with those of abstract types.
    private func byCommonParent(_ group: [Int]) -> [[Int]] {
        guard group.count > 1 else { return [group] }
        var abstract: [Int] = []
        var objects: [String: [Int]] = [:]
        for index in group {
            if case .object(let type) = sets.fields[index].parentType {
                objects[type.name, default: []].append(index)
            } else {
                abstract.append(index)
            }
        }
        return objects.isEmpty ? [abstract] : objects.values.map { abstract + $0 }
    }
}
