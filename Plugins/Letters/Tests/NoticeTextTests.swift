import Testing

@testable import LettersPlugin

@Suite("The text of a notice's template")
struct NoticeTextTests {
    @Test("Is sound with known names, claims as a section, and comments")
    func sound() {
        let text = """
            {{! 说明 }}<p>{{petitionerName}}：{{ letterNo }}</p>
            {{#claims}}
            {{claimSeq}}{{claim}}
            {{/claims}}
            {{#dueOn}}{{dueOn}}{{/dueOn}}
            """
        #expect(NoticeText.faults(of: text) == [])
    }

    static let faulty: [(String, [Int])] = [
        ("{{nobody}}", [1]), ("a\n{{{letterNo}}}", [2]), ("{{&letterNo}}", [1]), ("{{>part}}", [1]),
        ("{{=<% %>=}}", [1]),
        ("{{claim}}", [1]), ("{{#claims}}\n{{claim}}", [2]), ("<a href=\"javascript:1\">", [1]), ("<SCRIPT>", [1]),
        ("{{letterNo", [1]),
    ]

    @Test("Is refused with the line of each fault", arguments: faulty)
    func faults(_ text: String, _ lines: [Int]) {
        #expect(NoticeText.faults(of: text).map(\.line) == lines, "\(NoticeText.faults(of: text))")
    }

    @Test("A page escapes its title")
    func page() {
        #expect(NoticeText.page(title: "<b>", body: "x").contains("<h1>&lt;b&gt;</h1>"))
    }
}
