package import Foundation
import GRDB

/// What the register keeps of a password, from which nobody finds the password but by trying.
package struct PasswordProof: Sendable, Equatable {
  /// What scrypt (RFC 7914) takes besides password and salt. Kept beside each hash, so that it can be raised for new ones.
  package struct Cost: Sendable, Equatable {
    /// N.
    package let rounds: Int
    /// r.
    package let blockSize: Int
    /// p.
    package let parallelism: Int

    package init(rounds: Int, blockSize: Int, parallelism: Int) {
      self.rounds = rounds
      self.blockSize = blockSize
      self.parallelism = parallelism
    }
  }

  package let hash: [UInt8]
  package let salt: [UInt8]
  package let cost: Cost

  package init(hash: [UInt8], salt: [UInt8], cost: Cost) {
    self.hash = hash
    self.salt = salt
    self.cost = cost
  }
}

extension RegisterReader {
  /// Nil for who has no password, or is no registered user.
  package func password(ofUser name: String) throws -> PasswordProof? {
    guard Self.isWhole(name) else { return nil }
    let row = try Row.fetchOne(
      db, sql: "SELECT password.* FROM password JOIN user ON user.name = user WHERE user = ? AND registered",
      arguments: [name])
    return row.map { row in
      PasswordProof(
        hash: Self.bytes(row["hash"]), salt: Self.bytes(row["salt"]),
        cost: .init(rounds: row["rounds"], blockSize: row["block_size"], parallelism: row["parallelism"]))
    }
  }

  /// True when any registered user has a password.
  package func hasPasswords() throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM password JOIN user ON user.name = user WHERE registered)") ?? false
  }

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = Array(hexadecimal.utf8)
    return stride(from: 0, to: digits.count - 1, by: 2).map { place in
      UInt8(String(decoding: digits[place...(place + 1)], as: UTF8.self), radix: 16) ?? 0
    }
  }
}

extension RegisterWriter {
  /// Gives a registered user a password, in place of any before.
  package func set(_ proof: PasswordProof, forUser name: String, at moment: Date) throws {
    func hexadecimal(_ bytes: [UInt8]) -> String {
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    try db.execute(
      sql: "INSERT OR REPLACE INTO password VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        name, hexadecimal(proof.hash), hexadecimal(proof.salt), proof.cost.rounds, proof.cost.blockSize,
        proof.cost.parallelism, moment.formatted(.iso8601),
      ])
  }

  /// Takes a user's password away. False when there was none.
  package func removePassword(ofUser name: String) throws -> Bool {
    try db.execute(sql: "DELETE FROM password WHERE user = ?", arguments: [name])
    return db.changesCount > 0
  }
}
