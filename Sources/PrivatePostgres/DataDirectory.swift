import Glibc

/// A server's files, and the few that this module adds: its log and its superuser's password.
struct DataDirectory {
    let path: String

    var log: String { "\(path)/docket.log" }
    var password: String? { Files.read("\(path)/docket.password") }

    /// The major version that made it; nil when there is nothing yet.
    func majorVersion() throws(PrivatePostgresError) -> Int? {
        guard let status = Files.status(path) else { return nil }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw PrivatePostgresError(.brokenDataDirectory, "\(path) is a file, not a folder.")
        }
        if Files.list(path).isEmpty { return nil }
        guard let version = Files.read("\(path)/PG_VERSION")?.firstNumber, password != nil else {
            throw PrivatePostgresError(
                .brokenDataDirectory,
                "\(path) is not empty and is not a PostgreSQL data directory made by docket; choose another folder or remove it."
            )
        }
        return version
    }

    /// Makes a cluster: aside first, so that an interruption leaves nothing half made in its place.
    func create(with programs: Programs, as account: Account, runtime: String) throws(PrivatePostgresError) {
        let draft = "\(path).new"
        guard Files.makeFolders(Files.parent(of: path)) else {
            throw PrivatePostgresError(
                .startFailed,
                "The folder \(Files.parent(of: path)) cannot be made: \(String(cString: strerror(errno)))."
            )
        }
        _ = ChildProcess.start(["/bin/rm", "-rf", draft])?.waitForEnd()
        let password = Self.makePassword()
        let passwordFile = "\(runtime)/password"
        guard mkdir(draft, 0o700) == 0, Files.writePrivate(password, to: passwordFile) else {
            throw PrivatePostgresError(
                .startFailed,
                "The folder \(draft) cannot be made: \(String(cString: strerror(errno)))."
            )
        }
        account.own(draft)
        account.own(passwordFile)
        let words = [
            programs.initdb, "--pgdata=\(draft)", "--username=docket", "--auth=scram-sha-256",
            "--pwfile=\(passwordFile)",
            "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions",
        ]
        let output = "\(runtime)/initdb.log"
        let status = ChildProcess.start(account.command(words, reaching: draft), output: output)?.waitForEnd()
        unlink(passwordFile)
        defer { unlink(output) }
        guard status == 0, Files.writePrivate(password, to: "\(draft)/docket.password") else {
            let reason =
                Files.read(output)?.split(separator: "\n").last { $0.contains("error:") } ?? "initdb could not be run"
            throw PrivatePostgresError(.startFailed, "No PostgreSQL cluster could be made in \(path): \(reason).")
        }
        guard rename(draft, path) == 0 else {
            throw PrivatePostgresError(
                .startFailed,
                "\(draft) cannot be renamed to \(path): \(String(cString: strerror(errno)))."
            )
        }
    }

    /// Makes way for a start: waits for an earlier server that is stopping, and removes what a crash has left.
    func clearStaleLock() throws(PrivatePostgresError) {
        let file = "\(path)/postmaster.pid"
        for _ in 0..<100 {
            guard let id = Files.read(file)?.firstNumber.flatMap({ pid_t(exactly: $0) }) else { return }
            guard kill(id, 0) == 0 || errno == EPERM, Self.isPostgres(id) else {
                // The process is gone, or its number now belongs to another program.
                unlink(file)
                return
            }
            usleep(50_000)
        }
        throw PrivatePostgresError(.alreadyRunning, "Another PostgreSQL server is running on \(path); stop it first.")
    }

    /// Whether the server says that it answers on this port: line 4 and line 8 of `postmaster.pid`.
    func isReady(onPort port: Int) -> Bool {
        let lines = Files.read("\(path)/postmaster.pid")?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        return lines.count > 7 && lines[3] == "\(port)" && lines[7].hasPrefix("ready")
    }

    private static func isPostgres(_ id: pid_t) -> Bool {
        let name = Files.read("/proc/\(id)/comm") ?? ""
        return name.hasPrefix("postgres") || name.hasPrefix("postmaster")
    }

    private static func makePassword() -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789")
        var generator = SystemRandomNumberGenerator()
        return String((0..<32).map { _ in alphabet.randomElement(using: &generator) ?? "x" })
    }
}
