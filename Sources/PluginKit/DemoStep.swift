public import GraphQLLanguage

/// A part of a plugin's demonstration, brought in through the API after the steps of the plugins before it.
///
///     DemoStep("two visits") { court in
///         try await court.run("registerVisit", ["visitor": "赵测"], selecting: "visit { id }", as: .role(.clerk))
///     }
public struct DemoStep: Sendable {
    /// What it brings, in a few words.
    public let title: String
    /// Plugins without which it is left out.
    public let requires: [String]
    /// A query that shows what it brought and that a clerk may ask: the first that a new server tells people to try.
    public let example: String?
    /// Brings it in; what it throws stops the start of the demonstration.
    public let run: @Sendable (any DemoClient) async throws -> Void

    /// Creates a step.
    public init(
        _ title: String,
        requires: [String] = [],
        example: String? = nil,
        run: @escaping @Sendable (any DemoClient) async throws -> Void
    ) {
        self.title = title
        self.requires = requires
        self.example = example
        self.run = run
    }
}

/// As whom a step of a demonstration acts.
public enum DemoPerson: Hashable, Sendable {
    /// Whoever has the role's token at the demonstration's court.
    case role(Role)
    /// A member of staff of any court, by number, with all their roles.
    case staff(String)
}

/// The demonstration's server, asked through the API.
public protocol DemoClient: Sendable {
    /// The court whose staff have a token for each role: 晋03.
    var courtCode: String { get }

    /// Sends an operation and answers its `data`; an error throws.
    func send(_ document: String, _ variables: JSONValue, as person: DemoPerson) async throws -> JSONValue

    /// Runs a mutation with one argument `input` and answers its payload; an error throws, and so do an import's `problems`.
    @discardableResult
    func run(_ mutation: String, _ input: JSONValue, selecting selection: String, as person: DemoPerson) async throws
        -> JSONValue
}
