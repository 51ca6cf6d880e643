/// The inputs that are made instead of kept: the same bytes on every machine.
enum GeneratedInputs {
    static func write(to folder: Folder) throws(BenchmarkFailure) {
        try folder.write(LargeDocument.text(ofByteCount: 1_000_000), to: "large.graphql")
        try folder.write(ShopSchema.sdl, to: "shop-schema.graphql")
        try folder.write(LetterResponse.text(letterCount: 400), to: "response.json")
        try folder.write(objects, to: "objects.json")
        let variables = try folder.text(of: "letters-variables.json")
        try folder.write(body(try folder.text(of: "letters.graphql"), variables), to: "request-variables.json")
        try folder.write(body(try folder.text(of: "plain.graphql"), nil), to: "request-plain.json")
    }

    /// The root of `objects-schema.graphql` with 1,000 objects of three scalars.
    private static var objects: String {
        let objects = (1...1_000).map { number in
            let amount = number * 104_729 % 1_000_003
            return "{\"id\":\"\(number * 7_919)\",\"name\":\"反映执行案件进展的来信 \(number)\",\"amount\":\(amount)}"
        }
        return "{\"objects\":[\(objects.joined(separator: ","))]}"
    }

    /// A POST's body as a client writes it.
    private static func body(_ document: String, _ variables: String?) -> String {
        var text = ""
        for character in document.unicodeScalars {
            switch character {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(character)
            }
        }
        let rest = variables.map { ",\"variables\":\($0)" } ?? ""
        return "{\"query\":\"\(text)\",\"operationName\":\"Letters\"\(rest)}"
    }
}

/// SplitMix64: the same numbers on every machine.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }

    mutating func pick(_ choices: [String]) -> String { choices[roll(choices.count)] }
}
