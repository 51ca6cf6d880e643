import GraphQLLanguage

/// Bytes to a document, names and values included.
struct ParseWorkload: Workload {
    private let source: Source
    private let limits = ParserLimits(maxTokens: 1_000_000)

    var byteCount: Int { source.bytes.count }

    init(_ bytes: [UInt8]) { source = Source(bytes: bytes) }

    /// The document printed, without what the printers' versions lay out differently.
    func outcome() throws -> [UInt8] {
        let printed = try Document(parsing: source, limits: limits).printed
        return Array(try Source(printed).strippingIgnoredCharacters().utf8)
    }

    func run(_ count: Int) throws -> Int {
        var check = 0
        for _ in 0..<count { check &+= try Document(parsing: source, limits: limits).definitions.count }
        return check
    }
}
