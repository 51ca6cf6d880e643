import DocketServer
import DocketTesting
import GraphQLLanguage
import GraphQLSchema
import PluginHost
import PluginKit
import Postgres
import Testing

/// What a sealed matter answers to those who would change it, reveal it, or find out that it is there.
@Suite("Sealed matters and mutations")
struct SealedWriteTests {
    @Test("A sealed letter answers every mutation like an absent one, to everyone but inspectors and who registered it")
    func likeAbsent() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let matters = try await SealedMatters.plant(court)
            let composition = court.server.engine.composition
            let mutations = try #require(composition.schema.rootType(for: .mutation)?.fields).filter { field in
                guard
                    case .input(let input)? = field.arguments.first.flatMap({
                        composition.schema.type(named: $0.type.namedType)
                    })
                else { return false }
                return input.field(named: "letterId") != nil
            }
            #expect(mutations.count > 25)
            let askers = SealWalkTests.askers.filter { !$0.isRegistrar && $0.sees.isEmpty }
            for asker in askers {
                let token = try await SealWalkTests.token(asker, court)
                for mutation in mutations {
                    let input = try #require(mutation.arguments.first?.type.namedType)
                    for letter in [matters.head, matters.unclassified, matters.open] {
                        let document =
                            "mutation($input: \(input)!) { \(mutation.name)(input: $input) { letter { id } } }"
                        var answers: [JSONValue] = []
                        for (id, version) in [(letter.id, try await letter.version), ("999999", 1)] {
                            let value = Self.example(input, composition.schema, id: id, version: version)
                            answers.append(await court.send(document, ["input": value], bearing: token))
                        }
                        #expect(answers[0] == answers[1], "\(asker) \(mutation.name)")
                        #expect(!answers[0].codes.isEmpty, "\(asker) \(mutation.name): \(answers[0])")
                    }
                }
            }
        }
    }

    @Test("A root that one may not know is answered like none")
    func roots() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let matters = try await SealedMatters.plant(court)
            let mine = try await LetterDesk(court, item: 1)
            let other = try await court.token(staff: "晋03-05", roles: [.clerk])
            for root in [matters.head.id, matters.unclassified.id, "999999"] {
                let answer = await court.send(
                    "mutation($input: MarkDuplicateInput!) { markDuplicate(input: $input) { letter { id } } }",
                    [
                        "input": [
                            "letterId": .string(mine.id), "version": .integer(try await mine.version),
                            "duplicateOfId": .string(root),
                        ]
                    ],
                    bearing: other
                )
                #expect(answer.codes == ["DUPLICATE_ROOT_INVALID"], "\(root): \(answer)")
            }
            // Who registered a sealed letter does not tie it to an open one, which would seal that.
            let tied = try await matters.unclassified.run(
                "markDuplicate",
                ["duplicateOfId": .string(mine.id)],
                as: .clerk
            )
            #expect(tied.codes == ["DUPLICATE_ROOT_INVALID"], "\(tied)")
        }
    }

    @Test("Nobody reveals an accuser but an inspector who is not recused, nor with the key of an earlier reveal")
    func reveal() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await SealedMatters.register(court, "己", matterClass: "APPEAL_CLAIM")
            let petitioner = try await Self.petitioner(of: letter)
            let before = await court.send(
                RevealTests.reveal,
                RevealTests.input(petitioner, key: "before"),
                as: .clerk
            )
            #expect(before[path: "data.revealPetitioner.name"] == .string(SealedMatters.name), "\(before)")
            try await letter.must(
                "classifyLetter",
                [
                    "matterClass": "ACCUSATION", "category": "STAFF_CONDUCT",
                    "accusedStaffIds": [.string(try await court.staffID("晋03-10"))],
                ],
                as: .clerk
            )
            let now = try await Self.petitioner(of: letter)
            for asker in SealWalkTests.askers where !asker.sees.contains("丙") {
                let token = try await SealWalkTests.token(asker, court)
                for purpose in ["HANDLE_MATTER", "NOTIFY_PETITIONER", "ARCHIVE", "INSPECTION", "RIGHTS_REQUEST"] {
                    for id in Set([petitioner, now]) {
                        let input = RevealTests.input(id, purpose: purpose)
                        let answer = await court.send(RevealTests.reveal, input, bearing: token)
                        let refusals = ["NOT_FOUND", "FORBIDDEN", "PURPOSE_NOT_ALLOWED", "POST_REQUIRED"]
                        #expect(refusals.contains(answer.codes.first ?? ""), "\(asker): \(answer)")
                    }
                }
            }
            let repeated = RevealTests.input(petitioner, key: "before")
            let again = await court.send(RevealTests.reveal, repeated, as: .clerk)
            #expect(again.codes == ["NOT_FOUND"], "\(again)")
            let inspector = try await court.token(staff: "晋03-07", roles: [.inspector])
            let inspection = RevealTests.input(now, purpose: "INSPECTION")
            let seen = await court.send(RevealTests.reveal, inspection, bearing: inspector)
            #expect(seen[path: "data.revealPetitioner.name"] == .string(SealedMatters.name), "\(seen)")
        }
    }

    @Test("An ID number that is entered again leads nowhere: not to the accuser, and not to whether there is one")
    func compartments() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let sealed = try await SealedMatters.register(court, "庚")
            let accuser = try await Self.petitioner(of: sealed)
            let dummy = try await SealedMatters.register(court, "辛", matterClass: "SUGGESTION")
            let answer = await court.send(
                """
                query($id: ID!) { letter(id: $id) { registration { isFirst petitioners { petitioner { id createdAt } } } } }
                """,
                ["id": .string(dummy.id)]
            )
            let registration = answer[path: "data.letter.registration"]
            #expect(registration["isFirst"] == true, "\(answer)")
            #expect(registration[path: "petitioners.0.petitioner.id"] != .string(accuser), "\(answer)")
            // The next open letter is not the first; the sealed ones know of each other, too.
            let next = try await SealedMatters.register(court, "壬", matterClass: "SUGGESTION")
            let again = await court.send(
                "query($id: ID!) { letter(id: $id) { registration { isFirst } } }",
                ["id": .string(next.id)]
            )
            #expect(again[path: "data.letter.registration.isFirst"] == false, "\(again)")
            let second = try await SealedMatters.register(court, "癸")
            #expect(try await Self.petitioner(of: second) == accuser)
        }
    }

    @Test("A letter that is found to accuse takes its petitioner along, and leaves who is known from elsewhere")
    func move() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let stays = try await SealedMatters.register(court, "子", matterClass: "SUGGESTION")
            let moves = try await SealedMatters.register(court, "丑", matterClass: "SUGGESTION")
            let person = try await Self.petitioner(of: stays)
            #expect(try await Self.petitioner(of: moves) == person)
            try await moves.must("classifyLetter", Self.accusing, as: .clerk)
            #expect(try await Self.petitioner(of: stays) == person)
            let accuser = try await Self.petitioner(of: moves)
            #expect(accuser != person)
            let read = "query($id: ID!) { petitioner(id: $id) { nameMasked contacts { valueMasked } } }"
            #expect(await court.send(read, ["id": .string(accuser)])["data"] == ["petitioner": nil])
            let seen = await court.send(read, ["id": .string(accuser)], as: .inspector)
            #expect(
                seen["data"] == [
                    "petitioner": [
                        "nameMasked": .string(SealedMatters.maskedName),
                        "contacts": [["valueMasked": .string(SealedMatters.maskedMobile)]],
                    ]
                ],
                "\(seen)"
            )
            // The one that stays is sealed, too: now nobody is known from open letters.
            try await stays.must("classifyLetter", Self.accusing, as: .clerk)
            #expect(try await Self.petitioner(of: stays) == accuser)
            #expect(await court.send(read, ["id": .string(person)], as: .inspector)["data"] == ["petitioner": nil])
        }
    }

    @Test("Only an inspector takes a seal off, and then everything is as it was before")
    func unseal() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await SealedMatters.register(court, "寅")
            let open: JSONValue = ["matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT"]
            #expect(try await letter.run("classifyLetter", open, as: .clerk).codes == ["FORBIDDEN"])
            let state = try await letter.must("classifyLetter", open, as: .inspector)
            #expect(state == "CLASSIFIED")
            let answer = await court.send(
                "query($id: ID!) { letter(id: $id) { sealed registration { petitioners { petitioner { nameMasked } } } } }",
                ["id": .string(letter.id)]
            )
            #expect(
                answer["data"] == [
                    "letter": [
                        "sealed": false,
                        "registration": [
                            "petitioners": [["petitioner": ["nameMasked": .string(SealedMatters.maskedName)]]]
                        ],
                    ]
                ],
                "\(answer)"
            )
        }
    }

    @Test("Whoever registered a sealed letter keeps its receipt, and sends it to the superior court's inspectors")
    func receipts() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await SealedMatters.register(court, "卯")
            try await letter.must(
                "classifyLetter",
                [
                    "matterClass": "ACCUSATION", "category": "STAFF_CONDUCT",
                    "accusedStaffIds": [.string(try await court.staffID("晋03-10"))],
                ],
                as: .clerk
            )
            try await letter.must("transferLetter", ["target": "DISCIPLINE", "toOrg": "上级法院纪检监察"], as: .clerk)
            let receipts = "{ letterReceipts { nodes { id letterNo state } } }"
            let mine = await court.send(receipts)
            #expect(
                mine["data"] == [
                    "letterReceipts": [
                        "nodes": [
                            ["id": .string(letter.id), "letterNo": "晋03信〔2018〕0001", "state": "TRANSFERRED"]
                        ]
                    ]
                ],
                "\(mine)"
            )
            let other = try await court.token(staff: "晋03-05", roles: [.clerk])
            #expect(await court.send(receipts, bearing: other)["data"] == ["letterReceipts": ["nodes": []]])
        }
    }

    @Test("People are looked up one in a request, and in one's own court only")
    func people() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let petitioner = try await RevealTests.petitioner(court)
            let two = await court.send(
                "query($id: ID!) { a: petitioner(id: $id) { id } b: petitioner(id: $id) { id } }",
                ["id": .string(petitioner)]
            )
            #expect(two.codes == ["LOOKUP_ONCE"], "\(two)")
            let one = "query($id: ID!) { petitioner(id: $id) { id } }"
            #expect(
                await court.send(one, ["id": .string(petitioner)])[path: "data.petitioner.id"] == .string(petitioner)
            )
            for role in [Role.handler, .upperCourtReader] {
                let token =
                    role == .handler ? court.tokens[.handler] : try await court.token(staff: "晋-02", roles: [role])
                let answer = await court.send(one, ["id": .string(petitioner)], bearing: token)
                #expect(answer["data"] == ["petitioner": nil], "\(role): \(answer)")
            }
        }
    }

    @Test("A handler reads the registrations of what is theirs, by assignment or by dossier")
    func registrations() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            let read = "query($id: ID!) { registration(id: $id) { regNo petitioners { petitioner { id } } } }"
            let id = try await court.database.query(
                "SELECT registration_id FROM letters.letter WHERE id = \(Int64(letter.id))"
            )[0].decode(0, as: Int64.self)
            let variables: JSONValue = ["id": .string(String(id))]
            #expect(await court.send(read, variables, as: .handler)["data"] == ["registration": nil])
            try await letter.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            try await letter.must(
                "assignLetter",
                ["assigneeId": .string(try await letter.staff(.handler))],
                as: .divisionHead
            )
            let own = await court.send(read, variables, as: .handler)
            #expect(own[path: "data.registration.petitioners.0.petitioner.id"].text != nil, "\(own)")
            let colleague = try await court.token(staff: "晋03-05")
            #expect(await court.send(read, variables, bearing: colleague)["data"] == ["registration": nil])
        }
    }

    private static let accusing: JSONValue = ["matterClass": "ACCUSATION", "category": "STAFF_CONDUCT"]

    private static func petitioner(of letter: LetterDesk) async throws -> String {
        let rows = try await letter.court.database.query(
            """
            SELECT rp.petitioner_id FROM letters.letter l
            JOIN dossiers.registration_petitioner rp ON rp.registration_id = l.registration_id WHERE l.id = \(Int64(letter.id))
            """
        )
        return String(try rows[0].decode(0, as: Int64.self))
    }

    /// An input with every required field given.
    private static func example(_ typename: String, _ schema: Schema, id: String, version: Int) -> JSONValue {
        guard case .input(let input)? = schema.type(named: typename) else { return .null }
        return .object(
            input.fields.filter { $0.type.isNonNull && $0.defaultValue == nil }.map { field in
                JSONValue.Member(field.name, value(field, schema, id: id, version: version))
            }
        )
    }

    private static func value(_ field: SchemaInputValue, _ schema: Schema, id: String, version: Int) -> JSONValue {
        let typename = field.type.namedType
        let item: JSONValue
        switch (field.name, typename) {
        case ("letterId", _): item = .string(id)
        case ("version", _): item = .integer(version)
        case (_, "ID"): item = "1"
        case (_, "Int"): item = 1
        case (_, "Boolean"): item = true
        case (_, "Date"): item = "2018-06-29"
        default:
            switch schema.type(named: typename) {
            case .enumeration(let type)?: item = type.values.first.map { .string($0.name) } ?? .null
            case .input?: item = example(typename, schema, id: id, version: version)
            default: item = "核对来信人身份以便答复"
            }
        }
        let isList = field.type.listItem != nil || "\(field.type)".hasPrefix("[")
        return isList ? [item] : item
    }
}
