import GraphQLLanguage
import PluginTools

/// A ledger of contacts (来访登记簿) as it is kept on paper: masked, and without what was said unless that is asked for.
struct VisitLedger {
    static let columns = ["登记号", "渠道", "收到日", "信访人", "人数", "初次", "类别", "承办人", "状态", "告知日", "办结日"]

    /// What of a registration stands in it.
    static let selection = """
        regNo channel receivedOn petitioners { petitioner { nameMasked } } groupSize isFirst category assignee { name } state
        notifiedOn closedOn
        """

    private(set) var rows: [[String]] = []

    /// Adds a registration as the API answers it.
    mutating func add(_ node: JSONValue) {
        let names = (node["petitioners"]?.items ?? []).compactMap { $0["petitioner"]?["nameMasked"]?.text }
        rows.append([
            node["regNo"]?.text ?? "", Self.channels[node["channel"]?.text ?? ""] ?? "", node["receivedOn"]?.text ?? "",
            names.isEmpty ? "匿名" : names.joined(separator: "、"), String(node["groupSize"]?.integer ?? 1),
            node["isFirst"] == .boolean(true) ? "是" : "否", Self.categories[node["category"]?.text ?? ""] ?? "",
            node["assignee"]?["name"]?.text ?? "", Self.states[node["state"]?.text ?? ""] ?? "",
            node["notifiedOn"]?.text ?? "", node["closedOn"]?.text ?? "",
        ])
    }

    /// RFC 4180, with a byte-order mark, so that office programs read it as UTF-8; nothing in it is a formula.
    var csv: String {
        "\u{FEFF}" + ([Self.columns] + rows).map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// A page to print, A4 across.
    func html(title: String) -> String {
        let head = Self.columns.map { "<th>\(Self.escaped($0))</th>" }.joined()
        let body = rows.map { row in "<tr>\(row.map { "<td>\(Self.escaped($0))</td>" }.joined())</tr>\n" }.joined()
        return """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>\(Self.escaped(title))</title>
            <style>
            @page { size: A4 landscape; margin: 15mm }
            body { font-family: serif } h1 { text-align: center; font-size: 16pt }
            table { border-collapse: collapse; width: 100%; font-size: 10pt }
            th, td { border: 1px solid #000; padding: 2pt 4pt; text-align: left } thead { display: table-header-group }
            tr { break-inside: avoid }
            </style></head>
            <body><h1>\(Self.escaped(title))</h1>
            <table><thead><tr>\(head)</tr></thead>
            <tbody>
            \(body)</tbody></table>
            <p>共\(rows.count)件</p></body></html>

            """
    }

    private static func field(_ text: String) -> String {
        let safe = text.first.map { "=+-@\t".contains($0) } == true ? "'\(text)" : text
        guard safe.contains(where: { ",\"\r\n".contains($0) }) else { return safe }
        return "\"\(safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    private static let channels = [
        "LETTER": "来信", "VISIT": "来访", "PHONE": "来电", "ONLINE": "网上", "FAX": "传真", "VIDEO": "视频接访",
        "LEADER_RECEPTION": "领导接访", "TRANSFERRED": "转办",
    ]
    private static let categories = [
        "TRIAL_CIVIL": "民事审判", "TRIAL_CRIMINAL": "刑事审判", "TRIAL_ADMIN": "行政审判", "ENFORCEMENT": "执行", "FILING": "立案",
        "STATE_COMPENSATION": "国家赔偿", "STAFF_CONDUCT": "工作人员行为", "OTHER": "其他",
    ]
    private static let states = [
        "RECEIVED": "已登记", "SCREENED": "已甄别", "ACCEPTED": "已受理", "GUIDED": "已导入程序", "FORWARDED": "已转送",
        "RETURNED": "已退回", "NOT_ACCEPTED": "不予受理", "MERGED": "已并案", "HANDLED": "已办理", "CLOSED": "已办结",
        "REOPENED": "重新办理", "VOIDED": "作废",
    ]
}
