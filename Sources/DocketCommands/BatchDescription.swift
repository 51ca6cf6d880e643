import CourtFormats
import GraphQLLanguage
import Yams

/// A transferred batch's description as it accompanies the items: a YAML file, every fault of which is found at once.
struct BatchDescription {
    private(set) var batchNo = ""
    private var fromOrg = ""
    private var source = ""
    private var receivedOn = ""
    private var declaredCount = 0
    private var courtCode: String?

    /// Throws `ImportFaults` with the file's name.
    init(yaml: String, file: String) throws {
        var faults: [ImportFaults.Fault] = []
        let mapping = Self.mapping(yaml, &faults)
        if let mapping {
            var reader = Reader(mapping: mapping)
            batchNo = reader.text("batchNo")
            fromOrg = reader.text("fromOrg")
            source = reader.source("source")
            receivedOn = reader.date("receivedOn")
            declaredCount = reader.count("declaredCount")
            courtCode = reader.optionalText("courtCode")
            reader.refuseOtherKeys()
            faults += reader.faults
        }
        guard faults.isEmpty else {
            throw ImportFaults(file: file, faults: faults.sorted { $0.line < $1.line })
        }
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

    private static func mapping(_ yaml: String, _ faults: inout [ImportFaults.Fault]) -> Node.Mapping? {
        func refuse(_ line: Int, _ message: String) {
            faults.append(.init(line: line, column: nil, code: "YAML_SYNTAX", message: message))
        }
        do {
            guard let node = try Yams.compose(yaml: yaml) else {
                refuse(1, "文件为空")
                return nil
            }
            if case .mapping(let mapping) = node { return mapping }
            let line = node.mark?.line ?? 1
            refuse(line, yaml.contains("：") ? "不是“键: 值”的形式：冒号应为半角，其后有空格" : "不是“键: 值”的形式")
        } catch {
            let line: Int =
                switch error as? YamlError {
                case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
                case .duplicatedKeysInMapping(_, let context): context.mark.line
                default: 1
                }
            if case .duplicatedKeysInMapping? = error as? YamlError {
                refuse(line, "键重复")
            } else {
                refuse(line, "YAML格式错误：请检查缩进、引号和冒号")
            }
        }
        return nil
    }
}

/// Reads the values of a description, and keeps what is wrong with them.
private struct Reader {
    private(set) var faults: [ImportFaults.Fault] = []
    private let mapping: Node.Mapping
    private var known: [String] = []

    init(mapping: Node.Mapping) { self.mapping = mapping }

    mutating func text(_ key: String) -> String {
        guard let (value, line) = scalar(key, isRequired: true) else { return "" }
        do { return try TextRule(maximumLength: 100).check(value) } catch {
            refuse(line, key, error.code, error.message)
            return ""
        }
    }

    mutating func optionalText(_ key: String) -> String? {
        scalar(key, isRequired: false).flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    mutating func source(_ key: String) -> String {
        guard let (value, line) = scalar(key, isRequired: true) else { return "" }
        if let name = Self.sources[value] ?? Self.sources.values.first(where: { $0 == value }) { return name }
        let allowed = Self.sources.map { "\($0.value)（\($0.key)）" }.sorted().joined(separator: "、")
        refuse(line, key, "VALUE_NOT_ALLOWED", "取值无效，允许：\(allowed)")
        return ""
    }

    mutating func date(_ key: String) -> String {
        guard let (value, line) = scalar(key, isRequired: true) else { return "" }
        if CalendarDate(iso: value) == nil { refuse(line, key, "DATE_INVALID", "日期格式错误，应为YYYY-MM-DD") }
        return value
    }

    mutating func count(_ key: String) -> Int {
        guard let (value, line) = scalar(key, isRequired: true) else { return 0 }
        if let count = Int(value), (1...100_000).contains(count) { return count }
        refuse(line, key, "INPUT_INVALID", "应为1至100000的整数")
        return 0
    }

    mutating func refuseOtherKeys() {
        for (key, _) in mapping {
            let name = key.string ?? ""
            guard !known.contains(name) else { continue }
            let meant = EditDistance.closest(to: name, among: known).map { "（是否应为\($0)？）" } ?? ""
            refuse(key.mark?.line ?? 1, nil, "INPUT_INVALID", "未知的键：\(name.prefix(40))\(meant)")
        }
    }

    private mutating func scalar(_ key: String, isRequired: Bool) -> (value: String, line: Int)? {
        known.append(key)
        guard let node = mapping[key] else {
            if isRequired { refuse(1, key, "INPUT_INVALID", "缺少该项") }
            return nil
        }
        let line = node.mark?.line ?? 1
        guard case .scalar(let scalar) = node else {
            refuse(line, key, "INPUT_INVALID", "应为单个值，不得为列表或映射")
            return nil
        }
        let isNull = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
        if isNull {
            if isRequired { refuse(line, key, "INPUT_INVALID", "未填写") }
            return nil
        }
        return (scalar.string, line)
    }

    private mutating func refuse(_ line: Int, _ key: String?, _ code: String, _ message: String) {
        faults.append(.init(line: line, column: key, code: code, message: message))
    }

    /// 来信类别 by its Chinese name, as the schema of letters has them.
    private static let sources = [
        "日常来信": "ORDINARY", "中央巡视组来信": "CENTRAL_INSPECTION", "院长来信": "PRESIDENT", "人大代表来信": "CONGRESS_DEPUTY",
        "上级法院交办": "SUPERIOR_COURT", "党委政法委交办": "PARTY_POLITICAL_LEGAL", "其他": "OTHER",
    ]
}
