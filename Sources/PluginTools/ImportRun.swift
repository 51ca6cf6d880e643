public import GraphQLLanguage

/// An import through the API: a dry run that reports every fault, then the import itself, safe to repeat.
public struct ImportRun {
    private let client: APIClient
    private let title: String
    private let file: CSVFile

    /// Creates an import of a file, whose faults are shown under `title`; the client is closed when it has run.
    public init(client: APIClient, title: String, file: CSVFile) {
        self.client = client
        self.title = title
        self.file = file
    }

    /// Answers the mutation's `result`.
    ///
    /// `mutation` takes `$input` and selects `problems { line column code message }`; the file is added to the input.
    public func run(mutation: String, input: [JSONValue.Member], dryRunOnly: Bool) async throws -> JSONValue {
        let rowCount = file.rowCount
        let progress = ProgressBar(title: title, total: rowCount)
        do {
            let input = input + [try await sent(progress)]
            progress.show("checking", done: 0)
            let checked = try await send(mutation, input + [.init("dryRun", .boolean(true))])
            try refuseFaults(in: checked)
            progress.show("checked", done: rowCount)
            guard !dryRunOnly else {
                progress.finish()
                await client.close()
                return checked
            }
            progress.show("writing", done: 0)
            let written = try await send(mutation, input + [.init("dryRun", .boolean(false))])
            try refuseFaults(in: written)
            progress.show("written", done: rowCount)
            progress.finish()
            await client.close()
            return written
        } catch {
            progress.finish()
            await client.close()
            throw error
        }
    }

    /// The file as a member of the input: its text, or the upload of its parts where it is too long for one request.
    private func sent(_ progress: ProgressBar) async throws -> JSONValue.Member {
        guard file.parts.count > 1 else { return .init("csv", .string(file.parts.first ?? "")) }
        var upload: JSONValue.Member?
        for (position, part) in file.parts.enumerated() {
            progress.show("sending", done: file.rowCount * position / file.parts.count)
            let answer = try await send(
                "mutation Upload($input: UploadPartInput!) { result: uploadPart(input: $input) { uploadId } }",
                (upload.map { [$0] } ?? []) + [
                    .init("part", .integer(position + 1)), .init("parts", .integer(file.parts.count)),
                    .init("text", .string(part)),
                ]
            )
            upload = .init("uploadId", answer["uploadId"] ?? .null)
        }
        return upload ?? .init("csv", .string(""))
    }

    /// Sends a mutation.
    ///
    /// While the server has lost its database the same request is sent again: an import is all or nothing, and a
    /// repeated one changes nothing.
    private func send(_ mutation: String, _ input: [JSONValue.Member]) async throws -> JSONValue {
        var waits = [1, 2, 4, 8, 15][...]
        while true {
            let response = try await client.send(
                mutation,
                variables: [.init("input", .object(input))],
                timeout: .seconds(3_600)
            )
            if response.errors.isEmpty, let result = response.data["result"] { return result }
            let codes = response.errors.compactMap { $0["extensions"]?["code"]?.text }
            if codes.contains("DATABASE_UNAVAILABLE"), let wait = waits.popFirst() {
                // Waiting for PostgreSQL to come back, in seconds.
                try await Task.sleep(for: .seconds(wait))
                continue
            }
            throw APIFailure(errors: response.errors)
        }
    }

    private func refuseFaults(in result: JSONValue) throws {
        let faults = (result["problems"]?.items ?? []).map { problem in
            ImportFaults.Fault(
                line: problem["line"]?.integer ?? 0,
                column: problem["column"]?.text,
                code: problem["code"]?.text ?? "",
                message: problem["message"]?.text ?? ""
            )
        }
        if !faults.isEmpty { throw ImportFaults(file: title, faults: faults) }
    }
}

/// Errors of a response, a line each: code, message, place.
public struct APIFailure: Error, CustomStringConvertible {
    /// The errors as they came.
    public let errors: [JSONValue]

    /// Creates a failure.
    public init(errors: [JSONValue]) { self.errors = errors }

    /// A line for each error.
    public var description: String {
        errors.map { error in
            let code = error["extensions"]?["code"]?.text.map { "\($0) " } ?? ""
            let field = error["extensions"]?["field"]?.text.map { " (\($0))" } ?? ""
            return "\(code)\(error["message"]?.text ?? "")\(field)"
        }.joined(separator: "\n")
    }
}
