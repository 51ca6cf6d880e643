/// Which lists and objects are longer than a line, found out before they are written.
///
/// A decision is left for each list and object in the order in which they are written, and is taken once.
struct MeasuredValues {
    private var breaks: [Bool] = []
    private var next = 0

    /// How a value is written: its code points and line breaks, at no indentation.
    struct Extent {
        var length = 0
        var lineBreaks = 0

        static func += (left: inout Extent, right: Extent) {
            left.length += right.length
            left.lineBreaks += right.lineBreaks
        }

        init(length: Int, lineBreaks: Int = 0) {
            self.length = length
            self.lineBreaks = lineBreaks
        }

        init(of text: String) {
            length = 0
            for byte in text.utf8 {
                if byte & 0xC0 != 0x80 { length += 1 }
                if byte == 0x0A { lineBreaks += 1 }
            }
        }
    }

    /// Whether the next list or object takes a line per item; it is measured now if it was not yet.
    mutating func takesLines(_ value: Value) -> Bool {
        if next == breaks.count {
            breaks.removeAll(keepingCapacity: true)
            next = 0
            _ = measure(value)
        }
        next += 1
        return breaks[next - 1]
    }

    mutating func measure(_ arguments: [Argument]) -> Extent {
        measure(arguments) { measured, argument in
            var extent = Extent(length: argument.name.text.utf8.count + 2)
            extent += measured.measure(argument.value)
            return extent
        }
    }

    /// Whether a default value and directives break a line.
    mutating func measure(_ defaultValue: Value?, _ directives: [Directive]) -> Bool {
        var lineBreaks = 0
        if let defaultValue { lineBreaks += measure(defaultValue).lineBreaks }
        for directive in directives { lineBreaks += measure(directive.arguments).lineBreaks }
        return lineBreaks > 0
    }

    mutating func measure(_ value: Value) -> Extent {
        switch value.kind {
        case .variable(let name): Extent(length: name.utf8.count + 1)
        case .int(let digits), .float(let digits): Extent(length: digits.utf8.count)
        case .string(let text, let isBlock):
            Extent(of: isBlock ? BlockString.printed(text) : StringLiteral.printed(text))
        case .boolean(let flag): Extent(length: flag ? 4 : 5)
        case .null: Extent(length: 4)
        case .enumeration(let name): Extent(length: name.utf8.count)
        case .list(let items):
            bracketed(items, bracketLength: 2) { $0.measure($1) }
        case .object(let fields):
            bracketed(fields, bracketLength: 4) { measured, field in
                var extent = Extent(length: field.name.text.utf8.count + 2)
                extent += measured.measure(field.value)
                return extent
            }
        }
    }

    /// Items on one line, with commas.
    private mutating func measure<Item>(_ items: [Item], _ item: (inout Self, Item) -> Extent) -> Extent {
        var extent = Extent(length: max(0, items.count - 1) * 2)
        for part in items { extent += item(&self, part) }
        return extent
    }

    private mutating func bracketed<Item>(
        _ items: [Item],
        bracketLength: Int,
        _ item: (inout Self, Item) -> Extent
    ) -> Extent {
        let decision = breaks.count
        breaks.append(false)
        var extent = measure(items, item)
        guard bracketLength + extent.length > Printer.maxLineLength else {
            extent.length += bracketLength
            return extent
        }
        breaks[decision] = true
        // A line break for each comma and space, two spaces before each line, and brackets on lines of their own.
        extent.lineBreaks += items.count - 1
        extent.length += 2 * (extent.lineBreaks + 1) - (items.count - 1) + 4
        extent.lineBreaks += 2
        return extent
    }
}
