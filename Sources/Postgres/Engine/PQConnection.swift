import CLibPQ

/// A `PGconn` in non-blocking pipeline mode, closed at the end of its life.
///
/// One thread at a time may use it.
struct PQConnection: ~Copyable {
    enum FlushOutcome {
        case done
        /// The socket is full; flush again when it can be written.
        case pending
        case failed
    }

    private let raw: OpaquePointer

    private init(owning raw: OpaquePointer) { self.raw = raw }

    deinit { PQfinish(raw) }

    /// Connects and authenticates.
    ///
    /// Blocks: for the name's resolution, and at most `connectTimeout` per host.
    ///
    /// `PQconnectPoll` would not block on the socket, but resolves names in the calling thread and knows no timeout.
    static func connect(_ configuration: PostgresConfiguration) throws(PostgresError) -> PQConnection {
        // libpq takes whole seconds, 2 at least. What stands before `dbname` yields to the URL, what comes after wins.
        let timeout = max(2, configuration.connectTimeout.components.seconds)
        let parameters = [
            ("connect_timeout", "\(timeout)"), ("fallback_application_name", configuration.applicationName),
            ("dbname", configuration.url), ("client_encoding", "UTF8"),
        ]
        let raw = withCStrings(parameters.map(\.0)) { keywords in
            withCStrings(parameters.map(\.1)) { values in PQconnectdbParams(keywords, values, 1) }
        }
        guard let raw else { throw PostgresError(.connectionFailed, "There is no memory left for a connection.") }
        let connection = PQConnection(owning: raw)
        guard PQstatus(raw) == CONNECTION_OK else { throw PostgresError(.connectionFailed, connection.errorMessage) }
        // Notices go nowhere: by default libpq prints them.
        PQsetNoticeReceiver(raw, { _, _ in }, nil)
        guard PQsetnonblocking(raw, 1) == 0, PQenterPipelineMode(raw) == 1 else {
            throw PostgresError(.connectionFailed, connection.errorMessage)
        }
        return connection
    }

    var socket: Int32 { PQsocket(raw) }
    var isBroken: Bool { PQstatus(raw) != CONNECTION_OK }
    var transactionStatus: TransactionStatus {
        switch PQtransactionStatus(raw) {
        case PQTRANS_IDLE: .none
        case PQTRANS_INERROR: .failed
        default: .open
        }
    }

    /// libpq's last message, on one line.
    var errorMessage: String {
        PQerrorMessage(raw).map { String(cString: $0) }?
            .split(whereSeparator: \.isNewline).joined(separator: " ") ?? ""
    }

    /// Queues one step; false when the connection is broken.
    ///
    /// A pipeline ends with `sync`.
    func send(_ step: ConnectionMachine.Step, of statements: [BoundStatement]) -> Bool {
        switch step {
        case .prepare(let statement, let name):
            let types = statement.parameterTypes
            return PQsendPrepare(raw, name, statement.text, Int32(types.count), types) == 1
        case .execute(let index, let name): return sendExecute(name, statements[index].parameters)
        case .deallocate(let name): return PQsendQueryParams(raw, "DEALLOCATE \(name)", 0, nil, nil, nil, nil, 1) == 1
        // Simple Query exists only outside of pipeline mode; nothing is under way when a script is sent.
        case .script(let text): return PQexitPipelineMode(raw) == 1 && PQsendQuery(raw, text) == 1
        }
    }

    func sync() -> Bool { PQpipelineSync(raw) == 1 }

    func flush() -> FlushOutcome {
        switch PQflush(raw) {
        case 0: .done
        case 1: .pending
        default: .failed
        }
    }

    /// Reads what has arrived; false when the connection is lost.
    ///
    /// What was read before is still to be taken.
    func consumeInput() -> Bool { PQconsumeInput(raw) == 1 }

    /// The next answer that is complete; nil when more input is needed.
    func nextReply(expecting columns: [ResultSet.Column]?) -> ConnectionMachine.Reply? {
        while PQisBusy(raw) == 0 {
            guard let next = PQgetResult(raw) else { return .endOfStep }
            if let reply = PQResult(owning: next).reply(expecting: columns) { return reply }
        }
        return nil
    }

    /// Ends an exchange: takes the end that libpq gives after a Sync, or goes back to pipeline mode after a script.
    func finishExchange() -> Bool {
        if PQpipelineStatus(raw) == PQ_PIPELINE_OFF { return PQenterPipelineMode(raw) == 1 }
        return PQisBusy(raw) == 0 && PQgetResult(raw) == nil
    }

    /// Reads what the server says unasked, such as that it ends; nobody listens to notifications, which are let go.
    func readUnasked() { while PQisBusy(raw) == 0, let notification = PQnotifies(raw) { PQfreemem(notification) } }

    /// A means to cancel what runs, usable from another thread.
    func makeCancelHandle() -> PQCancelHandle? { PQgetCancel(raw).map { PQCancelHandle(owning: $0) } }

    private func sendExecute(_ name: String, _ parameters: [PostgresValue]) -> Bool {
        guard !parameters.isEmpty else { return PQsendQueryPrepared(raw, name, 0, nil, nil, nil, 1) == 1 }
        // An empty value still needs an address: to libpq, a null pointer is NULL. Hence the byte at the end.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parameters.reduce(1) { $0 + ($1.bytes?.count ?? 0) })
        for parameter in parameters { bytes += parameter.bytes ?? [] }
        bytes.append(0)
        let lengths = parameters.map { Int32($0.bytes?.count ?? 0) }
        let formats = [Int32](repeating: 1, count: parameters.count)
        return bytes.withUnsafeBytes { buffer in
            let start = buffer.assumingMemoryBound(to: CChar.self).baseAddress
            var offset = 0
            let values = parameters.map { parameter -> UnsafePointer<CChar>? in
                guard let value = parameter.bytes else { return nil }
                // Offsets add up to less than the buffer's size; libpq copies before it returns.
                defer { offset += value.count }
                return start.map { $0 + offset }
            }
            return PQsendQueryPrepared(raw, name, Int32(parameters.count), values, lengths, formats, 1) == 1
        }
    }

    /// Calls a block with a null-terminated array of C strings.
    private static func withCStrings<Value>(_ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> Value) -> Value {
        func descend(_ index: Int, _ pointers: [UnsafePointer<CChar>?]) -> Value {
            guard index < strings.count else { return body(pointers + [nil]) }
            return strings[index].withCString { descend(index + 1, pointers + [$0]) }
        }
        return descend(0, [])
    }
}

/// Whether a transaction is open on a connection.
enum TransactionStatus: Sendable {
    case none, open, failed
}

/// A `PGcancel`, freed at the end of its life.
///
/// `@unchecked Sendable`: it has one owner, and libpq allows `PQcancel` in any thread ("thread-safe", Canceling Queries in
/// Progress), as the object holds a copy of all it needs.
struct PQCancelHandle: ~Copyable, @unchecked Sendable {
    private let raw: OpaquePointer

    init(owning raw: OpaquePointer) { self.raw = raw }

    deinit { PQfreeCancel(raw) }

    /// Asks the server to stop the statement.
    ///
    /// Blocks until the server has taken the request.
    func cancel() {
        var message = [CChar](repeating: 0, count: 256)
        _ = PQcancel(raw, &message, Int32(message.count))
    }
}
