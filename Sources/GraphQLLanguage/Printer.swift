extension Document {
    /// The document as graphql-js' `print` writes it, without comments; reading it again gives the same document.
    package var printed: String { Printer.text { $0.write(self) } }
}

extension Definition {
    package var printed: String { Printer.text { $0.write(self, allowsShortForm: true) } }
}

extension Selection {
    package var printed: String { Printer.text { $0.write(self) } }
}

extension Directive {
    package var printed: String { Printer.text { $0.write(self) } }
}

extension Value {
    package var printed: String { Printer.text { $0.write(self) } }

    /// The value for an error message, as graphql-js writes it: what is nested deeper than a hundred levels is written
    /// on one line, so that indentation does not multiply its length.
    package var printedForError: String { Printer.text(deepestIndentation: 100) { $0.write(self) } }
}

/// Writes nodes in the layout of graphql-js' `print`.
///
/// Cost: one pass over what is written. Values are measured before, in one pass more, to know which of them take a line
/// per item.
struct Printer {
    /// The longest line of arguments, list items or object fields, in code points.
    static let maxLineLength = 80

    private var bytes: [UInt8] = []
    private var indentation = 0
    private let deepestIndentation: Int
    /// Which of the lists and objects to be written next take a line per item, in the order in which they are written.
    var measured = MeasuredValues()

    private init(deepestIndentation: Int) { self.deepestIndentation = deepestIndentation }

    static func text(deepestIndentation: Int = .max, _ write: (inout Printer) -> Void) -> String {
        var printer = Printer(deepestIndentation: deepestIndentation)
        write(&printer)
        return String(decoding: printer.bytes, as: UTF8.self)
    }
}

// MARK: - Layout

extension Printer {
    mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Starts a line; a space at the deepest indentation.
    mutating func newLine() {
        if indentation < deepestIndentation {
            startLine(indentation)
        } else {
            bytes.append(0x20)
        }
    }

    private mutating func startLine(_ indentation: Int) {
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: indentation * 2))
    }

    /// Items with a separator between them.
    mutating func write<Item>(_ items: [Item], separator: String, _ item: (inout Printer, Item) -> Void) {
        for index in items.indices {
            if index > 0 { write(separator) }
            item(&self, items[index])
        }
    }

    /// Items on lines of their own, further in, between brackets.
    mutating func writeLines<Item>(
        _ open: String,
        _ items: [Item],
        _ close: String,
        _ item: (inout Printer, Item) -> Void
    ) {
        write(open)
        if indentation < deepestIndentation {
            startLine(indentation + 1)
        } else {
            bytes.append(0x20)
        }
        indentation += 1
        for index in items.indices {
            if index > 0 { newLine() }
            item(&self, items[index])
        }
        indentation -= 1
        newLine()
        write(close)
    }

    /// A block string, whose lines are indented like others.
    mutating func writeBlockString(_ text: String) {
        for byte in BlockString.printed(text).utf8 {
            if byte == 0x0A {
                startLine(min(indentation, deepestIndentation))
            } else {
                bytes.append(byte)
            }
        }
    }

    /// A description on lines of its own.
    mutating func write(_ description: Description?) {
        guard let description else { return }
        if description.isBlock {
            writeBlockString(description.text)
        } else {
            write(StringLiteral.printed(description.text))
        }
        newLine()
    }
}

// MARK: - Definitions

extension Printer {
    mutating func write(_ document: Document) {
        var allowsShortForm = true
        for (index, definition) in document.definitions.enumerated() {
            if index > 0 { write("\n\n") }
            write(definition, allowsShortForm: allowsShortForm)
            allowsShortForm = !definition.endsWithoutBraces
        }
    }

    mutating func write(_ definition: Definition, allowsShortForm: Bool) {
        switch definition {
        case .operation(let operation): write(operation, allowsShortForm: allowsShortForm)
        case .fragment(let fragment): write(fragment)
        case .schema(let schema): write(schema)
        case .type(let type): write(type)
        case .directive(let directive): write(directive)
        case .directiveExtension(let directive): write(directive)
        }
    }
}

extension Definition {
    /// Whether braces behind this definition would be read as its own.
    fileprivate var endsWithoutBraces: Bool {
        switch self {
        case .schema(let schema): schema.operations.isEmpty
        case .type(let type):
            switch type.body {
            case .object(_, let fields), .interface(_, let fields): fields.isEmpty
            case .enumeration(let values): values.isEmpty
            case .input(let fields): fields.isEmpty
            case .scalar, .union: false
            }
        case .operation, .fragment, .directive, .directiveExtension: false
        }
    }
}
