import GraphQLLanguage
import GraphQLValidation

// What a cache reckons with. Close enough to keep a bound: what the allocator adds and what is shared is not counted.

extension ValidatedDocument {
    /// About how much memory the text and its tree take.
    var byteEstimate: Int {
        var size = DocumentSize(bytes: 2 * document.source.bytes.count + 1024)
        for definition in document.definitions {
            switch definition {
            case .operation(let operation):
                size.add(256)
                for variable in operation.variables {
                    size.add(MemoryLayout<VariableDefinition>.stride)
                    size.add(variable.directives)
                    if let value = variable.defaultValue { size.add(value) }
                }
                size.add(operation.directives)
                size.add(operation.selections)
            case .fragment(let fragment):
                size.add(256)
                size.add(fragment.directives)
                size.add(fragment.selections)
            default: break
            }
        }
        return size.bytes
    }

    var fragmentCount: Int {
        document.definitions.count { if case .fragment = $0 { true } else { false } }
    }
}

extension Plan {
    /// About how much memory the shapes, the program and the fetches take.
    var byteEstimate: Int {
        let outputs = program.names.count * Self.bytesPerOutput + program.nodes.count * Self.bytesPerNode
        return fetches.reduce(1024 + outputs + program.text.count) { $0 + $1.description.byteEstimate }
    }

    /// An output field with its names, its offsets and the JSON text of its key.
    private static var bytesPerOutput: Int { 384 }
    /// A node of the program and the boxed shape that it was made of.
    private static var bytesPerNode: Int { 192 }
}

/// Adds up the nodes of a document's tree.
private struct DocumentSize {
    /// A node's object, its reference and the header of its list.
    private static let bytesPerSelection = 176

    private(set) var bytes: Int

    init(bytes: Int) { self.bytes = bytes }

    mutating func add(_ count: Int) { bytes += count }

    mutating func add(_ selections: [Selection]) {
        for selection in selections {
            bytes += Self.bytesPerSelection
            switch selection {
            case .field(let field):
                add(field.arguments)
                add(field.directives)
                add(field.selections)
            case .inlineFragment(let fragment):
                add(fragment.directives)
                add(fragment.selections)
            case .fragmentSpread(let spread): add(spread.directives)
            }
        }
    }

    mutating func add(_ directives: [Directive]) {
        for directive in directives {
            bytes += MemoryLayout<Directive>.stride
            add(directive.arguments)
        }
    }

    mutating func add(_ arguments: [Argument]) {
        for argument in arguments {
            bytes += MemoryLayout<Argument>.stride
            add(argument.value)
        }
    }

    mutating func add(_ value: Value) {
        bytes += MemoryLayout<Value>.stride
        switch value.kind {
        case .list(let items): for item in items { add(item) }
        case .object(let fields):
            for field in fields {
                bytes += MemoryLayout<ObjectField>.stride
                add(field.value)
            }
        default: break
        }
    }
}
