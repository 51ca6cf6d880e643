import GraphQLLanguage
import GraphQLValidation
import Testing

/// Documents made to make validation slow or crash: each is answered or refused.
struct PathologicalDocumentTests {
    private let merging = [ValidationRule.overlappingFieldsCanBeMerged]

    private func codes(_ document: String) throws -> [String?] {
        try Zoo.refusal(of: try Zoo.parse(document)).map(\.code)
    }

    /// Checks that validation was given up, with what was found before.
    private func expectGivenUp(_ errors: [GraphQLError], after count: Int = 0) {
        #expect(errors.count == count + 1)
        #expect(errors.last?.message == "Validation aborted.")
        #expect(errors.last?.code == "QUERY_TOO_COMPLEX")
        #expect(errors.last?.locations == [])
    }

    @Test(
        "360 KB of merged fields cost more comparisons than allowed and are given up",
        arguments: [
            "{ " + String(repeating: "dog { name } ", count: 28_000) + "}",
            "{ dog { " + String(repeating: "x: name ", count: 45_000) + "x: barks } }",
            "{ dog { " + String(repeating: "... { name } ", count: 28_000) + "} }",
        ]
    )
    func mergedFields(document: String) throws {
        #expect(document.utf8.count > 360_000)
        expectGivenUp(try Zoo.errors(in: document, breaking: merging))
        #expect(try codes(document) == ["QUERY_TOO_COMPLEX"])
    }

    @Test("Fields are compared pair by pair, each pair counted")
    func countedPairs() throws {
        // Forty fields are 780 pairs at two steps each.
        let document = "{ dog { " + String(repeating: "name ", count: 40) + "} }"
        for (limit, isEnough) in [(1_559, false), (1_560, true)] {
            let options = ValidationOptions(limits: RequestLimits(maxComparisons: limit))
            let errors = try Zoo.errors(in: document, breaking: merging, options: options)
            #expect(errors.isEmpty == isEnough)
        }
    }

    @Test("Nested merged fields that multiply are given up")
    func nestedMergedFields() throws {
        var selection = "name"
        for _ in 0..<14 { selection = "mother { \(selection) } mother { \(selection) }" }
        expectGivenUp(try Zoo.errors(in: "{ dog { \(selection) } }", breaking: merging))
    }

    @Test("Conflicts below merged fields are found up to the allowed comparisons")
    func nestedConflicts() throws {
        let halves = [String(repeating: "x: name ", count: 200), String(repeating: "x: barks ", count: 200)]
        let errors = try Zoo.errors(in: "{ dog { \(halves[0]) } dog { \(halves[1]) } }", breaking: merging)
        #expect(errors.count == 1)
        #expect(errors.first?.locations.count == 40)
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

    @Test("Fragments nest as deep as selections may, and no deeper", arguments: [197, 198, 10_000])
    func longChain(length: Int) throws {
        for inner in ["...F", "name ...F"] {
            let fragments = (0..<length).map { "fragment F\($0) on Dog { \(inner)\($0 + 1) }" }
            let document =
                "{ dog { ...F0 } }\n\(fragments.joined(separator: "\n"))\nfragment F\(length) on Dog { name }"
            let errors = try Zoo.errors(in: document)
            if length == 197 { #expect(errors == []) } else { expectGivenUp(errors) }
        }
    }

    @Test("A chain of 10,000 fragments through fields is refused")
    func deepChain() throws {
        let fragments = (0..<10_000).map { "fragment F\($0) on Dog { mother { ...F\($0 + 1) } }" }
        let document = "{ dog { ...F0 } }\n\(fragments.joined(separator: "\n"))\nfragment F10000 on Dog { name }"
        #expect(try codes(document) == ["QUERY_TOO_COMPLEX"])
        expectGivenUp(try Zoo.errors(in: document))
    }

    @Test("A cycle of 10,000 fragments is given up")
    func longCycle() throws {
        let fragments = (0..<10_000).map { "fragment F\($0) on Dog { ...F\(($0 + 1) % 10_000) }" }
        expectGivenUp(try Zoo.errors(in: "{ dog { ...F0 } }\n\(fragments.joined(separator: "\n"))"))
    }

    @Test("Operations that all go through many fragments are given up")
    func sharedFragments() throws {
        let operations = (0..<300).map { "query Q\($0)($v: Boolean) { dog { ...A\($0) } }" }
        let entries = (0..<300).map { "fragment A\($0) on Dog { ...F0 }" }
        let chain = (0..<180).map { "fragment F\($0) on Dog { ...F\($0 + 1) }" }
        let document = (operations + entries + chain + ["fragment F180 on Dog { name(surname: $v) }"])
            .joined(separator: "\n")
        expectGivenUp(try Zoo.errors(in: document))
    }

    @Test("Fragments that all spread each other end", arguments: [2, 12, 40])
    func denseCycles(count: Int) throws {
        let spreads = (0..<count).map { "...F\($0)" }.joined(separator: " ")
        let fragments = (0..<count).map { "fragment F\($0) on Dog { x\($0): name mother { \(spreads) } \(spreads) }" }
        let errors = try Zoo.errors(in: "{ dog { \(spreads) } }\n\(fragments.joined(separator: "\n"))")
        let beginnings = ["Cannot spread fragment", "Too many validation errors", "Validation aborted."]
        #expect(errors.allSatisfy { error in beginnings.contains { error.message.hasPrefix($0) } })
        #expect(!errors.isEmpty)
    }

    @Test("Two chains of answers are compared as deep as they may nest")
    func parallelChains() throws {
        let chains = ["A", "B"].flatMap { chain in
            (0..<90).map { "fragment \(chain)\($0) on Dog { mother { ...\(chain)\($0 + 1) } }" }
        }
        let ends = ["fragment A90 on Dog { x: name }", "fragment B90 on Dog { x: barks }"]
        let document = (["{ dog { ...A0 ...B0 } }"] + chains + ends).joined(separator: "\n")
        let errors = try Zoo.errors(in: document, breaking: merging)
        let error = try #require(errors.first)
        #expect(error.message.hasPrefix(#"Fields "mother" conflict because subfields "mother" conflict because "#))
        #expect(
            error.message.hasSuffix("... Use different aliases on the fields to fetch both if this was intentional.")
        )
        #expect(error.locations.count == 40)
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
