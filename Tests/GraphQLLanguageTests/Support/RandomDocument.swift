@testable import GraphQLLanguage

/// Writes random documents: every production of the grammar (GraphQL, appendix C), with random ignored tokens between.
struct RandomDocument {
    private var random: FixedRandom

    init(seed: UInt64) { random = FixedRandom(seed: seed) }

    mutating func document() -> String {
        // The short form only in front: behind a type its braces would be the type's.
        var definitions = random.chance(20) ? [selectionSet(0)] : []
        for _ in 0..<random.number(1...4) { definitions.append(definition()) }
        return (random.chance(10) ? "\u{FEFF}" : "") + definitions.joined(separator: ignored())
    }

    private mutating func definition() -> String {
        switch random.number(0...11) {
        case 0...3: return operation()
        case 4: return words([description(), "fragment", fragmentName(), "on", name(), directives(), selectionSet(0)])
        case 5: return schema()
        case 6: return random.chance(50) ? directiveDefinition() : words(["extend directive @", name(), directive()])
        default: return typeDefinition()
        }
    }

    // MARK: - Lexical grammar

    /// At least one ignored token.
    private mutating func ignored() -> String {
        random.many(1...2) {
            $0.pick([" ", " ", " ", "  ", "\n", "\r\n", "\r", "\t", ",", " , ", "#é \"\n", "\u{FEFF}"])
        }
        .joined()
    }

    private mutating func words(_ parts: [String]) -> String {
        var text = ""
        for part in parts where !part.isEmpty { text += (text.isEmpty ? "" : ignored()) + part }
        return text
    }

    private mutating func name() -> String {
        random.pick(["a", "b2", "_c", "__typename", "query", "on", "type", "fragment", "true", "null", "extend"])
            + (random.chance(5) ? String(repeating: "x", count: random.number(1...60)) : "")
    }

    /// A name but not `on`.
    private mutating func fragmentName() -> String { random.pick(["F", "G", "onward", "query"]) }

    private mutating func number() -> String {
        let integer = random.pick(["0", "-0", "7", "-12", "1234567890123456789012"])
        return integer + random.pick(["", "", ".5", ".000"]) + random.pick(["", "", "e1", "E-5", "e+00"])
    }

    private mutating func string() -> String {
        guard random.chance(40) else {
            let pieces = [
                "a", " ", "é", "信", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\b", "\\u00e9", "\\u{1F600}", "\\uD83D\\uDE00",
                "\u{7F}", "\u{85}", "\u{5}", "\t", "#", "{", "\u{2028}", "\u{FEFF}",
            ]
            return "\"" + random.many(0...random.pick([3, 20, 100])) { $0.pick(pieces) }.joined() + "\""
        }
        let pieces = [
            "a", " ", "    ", "é", "😀", "\n", "\n  ", "\r\n", "\r", "\t", "\\\"\"\"", "\\", "\\n", "\" ", "\u{B}",
            "\u{85}",
        ]
        return "\"\"\"" + random.many(0...random.pick([3, 12, 80])) { $0.pick(pieces) }.joined() + "a\"\"\""
    }

    private mutating func description() -> String { random.chance(25) ? string() : "" }

    // MARK: - Values, arguments, directives, types

    private mutating func value(constant: Bool, depth: Int = 0) -> String {
        switch random.number(depth < 3 ? 0...9 : 0...6) {
        case 0, 1: return number()
        case 2, 3: return string()
        case 4: return random.pick(["true", "false", "null"])
        case 5: return random.pick(["ENUM", "on", "type", "_"])
        case 6: return constant ? "[]" : "$\(name())"
        case 7, 8:
            var items = "["
            for _ in 0..<random.number(0...4) { items += value(constant: constant, depth: depth + 1) + ignored() }
            return items + "]"
        default:
            var fields = "{"
            for _ in 0..<random.number(0...3) {
                fields += words([name(), ":", value(constant: constant, depth: depth + 1)]) + ignored()
            }
            return fields + "}"
        }
    }

    private mutating func arguments(constant: Bool) -> String {
        guard random.chance(40) else { return "" }
        var arguments = "("
        for _ in 0..<random.number(1...3) { arguments += words([name(), ":", value(constant: constant)]) + ignored() }
        return arguments + ")"
    }

    private mutating func directive(constant: Bool = true) -> String {
        words(["@\(name())", arguments(constant: constant)])
    }

    private mutating func directives(constant: Bool = true) -> String {
        var directives: [String] = []
        for _ in 0..<random.pick([0, 0, 0, 1, 2]) { directives.append(directive(constant: constant)) }
        return words(directives)
    }

    private mutating func type() -> String {
        var type = name()
        for _ in 0..<random.pick([0, 0, 1, 3]) { type = "[\(type)\(random.pick(["", "!"]))]" }
        return type + random.pick(["", "!"])
    }

    // MARK: - Executable definitions

    private mutating func operation() -> String {
        var variables = ""
        if random.chance(40) {
            variables = "("
            for _ in 0..<random.number(1...3) {
                let `default` = random.chance(30) ? words(["=", value(constant: true)]) : ""
                variables += words([description(), "$", name(), ":", type(), `default`, directives()]) + ignored()
            }
            variables += ")"
        }
        return words([
            description(), random.pick(["query", "mutation", "subscription"]), random.chance(70) ? name() : "",
            variables,
            directives(constant: false), selectionSet(0),
        ])
    }

    private mutating func selectionSet(_ depth: Int) -> String {
        var selections = "{"
        for _ in 0..<(random.chance(5) ? 0 : random.number(1...4)) { selections += ignored() + selection(depth) }
        return selections + ignored() + "}"
    }

    private mutating func selection(_ depth: Int) -> String {
        let isDeep = depth >= 3
        switch random.number(isDeep ? 0...7 : 0...9) {
        case 0...6:
            return words([
                random.chance(20) ? words([name(), ":"]) : "", name(), arguments(constant: false),
                directives(constant: false), isDeep || random.chance(60) ? "" : selectionSet(depth + 1),
            ])
        case 7: return words(["...", fragmentName(), directives(constant: false)])
        default:
            let condition = random.chance(60) ? words(["on", name()]) : ""
            return words(["...", condition, directives(constant: false), selectionSet(depth + 1)])
        }
    }

    // MARK: - Type system definitions

    private mutating func schema() -> String {
        let isExtension = random.chance(40)
        var operations = "{"
        for _ in 0..<random.number(1...3) {
            operations += ignored() + words([random.pick(["query", "mutation", "subscription"]), ":", name()])
        }
        return words([isExtension ? "extend" : description(), "schema", directives(), operations + "}"])
    }

    private mutating func typeDefinition() -> String {
        let isExtension = random.chance(40)
        // An extension has at least one part; a directive serves for all kinds.
        let start = [isExtension ? "extend" : description()]
        let directives = isExtension ? directive() : directives()
        switch random.number(0...5) {
        case 0: return words(start + ["scalar", name(), directives])
        case 1:
            return words(start + ["type", name(), interfaces(), directives, block { $0.fieldDefinition() }])
        case 2:
            return words(start + ["interface", name(), interfaces(), directives, block { $0.fieldDefinition() }])
        case 3:
            let members = random.chance(80) ? words(["=", delimited(by: "|") { $0.name() }]) : ""
            return words(start + ["union", name(), directives, members])
        case 4:
            return words(start + ["enum", name(), directives, block { $0.enumValueDefinition() }])
        default:
            return words(start + ["input", name(), directives, block { $0.inputValueDefinition() }])
        }
    }

    private mutating func block(_ part: (inout RandomDocument) -> String) -> String {
        guard random.chance(80) else { return "" }
        var parts = "{"
        for _ in 0..<random.number(1...3) { parts += ignored() + part(&self) }
        return parts + ignored() + "}"
    }

    private mutating func delimited(by delimiter: String, _ part: (inout RandomDocument) -> String) -> String {
        var text = random.chance(30) ? delimiter + ignored() : ""
        text += part(&self)
        for _ in 0..<random.number(0...3) { text += ignored() + delimiter + part(&self) }
        return text
    }

    private mutating func interfaces() -> String {
        random.chance(40) ? words(["implements", delimited(by: "&") { $0.name() }]) : ""
    }

    private mutating func fieldDefinition() -> String {
        words([description(), name(), argumentDefinitions(), ":", type(), directives()])
    }

    private mutating func argumentDefinitions() -> String {
        guard random.chance(40) else { return "" }
        var arguments = "("
        for _ in 0..<random.number(1...3) { arguments += inputValueDefinition() + ignored() }
        return arguments + ")"
    }

    private mutating func inputValueDefinition() -> String {
        let `default` = random.chance(30) ? words(["=", value(constant: true)]) : ""
        return words([description(), name(), ":", type(), `default`, directives()])
    }

    private mutating func enumValueDefinition() -> String {
        words([description(), random.pick(["A", "B", "on", "query"]), directives()])
    }

    private mutating func directiveDefinition() -> String {
        words([
            description(), "directive", "@", name(), argumentDefinitions(), directives(),
            random.chance(30) ? "repeatable" : "", "on",
            delimited(by: "|") { $0.random.pick(DirectiveLocation.allCases).rawValue },
        ])
    }
}
