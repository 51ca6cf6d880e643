import GraphQLSchema
import PluginTools
import Yams

/// The YAML file of `--config`, read strictly: every key is a setting, once, with a value of its kind.
enum SettingsFile {
    /// The file's settings; what is wrong with it is added to the faults, with file and line.
    static func read(_ path: String, _ faults: inout [String]) throws -> [Setting: SettingValue] {
        let text = try TextFile.read(path)
        do {
            let parser = try Parser(yaml: text)
            var reader = Reader(path: path)
            if let root = try parser.nextRoot(), !reader.isNothing(root) { reader.read(root, under: "") }
            faults += reader.faults
            if try parser.nextRoot() != nil {
                faults.append("\(path): the file holds several documents (---); give one.")
            }
            return reader.values
        } catch let error as YamlError {
            faults += self.faults(of: error, in: path)
            return [:]
        }
    }

    private static func faults(of error: YamlError, in path: String) -> [String] {
        switch error {
        case .duplicatedKeysInMapping(let keys, let context):
            keys.map { "\(path):\(context.mark.line): \"\($0)\" stands there more than once." }
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            ["\(path):\(mark.line):\(mark.column): no YAML: \(problem)."]
        default: ["\(path): the file cannot be read as YAML."]
        }
    }
}

/// Walks the file's tree.
private struct Reader {
    let path: String
    var values: [Setting: SettingValue] = [:]
    var faults: [String] = []
    private var lines: [Setting: Int] = [:]

    init(path: String) { self.path = path }

    mutating func read(_ node: Node, under prefix: String) {
        guard let mapping = node.mapping else {
            let expected = prefix.isEmpty ? "The file" : "\"\(prefix)\""
            return fault(node, "\(expected) holds settings, such as `\(example(under: prefix))`, and not a value.")
        }
        for (name, value) in mapping {
            let key = prefix + (prefix.isEmpty ? "" : ".") + (name.scalar?.string ?? "…")
            if let setting = Setting.all.first(where: { $0.key == key }) {
                read(setting, value, at: name)
            } else if Setting.all.contains(where: { $0.key.hasPrefix(key + ".") }) {
                read(value, under: key)
            } else {
                let nearest = Suggestions.closest(to: key, among: Setting.all.map(\.key)).prefix(1)
                fault(name, "There is no setting \"\(key)\".\(Suggestions.question(Array(nearest)))")
            }
        }
    }

    private mutating func read(_ setting: Setting, _ node: Node, at name: Node) {
        if let first = lines[setting] {
            return fault(name, "\"\(setting.key)\" stands there more than once, first in line \(first).")
        }
        lines[setting] = name.mark?.line ?? 0
        if isNothing(node) {
            return fault(name, "\"\(setting.key)\" has no value: it is \(setting.kind.allowed).")
        }
        if let value = value(of: setting, node) {
            values[setting] = value
        } else {
            let found = node.scalar.map { Settings.found($0.string, setting) } ?? ""
            fault(name, "\"\(setting.key)\" is \(setting.kind.allowed)\(found).")
        }
    }

    private func value(of setting: Setting, _ node: Node) -> SettingValue? {
        if let scalar = node.scalar { return SettingValue(scalar.string, as: setting.kind) }
        guard case .list = setting.kind, let items = node.sequence else { return nil }
        let names = items.compactMap { isNothing($0) ? nil : $0.scalar?.string }
        return names.count == items.count ? .list(names) : nil
    }

    /// Whether a node is an empty value: `host:`, or `~`.
    func isNothing(_ node: Node) -> Bool { node.scalar != nil && node.tag == Tag(.null) }

    private func example(under prefix: String) -> String {
        let key = Setting.all.map(\.key).first { $0.hasPrefix(prefix + ".") } ?? "port"
        return prefix.isEmpty ? "port: 8443" : "\(key.dropFirst(prefix.count + 1)): …"
    }

    private mutating func fault(_ node: Node, _ message: String) {
        faults.append("\(path)\(node.mark.map { ":\($0.line)" } ?? ""): \(message)")
    }
}
