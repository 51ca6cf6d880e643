/// `LeafEncoding` laid flat: an array's items are of one kind.
struct LeafCoding {
    enum Kind: UInt8 {
        case text, boolean, integer, boundedInteger, integerText, float8, numeric, date, timestamp, uuid, json
    }

    enum Items: UInt8 {
        case single, nullable, nonNull
    }

    let kind: Kind
    let items: Items

    init(_ encoding: LeafEncoding) {
        if case .array(let item, let itemIsNonNull) = encoding {
            kind = Kind(item)
            items = itemIsNonNull ? .nonNull : .nullable
        } else {
            kind = Kind(encoding)
            items = .single
        }
    }
}

extension LeafCoding.Kind {
    fileprivate init(_ encoding: LeafEncoding) {
        self =
            switch encoding {
            case .text: .text
            case .boolean: .boolean
            case .int2, .int4, .int8: .integer
            case .int8AsInt: .boundedInteger
            case .int8Text: .integerText
            case .float8: .float8
            case .numeric: .numeric
            case .date: .date
            case .timestamp: .timestamp
            case .uuid: .uuid
            case .json: .json
            // PostgreSQL's arrays do not nest: an array of arrays has one element type.
            case .array(let item, _): LeafCoding.Kind(item)
            }
    }
}
