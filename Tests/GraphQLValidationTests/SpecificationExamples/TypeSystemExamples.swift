import GraphQLSchema
import Testing

/// The type systems that the examples of GraphQL §5 are requested of, as they are written there.
struct TypeSystemExamples {
    private static let types = """
        type Query {
          dog: Dog
          findDog(searchBy: FindDogInput): Dog
        }

        type Mutation {
          addPet(pet: PetInput!): Pet
          addPets(pets: [PetInput!]!): [Pet]
        }

        enum DogCommand {
          SIT
          DOWN
          HEEL
        }

        type Dog implements Pet {
          name: String!
          nickname: String
          barkVolume: Int
          doesKnowCommand(dogCommand: DogCommand!): Boolean!
          isHouseTrained(atOtherHomes: Boolean): Boolean!
          owner: Human
        }

        interface Sentient {
          name: String!
        }

        interface Pet {
          name: String!
        }

        type Alien implements Sentient {
          name: String!
          homePlanet: String
        }

        type Human implements Sentient {
          name: String!
          pets: [Pet!]
        }

        enum CatCommand {
          JUMP
        }

        type Cat implements Pet {
          name: String!
          nickname: String
          doesKnowCommand(catCommand: CatCommand!): Boolean!
          meowVolume: Int
        }

        union CatOrDog = Cat | Dog
        union DogOrHuman = Dog | Human
        union HumanOrAlien = Human | Alien

        input FindDogInput {
          name: String
          owner: String
        }

        input CatInput {
          name: String!
          nickname: String
          meowVolume: Int
        }

        input DogInput {
          name: String!
          nickname: String
          barkVolume: Int
        }

        input PetInput @oneOf {
          cat: CatInput
          dog: DogInput
        }

        """
    private static let additions = [
        // §5.3.3
        """
        extend type Query {
          human: Human
          pet: Pet
          catOrDog: CatOrDog
        }
        """,
        // §5.4.1
        """
        type Arguments {
          multipleRequirements(x: Int!, y: Int!): Int!
          booleanArgField(booleanArg: Boolean): Boolean
          floatArgField(floatArg: Float): Float
          intArgField(intArg: Int): Int
          nonNullBooleanArgField(nonNullBooleanArg: Boolean!): Boolean!
          booleanListArgField(booleanListArg: [Boolean]!): [Boolean]
          optionalNonNullBooleanArgField(optionalBooleanArg: Boolean! = false): Boolean!
        }

        extend type Query {
          arguments: Arguments
        }
        """,
        // §5.8.2
        """
        extend type Query {
          booleanList(booleanListArg: [Boolean!]): Boolean
        }
        """,
    ]

    @Test("The types of §5 and all that is added to them are valid, and are what the examples are tested with")
    func valid() throws {
        #expect(try Schema.build(Self.types).problems.isEmpty)
        let schema = try Schema.build(Self.types + Self.additions.joined(separator: "\n"))
        #expect(schema.problems.isEmpty)
        let assumed = try Schema.build(Specification.sdl)
        #expect(assumed.problems.isEmpty)
        for type in schema.types where type.name != "Arguments" {
            #expect(assumed.type(named: type.name)?.fields?.map(\.name) == type.fields?.map(\.name))
        }
    }

    @Test("The types of §5.2.1.1 and §5.5.2.3 are valid")
    func smallSchemas() throws {
        #expect(try Schema.build("type Query {\n  hello: String\n}").problems.isEmpty)
        let document = """
            interface Node {
              id: ID!
            }

            interface Resource implements Node {
              id: ID!
              url: String
            }

            fragment interfaceWithInterface on Node {
              ...resourceFragment
            }

            fragment resourceFragment on Resource {
              url
            }

            type Query { node: Node }
            """
        #expect(try Schema.build(document).problems.isEmpty)
    }
}
