import GraphQLLanguage
import GraphQLValidation
import Testing

/// Documents made to make validation slow or crash: each is answered or refused.
struct PathologicalDocumentTests {
    private let merging = [ValidationRule.overlappingFieldsCanBeMerged]

    private func codes(_ document: String) throws -> [String?] {
        try Zoo.refusal(of: try Zoo.parse(document)).map(\.code)
    }

    @Test("360 KB of one field are merged, and refused for execution")
    func mergedFields() throws {
        let document = "{ " + String(repeating: "dog { name } ", count: 28_000) + "}"
        #expect(document.utf8.count > 360_000)
        #expect(try Zoo.errors(in: document, breaking: merging) == [])
        #expect(try codes(document) == ["QUERY_TOO_COMPLEX"])
    }

    @Test("360 KB of fields with one conflict at the end stop at the most errors")
    func conflictAtTheEnd() throws {
        let document = "{ dog { " + String(repeating: "x: name ", count: 45_000) + "x: barks } }"
        let errors = try Zoo.errors(in: document, breaking: merging)
        #expect(
            errors.first?.message.contains(#"Fields "x" conflict because "name" and "barks" are different"#) == true
        )
    }

    @Test("Nested merged fields do not multiply")
    func nestedMergedFields() throws {
        var selection = "name"
        for _ in 0..<14 { selection = "mother { \(selection) } mother { \(selection) }" }
        #expect(try Zoo.errors(in: "{ dog { \(selection) } }", breaking: merging) == [])
    }

    @Test("Conflicts below many merged fields are found within the budget")
    func nestedConflicts() throws {
        let halves = [String(repeating: "x: name ", count: 2_000), String(repeating: "x: barks ", count: 2_000)]
        let document = "{ dog { \(halves[0]) } dog { \(halves[1]) } }"
        #expect(try Zoo.errors(in: document, breaking: merging).count == 1)
    }

    @Test("Fragments that double at every level are refused")
    func exponentialFragments() throws {
        let fragments = (0..<24).map { level in
            "fragment F\(level) on Dog { a: mother { ...F\(level + 1) } b: mother { ...F\(level + 1) } }"
        }
        let document = "{ dog { ...F0 } }\n\(fragments.joined(separator: "\n"))\nfragment F24 on Dog { name }"
        #expect(try codes(document) == ["QUERY_TOO_COMPLEX"])
        #expect(try Zoo.errors(in: document) == [])
    }

    @Test("A chain of 10,000 fragments is walked without recursion")
    func longChain() throws {
        let fragments = (0..<10_000).map { "fragment F\($0) on Dog { mother { ...F\($0 + 1) } }" }
        let document = "{ dog { ...F0 } }\n\(fragments.joined(separator: "\n"))\nfragment F10000 on Dog { name }"
        #expect(try codes(document) == ["QUERY_TOO_COMPLEX"])
        #expect(try Zoo.errors(in: document) == [])
    }

    @Test("A cycle of 10,000 fragments is one error of bounded size")
    func longCycle() throws {
        let fragments = (0..<10_000).map { "fragment F\($0) on Dog { ...F\(($0 + 1) % 10_000) }" }
        let document = "{ dog { ...F0 } }\n\(fragments.joined(separator: "\n"))"
        let errors = try Zoo.errors(in: document)
        #expect(errors.count == 1)
        let error = try #require(errors.first)
        #expect(error.locations.count == 100)
        #expect(error.message.hasPrefix(#"Cannot spread fragment "F0" within itself via "F1", "F2", "#))
        #expect(error.message.count == 4_001)
    }

    @Test("Fragments that all spread each other end", arguments: [2, 12, 40])
    func denseCycles(count: Int) throws {
        let spreads = (0..<count).map { "...F\($0)" }.joined(separator: " ")
        let fragments = (0..<count).map { "fragment F\($0) on Dog { x\($0): name mother { \(spreads) } \(spreads) }" }
        let errors = try Zoo.errors(in: "{ dog { \(spreads) } }\n\(fragments.joined(separator: "\n"))")
        #expect(
            errors.allSatisfy { $0.message.hasPrefix("Cannot spread fragment") || $0.message.hasPrefix("Too many") }
        )
        #expect(errors.count > 1)
    }

    @Test("Cyclic fragments with a conflict end")
    func cyclicConflict() throws {
        let document = """
            { dog { ...A ...B } }
            fragment A on Dog { x: name mother { ...B } ...B }
            fragment B on Dog { x: barks mother { ...A } ...A }
            """
        let errors = try Zoo.errors(in: document, breaking: merging)
        #expect(errors.contains { $0.message.contains(#""name" and "barks" are different fields"#) })
    }

    @Test("A 10,000-deep document is refused by the parser, and by the limits if the parser lets it pass")
    func deepDocument() throws {
        let text = String(repeating: "{ dog ", count: 10_000) + String(repeating: "}", count: 10_000)
        #expect(throws: SyntaxError.self) { try Document(parsing: Source(text)) }

        let deep = String(repeating: "{ mother ", count: 1_500) + String(repeating: "}", count: 1_500)
        #expect(try codes("{ dog \(deep) }") == ["QUERY_TOO_COMPLEX"])
    }

    @Test("Thousands of inline fragments nest without harm")
    func deepInlineFragments() throws {
        let text = String(repeating: "... { ", count: 1_500) + "dog { name }" + String(repeating: " }", count: 1_500)
        #expect(try codes("{ \(text) }") == ["QUERY_TOO_COMPLEX"])
    }

    @Test("Thousands of spreads of one fragment count as often as they are written")
    func manySpreads() throws {
        let document =
            "{ dog { " + String(repeating: "...F ", count: 20_000) + "} }\nfragment F on Dog { name mother { name } }"
        #expect(try codes(document) == ["QUERY_TOO_COMPLEX"])
        #expect(try Zoo.errors(in: document) == [])
    }
}
