import CourtFormats
package import PluginKit

/// An input after every check that needs no database.
struct CheckedInput: Sendable {
    /// What the rules made of it: texts trimmed, numbers as they are written, blank ones none.
    let input: InputObject
    /// Every fault, each with its path; never with a value.
    let faults: DomainErrors
    /// Whether another day could have let all of it pass, so that a first request may have been answered.
    let mayHavePassed: Bool
    /// The rows that it names.
    let rows: RowLookups
}

extension InputRuleBook {
    /// Checks a mutation's arguments, or the members of its argument `input`.
    func check(
        _ input: InputObject,
        of mutation: String,
        takesInput: Bool,
        on today: CalendarDate
    ) -> CheckedInput {
        let arguments = mutations[mutation] ?? []
        let fields = takesInput ? inputs[arguments.first?.typeName ?? ""] ?? [] : arguments
        var check = InputCheck(book: self, today: today)
        let members = check.members(of: input, fields, at: InputPath(takesInput ? ["input"] : []))
        return CheckedInput(
            input: InputObject(members: members),
            faults: check.faults,
            mayHavePassed: check.mayHavePassed,
            rows: RowLookups(check.lookups)
        )
    }
}

extension InputRuleBook {
    /// The rules, for plugins whose values come another way than as an input.
    package var declaredRules: DeclaredRules {
        DeclaredRules { input, type, today in
            var check = InputCheck(book: self, today: today)
            let members = check.members(of: input, inputs[type] ?? [], at: InputPath([]))
            return (InputObject(members: members), check.faults)
        }
    }
}

/// A walk over one input, its rules beside it.
private struct InputCheck {
    let book: InputRuleBook
    let today: CalendarDate
    private(set) var faults = DomainErrors()
    private(set) var mayHavePassed = true
    private(set) var lookups: [RowLookup] = []

    init(book: InputRuleBook, today: CalendarDate) {
        self.book = book
        self.today = today
    }

    mutating func members(
        of input: InputObject,
        _ fields: [InputRuleBook.Field],
        at path: InputPath
    ) -> [InputObject.Member] {
        var members: [InputObject.Member] = []
        members.reserveCapacity(input.members.count)
        for field in fields {
            let site = InputSite(path: path.appending(field.name), siblings: input, today: today)
            let given = input[field.name]
            let value = check(given ?? .null, field, site)
            if given != nil { members.append(.init(name: field.name, value: value)) }
        }
        return members
    }

    private mutating func check(
        _ value: InputObject.Value,
        _ field: InputRuleBook.Field,
        _ site: InputSite
    ) -> InputObject.Value {
        guard apply(field.presenceRules, value, site) != nil else { return value }
        if case .null = value { return value }
        if case .string(let text) = value, field.takesBlankForNone, text.isBlank { return .null }
        guard case .list = value else {
            let checked = item(value, field, site)
            look(for: [value], field, site)
            return checked
        }
        guard apply(field.listRules, value, site) != nil, case .list(let items) = value else { return value }
        let checked = items.enumerated().map { position, item in
            self.item(
                item,
                field,
                InputSite(path: site.path.appending(String(position)), siblings: site.siblings, today: today)
            )
        }
        look(for: items, field, site)
        return .list(checked)
    }

    /// Checks a value, or an item of a list.
    private mutating func item(
        _ value: InputObject.Value,
        _ field: InputRuleBook.Field,
        _ site: InputSite
    ) -> InputObject.Value {
        switch value {
        case .null: return value
        case .list(let items):
            return .list(
                items.enumerated().map { position, item in
                    let path = site.path.appending(String(position))
                    return self.item(item, field, InputSite(path: path, siblings: site.siblings, today: today))
                }
            )
        case .object(let members):
            guard field.kind == .object else { return value }
            let fields = book.inputs[field.typeName] ?? []
            return .object(self.members(of: InputObject(members: members), fields, at: site.path))
        case .string(let text):
            do throws(DomainError) { try Self.requireForm(text, field.kind, site) } catch {
                faults.add(error)
                mayHavePassed = false
                return value
            }
        case .boolean, .integer, .double: break
        }
        return apply(field.valueRules, value, site) ?? value
    }

    /// What every text keeps, whatever its rules: PostgreSQL has none with a NUL, and a key, a court and a region have
    /// forms.
    private static func requireForm(_ text: String, _ kind: InputRuleBook.Kind, _ site: InputSite) throws(DomainError) {
        guard !text.utf8.contains(0) else {
            throw DomainError(.textControlChars, "含非法控制字符", field: site.path)
        }
        switch kind {
        case .key: _ = try EntityID(input: .string(text), field: site.path)
        case .court: try requireForm(site) { () throws(FormatError) in _ = try CourtCode(parsing: text) }
        case .region: try requireForm(site) { () throws(FormatError) in _ = try RegionCode(parsing: text) }
        case .object, .other: break
        }
    }

    private static func requireForm(_ site: InputSite, _ body: () throws(FormatError) -> Void) throws(DomainError) {
        do { try body() } catch { throw DomainError(.init(error.code), error.message, field: site.path) }
    }

    /// Runs rules until one is broken; nil then.
    private mutating func apply(
        _ rules: [InputRuleBook.Declared],
        _ value: InputObject.Value,
        _ site: InputSite
    ) -> InputObject.Value? {
        var value = value
        for declared in rules {
            do throws(DomainErrors) { value = try declared.rule.check(value, at: site) } catch {
                for fault in error.errors { faults.add(declared.worded(fault)) }
                if !type(of: declared.rule).expires { mayHavePassed = false }
                return nil
            }
        }
        return value
    }

    private mutating func look(for keys: [InputObject.Value], _ field: InputRuleBook.Field, _ site: InputSite) {
        for declared in field.rowRules {
            guard let rule = declared.rule as? RowRule, let table = declared.table else { continue }
            lookups.append(
                RowLookup(
                    rule: rule,
                    table: table,
                    declared: declared,
                    keys: keys.compactMap(\.text),
                    kind: field.kind,
                    path: site.path
                )
            )
        }
    }
}
