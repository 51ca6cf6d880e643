import GraphQLLanguage

extension [Name] {
    /// The names that occur more than once, each with all its occurrences, in order of the first.
    func repeated() -> [[Name]] {
        guard count > 1 else { return [] }
        var positions: [String: Int] = [:]
        var groups: [[Name]] = []
        for name in self {
            if let position = positions[name.text] {
                groups[position].append(name)
            } else {
                positions[name.text] = groups.count
                groups.append([name])
            }
        }
        return groups.filter { $0.count > 1 }
    }
}
