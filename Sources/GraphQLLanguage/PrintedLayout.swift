/// How printed parts are put together: the layout of graphql-js' `print`.
enum PrintedLayout {
    /// The longest line of arguments, list items or object fields, in code points.
    static let maxLineLength = 80

    /// The parts that are not empty, with a separator.
    static func joined(_ parts: [String], by separator: String) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: separator)
    }

    /// The text between a start and an end, nothing if it is empty.
    static func wrapped(_ start: String, _ text: String, _ end: String = "") -> String {
        text.isEmpty ? "" : start + text + end
    }

    /// Each part on lines of its own, indented, in braces; nothing if there is no part.
    static func block(_ parts: [String]) -> String {
        wrapped("{\n", indented(joined(parts, by: "\n")), "\n}")
    }

    /// A selection set; braces without a line between them if it is empty.
    static func selectionSet(_ selections: [Selection]) -> String {
        selections.isEmpty ? "{}" : block(selections.map(\.printed))
    }

    /// Every line two spaces further in.
    static func indented(_ text: String) -> String {
        guard !text.isEmpty else { return "" }
        var bytes: [UInt8] = [0x20, 0x20]
        bytes.reserveCapacity(text.utf8.count + 64)
        for byte in text.utf8 {
            bytes.append(byte)
            if byte == 0x0A { bytes += [0x20, 0x20] }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func isTooLong(_ line: String) -> Bool { line.unicodeScalars.count > maxLineLength }

    static func isMultiline(_ text: String) -> Bool { text.utf8.contains(0x0A) }

    /// A description above what it describes.
    static func described(_ description: Description?, _ text: String) -> String {
        description.map { "\($0.printed)\n\(text)" } ?? text
    }

    static func directives(_ directives: [Directive]) -> String {
        directives.map(\.printed).joined(separator: " ")
    }

    /// Argument definitions: on one line unless one of them needs more.
    static func argumentDefinitions(_ arguments: [InputValueDefinition]) -> String {
        let parts = arguments.map(\.printed)
        return parts.contains(where: isMultiline)
            ? wrapped("(\n", indented(joined(parts, by: "\n")), "\n)")
            : wrapped("(", joined(parts, by: ", "), ")")
    }
}
