extension Document {
    /// One document per operation, with the fragments it reaches in the order of this document.
    ///
    /// An anonymous operation's name is empty. Names are in the order in which they first occur; of operations with the
    /// same name the last one counts.
    package var separatedOperations: [(name: String, document: Document)] {
        var spreads: [String: [String]] = [:]
        for case .fragment(let fragment) in definitions {
            spreads[fragment.name.text] = fragment.selections.fragmentNames
        }
        var separated: [(name: String, document: Document)] = []
        var positions: [String: Int] = [:]
        for (index, definition) in definitions.enumerated() {
            guard case .operation(let operation) = definition else { continue }
            let name = operation.name?.text ?? ""
            let document = document(of: operation, at: index, spreads)
            if let position = positions[name] {
                separated[position].document = document
            } else {
                positions[name] = separated.count
                separated.append((name, document))
            }
        }
        return separated
    }

    /// The operation at an index of `definitions` and the fragments it reaches; `spreads` are those of each fragment.
    private func document(
        of operation: OperationDefinition,
        at index: Int,
        _ spreads: [String: [String]]
    ) -> Document {
        var reached: Set<String> = []
        var pending = operation.selections.fragmentNames
        while let name = pending.popLast() {
            if reached.insert(name).inserted { pending += spreads[name] ?? [] }
        }
        let kept = definitions.enumerated().filter { position, definition in
            if case .fragment(let fragment) = definition { return reached.contains(fragment.name.text) }
            return position == index
        }
        return Document(source: source, definitions: kept.map(\.element))
    }
}

extension [Selection] {
    /// The names of the fragments that are spread here and below.
    fileprivate var fragmentNames: [String] {
        var names: [String] = []
        var pending = [self]
        while let selections = pending.popLast() {
            for selection in selections {
                switch selection {
                case .field(let field): pending.append(field.selections)
                case .inlineFragment(let fragment): pending.append(fragment.selections)
                case .fragmentSpread(let spread): names.append(spread.name.text)
                }
            }
        }
        return names
    }
}
