import RegisterStore
import Testing

@testable import Passwords

@Suite struct PasswordHashTests {
  private static let cheap = PasswordProof.Cost(rounds: 16, blockSize: 1, parallelism: 1)

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    hexadecimal.split(separator: " ").map { UInt8($0, radix: 16) ?? 0 }
  }

  /// RFC 7914, 12: the first 32 of 64 bytes are the same, as PBKDF2 makes them block by block.
  @Test func isScrypt() throws {
    let nacl = PasswordProof(
      hash: Self.bytes(
        "fd ba be 1c 9d 34 72 00 78 56 e7 19 0d 01 e9 fe 7c 6a d7 cb c8 23 78 30 e7 73 76 63 4b 37 31 62"),
      salt: Array("NaCl".utf8), cost: .init(rounds: 1024, blockSize: 8, parallelism: 16))
    #expect(try PasswordHash.isPassword("password", of: nacl))
    #expect(try !PasswordHash.isPassword("passwore", of: nacl))
    let salted = PasswordProof(
      hash: Self.bytes(
        "70 23 bd cb 3a fd 73 48 46 1c 06 cd 81 fd 38 eb fd a8 fb ba 90 4f 8e 3e a9 b5 43 f6 54 5d a1 f2"),
      salt: Array("SodiumChloride".utf8), cost: .init(rounds: 16_384, blockSize: 8, parallelism: 1))
    #expect(try PasswordHash.isPassword("pleaseletmein", of: salted))
  }

  @Test func onlyThePasswordItselfIsTaken() throws {
    let proof = try PasswordHash.proof(of: "rätt häst batteri", cost: Self.cheap)
    #expect(try PasswordHash.isPassword("rätt häst batteri", of: proof))
    for other in ["", "ratt hast batteri", "Rätt häst batteri", "rätt häst batteri ", "rätt häst batteri\0"] {
      #expect(try !PasswordHash.isPassword(other, of: proof))
    }
  }

  /// One keyboard sends one letter, another a letter and its mark.
  @Test func theSameLettersAreTheSamePassword() throws {
    let proof = try PasswordHash.proof(of: "bl\u{E5}b\u{E4}r", cost: Self.cheap)
    #expect(try PasswordHash.isPassword("bla\u{30A}ba\u{308}r", of: proof))
  }

  @Test func theSamePasswordHasAnotherProofEachTime() throws {
    let proofs = try (0..<5).map { _ in try PasswordHash.proof(of: "hemligt", cost: Self.cheap) }
    #expect(Set(proofs.map(\.salt)).count == 5)
    #expect(Set(proofs.map(\.hash)).count == 5)
    #expect(proofs.allSatisfy { $0.salt.count == 16 && $0.hash.count == 32 })
  }

  @Test func aDecoyIsNobodysPassword() throws {
    let decoy = PasswordHash.decoy(cost: Self.cheap)
    #expect(decoy.cost == Self.cheap)
    #expect(try !PasswordHash.isPassword("", of: decoy))
  }
}
