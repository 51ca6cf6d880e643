/// A registry of letters whose operations may be delivered in parts, with some of it deprecated.
enum Registry {
    static let sdl = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int = 0) on FIELD
        directive @audited(by: String @deprecated(reason: "Audited anyway.")) on FIELD

        enum State { OPEN CLOSED SHELVED @deprecated(reason: "Letters are closed.") }
        input Filter {
          state: State
          states: [State!]
          clerk: ID @deprecated(reason: "Ask for the desk.")
          inner: Filter
        }
        type Letter {
          id: ID!
          subject: String
          title: String @deprecated(reason: "Use subject.")
          events: [Event!]!
          answer: Letter
        }
        type Event { at: String note: String }
        type Query {
          letter(id: ID, no: String @deprecated(reason: "Ask by id.")): Letter
          letters(filter: Filter, state: State): [Letter]
        }
        type Mutation { close(id: ID): Letter reopen: [Letter] }
        type Subscription { received: Letter changes: [Letter] }
        """
}
