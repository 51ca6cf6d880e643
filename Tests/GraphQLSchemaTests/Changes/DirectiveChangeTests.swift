import GraphQLSchema
import Testing

@Suite("Changes of directives")
struct DirectiveChangeTests {
    @Test("A directive is removed, another added")
    func removedAndAdded() throws {
        #expect(
            try changes(
                from: "directive @a on FIELD directive @b on FIELD",
                to: "directive @b on FIELD directive @c on FIELD"
            ) == [
                "DIRECTIVE_REMOVED @a: Directive @a was removed.",
                "DIRECTIVE_ADDED @c: Directive @c was added.",
            ]
        )
    }

    @Test("Arguments are added and removed")
    func arguments() throws {
        #expect(
            try changes(
                from: "directive @d(a: Int b: Int) on FIELD",
                to: "directive @d(b: Int c: Int! e: Int f: Int! = 1) on FIELD"
            ) == [
                "REQUIRED_DIRECTIVE_ARG_ADDED @d(c:): A required argument @d(c:) was added.",
                "OPTIONAL_DIRECTIVE_ARG_ADDED @d(e:): An optional argument @d(e:) was added.",
                "OPTIONAL_DIRECTIVE_ARG_ADDED @d(f:): An optional argument @d(f:) was added.",
                "DIRECTIVE_ARG_REMOVED @d(a:): Argument @d(a:) was removed.",
            ]
        )
    }

    @Test("Types, default values and descriptions of arguments change")
    func argumentDefinitions() throws {
        #expect(
            try changes(
                from: "directive @d(a: Int b: Int! c: Int d: Int = 1 e: Int = 1 f: Int) on FIELD",
                to: #"directive @d(a: Boolean b: Int c: Int = 2 d: Int = 2 e: Int "x" f: Int) on FIELD"#
            ).filter { !$0.hasPrefix("TYPE_") } == [
                "ARG_CHANGED_KIND @d(a:): Argument @d(a:) has changed type from Int to Boolean.",
                "ARG_CHANGED_KIND_SAFE @d(b:): Argument @d(b:) has changed type from Int! to Int.",
                "ARG_DEFAULT_VALUE_ADDED @d(c:): @d(c:) added a defaultValue 2.",
                "ARG_DEFAULT_VALUE_CHANGE @d(d:): @d(d:) has changed defaultValue from 1 to 2.",
                "ARG_DEFAULT_VALUE_CHANGE @d(e:): @d(e:) defaultValue was removed.",
                #"DESCRIPTION_CHANGED @d(f:): Description of @d(d) has changed to "x"."#,
            ]
        )
    }

    @Test("A directive becomes repeatable or stops being it, and is described otherwise")
    func repeatable() throws {
        let once = #""x" directive @d on FIELD"#
        let often = #""y" directive @d repeatable on FIELD"#
        #expect(
            try changes(from: once, to: often) == [
                "DIRECTIVE_REPEATABLE_ADDED @d: Repeatable flag was added to @d.",
                #"DESCRIPTION_CHANGED @d: Description of @d has changed to "y"."#,
            ]
        )
        #expect(
            try changes(from: often, to: once) == [
                "DIRECTIVE_REPEATABLE_REMOVED @d: Repeatable flag was removed from @d.",
                #"DESCRIPTION_CHANGED @d: Description of @d has changed to "x"."#,
            ]
        )
    }

    @Test("Locations are removed and added")
    func locations() throws {
        #expect(
            try changes(from: "directive @d on FIELD | QUERY", to: "directive @d on OBJECT | FIELD") == [
                "DIRECTIVE_LOCATION_REMOVED @d.QUERY: QUERY was removed from @d.",
                "DIRECTIVE_LOCATION_ADDED @d.OBJECT: OBJECT was added to @d.",
            ]
        )
    }

    @Test("Changes of types come before those of directives")
    func order() throws {
        let found = try changes(from: "scalar A directive @d on FIELD", to: "scalar B")
        #expect(found.map { $0.prefix { $0 != " " } } == ["TYPE_REMOVED", "TYPE_ADDED", "DIRECTIVE_REMOVED"])
    }
}
