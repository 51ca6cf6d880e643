import GraphQLLanguage
import PluginTools

/// A transferred batch's description as it accompanies the items: a YAML file, every fault of which is found at once.
struct BatchDescription {
    let batchNo: String
    private let fromOrg: String
    private let source: String
    private let receivedOn: String
    private let declaredCount: Int
    private let courtCode: String?

    /// Throws `ImportFaults` with the file's name.
    init(yaml: String, file: String) throws {
        var description = DescriptionFile(yaml: yaml, file: file)
        batchNo = description.text("batchNo")
        fromOrg = description.text("fromOrg")
        source = description.choice("source", Self.sources)
        receivedOn = description.date("receivedOn")
        declaredCount = description.count("declaredCount", in: 1...100_000)
        courtCode = description.optionalText("courtCode")
        try description.finish()
    }

    /// The mutation's input; `court` goes before the description's own.
    func input(court: String?) -> [JSONValue.Member] {
        var input: [JSONValue.Member] = [
            .init("batchNo", .string(batchNo)), .init("fromOrg", .string(fromOrg)), .init("source", .string(source)),
            .init("receivedOn", .string(receivedOn)), .init("declaredCount", .integer(declaredCount)),
        ]
        if let court = court ?? courtCode { input.append(.init("courtCode", .string(court))) }
        return input
    }

    /// 来信类别 by its Chinese name, as the schema of letters has them.
    private static let sources: KeyValuePairs = [
        "日常来信": "ORDINARY", "中央巡视组来信": "CENTRAL_INSPECTION", "院长来信": "PRESIDENT", "人大代表来信": "CONGRESS_DEPUTY",
        "上级法院交办": "SUPERIOR_COURT", "党委政法委交办": "PARTY_POLITICAL_LEGAL", "其他": "OTHER",
    ]
}
