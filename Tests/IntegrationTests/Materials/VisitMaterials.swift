import CourtCore
import FieldEncryption
import PluginKit
import Postgres

/// A plugin whose visits have materials and volumes.
enum VisitMaterials {
    static let plugins: @Sendable (KeyRing) -> [Plugin] = { [CourtCore.plugin(keys: $0), plugin()] }

    static func plugin(allows: Bool = true, owners: [MaterialOwner] = [owner]) -> Plugin {
        Plugin(
            name: "visits",
            fragments: [SchemaFragment(file: "Visits.graphql", text: fragment)],
            migrations: [
                Migration(
                    file: "0001_visits.sql",
                    sql: tables + (allows ? "SELECT core.allow_materials('Visit', 'visits.visit');" : "")
                )
            ],
            permissions: [
                Permission("visits.read", [.clerk, .handler, .inspector, .upperCourtReader, .archivist]),
                Permission("visits.attach", [.clerk, .handler]),
            ],
            commands: [makeVolume, appendMaterials, bindVolume, destroyMaterial],
            materials: owners
        )
    }

    static let owner = MaterialOwner(
        type: "Visit",
        attach: "visits.attach",
        read: "visits.read",
        kinds: ["EVIDENCE", "REPLY"],
        maximumCount: 40
    ) { object, _, context in
        let row = try await context.transaction.queryOne("SELECT closed FROM visits.visit WHERE id = \(object.id)")
        guard try row?.decode("closed", as: Bool.self) == false else {
            throw DomainError(.illegalTransition, "当前状态不允许该操作")
        }
    }

    private static let fragment = """
        type Visit @table(name: "visits.visit") @visible(courts: ["court_code"], sealed: "sealed")
        @requires(permission: "visits.read") {
            id: ID!
            materials: [Material!]! @children(columns: ["object_id"], typename: "object_type", order: ["id"], maxRows: 200)
            volumes: [Volume!]! @children(columns: ["object_id"], typename: "object_type", order: ["kind", "no"], maxRows: 50)
        }
        extend type Query { visit(id: ID!): Visit @lookup }
        type VolumePayload { volume: Volume firstPage: Int lastPage: Int }
        extend type Mutation {
            makeVolume(visit: ID!, kind: VolumeKind!): VolumePayload @requires(permission: "visits.attach")
            appendMaterials(volume: ID!, materials: [ID!]! @items(max: 200)): VolumePayload @requires(permission: "visits.attach")
            bindVolume(volume: ID!): VolumePayload @requires(permission: "visits.attach")
            destroyMaterial(visit: ID!, material: ID!): VolumePayload @requires(permission: "visits.attach")
        }
        """

    private static let tables = """
        CREATE SCHEMA visits;
        GRANT USAGE ON SCHEMA visits TO docket_reader;
        CREATE TABLE visits.visit (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            court_code text NOT NULL REFERENCES core.court,
            sealed boolean NOT NULL DEFAULT false,
            closed boolean NOT NULL DEFAULT false,
            -- A name that a policy's subquery must not take for the material's.
            object_id bigint
        );
        GRANT SELECT (id, court_code, sealed) ON visits.visit TO docket_reader;
        """

    // MARK: Commands

    private static func object(_ id: Int64, _ context: WriteContext) -> MaterialObject {
        MaterialObject(type: "Visit", id: id, courtCode: context.principal.courtCode)
    }

    private static func id(_ name: String, _ input: InputObject) throws -> Int64 {
        try input.decode(name, at: InputPath([]), as: EntityID.self).value
    }

    private static let makeVolume = Command(name: "makeVolume") { input, context in
        let kind = try input.decode("kind", at: InputPath([]), as: String.self)
        let volume = try await context.volumes.make(
            kind,
            of: object(try id("visit", input), context),
            title: "卷",
            in: context
        )
        return Payload(cells: [("volume", .key(volume)), ("firstPage", .null), ("lastPage", .null)])
    }

    private static let appendMaterials = Command(name: "appendMaterials") { input, context in
        let volume = try id("volume", input)
        let materials = try input.decode("materials", at: InputPath([]), as: [EntityID].self).map(\.value)
        let pages = try await context.volumes.append(
            materials,
            to: volume,
            field: InputPath(["materials"]),
            in: context
        )
        return Payload(cells: [
            ("volume", .key(volume)), ("firstPage", .integer(of: pages.lowerBound)),
            ("lastPage", .integer(of: pages.upperBound)),
        ])
    }

    private static let bindVolume = Command(name: "bindVolume") { input, context in
        let volume = try id("volume", input)
        let pages = try await context.volumes.bind(volume, field: InputPath(["volume"]), in: context)
        return Payload(cells: [("volume", .key(volume)), ("firstPage", .integer(1)), ("lastPage", .integer(of: pages))])
    }

    private static let destroyMaterial = Command(name: "destroyMaterial") { input, context in
        let visit = object(try id("visit", input), context)
        let material = try id("material", input)
        _ = try await context.materials.require([material], of: visit, field: InputPath(["material"]), in: context)
        try await context.materials.destroy(material, of: visit, in: context)
        return Payload(cells: [("volume", .null), ("firstPage", .null), ("lastPage", .null)])
    }
}
