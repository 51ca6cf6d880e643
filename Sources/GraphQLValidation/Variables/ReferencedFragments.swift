import GraphQLLanguage
import GraphQLSchema

/// The fragments that operations reach, and the variables used in them.
///
/// Operations that spread the same fragments share what was found. Everything is counted: a document whose operations
/// all go through many fragments is given up.
final class ReferencedFragments {
    /// A list of fragments that was found, by its number.
    typealias ID = Int

    /// Spreads and usages that one validation may look at through fragments, as in graphql-js.
    private static let maxWork = 50_000

    private let schema: Schema
    private let index: FragmentIndex
    private var remainingWork = maxWork
    private var ids: [Set<String>: ID] = [:]
    private var lists: [[FragmentDefinition]] = []
    private var usages: [ID: [VariableUsage]] = [:]
    private var usagesByFragment: [ObjectIdentifier: [VariableUsage]] = [:]

    init(_ schema: Schema, _ index: FragmentIndex) {
        self.schema = schema
        self.index = index
    }

    /// Takes from what may be spent; false once it is used up.
    func spend(_ work: Int) -> Bool {
        remainingWork -= work
        return remainingWork >= 0
    }

    func fragments(_ id: ID) -> [FragmentDefinition] { lists[id] }

    /// The fragments reached from these definitions, nearest first, each name once; nil when it costs too much.
    func reached(from positions: [FragmentIndex.Position]) -> ID? {
        var names: [String] = []
        var seen: Set<String> = []
        for position in positions {
            for spread in index.spreads[position] where seen.insert(spread.name.text).inserted {
                names.append(spread.name.text)
            }
        }
        let key = seen
        if let id = ids[key] { return id }
        guard spend(names.count) else { return nil }
        var fragments: [FragmentDefinition] = []
        var next = 0
        while next < names.count {
            let name = names[next]
            next += 1
            guard let position = index.position(of: name), let fragment = index.fragment(at: position) else { continue }
            fragments.append(fragment)
            guard spend(index.spreads[position].count) else { return nil }
            for spread in index.spreads[position] where seen.insert(spread.name.text).inserted {
                names.append(spread.name.text)
            }
        }
        lists.append(fragments)
        ids[key] = lists.count - 1
        return lists.count - 1
    }

    /// The variables used in a list of fragments; nil when it costs too much.
    func usages(in id: ID) -> [VariableUsage]? {
        let found: [VariableUsage]
        if let known = usages[id] {
            found = known
        } else {
            guard spend(lists[id].count) else { return nil }
            var all: [VariableUsage] = []
            for fragment in lists[id] {
                let local = usages(in: fragment)
                guard spend(local.count) else { return nil }
                all += local
            }
            usages[id] = all
            found = all
        }
        return spend(found.count) ? found : nil
    }

    private func usages(in fragment: FragmentDefinition) -> [VariableUsage] {
        if let known = usagesByFragment[ObjectIdentifier(fragment)] { return known }
        let found = VariableSearch(schema, in: .fragment(fragment)).found
        usagesByFragment[ObjectIdentifier(fragment)] = found
        return found
    }
}

extension ValidationContext {
    /// The variables that the operation at the walk's place uses, itself and in fragments; nil when that costs too much,
    /// and validation is given up then.
    func operationUsages() -> OperationUsages? {
        if let lastUsages, lastUsages.position == position { return lastUsages.usages }
        var inFragments: [VariableUsage] = []
        if !fragments.isEmpty {
            guard let id = references.reached(from: [position]), let found = references.usages(in: id) else {
                abort()
                return nil
            }
            inFragments = found
        }
        let own = VariableSearch(schema, in: document.definitions[position]).found
        let usages = OperationUsages(own: own, inFragments: inFragments)
        lastUsages = (position, usages)
        return usages
    }
}
