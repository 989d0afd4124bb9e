import CustomerModel
import Differ
import Foundation
import RegisterStore

extension Store {
  /// A fixed instant, that many seconds after 2026-11-23T22:00:00Z.
  static func time(_ seconds: Double = 0) -> Date { Date(timeIntervalSince1970: 1_795_471_200 + seconds) }

  func id(_ number: String) throws -> Int64 {
    guard let key = try register.read({ try $0.key(ofNumber: number) }) else { throw Missing(number: number) }
    return key.id
  }

  func numbers(_ ids: [Int64]) throws -> [String] {
    try register.read { reader in try ids.compactMap { try reader.key(ofCustomer: $0)?.number } }
  }

  private struct Missing: Error { let number: String }

  /// Brings a deleted customer back, as an undo does.
  func bringBack(_ card: CustomerCard, id: Int64) throws {
    try run { writer throws in try writer.apply(SchemaTests.creation(of: card), id: id) }
  }

  /// Links a customer with the record of its number.
  func link(_ number: String, _ system: String = "fortnox", synced: Int = 1, isGone: Bool = false) throws {
    let customer = try id(number)
    try register.write {
      try $0.save(
        CustomerLink(
          system: system, customer: customer, remoteID: number, remoteNumber: number, agreed: nil, record: "{}",
          syncedRevision: synced, isGone: isGone))
    }
  }

  static func push(_ customer: Int64 = 1, system: String = "fortnox", kind: PushEntry.Kind = .create) -> PushEntry {
    PushEntry(
      system: system, customer: customer, number: "1001", kind: kind, method: kind == .create ? "POST" : "PUT",
      path: "/customers", body: #"{"Customer":{"Name":"Åkes \"Bygg\""}}"#,
      base: kind == .create ? nil : #"{"Name":"Å"}"#,
      fields: [FieldPath(.customerName), FieldPath("contactPersons[1].email")!, FieldPath(custom: "Zon \"1\"")],
      run: nil)
  }
}
