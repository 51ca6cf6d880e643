import Testing

@testable import FieldEncryption

@Suite("Deterministic seal")
struct DeterministicSealTests {
    private static let keys = Result { try KeyRing.generate() }

    private static func sealed(_ value: [UInt8], context: UInt64 = 7, by seal: DeterministicSeal) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0xaa, count: DeterministicSeal.tagByteCount) + value
        return seal.seal(&bytes, context: context) ? bytes : nil
    }

    @Test("Opens what it sealed, equal for equal values, longer by its tag", arguments: [0, 1, 15, 16, 17, 36, 4096])
    func roundTrip(count: Int) throws {
        let seal = try DeterministicSeal(Self.keys.get(), purpose: "test")
        let value = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let sealed = try #require(Self.sealed(value, by: seal))
        #expect(sealed.count == count + 16)
        #expect(Self.sealed(value, by: seal) == sealed)
        #expect(seal.open(sealed, context: 7) == value)
    }

    @Test("Nothing else opens: a changed bit, a cut, another context, purpose or key file")
    func refuses() throws {
        let keys = try Self.keys.get()
        let seal = try DeterministicSeal(keys, purpose: "test")
        let value = Array("复信〔2018〕0001号".utf8)
        let sealed = try #require(Self.sealed(value, by: seal))
        for position in sealed.indices {
            for bit in 0..<8 {
                var changed = sealed
                changed[position] ^= 1 << UInt8(bit)
                #expect(seal.open(changed, context: 7) == nil)
            }
            #expect(seal.open(Array(sealed[..<position]), context: 7) == nil)
        }
        #expect(seal.open(sealed + [0], context: 7) == nil)
        #expect(seal.open(sealed, context: 8) == nil)
        #expect(try DeterministicSeal(keys, purpose: "other").open(sealed, context: 7) == nil)
        #expect(try DeterministicSeal(KeyRing.generate(), purpose: "test").open(sealed, context: 7) == nil)
    }

    @Test("Neither the value nor what two values share is seen")
    func hides() throws {
        let seal = try DeterministicSeal(Self.keys.get(), purpose: "test")
        let values = (0..<200).map { [UInt8](repeating: 0, count: 15) + [UInt8($0)] }
        let sealed = try values.map { try #require(Self.sealed($0, by: seal)) }
        #expect(Set(sealed).count == 200)
        #expect(Set(sealed.map { $0[..<16] }).count == 200)
        // Fifteen equal bytes of a stream that was used twice would be equal.
        #expect(Set(sealed.map { $0[16..<31] }).count == 200)
        #expect(!zip(values, sealed).contains { $1[16...].elementsEqual($0) })
    }

    @Test("Another server opens it, also after a key was added to the file")
    func shared() throws {
        let keys = try Self.keys.get()
        let sealed = try #require(Self.sealed([1, 2, 3], by: DeterministicSeal(keys, purpose: "test")))
        let other = try DeterministicSeal(KeyRing(parsing: keys.addingKey().text), purpose: "test")
        #expect(other.open(sealed, context: 7) == [1, 2, 3])
    }

    @Test("Many use it at once")
    func concurrent() async throws {
        let seal = try DeterministicSeal(Self.keys.get(), purpose: "test")
        let failures = await withTaskGroup(of: Int.self) { group in
            for task in 0..<8 {
                group.addTask {
                    (0..<500).count { number in
                        let value = Array("\(task) \(number)".utf8)
                        return Self.sealed(value, by: seal).flatMap { seal.open($0, context: 7) } != value
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(failures == 0)
    }
}
