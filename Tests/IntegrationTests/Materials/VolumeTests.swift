import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Volumes of materials")
struct VolumeTests {
    private func send(_ desk: MaterialDesk, _ field: String) async -> JSONValue {
        await desk.court.send(
            "mutation { \(field) { firstPage lastPage volume { id kind no pageCount boundOn } } }"
        )
    }

    private func material(_ desk: MaterialDesk, _ visit: Int64, pages: Int?) async throws -> String {
        let more: [JSONValue.Member] = pages.map { [.init("pages", .integer($0))] } ?? []
        return try await desk.store(SampleDocuments.pdf(), for: visit, more).material
    }

    @Test("Pages run through a volume from 1, in the order in which materials are added")
    func pages() async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            let first = try await material(desk, visit, pages: 3)
            let second = try await material(desk, visit, pages: 1)
            let third = try await material(desk, visit, pages: 12)
            let volume = await send(desk, "makeVolume(visit: \(visit), kind: MAIN)")[path: "data.makeVolume.volume"]
            #expect(volume["no"] == 1 && volume["pageCount"] == 0)
            let id = volume["id"]?.text ?? "0"
            let added = await send(desk, "appendMaterials(volume: \(id), materials: [\(third), \(first)])")
            #expect(added[path: "data.appendMaterials.firstPage"] == 1, "\(added)")
            #expect(added[path: "data.appendMaterials.lastPage"] == 15)
            let more = await send(desk, "appendMaterials(volume: \(id), materials: [\(second)])")
            #expect(more[path: "data.appendMaterials.firstPage"] == 16)
            let bound = await send(desk, "bindVolume(volume: \(id))")
            #expect(bound[path: "data.bindVolume.lastPage"] == 16, "\(bound)")
            #expect(bound[path: "data.bindVolume.volume.boundOn"].text == TestCourt.today)
            #expect(
                await send(desk, "appendMaterials(volume: \(id), materials: [\(second)])").codes == ["VOLUME_BOUND"]
            )
            #expect(await send(desk, "bindVolume(volume: \(id))").codes == ["VOLUME_BOUND"])
            let read = await desk.court.send(
                "{ visit(id: \(visit)) { volumes { pageCount items { position pageFrom pageTo material { id } } } } }"
            )
            #expect(
                read[path: "data.visit.volumes"] == [
                    [
                        "pageCount": 16,
                        "items": [
                            ["position": 1, "pageFrom": 1, "pageTo": 12, "material": ["id": .string(third)]],
                            ["position": 2, "pageFrom": 13, "pageTo": 15, "material": ["id": .string(first)]],
                            ["position": 3, "pageFrom": 16, "pageTo": 16, "material": ["id": .string(second)]],
                        ],
                    ]
                ],
                "\(read)"
            )
            let next = await send(desk, "makeVolume(visit: \(visit), kind: MAIN)")
            #expect(next[path: "data.makeVolume.volume.no"] == 2)
            #expect(await send(desk, "makeVolume(visit: \(visit), kind: SUB)")[path: "data.makeVolume.volume.no"] == 1)
            // Seen where the visit is.
            try await desk.court.database.execute("UPDATE visits.visit SET sealed = true")
            #expect(await desk.court.send("{ visit(id: \(visit)) { volumes { id } } }")[path: "data.visit"] == .null)
        }
    }

    @Test("Only the object's own stored materials with known pages are bound, each once")
    func refusals() async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            let known = try await material(desk, visit, pages: 2)
            let unknown = try await material(desk, visit, pages: nil)
            let another = try await material(desk, try await desk.visit(), pages: 2)
            let awaited =
                await desk.announce(visit, [.init("pages", 2)])[path: "data.createMaterial.material.id"].text ?? ""
            let id =
                await send(desk, "makeVolume(visit: \(visit), kind: MAIN)")[path: "data.makeVolume.volume.id"].text
                ?? "0"
            #expect(await send(desk, "bindVolume(volume: \(id))").codes == ["PAGES_NOT_CONTINUOUS"])
            for other in [another, awaited, "999999"] {
                let answer = await send(desk, "appendMaterials(volume: \(id), materials: [\(known), \(other)])")
                #expect(answer.codes == ["NOT_FOUND"], "\(other)")
            }
            let gap = await send(desk, "appendMaterials(volume: \(id), materials: [\(known), \(unknown)])")
            #expect(gap.codes == ["PAGES_NOT_CONTINUOUS"])
            #expect(gap[path: "errors.0.extensions.expectedPage"] == 3)
            #expect(await send(desk, "appendMaterials(volume: \(id), materials: [\(known)])").codes == [])
            #expect(await send(desk, "appendMaterials(volume: \(id), materials: [\(known)])").codes == ["CONFLICT"])
            // Rows that somebody else has changed.
            try await desk.court.database.execute("UPDATE core.volume_item SET page_from = 2")
            let broken = await send(desk, "bindVolume(volume: \(id))")
            #expect(broken.codes == ["PAGES_NOT_CONTINUOUS"])
            #expect(broken[path: "errors.0.extensions.expectedPage"] == 1)
        }
    }
}
