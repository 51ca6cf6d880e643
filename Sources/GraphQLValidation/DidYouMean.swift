/// ` Did you mean … "a", "b", or "c"?` with at most five options, empty without any (graphql-js' wording).
func didYouMean(_ kind: String, _ options: [String]) -> String {
    let quoted = options.prefix(5).map { "\"\($0)\"" }
    switch quoted.count {
    case 0: return ""
    case 1: return " Did you mean \(kind) \(quoted[0])?"
    case 2: return " Did you mean \(kind) \(quoted[0]) or \(quoted[1])?"
    default:
        let last = quoted[quoted.count - 1]
        return " Did you mean \(kind) \(quoted.dropLast().joined(separator: ", ")), or \(last)?"
    }
}
