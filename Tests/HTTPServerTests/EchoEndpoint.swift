import GraphQLExecution
import GraphQLLanguage
import Synchronization

/// An endpoint that answers by the first word of the document, and remembers what it was asked.
final class EchoEndpoint: GraphQLEndpoint {
    struct Call: Sendable {
        let request: GraphQLRequest
        let origin: RequestOrigin

        var document: String { String(decoding: request.document, as: UTF8.self) }
    }

    /// Documents that begin with "wait" are held until it opens.
    let gate = Gate()
    let isAvailable: Bool
    /// Makes the metrics as long as a test needs them.
    let metricsPadding: Int
    private let state = Mutex<(calls: [Call], lookUps: Int, metrics: Int)>(([], 0, 0))

    init(isAvailable: Bool = true, metricsPadding: Int = 0) {
        self.isAvailable = isAvailable
        self.metricsPadding = metricsPadding
    }

    var calls: [Call] { state.withLock { $0.calls } }

    let publishedSchema = "type Query { hello: String }\n"

    /// A token that begins with "bad" is not valid, one that begins with "known" is known to be.
    func refusal(of origin: RequestOrigin) async -> GraphQLResponse? {
        guard origin.bearerToken?.hasPrefix("bad") == true else { return nil }
        state.withLock { $0.lookUps += 1 }
        return .refusal([GraphQLError("A token is needed.", code: "UNAUTHENTICATED")], outcome: .unauthenticated)
    }

    func knows(_ origin: RequestOrigin) -> Bool { origin.bearerToken?.hasPrefix("known") ?? false }

    /// How many tokens were looked up in vain.
    var lookUps: Int { state.withLock { $0.lookUps } }

    func respond(to request: GraphQLRequest, from origin: RequestOrigin) async -> GraphQLResponse {
        let call = Call(request: request, origin: origin)
        state.withLock { $0.calls.append(call) }
        if call.document.hasPrefix("wait") { await gate.pass() }
        switch call.document.split(separator: " ").first {
        case "invalid": return .refusal([GraphQLError("Syntax Error.", code: "GRAPHQL_PARSE_FAILED")])
        case "secret" where origin.bearerToken == nil:
            return .refusal([GraphQLError("A token is needed.", code: "UNAUTHENTICATED")], outcome: .unauthenticated)
        case "mutation" where !origin.allowsMutation:
            return .refusal([GraphQLError("Use POST.", code: "METHOD_NOT_ALLOWED")], outcome: .methodNotAllowed)
        case "large": return GraphQLResponse(body: Self.largeBody, outcome: .executed)
        default: return GraphQLResponse(body: Array(#"{"data":{"echo":"\#(call.document)"}}"#.utf8), outcome: .executed)
        }
    }

    static let largeBody = Array(#"{"data":""#.utf8) + [UInt8](repeating: 0x78, count: 3_000_000) + Array(#""}"#.utf8)

    func isReady() async -> Bool { isAvailable }

    func metricsText() async -> String {
        state.withLock { $0.metrics += 1 }
        return "requests_total 1\n" + String(repeating: "#", count: metricsPadding)
    }

    /// How often the metrics were asked for.
    var metricsCount: Int { state.withLock { $0.metrics } }
}

/// Holds tasks until it opens; tells who came and who was cancelled while waiting.
final class Gate: Sendable {
    enum Event: Equatable {
        case arrived
        case cancelled
    }

    let events: AsyncStream<Event>
    private let report: AsyncStream<Event>.Continuation
    private let opened: AsyncStream<Void>
    private let opening: AsyncStream<Void>.Continuation

    init() {
        (events, report) = AsyncStream.makeStream()
        (opened, opening) = AsyncStream.makeStream()
    }

    func open() { opening.finish() }

    /// Waits for the gate to open or for its task to be cancelled.
    func pass() async {
        report.yield(.arrived)
        for await _ in opened {}
        if Task.isCancelled { report.yield(.cancelled) }
    }
}
