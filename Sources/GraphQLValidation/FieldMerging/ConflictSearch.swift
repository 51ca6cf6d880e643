import GraphQLLanguage
import GraphQLSchema

/// Finds every pair of fields that cannot be merged, as graphql-js does: in its order, and at its cost.
///
/// Fields are compared within a set, between it and the fragments it spreads, and between those fragments; fragments that
/// fragments spread come after them. Pairs are remembered, so that cycles end. A chain of fragments is followed in a list,
/// not on the stack; only what nests in the answer nests here.
final class ConflictSearch {
    /// Thrown when the comparisons of a document cost more than is allowed.
    struct Exhausted: Error {}

    /// Nesting of answers that are compared, so that the stack is never exhausted.
    private static let maxNesting = 200

    private let schema: Schema
    private let fragments: FragmentIndex
    private var remaining: Int
    private var nesting = 0
    private var sets: [SetKey: FieldSet] = [:]
    /// The sets of fragments by their positions.
    private var fragmentSets: [FieldSet?]
    /// Pairs of sets whose response names were paid for.
    private var matched: Set<IDPair> = []
    private var comparedWithFragments = ComparedPairs()
    private var comparedFragments = ComparedPairs()
    private var equalArguments: [FieldPair: Bool] = [:]

    init(_ context: ValidationContext) {
        schema = context.schema
        fragments = context.fragments
        remaining = context.options.limits.maxComparisons
        fragmentSets = fragments.isEmpty ? [] : Array(repeating: nil, count: fragments.definitions.count)
    }

    /// The conflicts of one selection set, those that its fragments bring included.
    func conflicts(
        within selections: [Selection],
        of owner: AnyObject,
        on type: TypeDefinition?
    ) throws(Exhausted) -> [FieldConflict] {
        var found: [FieldConflict] = []
        let set = set(of: selections, of: owner, on: type)
        for group in set.groups where group.fields.count > 1 {
            for (position, left) in group.fields.enumerated() {
                for right in group.fields.dropFirst(position + 1) {
                    try compare(left, right, exclusive: false, into: &found)
                }
            }
        }
        guard !set.spreads.isEmpty, !set.groups.isEmpty || set.spreads.count > 1 else { return found }
        let spread = try fragments(of: set)
        for (position, fragment) in spread.enumerated() {
            try compare(set, withFragment: fragment, exclusive: false, into: &found)
            for other in spread.dropFirst(position + 1) {
                try compareFragments(fragment, other, exclusive: false, into: &found)
            }
        }
        return found
    }

    // MARK: - Sets

    private func set(of selections: [Selection], of owner: AnyObject, on type: TypeDefinition?) -> FieldSet {
        let key = SetKey(owner: ObjectIdentifier(owner), type: type?.identity)
        if let set = sets[key] { return set }
        let set = FieldSet(sets.count, selections, on: type, schema)
        sets[key] = set
        return set
    }

    private func set(under field: MergeField) -> FieldSet {
        if let set = field.selected { return set }
        let set = set(of: field.field.selections, of: field.field, on: field.type)
        field.selected = set
        return set
    }

    private func set(of position: FragmentIndex.Position) -> FieldSet? {
        guard position >= 0 else { return nil }
        if let set = fragmentSets[position] { return set }
        guard let fragment = fragments.fragment(at: position) else { return nil }
        let set = set(of: fragment.selections, of: fragment, on: schema.type(named: fragment.typeCondition.text))
        fragmentSets[position] = set
        return set
    }

    private func fragments(of set: FieldSet) throws(Exhausted) -> [FragmentIndex.Position] {
        if set.spreads.isEmpty { return [] }
        if let known = set.fragments { return known }
        var found: [FragmentIndex.Position] = []
        var seen: Set<FragmentIndex.Position> = []
        for name in set.spreads {
            try spend(1)
            let position = fragments.position(of: name) ?? -1
            if seen.insert(position).inserted { found.append(position) }
        }
        set.fragments = found
        return found
    }

    // MARK: - Comparisons of sets

    /// Compares a set with a fragment, then with those that the fragment spreads.
    private func compare(
        _ set: FieldSet,
        withFragment first: FragmentIndex.Position,
        exclusive: Bool,
        into found: inout [FieldConflict]
    ) throws(Exhausted) {
        var pending = [first]
        while let fragment = pending.popLast() {
            try spend(1)
            guard !set.groups.isEmpty, comparedWithFragments.insert(set.id, fragment, exclusive: exclusive),
                let other = self.set(of: fragment)
            else { continue }
            let inner = try fragments(of: other)
            guard other !== set else { continue }
            try compareSets(set, other, exclusive: exclusive, into: &found)
            pending += inner.reversed()
        }
    }

    /// Compares two fragments, then each with those that the other spreads.
    private func compareFragments(
        _ left: FragmentIndex.Position,
        _ right: FragmentIndex.Position,
        exclusive: Bool,
        into found: inout [FieldConflict]
    ) throws(Exhausted) {
        var pending = [(left, right)]
        while let (left, right) = pending.popLast() {
            try spend(2)
            guard left != right,
                comparedFragments.insert(min(left, right), max(left, right), exclusive: exclusive),
                let leftSet = set(of: left), let rightSet = set(of: right)
            else { continue }
            let leftInner = try fragments(of: leftSet)
            let rightInner = try fragments(of: rightSet)
            try compareSets(leftSet, rightSet, exclusive: exclusive, into: &found)
            pending += leftInner.reversed().map { ($0, right) }
            pending += rightInner.reversed().map { (left, $0) }
        }
    }

    /// Compares the fields of two sets, not those of the fragments they spread.
    private func compareSets(
        _ left: FieldSet,
        _ right: FieldSet,
        exclusive: Bool,
        into found: inout [FieldConflict]
    ) throws(Exhausted) {
        guard !left.groups.isEmpty, !right.groups.isEmpty else { return }
        if matched.insert(IDPair(left.id, right.id)).inserted { try spend(left.groups.count) }
        for group in left.groups {
            guard let others = right.group(group.responseKey) else { continue }
            for field in group.fields {
                for other in others.fields { try compare(field, other, exclusive: exclusive, into: &found) }
            }
        }
    }

    // MARK: - Comparisons of fields

    private func compare(
        _ left: MergeField,
        _ right: MergeField,
        exclusive: Bool,
        into found: inout [FieldConflict]
    ) throws(Exhausted) {
        if let conflict = try conflict(left, right, exclusive: exclusive) { found.append(conflict) }
    }

    private func conflict(
        _ left: MergeField,
        _ right: MergeField,
        exclusive: Bool
    ) throws(Exhausted) -> FieldConflict? {
        try spend(2)
        let (name, otherName) = (left.field.name.text, right.field.name.text)
        let exclusive = exclusive || areExclusive(left.parentType, right.parentType)
        if left.isPlain, right.isPlain, name == otherName, haveOneType(left, right) { return nil }
        if !exclusive {
            guard name == otherName else {
                let names = "\"\(FieldConflict.abbreviated(name))\" and \"\(FieldConflict.abbreviated(otherName))\""
                return FieldConflict("\(names) are different fields", left, right)
            }
            guard try haveEqualArguments(left, right) else {
                return FieldConflict("they have differing arguments", left, right)
            }
        }
        if let reason = try streamConflict(left, right) { return FieldConflict(reason, left, right) }
        if let type = left.definition?.type, let other = right.definition?.type, !haveOneType(left, right),
            try haveDifferentShapes(type, other)
        {
            return FieldConflict("they return conflicting types \"\(type)\" and \"\(other)\"", left, right)
        }
        guard left.field.selectionSetOffset != nil, right.field.selectionSetOffset != nil else { return nil }
        return FieldConflict(of: try conflictsBelow(left, right, exclusive: exclusive), below: left, right)
    }

    private func conflictsBelow(
        _ left: MergeField,
        _ right: MergeField,
        exclusive: Bool
    ) throws(Exhausted) -> [FieldConflict] {
        guard nesting < Self.maxNesting else { throw Exhausted() }
        nesting += 1
        defer { nesting -= 1 }
        let (leftSet, rightSet) = (set(under: left), set(under: right))
        let leftFragments = try fragments(of: leftSet)
        let rightFragments = try fragments(of: rightSet)
        var found: [FieldConflict] = []
        try compareSets(leftSet, rightSet, exclusive: exclusive, into: &found)
        for fragment in rightFragments {
            try compare(leftSet, withFragment: fragment, exclusive: exclusive, into: &found)
        }
        for fragment in leftFragments {
            try compare(rightSet, withFragment: fragment, exclusive: exclusive, into: &found)
        }
        for fragment in leftFragments {
            for other in rightFragments {
                try compareFragments(fragment, other, exclusive: exclusive, into: &found)
            }
        }
        return found
    }

    /// Different object types never share an object; an interface or union might, now or later.
    private func areExclusive(_ left: TypeDefinition?, _ right: TypeDefinition?) -> Bool {
        guard case .object(let left) = left, case .object(let right) = right else { return false }
        return left !== right
    }

    /// Whether two fields have one type and not just equal ones: they are one field, or both of one named type.
    private func haveOneType(_ left: MergeField, _ right: MergeField) -> Bool {
        if left.definition === right.definition { return true }
        guard case .named(let name) = left.definition?.type, case .named(let other) = right.definition?.type else {
            return false
        }
        return name.text == other.text
    }

    /// SameResponseShape (GraphQL §5.3.2) without subfields.
    private func haveDifferentShapes(_ left: TypeReference, _ right: TypeReference) throws(Exhausted) -> Bool {
        if case .named(let name) = left, case .named(let other) = right, name.text == other.text { return false }
        try spend(1)
        return switch (left, right) {
        case (.list(let a, _), .list(let b, _)), (.nonNull(let a), .nonNull(let b)): try haveDifferentShapes(a, b)
        case (.named(let a), .named(let b)): isLeaf(a.text) || isLeaf(b.text)
        default: true
        }
    }

    private func isLeaf(_ name: String) -> Bool { schema.type(named: name)?.isLeaf ?? false }

    private func streamConflict(_ left: MergeField, _ right: MergeField) throws(Exhausted) -> String? {
        guard left.stream != nil || right.stream != nil else { return nil }
        let reason = "they have overlapping stream directives"
        guard let stream = left.stream, let other = right.stream, try areEqual(stream.arguments, other.arguments) else {
            return reason
        }
        return reason + ". See https://github.com/graphql/defer-stream-wg/discussions/100"
    }

    private func haveEqualArguments(_ left: MergeField, _ right: MergeField) throws(Exhausted) -> Bool {
        if left.field.arguments.isEmpty, right.field.arguments.isEmpty { return true }
        let pair = FieldPair(left: ObjectIdentifier(left), right: ObjectIdentifier(right))
        if let known = equalArguments[pair] { return known }
        let areEqual = try areEqual(left.field.arguments, right.field.arguments)
        equalArguments[pair] = areEqual
        return areEqual
    }

    private func areEqual(_ left: [Argument], _ right: [Argument]) throws(Exhausted) -> Bool {
        guard left.count == right.count else { return false }
        let names = right.count > 12 ? NameIndex(right.lazy.map(\.name.text)) : nil
        for argument in left {
            try spend(1)
            let name = argument.name.text
            let position = names.map { $0.lastPosition(of: name) } ?? right.lastIndex { $0.name.text == name }
            guard let position, argument.value.isSame(as: right[position].value) else { return false }
        }
        return true
    }

    private func spend(_ cost: Int) throws(Exhausted) {
        remaining -= cost
        if remaining < 0 { throw Exhausted() }
    }
}
