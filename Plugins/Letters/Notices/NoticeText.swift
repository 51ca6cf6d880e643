import Mustache
import PluginKit

/// What a notice's template may say: HTML with Mustache tags of known names, none of which leaves a value unescaped.
enum NoticeText {
    /// Names of values, whatever the notice.
    static let values: Set<String> = [
        "petitionerName", "courtName", "letterNo", "receivedOn", "dueOn", "today", "replyText", "remediesTold",
        "repliedOn",
        "signedBy", "extensionDays", "extensionReason", "transferredTo", "transferredOn",
    ]
    /// Names of values of a claim, within `claims`.
    static let claimValues: Set<String> = ["claimSeq", "claim", "outcome", "reason", "legalBasis"]

    /// A fault of a template, with its line.
    struct Fault: Hashable {
        let line: Int
        let message: String
    }

    /// Throws TEMPLATE_INVALID with every fault and its line.
    static func requireSound(_ text: String) throws(DomainError) {
        let faults = faults(of: text)
        guard !faults.isEmpty else { return }
        let listed: [InputObject.Value] = faults.prefix(100).map { fault in
            .object([
                .init(name: "line", value: .integer(fault.line)),
                .init(name: "message", value: .string(fault.message)),
            ])
        }
        throw DomainError(
            .templateInvalid,
            "模板有误：" + faults.prefix(5).map { "第\($0.line)行，\($0.message)" }.joined(separator: "；"),
            details: [.init("faults", .list(listed))]
        )
    }

    static func faults(of text: String) -> [Fault] {
        var faults: [Fault] = []
        var isInClaims = false
        for (position, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for tag in tags(in: line) {
                guard let message = fault(of: tag, &isInClaims) else { continue }
                faults.append(Fault(line: position + 1, message: message))
            }
            let words = line.lowercased()
            if words.contains("<script") || words.contains("javascript:") || words.contains("<iframe") {
                faults.append(Fault(line: position + 1, message: "不得含有脚本"))
            }
        }
        guard faults.isEmpty else { return faults }
        do { _ = try MustacheTemplate(string: text) } catch let error as MustacheTemplate.ParserError {
            faults.append(Fault(line: error.context.lineNumber, message: "标签不完整"))
        } catch {
            faults.append(Fault(line: 1, message: "标签不完整"))
        }
        return faults
    }

    /// What stands between double braces.
    private static func tags(in line: Substring) -> [String] {
        line.matches(of: #/\{\{(\{?[^{}]*)\}\}/#).map { String($0.1) }
    }

    /// Why a tag cannot be: nil for a known name, a section of claims, and a comment.
    private static func fault(of tag: String, _ isInClaims: inout Bool) -> String? {
        let name = String(tag.drop { "#^/ ".contains($0) }.filter { !$0.isWhitespace })
        switch tag.first {
        case "!": return nil
        case "{", "&": return "不得使用不转义的标签"
        case ">", "=", "<", "$", "%", "*": return "不支持的标签“\(tag.prefix(20))”"
        case "#", "^":
            if name == "claims" { isInClaims = tag.first == "#" }
            return name == "claims" || values.contains(name) ? nil : "未知变量“\(name.prefix(20))”"
        case "/":
            if name == "claims" { isInClaims = false }
            return nil
        default:
            let known = values.contains(name) || isInClaims && claimValues.contains(name)
            return known ? nil : "未知变量“\(name.prefix(20))”"
        }
    }

    /// A whole page of HTML: title and body, for A4.
    static func page(title: String, body: String) -> String {
        let head = title.escapedForHTML
        return """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <title>\(head)</title>
            <style>
            @page { size: A4; margin: 3.7cm 2.6cm 3.5cm 2.8cm }
            body { font: 16pt/28pt "FangSong", "仿宋", serif }
            h1 { font: 22pt "SimSun", "宋体", serif; text-align: center }
            p { text-indent: 2em; margin: 0; white-space: pre-line }
            p:first-of-type { text-indent: 0 }
            </style>
            </head>
            <body>
            <h1>\(head)</h1>
            \(body)
            </body>
            </html>

            """
    }
}

extension String {
    /// The text with every character that HTML reads as its own escaped.
    var escapedForHTML: String {
        var text = ""
        for character in self {
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            default: text.append(character)
            }
        }
        return text
    }
}

extension DomainError.Code {
    static let templateInvalid = Self("TEMPLATE_INVALID")
}
