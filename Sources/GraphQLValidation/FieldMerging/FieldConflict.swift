import GraphQLLanguage
import GraphQLSchema

/// Two fields, or two sets of them, that cannot be merged.
struct FieldConflict {
    let responseKey: String
    let reason: String
    let offsets: [Int]
    let otherOffsets: [Int]
}

extension FieldSets {
    /// Why two fields differ that may be asked of one object, nil if they do not.
    func callConflict(_ left: MergeField, _ right: MergeField) -> FieldConflict? {
        if left.field.name.text != right.field.name.text {
            let names = "\"\(left.field.name.text)\" and \"\(right.field.name.text)\""
            return conflict("\(names) are different fields", left, right)
        }
        return left.argumentsKey == right.argumentsKey ? nil : conflict("they have differing arguments", left, right)
    }

    /// Why the values of two fields cannot stand in one place of a response, nil if they can.
    func shapeConflict(_ left: MergeField, _ right: MergeField) -> FieldConflict? {
        guard let a = left.definition?.type, let b = right.definition?.type, haveDifferentShapes(a, b) else {
            return nil
        }
        return conflict("they return conflicting types \"\(a)\" and \"\(b)\"", left, right)
    }

    /// SameResponseShape (GraphQL §5.3.2) without subfields.
    private func haveDifferentShapes(_ left: TypeReference, _ right: TypeReference) -> Bool {
        switch (left, right) {
        case (.list(let a, _), .list(let b, _)), (.nonNull(let a), .nonNull(let b)): haveDifferentShapes(a, b)
        case (.named(let a), .named(let b)): a.text != b.text && (isLeaf(a.text) || isLeaf(b.text))
        default: true
        }
    }

    private func isLeaf(_ name: String) -> Bool { context.schema.type(named: name)?.isLeaf ?? false }

    private func conflict(_ reason: String, _ left: MergeField, _ right: MergeField) -> FieldConflict {
        FieldConflict(
            responseKey: left.responseKey,
            reason: reason,
            offsets: [left.field.offset],
            otherOffsets: [right.field.offset]
        )
    }
}
