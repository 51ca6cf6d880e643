/// What may be shown of personal data in lists, exports, errors, logs and metrics.
///
/// Every function takes any text, of the right form or not, and never shows more of it than its rule allows.
public enum Masking {
    /// Hides a value entirely, its length too: `****`.
    public static let hidden = "****"

    /// The surname and a star for each other character, four at most: `张*`, `欧阳**`.
    public static func name(_ name: String) -> String {
        let characters = Array(name.filter { !$0.isWhitespace })
        guard characters.count > 1 else { return characters.isEmpty ? "" : "*" }
        // A name of two characters has a surname of one, whatever the list says.
        let isCompound = characters.count > 2 && compoundSurnames.contains(String(characters[..<2]))
        let shown = isCompound ? 2 : 1
        return String(characters[..<shown]) + String(repeating: "*", count: min(4, characters.count - shown))
    }

    /// The first and last two of eighteen characters: `14**************2X`; another length is hidden.
    public static func residentID(_ text: String) -> String {
        guard text.count == 18 else { return hidden }
        return "\(text.prefix(2))\(String(repeating: "*", count: 14))\(text.suffix(2).uppercased())"
    }

    /// The first three and last four of eleven digits: `138****5678`; another length is hidden.
    public static func mobile(_ text: String) -> String {
        guard text.count == 11 else { return hidden }
        return "\(text.prefix(3))****\(text.suffix(4))"
    }

    /// The last four of eighteen characters: `**************0Y43`; another length is hidden.
    public static func organisationCode(_ text: String) -> String {
        guard text.count == 18 else { return hidden }
        return "\(String(repeating: "*", count: 14))\(text.suffix(4))"
    }

    /// The compound surnames (复姓) in use today.
    private static let compoundSurnames: Set<String> = [
        "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台",
        "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘",
        "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正", "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐",
        "段干", "百里", "呼延", "东郭", "南门", "羊舌", "微生", "梁丘", "左丘", "东门", "西门", "第五", "纳兰", "完颜", "叶赫", "贺兰",
    ]
}
