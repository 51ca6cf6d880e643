import Glibc
import Synchronization

/// A PostgreSQL server of the program's own: it lives in one folder and ends with the program, however that ends.
package final class PrivatePostgres: Sendable {
    /// On 127.0.0.1.
    package let port: Int
    private let password: String
    /// Closing this descriptor is what stops the server: its supervisor waits for that, and the kernel does it for a dead
    /// program.
    private let lifeline: Mutex<Int32?>
    private let supervisor: ChildProcess

    private init(port: Int, password: String, lifeline: Int32, supervisor: ChildProcess) {
        self.port = port
        self.password = password
        self.lifeline = Mutex(lifeline)
        self.supervisor = supervisor
    }

    deinit { stop() }

    /// A superuser's URL for the database `postgres`.
    package var url: String { url(database: "postgres") }

    /// A superuser's URL for a database.
    package func url(database: String) -> String { "postgresql://docket:\(password)@127.0.0.1:\(port)/\(database)" }

    /// Starts a server on a data directory, made when it is not there yet.
    ///
    /// Works as root too: the server then runs as an unprivileged user. Blocks until the server answers.
    ///
    /// `dataDirectory` is an absolute path; without `port`, a free one is taken; `durable: false` trades safety for speed,
    /// for tests.
    package static func start(
        dataDirectory: String,
        port: Int? = nil,
        durable: Bool = true
    ) throws(PrivatePostgresError) -> PrivatePostgres {
        let directory = DataDirectory(path: dataDirectory)
        let version = try directory.majorVersion()
        let programs = try Programs.find(majorVersion: version)
        let account = try Account.choose()
        guard let chosenPort = port.map({ LocalPort.isFree($0) ? $0 : nil }) ?? LocalPort.findFree() else {
            throw PrivatePostgresError(
                .portTaken,
                "Port \(port.map(String.init) ?? "") on 127.0.0.1 is taken by another program."
            )
        }
        guard let runtime = Files.makeTemporaryFolder() else {
            throw PrivatePostgresError(
                .startFailed,
                "No folder could be made under /tmp: \(String(cString: strerror(errno)))."
            )
        }
        account.own(runtime)
        do {
            if version == nil { try directory.create(with: programs, as: account, runtime: runtime) }
            try directory.clearStaleLock()
        } catch {
            rmdir(runtime)
            throw error
        }
        let words =
            [programs.postgres, "-D", directory.path] + options(port: chosenPort, runtime: runtime, durable: durable)
        let server = try supervise(
            account.command(words, reaching: directory.path),
            in: directory,
            runtime: runtime,
            port: chosenPort
        )
        try server.waitUntilReady(directory)
        return server
    }

    /// Stops the server and waits for its end; the data stays.
    package func stop() {
        let descriptor = lifeline.withLock { lifeline in
            defer { lifeline = nil }
            return lifeline
        }
        guard let descriptor else { return }
        close(descriptor)
        _ = supervisor.waitForEnd()
    }

    private static func options(port: Int, runtime: String, durable: Bool) -> [String] {
        var settings = [
            "listen_addresses=127.0.0.1", "port=\(port)", "unix_socket_directories=\(runtime)", "max_connections=200",
            "logging_collector=off", "log_destination=stderr",
        ]
        if !durable { settings += ["fsync=off", "synchronous_commit=off", "full_page_writes=off"] }
        return settings.flatMap { ["-c", $0] }
    }

    /// The shell between this program and the server: it starts the server, stops it (SIGINT, fast shutdown) when the
    /// lifeline closes, and removes the folder of the socket.
    private static let script = """
        runtime=$1; shift
        cd /
        exec 3<&0 </dev/null
        "$@" 3<&- &
        server=$!
        ( while read -r _ <&3; do :; done; kill -INT $server 2>/dev/null ) &
        watcher=$!
        trap 'kill -INT $server 2>/dev/null' INT TERM HUP
        while kill -0 $server 2>/dev/null; do wait $server; done
        wait $server; status=$?
        kill $watcher 2>/dev/null
        rm -rf "$runtime"
        exit $status
        """

    private static func supervise(
        _ words: [String],
        in directory: DataDirectory,
        runtime: String,
        port: Int
    ) throws(PrivatePostgresError) -> PrivatePostgres {
        var ends: [Int32] = [0, 0]
        // A socket pair, because it is closed to other children from its first moment; Glibc shows pipe2 to GNU sources only.
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw PrivatePostgresError(.startFailed, "The system has no file descriptor left.")
        }
        defer { close(ends[0]) }
        // The log tells of one start only.
        unlink(directory.log)
        let shell = ["/bin/sh", "-c", script, "docket-postgres", runtime] + words
        guard let supervisor = ChildProcess.start(shell, input: ends[0], output: directory.log) else {
            close(ends[1])
            throw PrivatePostgresError(.startFailed, "The program \(words[0]) could not be started.")
        }
        return PrivatePostgres(
            port: port,
            password: directory.password ?? "",
            lifeline: ends[1],
            supervisor: supervisor
        )
    }

    private func waitUntilReady(_ directory: DataDirectory) throws(PrivatePostgresError) {
        for _ in 0..<6000 {
            if directory.isReady(onPort: port) { return }
            if supervisor.poll() != nil {
                // Already waited for.
                if let descriptor = lifeline.withLock({ $0.take() }) { close(descriptor) }
                throw Self.failure(directory, port: port)
            }
            usleep(10_000)
        }
        stop()
        throw PrivatePostgresError(
            .startFailed,
            "PostgreSQL did not answer within a minute; its log is \(directory.log)."
        )
    }

    /// What the server said last.
    private static func failure(_ directory: DataDirectory, port: Int) -> PrivatePostgresError {
        let lines = Files.read(directory.log)?.split(separator: "\n") ?? []
        if lines.contains(where: { $0.contains("could not bind") }) {
            return PrivatePostgresError(.portTaken, "Port \(port) on 127.0.0.1 is taken by another program.")
        }
        let reason = lines.last { $0.contains("FATAL:") || $0.contains("PANIC:") } ?? lines.last ?? "it said nothing"
        // What follows the severity, file names and all.
        let words =
            ["FATAL:", "PANIC:"].compactMap { reason.split(separator: $0, maxSplits: 1).dropFirst().first }.first
            ?? reason
        let isBroken = lines.contains { $0.contains("FATAL:") || $0.contains("PANIC:") }
        return PrivatePostgresError(
            isBroken ? .brokenDataDirectory : .startFailed,
            "PostgreSQL could not start on \(directory.path): \(words.drop { $0 == " " }). Its log is \(directory.log)."
        )
    }
}
