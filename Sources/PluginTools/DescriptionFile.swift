import CourtFormats
import Yams

/// A YAML file of keys and single values that accompanies an import, read strictly: every fault of it is found at once.
///
///     var file = DescriptionFile(yaml: try TextFile.read(path), file: path)
///     let batchNo = file.text("batchNo")
///     let receivedOn = file.date("receivedOn")
///     try file.finish()
public struct DescriptionFile {
    private let file: String
    private var mapping: Node.Mapping?
    private var faults: [ImportFaults.Fault] = []
    private var known: [String] = []

    /// Reads a file's text; what is wrong with it is thrown by `finish`.
    public init(yaml: String, file: String) {
        self.file = file
        mapping = Self.mapping(yaml, &faults)
    }

    /// A text in one line of at most so many characters; empty where there is a fault.
    public mutating func text(_ key: String, maximumLength: Int = 100) -> String {
        guard let (value, line) = scalar(key, isRequired: true) else { return "" }
        do { return try TextRule(maximumLength: maximumLength).check(value) } catch {
            refuse(line, key, error.code, error.message)
            return ""
        }
    }

    /// A text as it stands there; nil where it is left out or empty.
    public mutating func optionalText(_ key: String) -> String? {
        scalar(key, isRequired: false).flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    /// One of these values, given as itself or by its Chinese name.
    public mutating func choice(_ key: String, _ names: KeyValuePairs<String, String>) -> String {
        guard let (value, line) = scalar(key, isRequired: true) else { return "" }
        if let found = names.first(where: { $0.key == value || $0.value == value }) { return found.value }
        let allowed = names.map { "\($0.value)（\($0.key)）" }.sorted().joined(separator: "、")
        refuse(line, key, "VALUE_NOT_ALLOWED", "取值无效，允许：\(allowed)")
        return ""
    }

    /// A date, as YYYY-MM-DD.
    public mutating func date(_ key: String) -> String {
        guard let (value, line) = scalar(key, isRequired: true) else { return "" }
        if CalendarDate(iso: value) == nil { refuse(line, key, "DATE_INVALID", "日期格式错误，应为YYYY-MM-DD") }
        return value
    }

    /// A whole number of this range.
    public mutating func count(_ key: String, in range: ClosedRange<Int>) -> Int {
        guard let (value, line) = scalar(key, isRequired: true) else { return range.lowerBound }
        if let count = Int(value), range.contains(count) { return count }
        refuse(line, key, "INPUT_INVALID", "应为\(range.lowerBound)至\(range.upperBound)的整数")
        return range.lowerBound
    }

    /// Throws `ImportFaults` with everything that is wrong, keys that nobody asked for included.
    public mutating func finish() throws {
        if let mapping {
            for (key, _) in mapping {
                let name = key.string ?? ""
                guard !known.contains(name) else { continue }
                let meant = EditDistance.closest(to: name, among: known).map { "（是否应为\($0)？）" } ?? ""
                refuse(key.mark?.line ?? 1, nil, "INPUT_INVALID", "未知的键：\(name.prefix(40))\(meant)")
            }
        }
        guard !faults.isEmpty else { return }
        throw ImportFaults(file: file, faults: faults.sorted { $0.line < $1.line })
    }

    private mutating func scalar(_ key: String, isRequired: Bool) -> (value: String, line: Int)? {
        // A file that is no mapping has one fault, and not one for each key.
        guard let mapping else { return nil }
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
