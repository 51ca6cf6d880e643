extension SchemaCheck {
    /// The changes by severity for a person to read, each on a line that starts with its name.
    package var report: String {
        var sections = [
            section("Breaking, not allowed:", refused.map(\.line)),
            section("Breaking, allowed:", allowed.map(\.line)),
            section("Dangerous:", changes.dangerous.map(\.line)),
            section("Safe:", changes.safe.map(\.line)),
            section("Allowed without need, to be taken off the list:", unusedAllowances),
        ].compactMap(\.self)
        if changes.all.isEmpty { sections.insert("No changes.", at: 0) }
        if let first = refused.first {
            sections.append(
                "A breaking change is allowed by its name or coordinate: \(first.name) or \(first.coordinate)"
            )
        }
        return sections.joined(separator: "\n\n")
    }
}

extension SchemaChanges {
    /// The changes by severity for a person to read, each on a line that starts with its name.
    package var report: String {
        guard !all.isEmpty else { return "No changes." }
        return [
            section("Breaking:", breaking.map(\.line)),
            section("Dangerous:", dangerous.map(\.line)),
            section("Safe:", safe.map(\.line)),
        ].compactMap(\.self).joined(separator: "\n\n")
    }
}

/// A title with its lines; nil without lines.
private func section(_ title: String, _ lines: [String]) -> String? {
    lines.isEmpty ? nil : "\(title)\n" + lines.map { "  \($0)" }.joined(separator: "\n")
}

extension SchemaChange {
    /// Name and description; one with line breaks in it is shown on one line.
    fileprivate var line: String {
        "\(name)  \(description.split(separator: "\n").joined(separator: " "))"
    }
}
