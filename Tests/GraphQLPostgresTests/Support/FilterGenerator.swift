/// Random filters of letters, the same for the same seed.
struct FilterGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

    private mutating func pick(_ count: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(count))
    }

    private mutating func pick(_ texts: [String]) -> String { texts[pick(texts.count)] }

    mutating func letterFilter(depth: Int) -> String {
        object(depth, tests: ["state", "dueOn", "priority", "title", "urgent"], relations: ["dossier", "notes"])
    }

    private mutating func object(_ depth: Int, tests: [String], relations: [String]) -> String {
        var members: [String: String] = [:]
        for _ in 0...pick(2) {
            let kind = depth > 1 ? pick(6) : 0
            switch kind {
            case 3: members["and"] = list(depth, tests, relations)
            case 4: members["or"] = list(depth, tests, relations)
            case 5: members["not"] = object(depth - 1, tests: tests, relations: relations)
            case 1, 2:
                let relation = pick(relations)
                members[relation] = related(relation, depth)
            default:
                let test = pick(tests)
                members[test] = condition(test)
            }
        }
        // Input objects have their fields in the order of the definition, whatever the order in which they are given.
        return "{" + members.map { #""\#($0)": \#($1)"# }.joined(separator: ", ") + "}"
    }

    private mutating func list(_ depth: Int, _ tests: [String], _ relations: [String]) -> String {
        var items: [String] = []
        for _ in 0..<pick(4) { items.append(object(depth - 1, tests: tests, relations: relations)) }
        return "[\(items.joined(separator: ", "))]"
    }

    private mutating func related(_ relation: String, _ depth: Int) -> String {
        switch relation {
        case "dossier":
            return pick(4) == 0 ? "null" : object(depth - 1, tests: ["status"], relations: ["letters"])
        case "letter": return letterFilter(depth: depth - 1)
        case "notes":
            return
                #"{"\#(pick(["some", "none", "every"]))": \#(object(depth - 1, tests: ["kind"], relations: ["letter"]))}"#
        default: return #"{"\#(pick(["some", "none", "every"]))": \#(letterFilter(depth: depth - 1))}"#
        }
    }

    private mutating func condition(_ test: String) -> String {
        switch test {
        case "urgent": return pick(["true", "false"])
        case "priority": return operators(["0", "1", "2", "3", "4"], ["lt", "lte", "gt", "gte"])
        case "dueOn":
            return operators([#""2018-01-14""#, #""2018-02-11""#, #""2018-03-12""#], ["lt", "lte", "gt", "gte"])
        case "title": return operators([#""土地""#, #""土""#, #""执行_案""#, #""_""#], ["prefix", "contains"])
        case "kind": return operators([#""PHONE""#, #""VISIT""#], ["prefix"])
        // Every row has one: null would be refused.
        default: return operators([#""NEW""#, #""OPEN""#, #""CLOSED""#], ["prefix"], takesNull: false)
        }
    }

    private mutating func operators(_ values: [String], _ others: [String], takesNull: Bool = true) -> String {
        if pick(8) == 0, takesNull { return "null" }
        let op = pick(["eq", "ne", "in", "notIn", "isNull", "present"] + others)
        let value: String
        switch op {
        case "isNull", "present": value = pick(["true", "false"])
        case "in", "notIn": value = pick(["[]", "[\(pick(values))]", "[\(pick(values)), \(pick(values))]"])
        default: value = pick(10) == 0 && takesNull ? "null" : pick(values)
        }
        return #"{"\#(op)": \#(value)}"#
    }
}
