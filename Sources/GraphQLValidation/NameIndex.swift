/// Names with the positions where they stand: few are searched one by one, many are hashed.
struct NameIndex {
    private let names: [String]
    private let positions: [String: Int]

    init(_ names: some Sequence<String>) {
        self.names = Array(names)
        positions =
            self.names.count <= 12
            ? [:] : Dictionary(self.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { _, last in last })
    }

    func contains(_ name: String) -> Bool { lastPosition(of: name) != nil }

    /// The last position at which a name stands.
    func lastPosition(of name: String) -> Int? { positions.isEmpty ? names.lastIndex(of: name) : positions[name] }
}
