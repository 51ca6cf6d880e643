import DocketTesting
import GraphQLLanguage
import GraphQLSchema
import PluginKit
import Testing

/// What every plugin keeps to, whatever it adds.
@Suite("Every installed plugin")
struct PluginContractTests {
    /// Values that only some fields take.
    static let samples: [String: JSONValue] = [
        "receivedOn": "2018-06-01", "caseNos": ["（2017）晋03民终1675号"], "source": "ORDINARY", "csv": "item_no\n1\n",
        "channel": "VISIT",
    ]

    static let contract = PluginContract(
        all: Installed.all,
        except: {
            var exceptions = PluginContract.Exceptions()
            // Each shows something, and logs that it did.
            exceptions.readers = ["revealPetitioner", "revealIntervener", "renderNotice"]
            exceptions.samples = samples
            exceptions.finalStates = [
                "Letter": ["ARCHIVED", "VOIDED"], "Dossier": ["WITHDRAWN", "DESTROYED"],
                "RemedyAssessment": ["PRESENT"],
                "RiskNotice": ["CLOSED", "WITHDRAWN", "EXPIRED"], "Consultation": ["RECORDED", "WAIVED"],
                "SampleItem": ["ENTERED", "MISSED", "NOT_REQUIRED"], "IdentityConflict": ["DISMISSED"],
                "RightsRequest": ["EXECUTED", "WITHDRAWN"], "ExportRequest": ["REJECTED", "DOWNLOADED", "EXPIRED"],
                "LinkageEvent": ["CLOSED"], "TechnicalIssue": ["CLOSED"], "UpperReport": ["RECEIVED"],
                "NoticeTemplate": ["RETIRED"],
            ]
            exceptions.clearTypes = [
                "RevealPetitionerPayload", "RevealedRepresentative", "ExportedPetitioner", "RevealIntervenerPayload",
            ]
            // One counts sealed letters too, three show the numbers of what is sealed to whoever registered it.
            exceptions.ownerViews = [
                "letters.batch_reconciliation", "letters.letter_receipt", "dossiers.registration_receipt",
                "coordination.intervention_receipt",
            ]
            // Of a whole file.
            exceptions.openHashes = ["letters.transfer_batch.file_hash"]
            return exceptions
        }()
    )

    @Test("keeps to the contract", arguments: PluginContract.Rule.allCases)
    func keeps(_ rule: PluginContract.Rule) async throws {
        let faults = try await Self.contract.faults(of: rule)
        #expect(faults == [])
    }

    @Test("A mutation that changes a row without asking for the version that was read is named")
    func versions() throws {
        let others = try Schema.build(
            """
            type Query { a: Int }
            type Mutation {
                end(input: EndInput!): Int
                extend(input: ExtendInput!): Int
                open(input: OpenInput!): Int
                revealPetitioner(input: EndInput!): Int
                lose(input: LoseInput!): Int
            }
            input EndInput { terminationId: ID! reason: String }
            input ExtendInput { referralId: ID! version: Int idempotencyKey: String }
            input OpenInput { petitionerIds: [ID!]! handlerId: ID! }
            input LoseInput { letterId: ID version: Int! }
            """
        )
        #expect(
            PluginContract.versionFaults(others, readers: ["revealPetitioner"]) == [
                "end: no version: Int! after terminationId", "extend: no version: Int! after referralId",
                "lose: letterId may be left out",
            ]
        )
        #expect(
            PluginContract.inputFaults(others) == [
                "EndInput: no idempotencyKey: String", "OpenInput: no idempotencyKey: String",
                "EndInput: no idempotencyKey: String", "LoseInput: no idempotencyKey: String",
            ]
        )
    }

    @Test("A personal value in clear, and an input that takes one unsaid, are named")
    func personalData() throws {
        let others = try Schema.build(
            """
            type Query { visitor: Visitor }
            type Visitor { mobile: String nameMasked: String }
            input VisitorInput { idNumber: String }
            """
        )
        #expect(
            PluginContract.clearFaults(others, []) == [
                "Visitor.mobile is clear", "Visitor.nameMasked is not @masked", "VisitorInput.idNumber is not @pii",
            ]
        )
    }
}
