import GraphQLSchema
import Testing

@Suite("Damaged schemas")
struct DamagedSchemaTests {
    private static let tokens = """
        schema { query : Query mutation : Change } interface Node implements Node { id : ID ! }
        type Query implements Node @d ( x : [ 1 , { a : A } ] ) { id : ID ! item ( in : Filter = { a : { } } ) : [ Item ] }
        type Item implements Node { id : ID ! other : Any @deprecated } union Any = Query | Item
        input Filter @oneOf { a : Filter = { } b : Filter ! c : Kind = A } enum Kind { A B }
        extend type Query { more : Kind } extend enum Kind { C } extend input Filter { d : Int = 1 }
        directive @d ( x : [ Filter ! ] @d ) repeatable on OBJECT | ARGUMENT_DEFINITION
        type Change { a : Int }
        """.split(whereSeparator: \.isWhitespace)

    @Test("The undamaged schema follows the rules for SDL documents")
    func undamaged() {
        #expect(refusals(of: Self.tokens.joined(separator: " ")) == [])
    }

    /// Drops, repeats and swaps tokens: whatever comes out composes or is reported, and what composes prints and reads back.
    @Test("A damaged schema is reported, never a crash", arguments: 1...60)
    func damaged(seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        for _ in 0..<20 {
            var tokens = Self.tokens
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let position = Int.random(in: 0..<tokens.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: tokens.remove(at: position)
                case 1: tokens.insert(tokens[position], at: position)
                default: tokens.swapAt(position, Int.random(in: 0..<tokens.count, using: &random))
                }
            }
            let sdl = tokens.joined(separator: " ")
            let found = diagnostics(of: [letters(sdl)])
            #expect(found.allSatisfy { !$0.isEmpty })
            guard refusals(of: sdl).isEmpty else { continue }
            let printed = try Schema.build(sdl).printed
            #expect(try Schema.build(printed).printed == printed, "\(sdl)")
        }
    }

    /// SplitMix64.
    private struct SeededGenerator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
