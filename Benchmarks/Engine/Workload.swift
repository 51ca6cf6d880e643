/// Work that all subjects do on the same inputs.
protocol Workload: Sendable {
    /// The input's size, for rates; 0 where a rate would say nothing.
    var byteCount: Int { get }

    /// What the work comes to: equal for all subjects, byte by byte.
    func outcome() async throws -> [UInt8]

    /// Does the work; the answer depends on each result, so that none can be left out.
    func run(_ count: Int) async throws -> Int
}

/// The workloads by the names that the script uses.
enum WorkloadName: String {
    case parseLarge = "parse-large"
    case parseOperation = "parse-operation"
    case validateLetters = "validate-letters"
    case validateShop = "validate-shop"
    case requestPlain = "request-plain"
    case requestVariables = "request-variables"
    case writeJSON = "write-json"
    case executeRows = "execute-rows"
    case executePlanned = "plan-and-execute-rows"
    case executeJSON = "execute-json"

    func workload(_ folder: Folder) throws -> any Workload {
        switch self {
        case .parseLarge: ParseWorkload(try folder.bytes(of: "large.graphql"))
        case .parseOperation: ParseWorkload(try folder.bytes(of: "letters.graphql"))
        case .validateLetters: try ValidationWorkload(folder, schema: "docket.graphql", document: "letters")
        case .validateShop: try ValidationWorkload(folder, schema: "shop-schema.graphql", document: "shop")
        case .requestPlain: try RequestWorkload(folder, body: "request-plain.json")
        case .requestVariables: try RequestWorkload(folder, body: "request-variables.json")
        case .writeJSON: try JSONWorkload(try folder.bytes(of: "response.json"))
        case .executeRows: try Objects(folder).fromRows(plansAnew: false)
        case .executePlanned: try Objects(folder).fromRows(plansAnew: true)
        case .executeJSON: try Objects(folder).fromJSON()
        }
    }
}
