import GraphQLLanguage
import GraphQLValidation
import Testing

struct RequestLimitsTests {
    private func refusal(of document: String, _ limits: RequestLimits) throws -> [String] {
        let errors = try Zoo.refusal(of: try Zoo.parse(document), options: ValidationOptions(limits: limits))
        #expect(errors.allSatisfy { $0.code == "QUERY_TOO_COMPLEX" })
        return errors.map(\.written)
    }

    @Test("Depth is counted through fields, not inline fragments")
    func depth() throws {
        let document = "{ dog { ... on Dog { mother { ... { name } } } } }"
        #expect(try refusal(of: document, RequestLimits(maxDepth: 3)) == [])
        #expect(
            try refusal(of: document, RequestLimits(maxDepth: 2)) == [
                "1:1: The document's depth is above the limit of 2."
            ]
        )
    }

    @Test("Depth is counted through fragments")
    func depthThroughFragments() throws {
        let document = "{ dog { ...A } }\nfragment A on Dog { mother { ...B } }\nfragment B on Dog { mother { name } }"
        #expect(try refusal(of: document, RequestLimits(maxDepth: 4)) == [])
        #expect(
            try refusal(of: document, RequestLimits(maxDepth: 3)) == [
                "1:1: The document's depth is above the limit of 3."
            ]
        )
    }

    @Test("Aliases are counted once per spread")
    func aliases() throws {
        let document = "{ a: dog { ...F } dog { ...F } }\nfragment F on Dog { b: name c: name }"
        #expect(try refusal(of: document, RequestLimits(maxAliases: 5)) == [])
        #expect(
            try refusal(of: document, RequestLimits(maxAliases: 4))
                == ["1:1: The document's number of aliases is above the limit of 4."]
        )
    }

    @Test("Root fields are counted through fragments")
    func rootFields() throws {
        let document = "{ dog { name } ...F }\nfragment F on Query { dog { name } cat { name } }"
        #expect(try refusal(of: document, RequestLimits(maxRootFields: 3)) == [])
        #expect(
            try refusal(of: document, RequestLimits(maxRootFields: 2))
                == ["1:1: The document's number of root fields is above the limit of 2."]
        )
    }

    @Test("Fields are counted after spreads are expanded")
    func fields() throws {
        let document = "{ dog { ...F ...F } }\nfragment F on Dog { name barks }"
        #expect(try refusal(of: document, RequestLimits(maxFields: 5)) == [])
        #expect(
            try refusal(of: document, RequestLimits(maxFields: 4))
                == ["1:1: The document's number of fields is above the limit of 4."]
        )
    }

    @Test("Directives are counted wherever they are written")
    func directives() throws {
        let document = """
            query Q @onQuery { dog @onField { ...F @onFragment ... @onFragment { name } } }
            fragment F on Dog @onFragment { name }
            """
        #expect(try refusal(of: document, RequestLimits(maxDirectives: 5)) == [])
        #expect(
            try refusal(of: document, RequestLimits(maxDirectives: 4))
                == [": The document's number of directives is above the limit of 4."]
        )
    }

    @Test("Operations are counted")
    func operations() throws {
        let document = "query A { dog { name } } query B { dog { name } }"
        #expect(try refusal(of: document, RequestLimits(maxOperations: 2)) == [])
        #expect(
            try refusal(of: document, RequestLimits(maxOperations: 1))
                == [": The document's number of operations is above the limit of 1."]
        )
    }

    @Test("Limits hold for the operation that passes them, by name")
    func location() throws {
        let document = "query A { dog { name } }\nquery B { dog { mother { name } } }"
        #expect(
            try refusal(of: document, RequestLimits(maxDepth: 2)) == [
                "2:1: The document's depth is above the limit of 2."
            ]
        )
    }

    @Test("Rules alone know no limits")
    func rulesAlone() throws {
        let options = ValidationOptions(limits: RequestLimits(maxDepth: 1))
        #expect(try Zoo.errors(in: "{ dog { name } }", options: options) == [])
    }
}
