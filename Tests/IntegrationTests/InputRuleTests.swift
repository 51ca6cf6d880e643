import DocketTesting
import FieldEncryption
import GraphQLLanguage
import GraphQLSchema
import PluginHost
import PluginKit
import Postgres
import Testing

/// Generated over all inputs of all plugins: what a description promises is what is checked.
@Suite("The rules of inputs, as they are published")
struct InputRuleTests {
    @Test("Each rule of each input is said in its description, and broken once by it is a fault of its field")
    func everyRule() async throws {
        let schema = try Composition(Installed.all(KeyRing.generate())).schema
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let token = try await court.token(staff: "晋03-04", roles: Set(Role.allCases))
            let inputs = try await RuledInputs(court, schema)
            var tried: [String: Int] = [:]
            for field in inputs.fields {
                for directive in field.value.directives where RuledInputs.rules.contains(directive.name.text) {
                    let attempts = field.attempts(to: directive)
                    #expect(!attempts.isEmpty, "@\(directive.name.text) of \(field.path) is said nowhere: \(field.text)")
                    for attempt in attempts {
                        tried[directive.name.text, default: 0] += 1
                        let input = inputs.object(field.input, attempt.overrides)
                        let answer = await court.send(
                            "mutation($input: \(field.input.name)!) { \(field.mutation)(input: $input) { __typename } }",
                            ["input": input],
                            bearing: token
                        )
                        let faults = (answer["errors"]?.items ?? []).filter {
                            $0[path: "extensions.field"] == .string(attempt.path)
                        }
                        let codes = faults.compactMap { $0[path: "extensions.code"].text }
                        let spot = "\(field.mutation) \(attempt.path): \(attempt.why); \(field.text); \("\(answer)".prefix(500))"
                        if attempt.isBreach {
                            #expect(codes.contains { attempt.codes.contains($0) }, "\(spot)")
                        } else {
                            #expect(!codes.contains { attempt.codes.contains($0) }, "\(spot)")
                        }
                    }
                }
            }
            #expect(tried.keys.count > 10, "\(tried)")
            #expect(tried.values.reduce(0, +) > 150, "\(tried)")
        }
    }

    @Test("A request that was answered is answered again, though what it names may not be named any more")
    func repeated() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let petitioner = try await RevealTests.petitioner(court)
            let handler = try await court.staffID("晋03-04")
            let open = "mutation($input: OpenDossierInput!) { openDossier(input: $input) { dossier { id dossierNo } } }"
            func input(_ key: String) -> JSONValue {
                [
                    "title": "反映执行不力", "ground": "REPEATED_MATTER", "petitionerIds": [.string(petitioner)],
                    "claims": [["text": " 请求执行 "]], "noCaseReason": "尚无案号", "handlerId": .string(handler),
                    "idempotencyKey": .string(key),
                ]
            }
            let first = await court.send(open, ["input": input("one")])
            #expect(first["errors"] == nil, "\(first)")
            try await court.database.execute("UPDATE core.staff SET active = false WHERE no = '晋03-04'")
            let again = await court.send(open, ["input": input("one")])
            #expect(again[path: "data"] == first[path: "data"], "\(again)")
            let other = await court.send(open, ["input": input("two")])
            #expect(other.codes == ["NOT_FOUND"])
            #expect(other[path: "errors.0.extensions.field"] == "input.handlerId")
        }
    }
}

/// Every field with rules that a mutation's input leads to, and inputs that keep all rules but one.
struct RuledInputs {
    /// The directives that say a rule which a value can break.
    static let rules: Set<String> = [
        "text", "format", "identityNumber", "impersonal", "range", "items", "distinct", "past", "ahead", "allowed",
        "required", "requiredWhen", "refusedWhen", "row",
    ]

    private(set) var fields: [RuledField] = []
    private let schema: Schema
    private let samples: Samples

    init(_ court: TestCourt, _ schema: Schema) async throws {
        self.schema = schema
        samples = try await Samples(court, schema)
        for field in schema.rootType(for: .mutation)?.fields ?? [] {
            guard let argument = field.argument(named: "input"),
                case .input(let input) = schema.type(named: argument.type.namedType)
            else { continue }
            collect(input, of: field.name, root: input, names: [], path: "input")
        }
    }

    private mutating func collect(
        _ input: InputObjectType,
        of mutation: String,
        root: InputObjectType,
        names: [String],
        path: String
    ) {
        for value in input.fields {
            let isList = value.type.nullable.listItem != nil
            let place = "\(path).\(value.name)"
            var sample = samples.sample(of: value).items.first ?? samples.sample(of: value)
            if case .input(let inner) = schema.type(named: value.type.namedType) { sample = object(inner, [:]) }
            fields.append(
                RuledField(
                    mutation: mutation,
                    input: root,
                    value: value,
                    names: names + [value.name],
                    path: place,
                    sample: sample,
                    schema: schema
                )
            )
            guard names.count < 2, case .input(let inner) = schema.type(named: value.type.namedType) else { continue }
            collect(inner, of: mutation, root: root, names: names + [value.name], path: isList ? "\(place).0" : place)
        }
    }

    /// An input that keeps the rules but for what is overridden, by names; nil leaves a member out.
    func object(_ input: InputObjectType, _ overrides: [[String]: JSONValue?], at names: [String] = []) -> JSONValue {
        var members: [JSONValue.Member] = []
        for field in input.fields {
            let place = names + [field.name]
            if let override = overrides[place] {
                if let value = override { members.append(.init(field.name, value)) }
            } else if isNeeded(field) || overrides.keys.contains(where: { $0.starts(with: place) }) {
                var value = samples.sample(of: field)
                if case .input(let inner) = schema.type(named: field.type.namedType) {
                    let object = self.object(inner, overrides, at: place)
                    value = field.type.nullable.listItem == nil ? object : .array([object])
                }
                members.append(.init(field.name, value))
            }
        }
        return .object(members)
    }

    private func isNeeded(_ field: SchemaInputValue) -> Bool {
        field.type.isNonNull && field.defaultValue == nil
            || field.directives.contains { ["required", "requiredWhen"].contains($0.name.text) }
    }
}
