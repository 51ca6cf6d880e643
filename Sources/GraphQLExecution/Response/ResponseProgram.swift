import GraphQLLanguage

/// A plan's shapes laid flat: what the writer walks without touching a reference count.
///
/// Nodes refer to each other, and to runs of fields and text, by position.
struct ResponseProgram: Sendable {
    /// A stretch of one of the program's lists.
    struct Run {
        let start: Int32
        let count: Int32

        var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
    }

    enum Node {
        case leaf(column: Int32, LeafCoding)
        /// `presence` is -1 for an object that is always there.
        case object(fields: Run, presence: Int32)
        case variant(typename: Int32, cases: Run)
        /// `typename` is `Type:` in the program's text.
        case nodeID(typename: Run, key: Int32, LeafCoding)
        case rows(fetch: Int32, element: Int32, elementIsNonNull: Bool)
        case row(fetch: Int32, node: Int32)
        case found(list: Int32, key: Int32, fetch: Int32, element: Int32)
        case connection(Int32)
        case constant(Run)
        case introspection(Int32)
        case refused(Int32)
        case present(column: Int32, node: Int32)
        case given(column: Int32, otherwise: Int32)
    }

    struct Field {
        /// `,"key":` in the program's text.
        let key: Run
        let node: Int32
        /// Position in `names`.
        let name: Int32
        let isNonNull: Bool
    }

    /// What errors say of a field.
    struct FieldName {
        let responseKey: String
        let coordinate: String
        let offsets: [Int]
    }

    struct Case {
        let typename: Run
        let node: Int32
    }

    struct Connection {
        /// -1 for a connection without its rows.
        let fetch: Int32
        let parts: [Part<ConnectionContent>]
        let cursorColumns: [Int32]
        let cursorFactory: CursorFactory
    }

    struct Part<Content: Sendable>: Sendable {
        let key: Run
        let name: Int32
        let content: Content
    }

    enum ConnectionContent {
        case edges(Run)
        case nodes(Int32)
        case pageInfo(Run)
        /// `column` is -1 for the first after the ordinal.
        case totalCount(fetch: Int32, column: Int32)
        case field(Int32, isNonNull: Bool)
        case constant(Run)
    }

    enum EdgeContent {
        case cursor
        case node(Int32)
        case constant(Run)
    }

    enum PageInfoContent {
        case hasNextPage, hasPreviousPage, startCursor, endCursor
        case constant(Run)
    }

    private(set) var nodes: [Node] = []
    private(set) var fields: [Field] = []
    private(set) var names: [FieldName] = []
    private(set) var cases: [Case] = []
    private(set) var connections: [Connection] = []
    private(set) var edgeParts: [Part<EdgeContent>] = []
    private(set) var pageInfoParts: [Part<PageInfoContent>] = []
    private(set) var introspections: [CollectedField] = []
    private(set) var refusals: [GraphQLError] = []
    private(set) var text: [UInt8] = []
    /// The root object's fields.
    private(set) var root = Run(start: 0, count: 0)

    init(_ shape: ObjectShape) { root = add(shape) }
}

extension ResponseProgram {
    private mutating func add(text bytes: [UInt8]) -> Run {
        let start = text.count
        text += bytes
        return Run(start: Int32(start), count: Int32(bytes.count))
    }

    private mutating func add(key bytes: [UInt8]) -> Run { add(text: [UInt8(ascii: ",")] + bytes) }

    private mutating func add(name: FieldName) -> Int32 {
        names.append(name)
        return Int32(names.count - 1)
    }

    private mutating func add(_ node: Node) -> Int32 {
        nodes.append(node)
        return Int32(nodes.count - 1)
    }

    /// Adds an object's fields as one run, after all that stands below them.
    private mutating func add(_ object: ObjectShape) -> Run {
        var own: [Field] = []
        for field in object.fields {
            let name = FieldName(field)
            own.append(
                Field(
                    key: add(key: field.keyBytes),
                    node: add(field.shape, in: name),
                    name: add(name: name),
                    isNonNull: field.isNonNull
                )
            )
        }
        fields += own
        return Run(start: Int32(fields.count - own.count), count: Int32(own.count))
    }

    private mutating func add(_ shape: Shape, in name: FieldName) -> Int32 {
        switch shape {
        case .leaf(let column, let encoding): return add(.leaf(column: Int32(column), LeafCoding(encoding)))
        case .object(let object, let presence):
            guard object.refusal == nil else {
                let node = add(object: object)
                return presence.map { add(.present(column: Int32($0), node: node)) } ?? node
            }
            let fields = add(object)
            return add(.object(fields: fields, presence: presence.map { Int32($0) } ?? -1))
        case .variant(let column, let shapes):
            var own: [Case] = []
            for (typename, shape) in shapes.sorted(by: { $0.key < $1.key }) {
                own.append(Case(typename: add(text: Array(typename.utf8)), node: add(shape, in: name)))
            }
            cases += own
            let run = Run(start: Int32(cases.count - own.count), count: Int32(own.count))
            return add(.variant(typename: Int32(column), cases: run))
        case .nodeID(let typename, let column, let encoding):
            let prefix = add(text: Array("\(typename):".utf8))
            return add(.nodeID(typename: prefix, key: Int32(column), LeafCoding(encoding)))
        case .rows(let fetch, let element, let elementIsNonNull):
            let element = add(element, in: name)
            return add(.rows(fetch: Int32(fetch), element: element, elementIsNonNull: elementIsNonNull))
        case .row(let fetch, let shape):
            let node = add(shape, in: name)
            return add(.row(fetch: Int32(fetch), node: node))
        case .found(let list, let key, let fetch, let element):
            let element = add(element, in: name)
            return add(.found(list: Int32(list), key: Int32(key), fetch: Int32(fetch), element: element))
        case .connection(let connection): return add(connection, in: name)
        case .constant(let bytes): return add(.constant(add(text: bytes)))
        case .introspection(let field):
            introspections.append(field)
            return add(.introspection(Int32(introspections.count - 1)))
        case .refused(let error): return add(refusal: error)
        case .present(let column, let shape):
            let node = add(shape, in: name)
            return add(.present(column: Int32(column), node: node))
        case .given(let column, let shape):
            let node = add(shape, in: name)
            return add(.given(column: Int32(column), otherwise: node))
        }
    }

    private mutating func add(refusal error: GraphQLError) -> Int32 {
        refusals.append(error)
        return add(.refused(Int32(refusals.count - 1)))
    }

    /// Adds an object that is there.
    private mutating func add(object: ObjectShape) -> Int32 {
        if let refusal = object.refusal { return add(refusal: refusal) }
        let fields = add(object)
        return add(.object(fields: fields, presence: -1))
    }

    private mutating func add(_ connection: ConnectionShape, in name: FieldName) -> Int32 {
        var parts: [Part<ConnectionContent>] = []
        for part in connection.parts {
            let content: ConnectionContent =
                switch part.content {
                case .edges(let edges): .edges(add(edges, of: connection.nodeType, in: name))
                case .nodes(let shape):
                    .nodes(add(shape, in: name.part(part.responseKey, "\(connection.nodeType)Connection.nodes")))
                case .pageInfo(let values): .pageInfo(add(values, in: name))
                case .totalCount(let fetch, let column):
                    .totalCount(fetch: Int32(fetch), column: column.map { Int32($0) } ?? -1)
                case .field(let field):
                    .field(add(field.shape, in: FieldName(field)), isNonNull: field.isNonNull)
                case .constant(let bytes): .constant(add(text: bytes))
                }
            var partName = name.part(part.responseKey)
            if case .nodes = part.content {
                partName = name.part(part.responseKey, "\(connection.nodeType)Connection.nodes")
            }
            if case .field(let field) = part.content { partName = FieldName(field) }
            parts.append(Part(key: add(key: part.keyBytes), name: add(name: partName), content: content))
        }
        connections.append(
            Connection(
                fetch: connection.fetch.map { Int32($0) } ?? -1,
                parts: parts,
                cursorColumns: connection.cursorColumns.map { Int32($0) },
                cursorFactory: connection.cursorFactory
            )
        )
        return add(.connection(Int32(connections.count - 1)))
    }

    private mutating func add(
        _ edges: [ConnectionShape.EdgePart],
        of nodeType: String,
        in name: FieldName
    ) -> Run {
        var own: [Part<EdgeContent>] = []
        for edge in edges {
            var partName = name.part(edge.responseKey)
            let content: EdgeContent
            switch edge.content {
            case .cursor: content = .cursor
            case .node(let shape):
                partName = name.part(edge.responseKey, "\(nodeType)Edge.node")
                content = .node(add(shape, in: partName))
            case .constant(let bytes): content = .constant(add(text: bytes))
            }
            own.append(Part(key: add(key: edge.keyBytes), name: add(name: partName), content: content))
        }
        edgeParts += own
        return Run(start: Int32(edgeParts.count - own.count), count: Int32(own.count))
    }

    private mutating func add(_ values: [ConnectionShape.PageInfoPart], in name: FieldName) -> Run {
        let start = pageInfoParts.count
        for value in values {
            let content: PageInfoContent =
                switch value.content {
                case .hasNextPage: .hasNextPage
                case .hasPreviousPage: .hasPreviousPage
                case .startCursor: .startCursor
                case .endCursor: .endCursor
                case .constant(let bytes): .constant(add(text: bytes))
                }
            let part = Part(
                key: add(key: value.keyBytes),
                name: add(name: name.part(value.responseKey)),
                content: content
            )
            pageInfoParts.append(part)
        }
        return Run(start: Int32(start), count: Int32(values.count))
    }
}

extension ResponseProgram.FieldName {
    fileprivate init(_ field: OutputField) {
        self.init(responseKey: field.responseKey, coordinate: field.coordinate, offsets: field.offsets)
    }

    /// A part of a connection: located where the connection is.
    fileprivate func part(_ responseKey: String, _ coordinate: String? = nil) -> Self {
        Self(
            responseKey: responseKey,
            coordinate: coordinate ?? "\(self.coordinate).\(responseKey)",
            offsets: offsets
        )
    }
}
