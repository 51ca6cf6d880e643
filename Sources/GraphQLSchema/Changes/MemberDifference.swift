/// What two lists of named elements have of each other: both in their own order.
struct MemberDifference<Element> {
    let added: [Element]
    let removed: [Element]
    /// What both have, in the older list's order.
    let kept: [(old: Element, new: Element)]

    init(_ old: [Element], _ new: [Element], by name: (Element) -> String) {
        let newByName = Dictionary(new.map { (name($0), $0) }, uniquingKeysWith: { _, last in last })
        let oldNames = Set(old.map(name))
        added = new.filter { !oldNames.contains(name($0)) }
        removed = old.filter { newByName[name($0)] == nil }
        kept = old.compactMap { old in newByName[name(old)].map { (old, $0) } }
    }
}
