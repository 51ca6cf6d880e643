import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// Which court or body takes a remedy: the court itself or the one above it, as the register of courts has it.
struct RemedyCourts {
    /// A body by its name, and its code where it is a court on record.
    struct Body: Hashable {
        let courtCode: String?
        let name: String
    }

    private let names: [String: String]
    private let parents: [String: String]

    init(in transaction: Transaction) async throws {
        var names: [String: String] = [:]
        var parents: [String: String] = [:]
        for row in try await transaction.query("SELECT code, name, parent_code FROM core.court") {
            let code = try row.decode("code", as: String.self)
            names[code] = try row.decode("name")
            parents[code] = try row.decode("parent_code", as: String?.self)
        }
        self.names = names
        self.parents = parents
    }

    /// Who takes a remedy against a decision of a court.
    func body(_ competent: RemedyLimit.Competent, of court: CourtCode) -> Body {
        switch competent {
        case .sameCourt: return body(court.text)
        case .nextHigherCourt:
            // The Supreme Court has none above it.
            return body(parents[court.text] ?? court.parent?.text ?? court.text)
        case .procuratorate: return Body(courtCode: nil, name: "与\(name(court.text))同级的人民检察院")
        case .compensationOrgan: return Body(courtCode: nil, name: "赔偿义务机关")
        }
    }

    private func body(_ code: String) -> Body { Body(courtCode: names[code] == nil ? nil : code, name: name(code)) }

    private func name(_ code: String) -> String { names[code] ?? "法院（代字：\(code)）" }
}
