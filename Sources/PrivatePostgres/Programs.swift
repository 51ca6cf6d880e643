import Glibc

/// PostgreSQL's programs on this machine.
struct Programs {
    /// The folder that holds `postgres` and `initdb`.
    let directory: String
    let majorVersion: Int

    var initdb: String { "\(directory)/initdb" }
    var postgres: String { "\(directory)/postgres" }

    /// Looks in PATH, where `pg_config` says, and where Debian keeps the versions; the newest wins.
    ///
    /// With `majorVersion`, takes only that one.
    static func find(majorVersion wanted: Int? = nil) throws(PrivatePostgresError) -> Programs {
        let installed = candidateDirectories().compactMap(Programs.init(directory:))
        guard !installed.isEmpty else {
            throw PrivatePostgresError(
                .missingBinaries,
                "PostgreSQL's programs postgres and initdb were not found in PATH or /usr/lib/postgresql; install them with: apt-get install postgresql"
            )
        }
        guard let wanted else { return installed.max { $0.majorVersion < $1.majorVersion } ?? installed[0] }
        guard let match = installed.first(where: { $0.majorVersion == wanted }) else {
            throw PrivatePostgresError(
                .brokenDataDirectory,
                "The data directory was made by PostgreSQL \(wanted); installed is \(installed.map { "\($0.majorVersion)" }.joined(separator: ", "))."
            )
        }
        return match
    }

    private init?(directory: String) {
        guard access("\(directory)/postgres", X_OK) == 0, access("\(directory)/initdb", X_OK) == 0,
            let version = ChildProcess.output(of: ["\(directory)/postgres", "--version"])?.firstNumber
        else { return nil }
        self.directory = directory
        majorVersion = version
    }

    private static func candidateDirectories() -> [String] {
        let path = getenv("PATH").map { String(cString: $0) } ?? ""
        var directories = path.split(separator: ":").map(String.init)
        for directory in directories where access("\(directory)/pg_config", X_OK) == 0 {
            if let line = ChildProcess.output(of: ["\(directory)/pg_config", "--bindir"]) {
                directories.append(String(line.prefix { !$0.isNewline }))
            }
        }
        let root = "/usr/lib/postgresql"
        directories += Files.list(root).map { "\(root)/\($0)/bin" }
        var seen: Set<String> = []
        return directories.filter { seen.insert($0).inserted }
    }
}

extension String {
    /// The first run of digits.
    var firstNumber: Int? { Int(drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }) }
}
