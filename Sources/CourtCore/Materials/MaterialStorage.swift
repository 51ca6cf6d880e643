package import Postgres

/// Where the sealed bytes of materials are: in the database, or in a folder.
package struct MaterialStorage: Sendable {
    private let pool: PostgresPool
    /// Where new ones go; nil for the database.
    package let folder: MaterialFolder?

    /// Needs a pool that works as the writing role.
    package init(_ pool: PostgresPool, folder: MaterialFolder?) {
        self.pool = pool
        self.folder = folder
    }

    // MARK: Writing

    /// Takes the sealed chunks of one material in their order.
    package struct Writer: Sendable {
        fileprivate enum Place: Sendable {
            case table(PostgresPool)
            case file(MaterialFolder.Writer)
        }

        fileprivate let material: Int64
        fileprivate let place: Place

        package func append(_ chunk: [UInt8], at position: Int) async throws {
            switch place {
            case .table(let pool):
                try await pool.execute(
                    """
                    INSERT INTO core.material_chunk (material_id, position, bytes_cipher)
                    VALUES (\(material), \(Int32(position)), \(chunk))
                    """
                )
            case .file(let file): try await file.append(chunk)
            }
        }

        /// Returns when everything is durable.
        package func finish() async throws {
            if case .file(let file) = place { try await file.finish() }
        }

        package func abandon() async {
            if case .file(let file) = place { await file.abandon() }
        }
    }

    /// Begins a material; a file's name stands in its row already.
    package func writer(for material: Int64, fileName: String?) async throws -> Writer {
        guard let fileName else { return Writer(material: material, place: .table(pool)) }
        return Writer(material: material, place: .file(try await folder(of: fileName).create(fileName)))
    }

    // MARK: Reading

    /// Where a chunk is: its number in the table, or its place in the file.
    package typealias Place = Int

    /// A sealed chunk with the place of the next; nil where there is none.
    package func chunk(of material: Int64, fileName: String?, position: Int, place: Place) async throws
        -> (bytes: [UInt8], next: Place)?
    {
        if let fileName { return try await folder(of: fileName).chunk(of: fileName, at: place) }
        let rows = try await pool.query(
            """
            SELECT bytes_cipher FROM core.material_chunk WHERE material_id = \(material) AND position = \(Int32(position))
            """
        )
        return try rows.first.map { (try $0.decode("bytes_cipher"), 0) }
    }

    // MARK: Removing

    /// Removes a material's file, where it has one.
    package func removeFile(_ fileName: String?) async throws {
        if let fileName { try await folder(of: fileName).remove(fileName) }
    }

    private func folder(of fileName: String) throws -> MaterialFolder {
        guard let folder else { throw MaterialFolder.Failure("find", fileName, 2) }
        return folder
    }
}
