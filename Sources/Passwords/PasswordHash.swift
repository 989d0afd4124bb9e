import Crypto
import CryptoExtras
import Foundation
package import RegisterStore

/// Makes what the register keeps of a password, and compares with it.
package enum PasswordHash {
  /// 64 MB and about a tenth of a second a password: what OWASP's cheat sheet of 2024 names (N = 2^16, r = 8, p = 2), so that
  /// who has the register's file tries a few passwords a second and processor.
  package static let usualCost = PasswordProof.Cost(rounds: 1 << 16, blockSize: 8, parallelism: 2)

  private static let hashBytes = 32
  private static let saltBytes = 16

  /// A proof of a password, with a salt of its own.
  package static func proof(of password: String, cost: PasswordProof.Cost = usualCost) throws -> PasswordProof {
    var random = SystemRandomNumberGenerator()
    let salt = (0..<saltBytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    return PasswordProof(hash: try hash(password, salt, cost), salt: salt, cost: cost)
  }

  /// True when the password is the one. It takes the same time for every wrong one.
  package static func isPassword(_ password: String, of proof: PasswordProof) throws -> Bool {
    let hash = try hash(password, proof.salt, proof.cost)
    guard hash.count == proof.hash.count else { return false }
    // Every byte is looked at, wherever the first difference is. HMAC, on which scrypt rests, fills short keys with zeros: a password
    // with some behind it has the same hash, and is another.
    let isSame = zip(hash, proof.hash).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    return isSame && !password.utf8.contains(0)
  }

  /// A proof of no password that anybody knows: who compares with it spends the time that a comparison takes.
  package static func decoy(cost: PasswordProof.Cost = usualCost) -> PasswordProof {
    var random = SystemRandomNumberGenerator()
    func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) } }
    return PasswordProof(hash: bytes(hashBytes), salt: bytes(saltBytes), cost: cost)
  }

  private static func hash(_ password: String, _ salt: [UInt8], _ cost: PasswordProof.Cost) throws -> [UInt8] {
    // The same letters are the same password, however a keyboard puts them together.
    let bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
    let key = try KDF.Scrypt.deriveKey(
      from: bytes, salt: salt, outputByteCount: hashBytes, rounds: cost.rounds, blockSize: cost.blockSize,
      parallelism: cost.parallelism)
    return key.withUnsafeBytes { Array($0) }
  }
}
