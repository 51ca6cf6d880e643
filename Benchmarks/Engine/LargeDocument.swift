/// A document as a client's build might bundle it: operations and fragments, written out with indentation and comments.
enum LargeDocument {
    static func text(ofByteCount byteCount: Int) -> String {
        var writer = Writer()
        while writer.text.utf8.count < byteCount { writer.appendDefinition() }
        return writer.text
    }

    private struct Writer {
        var text = ""
        private var dice = Dice(seed: 20_250_901)
        private var number = 0

        mutating func appendDefinition() {
            number += 1
            if dice.roll(4) == 0 { text += "# Screen \(number): what is shown, in this order.\n" }
            if dice.roll(3) == 0 {
                text += "fragment Part\(number) on \(dice.pick(Words.types)) "
            } else {
                text += "\(dice.pick(["query", "query", "query", "mutation"])) Screen\(number)"
                text += "($id: ID!, $first: Int = 20, $filter: [LetterFilter!], $withStaff: Boolean! = false) "
            }
            appendSelections(depth: 0)
            text += "\n\n"
        }

        private mutating func appendSelections(depth: Int) {
            text += "{\n"
            for _ in 0...(2 + dice.roll(6)) {
                text += String(repeating: "  ", count: depth + 1)
                appendSelection(depth: depth)
                text += "\n"
            }
            text += String(repeating: "  ", count: depth) + "}"
        }

        private mutating func appendSelection(depth: Int) {
            switch dice.roll(20) {
            case 0:
                text += "...Part\(1 + dice.roll(number))"
                appendDirective()
            case 1 where depth < 4:
                text += "... on \(dice.pick(Words.types)) "
                appendSelections(depth: depth + 1)
            default:
                if dice.roll(8) == 0 { text += "\(dice.pick(Words.fields))\(dice.roll(100)): " }
                text += dice.pick(Words.fields)
                if dice.roll(4) == 0 { appendArguments() }
                appendDirective()
                guard depth < 4, dice.roll(4) == 0 else { return }
                text += " "
                appendSelections(depth: depth + 1)
            }
        }

        private mutating func appendArguments() {
            text += "("
            for position in 0...dice.roll(3) {
                text += (position > 0 ? ", " : "") + dice.pick(Words.arguments) + ": "
                appendValue(depth: 0)
            }
            text += ")"
        }

        private mutating func appendDirective() {
            guard dice.roll(12) == 0 else { return }
            text += dice.pick([" @include(if: $withStaff)", " @skip(if: $withStaff)", " @cached(seconds: 60)"])
        }

        private mutating func appendValue(depth: Int) {
            switch dice.roll(depth < 2 ? 14 : 10) {
            case 0, 1, 2: text += dice.pick(["$id", "$first", "$filter"])
            case 3, 4: text += "\(dice.roll(100_000) - 500)"
            case 5: text += "\(dice.roll(1_000)).\(1 + dice.roll(99))e\(dice.roll(9))"
            case 6: text += "\"\(dice.pick(Words.texts))\""
            case 7: text += dice.pick(["true", "false", "null"])
            case 8: text += dice.pick(["REGISTERED", "ASSIGNED", "HANDLING", "CLOSED"])
            case 9 where dice.roll(6) == 0: text += "\"\"\"\n  \(dice.pick(Words.texts))\n    in two lines\n  \"\"\""
            case 9: text += "\"2018-03-01\""
            case 10, 11:
                text += "["
                for position in 0...dice.roll(4) {
                    text += position > 0 ? ", " : ""
                    appendValue(depth: depth + 1)
                }
                text += "]"
            default:
                text += "{"
                for position in 0...dice.roll(4) {
                    text += (position > 0 ? ", " : "") + dice.pick(Words.arguments) + ": "
                    appendValue(depth: depth + 1)
                }
                text += "}"
            }
        }
    }

    private enum Words {
        static let types = ["Letter", "Staff", "Court", "Department", "Dossier", "Registration", "Petitioner"]
        static let fields = [
            "id", "name", "letterNo", "receivedOn", "subject", "abstract", "state", "dueOn", "version", "source",
            "court", "assignee", "department", "dossier", "registration", "matterClass", "category", "createdAt",
            "updatedAt", "createdBy", "reviewSteps", "deadlineRuleKey", "originalDueOn", "nodes", "edges", "node",
            "pageInfo", "totalCount", "endCursor", "hasNextPage",
        ]
        static let arguments = [
            "id", "first", "after", "filter", "orderBy", "state", "category", "courtCode", "from", "to",
        ]
        static let texts = [
            "", "晋03信〔2018〕0060", "反映执行案件进展的来信，请求督促承办法官依法尽快执行并书面答复。",
            #"a \"quoted\" word and a line\nbreak"#, #"\u6CD5\u9662 \u{1F600}"#,
            "an ordinary sentence of eight plain words",
        ]
    }
}
