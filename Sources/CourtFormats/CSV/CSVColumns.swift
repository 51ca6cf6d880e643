/// The columns that a file must and may have, and what a header says that is not one.
struct CSVColumns {
    let required: [String]
    let optional: [String]

    /// Every missing and every unknown column, with the name probably meant; nil when the header is right.
    func fault(of header: [String], line: Int) -> CSVError? {
        let missing = required.filter { !header.contains($0) }
        let unknown = header.enumerated().filter { !required.contains($1) && !optional.contains($1) }
        guard !missing.isEmpty || !unknown.isEmpty else { return nil }
        let absent = (missing + optional).filter { !header.contains($0) }
        // A file without a header line begins with somebody's data: only a name that was meant as one is repeated.
        let strangers = unknown.map { position, name in
            EditDistance.closest(to: name, among: absent).map { "\(name)（是否应为\($0)？）" } ?? "第\(position + 1)列"
        }
        var parts: [String] = []
        if !missing.isEmpty { parts.append("缺少列：\(missing.joined(separator: "、"))") }
        if !strangers.isEmpty { parts.append("未知列：\(strangers.joined(separator: "、"))") }
        return CSVError(.header, line: line, column: 1, message: parts.joined(separator: "；"))
    }

    /// A title above the header: no column stands in the first line, and most of them in one of the next lines.
    ///
    /// The title is not repeated.
    func titleFault(of header: [String], line: Int, below reader: CSVReader) -> CSVError? {
        let names = Set(required + optional)
        guard names.isDisjoint(with: header) else { return nil }
        var reader = reader
        for _ in 0..<5 {
            guard let record = reader.next() else { return nil }
            if names.intersection(record.fields.map(CSVTable.trimmed)).count * 2 >= required.count {
                let message = "第\(line)行不是表头：表头在第\(record.line)行，请删除其上方的标题行"
                return CSVError(.header, line: line, column: 1, message: message)
            }
            if let fault = Self.separatorFault(of: record.fields, line: record.line),
                names.contains(where: { name in record.fields.contains { $0.contains(name) } })
            {
                return fault
            }
        }
        return nil
    }

    /// A first line `sep=,`, which only some programs understand.
    static func separatorLineFault(of header: [String], line: Int) -> CSVError? {
        guard header.first?.lowercased().hasPrefix("sep=") == true else { return nil }
        return CSVError(.header, line: line, column: 1, message: "首行“sep=”不是表头，请删除该行后重试")
    }

    /// A header whose names are not separated by commas.
    static func separatorFault(of header: [String], line: Int) -> CSVError? {
        // No column's name has one of these in it.
        let names = header.joined()
        guard let separator = separators.first(where: { names.contains($0.character) }) else { return nil }
        let message = "字段以\(separator.name)分隔，应以半角逗号“,”分隔，请另存为“CSV UTF-8（逗号分隔）”后重试"
        return CSVError(.separator, line: line, column: 1, message: message)
    }

    private static let separators: [(character: Character, name: String)] = [
        ("\t", "制表符"), (";", "分号“;”"), ("；", "全角分号“；”"), ("，", "全角逗号“，”"), ("|", "竖线“|”"), ("｜", "全角竖线“｜”"),
        ("、", "顿号“、”"),
    ]
}
