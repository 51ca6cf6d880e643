import GraphQLLanguage

/// What a filter should find, told by walking rows in memory; nil is unknown.
struct FilterEvaluator {
    func letters(_ filter: JSONValue) -> [Int] {
        FilterFixture.letters.filter { $0.court == FilterFixture.visible && holds(filter, $0) == true }.map(\.id)
    }

    func dossiers(_ filter: JSONValue) -> [Int] {
        FilterFixture.dossiers.filter { $0.court == FilterFixture.visible && holds(filter, $0) == true }.map(\.id)
    }

    private func holds(_ filter: JSONValue, _ letter: FilterFixture.Letter) -> Bool? {
        walk(filter, { holds($0, letter) }) { name, value in
            switch name {
            case "id": return test("eq", value, .string(String(letter.id)))
            case "otherThan": return test("notIn", value, .string(String(letter.id)))
            case "state": return tests(value, .string(letter.state))
            case "dueOn": return tests(value, letter.dueOn.map { .string($0) })
            case "noDue": return test("isNull", value, letter.dueOn.map { .string($0) })
            case "priority": return tests(value, letter.priority.map { .integer($0) })
            case "title": return tests(value, letter.title.map { .string($0) })
            case "urgent":
                let urgent = letter.priority.map { $0 < 3 }
                if value == .null { return urgent == nil }
                return urgent.map { .boolean($0) == value }
            case "dossier":
                let dossier = FilterFixture.dossiers.first {
                    $0.id == letter.dossier && $0.court == FilterFixture.visible
                }
                if value == .null { return dossier == nil }
                return dossier.map { holds(value, $0) == true } ?? false
            case "notes":
                let notes = FilterFixture.notes.filter { $0.letter == letter.id && $0.court == FilterFixture.visible }
                return quantified(value) { filter in notes.map { holds(filter, $0) } }
            default: return nil
            }
        }
    }

    private func holds(_ filter: JSONValue, _ dossier: FilterFixture.Dossier) -> Bool? {
        walk(filter, { holds($0, dossier) }) { name, value in
            switch name {
            case "status": return tests(value, dossier.status.map { .string($0) })
            case "letters":
                let letters = FilterFixture.letters.filter {
                    $0.dossier == dossier.id && $0.court == FilterFixture.visible
                }
                return quantified(value) { filter in letters.map { holds(filter, $0) } }
            default: return nil
            }
        }
    }

    private func holds(_ filter: JSONValue, _ note: FilterFixture.Note) -> Bool? {
        walk(filter, { holds($0, note) }) { name, value in
            switch name {
            case "kind": return tests(value, note.kind.map { .string($0) })
            case "letter":
                let letter = FilterFixture.letters.first { $0.id == note.letter && $0.court == FilterFixture.visible }
                if value == .null { return letter == nil }
                return letter.map { holds(value, $0) == true } ?? false
            default: return nil
            }
        }
    }

    private func walk(
        _ filter: JSONValue,
        _ inner: (JSONValue) -> Bool?,
        _ member: (String, JSONValue) -> Bool?
    ) -> Bool? {
        guard case .object(let members) = filter else { return true }
        return all(
            members.map { field in
                switch (field.name, field.value) {
                case ("and", .null), ("or", .null), ("not", .null): return true
                case ("and", .array(let items)): return all(items.map(inner))
                case ("or", .array(let items)): return all(items.map { inner($0).map { !$0 } }).map { !$0 }
                case ("not", let value): return inner(value) != true
                default: return member(field.name, field.value)
                }
            }
        )
    }

    private func all(_ values: [Bool?]) -> Bool? {
        values.contains(false) ? false : values.contains(nil) ? nil : true
    }

    private func quantified(_ filter: JSONValue, _ rows: (JSONValue) -> [Bool?]) -> Bool? {
        guard case .object(let members) = filter else { return true }
        return members.allSatisfy { member in
            if member.value == .null { return true }
            let held = rows(member.value)
            return switch member.name {
            case "some": held.contains(true)
            case "none": !held.contains(true)
            default: held.allSatisfy { $0 == true }
            }
        }
    }

    private func tests(_ filter: JSONValue, _ cell: JSONValue?) -> Bool? {
        guard case .object(let members) = filter else { return cell == nil }
        return all(members.map { test($0.name, $0.value, cell) })
    }

    private func test(_ op: String, _ value: JSONValue, _ cell: JSONValue?) -> Bool? {
        if value == .null { return (cell == nil) != (op == "ne" || op == "notIn") }
        switch op {
        case "isNull": return (cell == nil) == (value == .boolean(true))
        case "present": return (cell != nil) == (value == .boolean(true))
        case "ne": return cell != value
        case "notIn": return !contains(value, cell)
        default: break
        }
        guard let cell else { return nil }
        switch (op, cell, value) {
        case ("eq", _, _): return cell == value
        case ("in", _, _): return contains(value, cell)
        case ("lt", _, _): return isLess(cell, value)
        case ("lte", _, _): return !isLess(value, cell)
        case ("gt", _, _): return isLess(value, cell)
        case ("gte", _, _): return !isLess(cell, value)
        case ("prefix", .string(let text), .string(let part)): return text.hasPrefix(part)
        case ("contains", .string(let text), .string(let part)): return text.contains(part)
        default: return nil
        }
    }

    private func contains(_ list: JSONValue, _ cell: JSONValue?) -> Bool {
        guard case .array(let items) = list, let cell else { return false }
        return items.contains(cell)
    }

    private func isLess(_ left: JSONValue, _ right: JSONValue) -> Bool {
        switch (left, right) {
        case (.integer(let left), .integer(let right)): left < right
        case (.string(let left), .string(let right)): left < right
        default: false
        }
    }
}
