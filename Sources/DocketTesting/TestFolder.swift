import Glibc
import PrivatePostgres
import Synchronization

/// Folders that are removed when the test process ends.
package enum TestFolder {
    private static let made = Mutex<[String]>([])

    /// Makes an empty folder that other users may enter.
    package static func make() -> String {
        var template = Array("/tmp/docket-kit-XXXXXX".utf8CString)
        guard let path = mkdtemp(&template).map({ String(cString: $0) }) else {
            preconditionFailure("/tmp cannot be written: errno \(errno)")
        }
        chmod(path, 0o755)
        made.withLock { folders in
            if folders.isEmpty { atexit { TestFolder.removeAll() } }
            folders.append(path)
        }
        return path
    }

    private static func removeAll() {
        if case .success(let postgres) = TestPostgres.shared { postgres.tearDown() }
        for path in made.withLock({ $0 }) {
            var id: pid_t = 0
            var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("rm"), strdup("-rf"), strdup(path), nil]
            defer { for argument in arguments { free(argument) } }
            if posix_spawn(&id, "/bin/rm", nil, nil, &arguments, environ) == 0 { waitpid(id, nil, 0) }
        }
    }
}
