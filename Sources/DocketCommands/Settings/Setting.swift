/// A setting of the server: its key in the file, its variable in the environment, what it may be.
struct Setting: Hashable, Sendable {
    /// What a setting's value may be.
    enum Kind: Hashable, Sendable {
        case text, flag, list
        case integer(ClosedRange<Int>)
    }

    /// As the file nests it: `database.url` is `url` under `database`.
    let key: String
    let kind: Kind

    private init(_ key: String, _ kind: Kind = .text) {
        self.key = key
        self.kind = kind
    }

    /// `DOCKET_DATABASE_URL` for `database.url`.
    var variable: String {
        "DOCKET_" + String(key.map { $0.isLetter || $0.isNumber ? $0 : "_" }).uppercased()
    }

    static let databaseURL = Setting("database.url")
    static let databaseWait = Setting("database.wait", .integer(0...86_400))
    static let certificate = Setting("tls.certificate")
    static let key = Setting("tls.key")
    static let keysFile = Setting("keys.file")
    static let host = Setting("host")
    static let port = Setting("port", .integer(0...65_535))
    static let migrate = Setting("migrate", .flag)
    static let hardened = Setting("hardened", .flag)
    static let costLimit = Setting("cost.limit", .integer(1...Int(Int32.max)))
    static let anonymousRole = Setting("anonymous.role")
    static let materialFolder = Setting("material.folder")
    static let scanCommand = Setting("scan.command")
    static let without = Setting("without", .list)

    /// Every setting there is: a key or a variable that is none of these is refused.
    static let all: [Setting] = [
        databaseURL, databaseWait, certificate, key, keysFile, host, port, migrate, hardened, costLimit, anonymousRole,
        materialFolder, scanCommand, without,
    ]
}

/// A setting's value, as its kind says.
enum SettingValue: Hashable, Sendable {
    case text(String)
    case flag(Bool)
    case integer(Int)
    case list([String])

    /// Reads the text of a variable, a flag or a file's scalar; nil for one that is not of the kind.
    init?(_ text: String, as kind: Setting.Kind) {
        let trimmed = String(text.trimmingPrefix { $0.isWhitespace })
        switch kind {
        case .text:
            guard !trimmed.isEmpty else { return nil }
            self = .text(text)
        case .flag:
            switch text.lowercased() {
            case "true", "yes", "on", "1": self = .flag(true)
            case "false", "no", "off", "0": self = .flag(false)
            default: return nil
            }
        case .integer(let range):
            guard let number = Int(text), range.contains(number) else { return nil }
            self = .integer(number)
        case .list:
            self = .list(
                text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
            )
        }
    }
}

extension Setting.Kind {
    /// What is allowed, as a message says it.
    var allowed: String {
        switch self {
        case .text: "a text that is not empty"
        case .flag: "true or false"
        case .integer(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .list: "a list of names"
        }
    }
}
