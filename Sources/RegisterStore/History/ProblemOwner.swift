import Rows
import SwedishIdentity

/// Whose row a problem is about: by it the problems of a person are found when they are to be disclosed or removed.
package struct ProblemOwner: Sendable, Equatable {
  /// The customer that the row was found to mean or made.
  package let customer: Int64?
  /// The keyed digest of the row's customer number or identity number: a rejected row is no customer's yet.
  package let key: Int64?

  package init(customer: Int64?, key: Int64?) {
    self.customer = customer
    self.key = key
  }

  package static let nobody = ProblemOwner(customer: nil, key: nil)

  /// The key of a number as the register writes it.
  ///
  /// - Parameter seed: ``RegisterReader/digestSeed()``, the register's own secret.
  package static func key(_ number: UnsafeRawBufferPointer, seed: UInt64) -> Int64 {
    var hasher = RowDigest.Hasher(seed: seed)
    hasher.combine(number)
    return Int64(bitPattern: hasher.finish().high)
  }

  /// The key of an identity number, in whichever spelling it stands.
  package static func key(identity: UnsafeRawBufferPointer, seed: UInt64) -> Int64 {
    ComparableIdentity.with(identity) { key($0, seed: seed) }
  }

  /// The key of a number as the register writes it.
  package static func key(_ number: String, seed: UInt64) -> Int64 {
    var number = number
    return number.withUTF8 { key(UnsafeRawBufferPointer($0), seed: seed) }
  }
}
