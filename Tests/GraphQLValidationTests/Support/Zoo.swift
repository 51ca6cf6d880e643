import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// The schema that the tests of rules share: every kind of type, with what each rule looks for.
enum Zoo {
    /// Validates a document; the parser's limits are wide, so that validation's own are what is met.
    static func errors(
        in document: String,
        breaking rules: [ValidationRule] = ValidationRule.specified,
        schema: String = sdl,
        options: ValidationOptions = ValidationOptions()
    ) throws -> [GraphQLError] {
        validate(try parse(document), against: try Schema.build(schema), rules: rules, options: options)
    }

    /// The errors with which a document is refused for execution, empty for one that is accepted.
    static func refusal(
        of document: Document,
        schema: String = sdl,
        options: ValidationOptions = ValidationOptions()
    ) throws -> [GraphQLError] {
        do {
            _ = try ValidatedDocument(validating: document, against: try Schema.build(schema), options: options)
            return []
        } catch let failure as ValidationFailure {
            return failure.errors
        }
    }

    static func parse(_ document: String) throws -> Document {
        try Document(
            parsing: Source(document),
            limits: ParserLimits(maxBytes: .max, maxTokens: 2_000_000, maxDepth: 2_000)
        )
    }

    static let sdl = """
        directive @onField on FIELD
        directive @onQuery on QUERY
        directive @onMutation on MUTATION
        directive @onSubscription on SUBSCRIPTION
        directive @onVariable on VARIABLE_DEFINITION
        directive @onFragment on FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @tag(name: String!) repeatable on FIELD

        interface Mammal { mother: Mammal father: Mammal }
        interface Pet { name(surname: Boolean): String }
        interface Canine implements Mammal { name(surname: Boolean): String mother: Canine father: Canine }
        enum DogCommand { SIT HEEL DOWN }
        type Dog implements Pet & Mammal & Canine {
          name(surname: Boolean): String
          nickname: String
          barkVolume: Int
          barks: Boolean
          doesKnowCommand(dogCommand: DogCommand): Boolean
          isHouseTrained(atOtherHomes: Boolean = true): Boolean
          isAtLocation(x: Int, y: Int): Boolean
          mother: Dog
          father: Dog
        }
        type Cat implements Pet {
          name(surname: Boolean): String
          nickname: String
          meows: Boolean
          meowVolume: Int
          furColor: FurColor
        }
        enum FurColor { BROWN BLACK TAN }
        union CatOrDog = Cat | Dog
        type Human { name(surname: Boolean): String pets: [Pet] relatives: [Human]! iq: Int }
        input ComplexInput {
          requiredField: Boolean!
          nonNullField: Boolean! = false
          intField: Int
          stringField: String
          stringListField: [String]
          nested: ComplexInput
        }
        input OneOfInput @oneOf { stringField: String intField: Int }
        scalar Date
        type Arguments {
          int(value: Int): String
          nonNullInt(value: Int!): String
          nonNullIntWithDefault(value: Int! = 0): String
          string(value: String): String
          boolean(value: Boolean): String
          float(value: Float): String
          id(value: ID): String
          color(value: FurColor): String
          date(value: Date): String
          stringList(value: [String]): String
          nonNullStringList(value: [String!]): String
          complex(value: ComplexInput): String
          oneOf(value: OneOfInput): String
          two(first: Int!, second: Int!): String
          optional(first: Int = 0, second: Int = 0): String
        }
        type Query {
          human(id: ID): Human
          dog: Dog
          cat: Cat
          pet: Pet
          catOrDog: CatOrDog
          mammal: Mammal
          arguments: Arguments
        }
        type Mutation { adopt: Dog }
        type Subscription { births: [String] deaths(year: Int): [String] }
        """
}
