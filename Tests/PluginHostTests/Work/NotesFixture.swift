import CourtFormats
import PluginKit

/// The plugin `notes`: one mutation that announces what it is told to, and a table in which handlers leave their marks.
enum NotesFixture {
    static func plugin(subscribers: [Subscriber], timers: [Timer]) -> Plugin {
        Plugin(
            name: "notes",
            requires: ["core"],
            fragments: [SchemaFragment(file: "Notes.graphql", text: fragment)],
            migrations: [Migration(file: "0001_notes.sql", sql: tables)],
            permissions: [Permission("notes.touch", [.clerk])],
            commands: [Command(name: "touch", run: touch)],
            subscribers: subscribers,
            timers: timers
        )
    }

    private static let fragment = """
        input TouchInput {
            noteId: ID!
            event: String @text(max: 50)
            sealed: Boolean
            remindOn: Date
            unset: Boolean
            idempotencyKey: String
        }
        type TouchPayload { done: Boolean! }
        extend type Mutation { touch(input: TouchInput!): TouchPayload @requires(permission: "notes.touch") }
        """

    private static let tables = """
        CREATE SCHEMA notes;
        CREATE TABLE notes.seen (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, who text NOT NULL, what text NOT NULL
        );
        CREATE TABLE notes.fault (what text PRIMARY KEY);
        """

    static let rows = """
        INSERT INTO core.court (code, name, level, parent_code, region_code) VALUES
            ('最高法', '最高人民法院', 'SUPREME', NULL, '110000'), ('晋', '山西高院', 'HIGH', '最高法', '140000'),
            ('晋03', '阳泉中院', 'INTERMEDIATE', '晋', '140300'), ('晋0321', '平定法院', 'BASIC', '晋03', '140321'),
            ('晋04', '长治中院', 'INTERMEDIATE', '晋', '140400');
        """

    static let reminder = TimerKind("notes.reminder")

    private static let touch: @Sendable (InputObject, WriteContext) async throws -> Payload = { input, context in
        let path = InputPath(["input"])
        let note = try input.decode("noteId", at: path, as: EntityID.self).value
        if case .string(let event) = input["event"] {
            let isSealed = input["sealed"] == .boolean(true)
            context.emit(OutboxEvent(event, objectID: note, courtCode: "晋03", state: "OPEN", sealed: isSealed))
        }
        if case .string(let text) = input["remindOn"], let day = CalendarDate(iso: text) {
            context.schedule(reminder, for: note, court: "晋03", on: day)
        }
        if input["unset"] == .boolean(true) { context.unschedule(reminder, for: note) }
        return Payload(cells: [(name: "done", cell: .boolean(true))])
    }
}
