import FragmentExpansion
import GraphQLLanguage

/// The types of a target's fragments, extensions merged, with what its dependencies define for reference.
struct FragmentSet {
    /// A type that the target's own fragments define.
    struct OwnType {
        let file: InputFile
        let definition: TypeSystemDefinition
        /// Its extensions in the same target.
        var extensions: [TypeSystemDefinition] = []
    }

    /// A field that is added to `Mutation`.
    struct Mutation {
        let file: InputFile
        let field: FieldDefinition

        /// The mutation that this one does to each item of a list; the host answers for it.
        var repeated: String? { InputExpansion.repeatedMutation(in: field.directives) }
    }

    /// In the order of files and definitions.
    private(set) var ownTypes: [OwnType] = []
    private(set) var mutations: [Mutation] = []
    /// Input objects that arguments of fields take which are no mutations, and what is added to another plugin's.
    private var readInputs: Set<String> = []
    private var indexes: [String: Int] = [:]
    private var known: [String: TypeSystemDefinition.Body] = [:]
    /// The modules of dependencies' enums that are Swift types, by the enum's name.
    private var enumModules: [String: String] = [:]

    /// Reads the target's fragments and those of its dependencies.
    init(fragments: [InputFile], dependencies: [InputFile] = []) throws(GenerationError) {
        for file in dependencies {
            for type in try Self.types(in: file) where !type.isExtension {
                known[type.name.text] = type.body
                if case .enumeration = type.body { enumModules[type.name.text] = file.module }
            }
        }
        let parsed = try fragments.sorted { $0.name < $1.name }.map { file throws(GenerationError) in
            (file, try Self.types(in: file))
        }
        for (file, types) in parsed {
            for type in types where type.name.text == "Mutation" {
                guard case .object(_, let fields) = type.body else { continue }
                mutations += fields.map { Mutation(file: file, field: $0) }
            }
            for type in types where type.name.text != "Mutation" {
                guard case .object(_, let fields) = type.body else { continue }
                for argument in fields.flatMap(\.arguments) { readInputs.insert(argument.type.namedType) }
            }
            for type in types where !type.isExtension {
                if let index = indexes[type.name.text] {
                    throw Self.error(
                        "Type \"\(type.name.text)\" is already defined in \(ownTypes[index].file.name).",
                        at: type.name,
                        in: file
                    )
                }
                indexes[type.name.text] = ownTypes.count
                ownTypes.append(OwnType(file: file, definition: type))
            }
        }
        for (_, types) in parsed {
            for type in types where type.isExtension {
                if let index = indexes[type.name.text] {
                    ownTypes[index].extensions.append(type)
                } else {
                    for field in type.body.inputFields { readInputs.insert(field.type.namedType) }
                }
            }
        }
    }

    subscript(name: String) -> OwnType? { indexes[name].map { ownTypes[$0] } }

    /// Input objects that only reads take, filters among them: the engine reads these, and they may lead to themselves.
    var inputsOfReads: Set<String> {
        let written = mutations.flatMap { $0.field.arguments.map(\.type.namedType) }
        return inputs(from: readInputs).subtracting(inputs(from: Set(written)))
    }

    /// Own input objects of these names, and those that their fields take.
    private func inputs(from names: Set<String>) -> Set<String> {
        var found: Set<String> = []
        var pending = Array(names)
        while let name = pending.popLast() {
            guard let type = self[name], !type.inputFields.isEmpty, found.insert(name).inserted else { continue }
            pending += type.inputFields.map(\.type.namedType)
        }
        return found
    }

    /// The mutations whose one argument `input` is of this type.
    func mutations(taking input: String) -> [Mutation] {
        mutations.filter { $0.field.arguments.count == 1 && $0.field.arguments[0].type.namedType == input }
    }

    /// Whether a mutation's command comes from a workflow: its input changes a type of this target with `@changes`.
    func isOfWorkflow(_ mutation: Mutation) -> Bool {
        guard mutation.field.arguments.count == 1, let input = self[mutation.field.arguments[0].type.namedType],
            let changed = input.changedType
        else { return false }
        return self[changed]?.has("changes") ?? false
    }

    /// What a name stands for, as far as the target and its dependencies say.
    func body(of name: String) -> TypeSystemDefinition.Body? { self[name]?.definition.body ?? known[name] }

    /// The module that a dependency's enum is imported from; nil for one that is no Swift type here, and for an own type.
    func enumModule(of name: String) -> String? { self[name] == nil ? enumModules[name] : nil }

    static func error(_ message: String, at name: Name, in file: InputFile) -> GenerationError {
        let location = Source(file.text).location(at: name.offset)
        return GenerationError(
            message,
            file: file.path,
            position: GenerationError.Position(line: location.line, column: location.column)
        )
    }

    private static func types(in file: InputFile) throws(GenerationError) -> [TypeSystemDefinition] {
        let source = Source(file.text, name: file.path)
        do throws(SyntaxError) {
            return try Document(parsing: source).expanded.definitions.compactMap { definition in
                if case .type(let type) = definition { type } else { nil }
            }
        } catch {
            let location = source.location(at: error.offset)
            throw GenerationError(
                error.message,
                file: file.path,
                position: GenerationError.Position(line: location.line, column: location.column)
            )
        }
    }
}

extension FragmentSet.OwnType {
    var name: String { definition.name.text }

    /// Whether rows of a table are its objects.
    var isTable: Bool { has("table") }

    /// The type whose rows an input changes: `Letter` of `@change(of: "Letter")`.
    var changedType: String? { InputExpansion.changedType(in: definition.directives) }

    func has(_ directive: String) -> Bool {
        parts.contains { part in part.directives.contains { $0.name.text == directive } }
    }

    var enumValues: [EnumValueDefinition] { parts.flatMap(\.body.enumValues) }

    var inputFields: [InputValueDefinition] { parts.flatMap(\.body.inputFields) }

    var fields: [FieldDefinition] { parts.flatMap(\.body.fields) }

    var directives: [Directive] { parts.flatMap(\.directives) }

    private var parts: [TypeSystemDefinition] { [definition] + extensions }
}

extension TypeSystemDefinition.Body {
    fileprivate var enumValues: [EnumValueDefinition] {
        if case .enumeration(let values) = self { values } else { [] }
    }

    fileprivate var inputFields: [InputValueDefinition] {
        if case .input(let fields) = self { fields } else { [] }
    }

    fileprivate var fields: [FieldDefinition] {
        if case .object(_, let fields) = self { fields } else { [] }
    }
}
