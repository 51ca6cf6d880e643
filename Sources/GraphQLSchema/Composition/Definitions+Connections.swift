import GraphQLLanguage

extension Definitions {
    /// Generates the connection types (Relay Cursor Connections) that fields name and nobody defines.
    ///
    /// For a field of type `LetterConnection`, where `Letter` is an object, interface or union: `LetterConnection`,
    /// `LetterEdge` and `PageInfo`, right after `Letter`. They count as written where the first such field is.
    mutating func addConnections() {
        var defined = Set(types.lazy.filter { !$0.node.isExtension }.map(\.node.name.text))
        for (node, place) in askedConnections(defined) {
            guard let position = firstPosition(of: node, where: { !$0.isExtension && $0.isComposite }) else { continue }
            let generated = Self.connectionTypes(of: node).filter { defined.insert($0.name.text).inserted }
            insert(generated, from: Origin(generatedFor: place), at: position + 1)
        }
    }

    /// Names of the types whose connection a field names, each with the first such field's place.
    private func askedConnections(_ defined: Set<String>) -> [(node: String, place: Provenance)] {
        var asked: [(node: String, place: Provenance)] = []
        var seen: Set<String> = []
        for type in types {
            for field in type.node.fields {
                let name = field.type.namedType
                guard name.hasSuffix("Connection"), !defined.contains(name),
                    let place = type.provenance(at: field.name.offset, start: field.offset),
                    seen.insert(name).inserted
                else { continue }
                asked.append((String(name.dropLast("Connection".count)), place))
            }
        }
        return asked
    }

    private static func connectionTypes(of node: String) -> [TypeSystemDefinition] {
        let sdl = """
            "A page of a list of `\(node)`."
            type \(node)Connection {
              "The page's items, each with its cursor."
              edges: [\(node)Edge!]!
              "The page's items."
              nodes: [\(node)!]!
              "Where the page lies in the list, and how to go on from it."
              pageInfo: PageInfo!
              "How many items the whole list has."
              totalCount: Int!
            }

            "An item of a page with its place in the list."
            type \(node)Edge {
              "Marks the item's place in the list, for `after` and `before`."
              cursor: String!
              "The item."
              node: \(node)!
            }

            "Where a page lies in its list."
            type PageInfo {
              "Whether items follow after the page."
              hasNextPage: Boolean!
              "Whether items come before the page."
              hasPreviousPage: Boolean!
              "The cursor of the page's first item, null for an empty page."
              startCursor: String
              "The cursor of the page's last item, null for an empty page."
              endCursor: String
            }
            """
        return Definitions(trusted: sdl, role: .fragment).types.map(\.node)
    }
}

extension TypeSystemDefinition {
    var isComposite: Bool {
        switch body {
        case .object, .interface, .union: true
        default: false
        }
    }
}

extension Definitions {
    /// Reads SDL that is part of this program.
    init(trusted sdl: String, role: Origin.Role) {
        self.init()
        let fragment = SchemaFragment(source: Source(sdl, name: "standard"), plugin: "engine", role: role)
        switch fragment.document {
        case .success(let document): append(document, from: fragment.origin)
        case .failure(let error):
            preconditionFailure("the engine's own SDL does not parse: \(error.message) at byte \(error.offset)")
        }
    }
}
