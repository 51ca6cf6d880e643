/// A schema of the size that grown services have: 30 entities with connections, filters, orders and mutations.
enum ShopSchema {
    static var sdl: String {
        var sdl = """
            \"""An instant in UTC.\"""
            scalar DateTime

            \"""What has an ID of its own.\"""
            interface Node { id: ID! }

            \"""What remembers when it was changed.\"""
            interface Timestamped { createdAt: DateTime! updatedAt: DateTime! }

            enum Direction { ASC DESC }

            type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }

            union SearchResult = \(entities.map(\.type).joined(separator: " | "))


            """
        for position in entities.indices { sdl += definitions(position) }
        sdl += "type Query {\n  node(id: ID!): Node\n  search(text: String!, first: Int = 20): [SearchResult!]!\n"
        for entity in entities {
            sdl += "  \(entity.field)(id: ID!): \(entity.type)\n"
            sdl += "  \(entity.list)\(page(entity)): \(entity.type)Connection!\n"
        }
        sdl += "}\n\ntype Mutation {\n"
        for entity in entities {
            sdl += "  create\(entity.type)(input: Create\(entity.type)Input!): \(entity.type)Payload!\n"
            sdl += "  update\(entity.type)(id: ID!, input: Update\(entity.type)Input!): \(entity.type)Payload!\n"
        }
        return sdl + "}\n"
    }

    private struct Entity {
        let type: String
        let list: String

        var field: String { type.prefix(1).lowercased() + type.dropFirst() }
    }

    private static let entities = [
        Entity(type: "Product", list: "products"), Entity(type: "Customer", list: "customers"),
        Entity(type: "Order", list: "orders"), Entity(type: "Invoice", list: "invoices"),
        Entity(type: "Payment", list: "payments"), Entity(type: "Shipment", list: "shipments"),
        Entity(type: "Warehouse", list: "warehouses"), Entity(type: "Supplier", list: "suppliers"),
        Entity(type: "Category", list: "categories"), Entity(type: "Review", list: "reviews"),
        Entity(type: "Cart", list: "carts"), Entity(type: "Coupon", list: "coupons"),
        Entity(type: "Refund", list: "refunds"), Entity(type: "Address", list: "addresses"),
        Entity(type: "Employee", list: "employees"), Entity(type: "Store", list: "stores"),
        Entity(type: "Brand", list: "brands"), Entity(type: "Price", list: "prices"),
        Entity(type: "Stock", list: "stocks"), Entity(type: "Return", list: "returns"),
        Entity(type: "Ticket", list: "tickets"), Entity(type: "Message", list: "messages"),
        Entity(type: "Campaign", list: "campaigns"), Entity(type: "Segment", list: "segments"),
        Entity(type: "Report", list: "reports"), Entity(type: "Contract", list: "contracts"),
        Entity(type: "Vehicle", list: "vehicles"), Entity(type: "Route", list: "routes"),
        Entity(type: "Driver", list: "drivers"), Entity(type: "Parcel", list: "parcels"),
    ]

    private static func page(_ entity: Entity) -> String {
        "(filter: \(entity.type)Filter, orderBy: [\(entity.type)Order!], first: Int, after: String)"
    }

    private static func definitions(_ position: Int) -> String {
        func other(_ distance: Int) -> Entity { entities[(position + distance) % entities.count] }
        let entity = entities[position]
        let type = entity.type
        return """
            \"""A \(entity.field) of the shop.\"""
            type \(type) implements Node & Timestamped {
              id: ID!
              createdAt: DateTime!
              updatedAt: DateTime!

              \"""The number that people use.\"""
              number: String!
              title: String!
              note: String
              amount: Int!
              score: Float
              isActive: Boolean!
              tags: [String!]!
              state: \(type)State!
              oldTitle: String @deprecated(reason: "Use `title`.")
              \(other(1).field): \(other(1).type)
              \(other(7).field): \(other(7).type)!
              \(other(13).field): \(other(13).type)
              \(other(3).list)\(page(other(3))): \(other(3).type)Connection!
              \(other(11).list)\(page(other(11))): \(other(11).type)Connection!
            }

            enum \(type)State { DRAFT OPEN HELD DONE CANCELLED }

            enum \(type)OrderField { NUMBER TITLE AMOUNT CREATED_AT }

            input \(type)Order { field: \(type)OrderField! direction: Direction! = ASC }

            input \(type)Filter {
              state: [\(type)State!]
              number: String
              text: String
              amountFrom: Int
              amountTo: Int
              createdFrom: DateTime
              createdTo: DateTime
              and: [\(type)Filter!]
              not: \(type)Filter
            }

            type \(type)Edge { cursor: String! node: \(type)! }

            type \(type)Connection { edges: [\(type)Edge!]! nodes: [\(type)!]! pageInfo: PageInfo! totalCount: Int! }

            input Create\(type)Input { number: String! title: String! note: String amount: Int! = 0 tags: [String!]! = [] }

            input Update\(type)Input { title: String note: String amount: Int tags: [String!] state: \(type)State }

            type \(type)Payload { \(entity.field): \(type) errors: [String!]! }


            """
    }
}
