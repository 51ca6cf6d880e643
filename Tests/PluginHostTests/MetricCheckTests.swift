import GraphQLPostgres
import PluginKit
import Postgres
import Testing

@testable import PluginHost

@Suite("Metrics and the functions that count them")
struct MetricCheckTests {
    private static let columns = "court_code text, numerator numeric, denominator numeric, inputs_hash bytea"

    private static let script = """
        CREATE SCHEMA m;
        DO $$ BEGIN CREATE ROLE docket_reader NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        GRANT USAGE ON SCHEMA m TO docket_reader;
        CREATE FUNCTION m.fine(courts text[], from_on date, to_on date) RETURNS TABLE (\(columns)) LANGUAGE sql STABLE
            AS $$ SELECT c, 1, 2, NULL::bytea FROM unnest(courts) c $$;
        CREATE FUNCTION m.narrow(courts text[], from_on date) RETURNS TABLE (\(columns)) LANGUAGE sql STABLE
            AS $$ SELECT c, 1, 2, NULL::bytea FROM unnest(courts) c $$;
        CREATE FUNCTION m.whole(courts text[], from_on date, to_on date)
            RETURNS TABLE (court_code text, numerator bigint, denominator bigint, inputs_hash bytea) LANGUAGE sql STABLE
            AS $$ SELECT c, 1, 2, NULL::bytea FROM unnest(courts) c $$;
        CREATE FUNCTION m.single(courts text[], from_on date, to_on date) RETURNS numeric LANGUAGE sql STABLE RETURN 1;
        CREATE FUNCTION m.moody(courts text[], from_on date, to_on date) RETURNS TABLE (\(columns)) LANGUAGE sql
            AS $$ SELECT c, 1, 2, NULL::bytea FROM unnest(courts) c $$;
        CREATE FUNCTION m.locked(courts text[], from_on date, to_on date) RETURNS TABLE (\(columns)) LANGUAGE sql STABLE
            AS $$ SELECT c, 1, 2, NULL::bytea FROM unnest(courts) c $$;
        REVOKE EXECUTE ON FUNCTION m.locked FROM PUBLIC;
        """

    private static func plugin(_ metrics: [Metric], name: String = "m") -> Plugin {
        Plugin(
            name: name,
            fragments: [SchemaFragment(file: "\(name).graphql", text: "extend type Query { \(name): Int @resolve }")],
            resolvers: [BatchResolver(query: name) { _ in 1 }],
            metrics: metrics
        )
    }

    private static func metric(_ function: String, line: Int = 7) -> Metric {
        Metric("m.metric", title: "指标", formula: "a ÷ b", function: function, file: "M.swift", line: line)
    }

    static let faults: [(function: String, message: String)] = [
        ("m.fin", "there is no function m.fin(text[], date, date); did you mean \"m.fine\"?"),
        ("m.narrow", "m.narrow takes (text[], date), but must take (text[], date, date)"),
        (
            "m.whole",
            "m.whole returns TABLE (court_code text, numerator bigint, denominator bigint, inputs_hash bytea), but must return "
                + "TABLE (\(columns))"
        ),
        ("m.single", "m.single returns no table, but must return TABLE (\(columns))"),
        ("m.moody", "m.moody is VOLATILE, but must be STABLE or IMMUTABLE"),
        (
            "m.locked",
            "docket_reader may not call m.locked; GRANT EXECUTE ON FUNCTION m.locked, and USAGE ON SCHEMA m, TO docket_reader"
        ),
    ]

    @Test("A function that is not there or has another signature stops the start, with plugin, file and line")
    func functions() async throws {
        let server = try HostServer.shared.get()
        let (name, pool) = try await server.makeDatabase(Self.script)
        let catalog = try await Catalog.load(pool, readingRole: "docket_reader")
        await pool.close()
        try await server.drop(name)
        _ = try Composition([Self.plugin([Self.metric("m.fine")])]).resolved(against: catalog)
        for (function, message) in Self.faults {
            var found = ""
            do {
                _ = try Composition([Self.plugin([Self.metric(function)])]).resolved(against: catalog)
            } catch { found = "\(error)" }
            #expect(found == "m: M.swift:7: The metric m.metric: \(message)")
        }
    }

    @Test("A key is its plugin's and no other's, a function has a schema, and numbers count")
    func declarations() {
        func faults(_ plugins: Plugin...) -> String {
            do {
                _ = try Composition(plugins)
                return ""
            } catch { return "\(error)" }
        }
        #expect(
            faults(Self.plugin([Self.metric("m.fine"), Self.metric("m.fine", line: 9)]))
                == "m: M.swift:9: There are two metrics \"m.metric\". (see m: M.swift:7)"
        )
        #expect(
            faults(Self.plugin([Self.metric("m.fine")], name: "n"))
                == "n: M.swift:7: The metric \"m.metric\" must begin with \"n.\"."
        )
        for function in ["fine", "m.fine(); DROP TABLE core.court; --", "m.Fine", "m.fine.x", ""] {
            #expect(
                faults(Self.plugin([Self.metric(function)]))
                    == "m: M.swift:7: The metric \"m.metric\" must name a schema and a function, not \"\(function)\"."
            )
        }
        let zero = Metric(
            "m.zero",
            title: "指标",
            formula: "a",
            smallestDenominator: 0,
            function: "m.fine",
            file: "M.swift",
            line: 3
        )
        #expect(
            faults(Self.plugin([zero]))
                == "m: M.swift:3: The metric \"m.zero\" needs a version and a smallest denominator of at least 1."
        )
    }
}
