import DocketTesting
import GraphQLLanguage
import PluginKit
import Testing

@Suite("The hardened profile")
struct HardenedTests {
    @Test("Messages suggest no name of the schema")
    func suggestions() async throws {
        try await TestCourt.with(plugins: Installed.all, isHardened: true) { court in
            for (document, message) in [
                ("{ letters { nodes { leterNo } } }", #"Cannot query field "leterNo" on type "Letter"."#),
                ("{ leters { totalCount } }", #"Cannot query field "leters" on type "Query"."#),
                ("{ letters(frst: 1) { totalCount } }", #"Unknown argument "frst" on field "Query.letters"."#),
                ("{ ... on Leter { today } }", #"Unknown type "Leter"."#),
                (
                    #"{ court(code: "晋03") }"#,
                    #"Field "court" of type "Court" must have a selection of subfields."#
                ),
                (
                    "{ letters(filter: { recievedFrom: \"2018-01-01\" }) { totalCount } }",
                    #"Expected value of type "LetterFilter" not to include an unknown field."#
                ),
                (
                    "{ letters(filter: { state: REGISTRED }) { totalCount } }",
                    #"The value does not exist in "LetterState" enum."#
                ),
                (
                    "{ staff(filter: { nme: 1 }) { totalCount } }",
                    #"Expected value of type "StaffFilter" not to include unknown field "nme", found: { nme: 1 }."#
                ),
            ] {
                let answer = await court.send(document)
                #expect(answer[path: "errors.0.message"].text == message, "\(answer)")
            }
        }
    }

    @Test("Introspection is an administrator's; __typename is everybody's")
    func introspection() async throws {
        try await TestCourt.with(plugins: Installed.all, isHardened: true) { court in
            for document in [
                "{ __schema { types { name } } }", #"{ __type(name: "Letter") { name } }"#,
                "{ viewer { today } ...S } fragment S on Query { __schema { description } }",
                "{ ... @include(if: true) { s: __schema { description } } }",
            ] {
                let answer = await court.send(document)
                #expect(answer.codes == ["FORBIDDEN"], "\(answer)")
                #expect(answer["data"] == nil)
                let admin = await court.send(document, as: .admin)
                #expect(admin["errors"] == nil, "\(admin)")
            }
            #expect(
                await court.send("{ __typename viewer { __typename } }") == [
                    "data": ["__typename": "Query", "viewer": ["__typename": "Viewer"]]
                ]
            )
        }
    }

    @Test("GET and the published schema are not served")
    func transport() async throws {
        try await TestCourt.with(plugins: Installed.all, isHardened: true) { court in
            let curl = Curl(court: court)
            let get = try await curl.send(
                "/graphql",
                ["-G", "--data-urlencode", "query={ viewer { today } }"],
                bearing: court.tokens[.clerk]
            )
            #expect(get.status == 405)
            #expect(get.json.codes == ["METHOD_NOT_ALLOWED"])
            #expect(try await curl.send("/schema.graphql").status == 404)
            #expect(try await curl.post("{ viewer { today } }").json == ["data": ["viewer": ["today": "2018-06-29"]]])
        }
    }

    @Test("Introspection answers the whole schema in the development profile")
    func development() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let answer = await court.send("{ __schema { types { name } mutationType { fields { name } } } }")
            let types = answer[path: "data.__schema.types"].items.compactMap { $0["name"]?.text }
            #expect(Set(types).isSuperset(of: ["Letter", "Dossier", "Court", "__Schema", "CourtCode"]))
            let mutations = answer[path: "data.__schema.mutationType.fields"].items.compactMap { $0["name"]?.text }
            #expect(
                Set(mutations).isSuperset(of: [
                    "importTransferBatch", "reviewLetter", "revealPetitioner", "importCourts",
                ])
            )
        }
    }
}
