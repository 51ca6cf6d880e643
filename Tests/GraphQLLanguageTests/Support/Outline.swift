@testable import GraphQLLanguage

/// All that a document says, without where it says it: equal outlines are equal documents (GraphQL §2.3).
func outline(_ document: Document) -> String {
    var text = ""
    for definition in document.definitions { describe(definition, into: &text) }
    return text
}

/// Writes a node and all nodes below it, offsets left out.
private func describe(_ node: Any, into text: inout String) {
    let mirror = Mirror(reflecting: node)
    if mirror.children.isEmpty {
        text += "\(node)|"
        return
    }
    text += "("
    for child in mirror.children where child.label != "offset" {
        if let label = child.label { text += "\(label) " }
        // Of a selection set's position only matters whether there is one.
        if child.label == "selectionSetOffset" {
            text += "\(Mirror(reflecting: child.value).children.count)|"
        } else {
            describe(child.value, into: &text)
        }
    }
    text += ")"
}
