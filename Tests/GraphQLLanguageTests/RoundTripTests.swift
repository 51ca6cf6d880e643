import Testing

@testable import GraphQLLanguage

/// What holds of every document, over random ones.
struct RoundTripTests {
    @Test(
        "Appendix C Reading, printing and reading again is the identity, for 200 random documents of every seed",
        arguments: 1...5
    )
    func identity(seed: UInt64) async throws {
        var documents = RandomDocument(seed: seed)
        for _ in 0..<200 {
            // Others run on the same threads.
            await Task.yield()
            let text = documents.document()
            let first = try #require(try? document(text), "\(diagnosis(text) ?? "") in \(text.debugDescription)")
            let printed = first.printed
            let second = try #require(
                try? document(printed),
                "\(diagnosis(printed) ?? "") in \(printed.debugDescription)"
            )
            #expect(outline(second) == outline(first), "\(text.debugDescription)")
            #expect(second.printed == printed, "\(text.debugDescription)")
        }
    }

    @Test("§2.1.6 A document without ignored characters says the same, for 200 random documents")
    func stripped() async throws {
        var documents = RandomDocument(seed: 99)
        for _ in 0..<200 {
            await Task.yield()
            let text = documents.document()
            let short = try Source(text).strippingIgnoredCharacters()
            #expect(try outline(document(short)) == outline(document(text)), "\(text.debugDescription)")
            #expect(try Source(short).strippingIgnoredCharacters() == short)
            #expect(short.utf8.count <= text.utf8.count)
        }
    }

    @Test("Separated operations together hold what the document's operations reach, for 200 random documents")
    func separated() throws {
        var documents = RandomDocument(seed: 7)
        for _ in 0..<200 {
            let whole = try document(documents.document())
            for (name, part) in whole.separatedOperations {
                let again = try document(part.printed)
                #expect(outline(again) == outline(part))
                let operations = part.definitions.filter { if case .operation = $0 { true } else { false } }
                #expect(operations.count == 1)
                if case .operation(let operation) = operations[0] { #expect(operation.name?.text ?? "" == name) }
            }
        }
    }

    @Test("The outline tells apart what differs")
    func outlines() throws {
        #expect(try outline(document("{a}")) == outline(document("query {\n a }")))
        for (one, other) in [
            ("{a}", "{b}"), ("{a}", "{a{}}"), ("{a}", "{a:a}"), ("{a(b:1)}", "{a(b:\"1\")}"),
            ("query Q{a}", "query{a}"),
            ("type A", "extend type A @b"), ("{a(b:\"\")}", "{a(b:\"\"\"\"\"\")}"), ("{a(b:A)}", "{a(b:null)}"),
        ] {
            #expect(try outline(document(one)) != outline(document(other)))
        }
    }
}
