import Testing

@testable import GraphQLLanguage

/// The examples of GraphQL §2.10.1 and §2.10.2.
@Suite("The specification's examples of numbers (§2.10.1, §2.10.2)")
struct NumberExamples {
    @Test("are integers", arguments: ["-123", "0", "-0", "12", "123"])
    func integers(text: String) throws {
        guard case .int(let digits) = try value(text).kind else { throw NotThat() }
        #expect(digits == text)
    }

    @Test("are no integers", arguments: ["1.0", "1e50", "6.0221413e23", "-1.5", "1.23", "1E-2", "0.0e+0"])
    func floats(text: String) throws {
        guard case .float(let digits) = try value(text).kind else { throw NotThat() }
        #expect(digits == text)
    }

    @Test(
        "are no numbers",
        arguments: [
            ("00", #"Invalid number, unexpected digit after 0: "0". (1:9)"#),
            ("01", #"Invalid number, unexpected digit after 0: "1". (1:9)"#),
            ("-01", #"Invalid number, unexpected digit after 0: "1". (1:10)"#),
            ("00.1", #"Invalid number, unexpected digit after 0: "0". (1:9)"#),
            ("0x123", #"Invalid number, expected digit but got: "x". (1:9)"#),
            ("123L", #"Invalid number, expected digit but got: "L". (1:11)"#),
            ("0x1.2p3", #"Invalid number, expected digit but got: "x". (1:9)"#),
            ("1.23.4", #"Invalid number, expected digit but got: ".". (1:12)"#),
            ("1.2e3.4", #"Invalid number, expected digit but got: ".". (1:13)"#),
            ("1.2_3", #"Invalid number, expected digit but got: "_". (1:11)"#),
            ("1.", #"Invalid number, expected digit but got: ")". (1:10)"#),
            (".5", #"Invalid number, expected digit before ".", did you mean "0.5"? (1:8)"#),
            ("1e", #"Invalid number, expected digit but got: ")". (1:10)"#),
            ("-", #"Invalid number, expected digit but got: ")". (1:9)"#),
            ("+1", #"Unexpected character: "+". (1:8)"#),
        ]
    )
    func invalid(text: String, message: String) {
        #expect(diagnosis("{ a(b: \(text)) }") == message)
    }
}
