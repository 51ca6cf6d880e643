package import PluginKit
import Postgres

/// A file to import, in one or more parts of whole lines, of which one at a time is in memory.
package struct FileParts: Sendable {
    /// A part's text and the line of the file on which it begins.
    package struct Part: Sendable {
        package let bytes: [UInt8]
        package let firstLine: Int
    }

    package let count: Int
    private let inline: [UInt8]
    private let upload: Int64?
    private let firstLines: [Int]
    private let context: WriteContext

    /// The file that an input names, by its text or its upload: exactly one of both.
    package init(csv: InputField<String>, uploadId: InputField<EntityID>, in context: WriteContext) async throws {
        self.context = context
        switch (csv.value, uploadId.value?.value) {
        case (let text?, nil):
            inline = Array(text.utf8)
            count = 1
            firstLines = [1]
            upload = nil
        case (nil, let id?):
            inline = []
            firstLines = try await Self.firstLines(of: id, in: context)
            count = firstLines.count
            upload = id
        default:
            throw DomainError(.inputInvalid, "须提供csv或uploadId之一", field: InputPath(["input", "csv"]))
        }
    }

    /// A part by its place, from 0.
    package func part(_ position: Int) async throws -> Part {
        guard let upload else { return Part(bytes: inline, firstLine: 1) }
        let number = Int32(position + 1)
        let row = try await context.transaction.queryOne(
            "SELECT text_cipher FROM core.upload_part WHERE upload_id = \(upload) AND part = \(number)"
        )
        guard let row else { throw Upload.absent }
        let bytes = try context.personalData.open(part: row.decode("text_cipher"), place: "\(upload) \(number)")
        return Part(bytes: bytes, firstLine: firstLines[position])
    }

    /// The whole text.
    func text() async throws -> [UInt8] {
        var text: [UInt8] = []
        for position in 0..<count { text += try await part(position).bytes }
        return text
    }

    /// Removes an upload, with the transaction that has imported it.
    package func remove() async throws {
        guard let upload else { return }
        try await context.transaction.execute("DELETE FROM core.upload WHERE id = \(upload)")
    }

    /// The line on which each part begins, once all of them have come.
    private static func firstLines(of upload: Int64, in context: WriteContext) async throws -> [Int] {
        let row = try await context.transaction.queryOne(
            """
            SELECT u.parts, ARRAY(SELECT lines FROM core.upload_part p WHERE p.upload_id = u.id ORDER BY part) AS lines
            FROM core.upload u WHERE u.id = \(upload) AND u.owner = \(context.uploadOwner) AND u.expires_at > now() FOR UPDATE
            """
        )
        guard let row else { throw Upload.absent }
        let parts = Int(try row.decode("parts", as: Int32.self))
        let lines = try row.decode("lines", as: [Int32].self).map(Int.init)
        guard lines.count == parts else {
            let message = "上传未完成：共\(parts)段，已收到\(lines.count)段"
            throw DomainError(.init("UPLOAD_INCOMPLETE"), message, field: InputPath(["input", "uploadId"]))
        }
        return lines.dropLast().reduce(into: [1]) { $0.append(($0.last ?? 1) + $1) }
    }
}
