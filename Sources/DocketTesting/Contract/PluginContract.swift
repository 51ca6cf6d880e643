import CourtCore
package import FieldEncryption
public import GraphQLLanguage
import PluginHost
public import PluginKit

/// What every plugin keeps to, whatever it adds: each rule answers what breaks it, a sentence each.
///
///     @Test("Keeps to the contract of plugins", arguments: PluginContract.Rule.allCases)
///     func contract(rule: PluginContract.Rule) async throws {
///         #expect(try await PluginContract([Visits.plugin()]).faults(of: rule) == [])
///     }
public struct PluginContract: Sendable {
    /// A rule; its name says what holds.
    public enum Rule: String, CaseIterable, Sendable {
        /// Every mutation takes one input with an idempotency key.
        case oneInputWithKey
        /// A mutation that changes a row names it and the version that was read.
        case rowAndVersion
        /// Each rule of an input is said in its description, and a value that breaks it is a fault of its field.
        case inputRulesAreSaidAndKept
        /// No type has a clear personal value, masked ones say so, and inputs that take one say so.
        case personalDataIsMasked
        /// Each permission is held by someone, and something asks for it.
        case permissionsAreHeldAndUsed
        /// Each state of a workflow is reached and left, and each action is a mutation that names its row.
        case statesAreReachedAndLeft
        /// Each import's mutation takes a file and answers what became of its rows.
        case importsTakeFiles
        /// A member of staff may do the same in whatever order the plugins are given.
        case orderChangesNothing
        /// The reading role writes to no table, and reads no cipher and no hash.
        case readersOnlyRead
        /// A view asks as its caller, and a function with its owner's rights has a fixed search path.
        case ownersRightsAreFenced
        /// Each table with a court has row security that alone refuses another court's caller.
        case rowSecurityAlone
    }

    /// What a plugin does otherwise for a reason, by name.
    public struct Exceptions: Sendable {
        /// Mutations that name a row first and leave it as it is.
        public var readers: Set<String> = []
        /// States in which a row stays, by type: `["Letter": ["ARCHIVED"]]`.
        public var finalStates: [String: Set<String>] = [:]
        /// States that nothing leads to yet, by type.
        public var futureStates: [String: Set<String>] = [:]
        /// Values of input fields by name, where any of their type will not do: `["csv": "item_no\n1\n"]`.
        public var samples: [String: JSONValue] = [:]
        /// Types whose answers show clear personal values, and log that they did.
        public var clearTypes: Set<String> = []
        /// Views that ask for the caller's courts themselves: `letters.letter_receipt`.
        public var ownerViews: Set<String> = []
        /// Hashes from which nobody guesses a person: `letters.transfer_batch.file_hash`.
        public var openHashes: Set<String> = []
        /// Tables with a court whose rows everybody may see: `core.department`.
        public var openTables: Set<String> = []

        /// None.
        public init() {}
    }

    let plugins: @Sendable (KeyRing) -> [Plugin]
    let exceptions: Exceptions

    /// The contract of these plugins beside the core's.
    public init(_ plugins: [Plugin], except exceptions: Exceptions = Exceptions()) {
        self.init(all: { [CourtCore.plugin(keys: $0)] + plugins }, except: exceptions)
    }

    /// The contract of these plugins, the core among them.
    package init(all plugins: @escaping @Sendable (KeyRing) -> [Plugin], except exceptions: Exceptions = Exceptions()) {
        self.plugins = plugins
        self.exceptions = exceptions
    }

    /// What breaks a rule, a sentence each.
    public func faults(of rule: Rule) async throws -> [String] {
        switch rule {
        case .oneInputWithKey: return Self.inputFaults(try composition().schema)
        case .rowAndVersion: return try versionFaults()
        case .inputRulesAreSaidAndKept: return try await with { try await ruleFaults($0) }
        case .personalDataIsMasked: return Self.clearFaults(try composition().schema, exceptions.clearTypes)
        case .permissionsAreHeldAndUsed: return try permissionFaults()
        case .statesAreReachedAndLeft: return try workflowFaults()
        case .importsTakeFiles: return try importFaults()
        case .orderChangesNothing: return try orderFaults()
        case .readersOnlyRead: return try await with { try await readerFaults($0) }
        case .ownersRightsAreFenced: return try await with { try await ownerFaults($0) }
        case .rowSecurityAlone: return try await with { try await RowSecurityTrial($0, exceptions).faults() }
        }
    }

    func composition() throws -> Composition { try Composition(plugins(try KeyRing.generate())) }

    /// Runs a rule over a database with the plugins' demonstrations in it.
    private func with(_ body: (TestCourt) async throws -> [String]) async throws -> [String] {
        var faults: [String] = []
        try await TestCourt.with(.demo, plugins: plugins) { faults = try await body($0) }
        return faults
    }
}
