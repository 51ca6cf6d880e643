import GraphQLExecution
import GraphQLLanguage

/// A response in memory to JSON text.
struct JSONWorkload: Workload {
    private let value: JSONValue
    let byteCount: Int

    init(_ text: [UInt8]) throws {
        value = try JSONReader.read(text)
        byteCount = text.count
    }

    func outcome() -> [UInt8] {
        var json = JSONWriter()
        json.append(value)
        return json.bytes
    }

    func run(_ count: Int) -> Int {
        var check = 0
        for _ in 0..<count {
            var json = JSONWriter(reservingCapacity: byteCount)
            json.append(value)
            check &+= json.count
        }
        return check
    }
}
