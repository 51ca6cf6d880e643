import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// The way of a request whose document and plan are known: from the body's bytes to the plan and its variables.
struct RequestWorkload: Workload {
    private let body: [UInt8]
    private let schema: Schema
    private let documents: DocumentCache
    private let scalars = ScalarCoercions()
    private let planner = RowPlanner()
    /// As long as that of a clerk's permissions.
    private let callerKey = CallerKey(String(repeating: "letters.someAction ", count: 24))

    var byteCount: Int { 0 }

    init(_ folder: Folder, body name: String) throws {
        body = try folder.bytes(of: name)
        schema = try Schema.build(try folder.text(of: "docket.graphql"))
        documents = DocumentCache(schema: schema)
    }

    /// The variables' values by name.
    func outcome() throws -> [UInt8] {
        let (plan, variables) = try bound()
        var members: [JSONValue.Member] = []
        for (definition, value) in zip(plan.variables, variables.values) {
            if let value { members.append(.init(definition.name.text, value)) }
        }
        var json = JSONWriter()
        json.append(members)
        return json.bytes
    }

    func run(_ count: Int) throws -> Int {
        var check = 0
        for _ in 0..<count {
            let (plan, variables) = try bound()
            check &+= plan.fetches.count &+ variables.values.count
        }
        return check
    }

    private func bound() throws -> (Plan, CoercedVariables) {
        let request = try GraphQLRequest(json: body)
        let document = try documents.document(request.document)
        let operation = try document.operation(named: request.operationName)
        let variables = try VariableCoercion(schema: schema, scalars: scalars)
            .coerce(request.variables, for: operation.operation.variables, in: document.document.document.source)
        let plan = try document.plan(
            operation,
            named: request.operationName,
            variables: variables,
            callerKey: callerKey,
            by: planner,
            scalars: scalars
        )
        return (plan, variables)
    }
}
