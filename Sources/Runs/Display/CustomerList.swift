package import CustomerModel
package import RegisterStore
package import Texts
import Writers

/// A list of customers as a user may see it.
package struct CustomerList {
  /// For whom it is made.
  package enum Reader: Sendable {
    /// Somebody who wants to see what customers are called here.
    case person
    /// A program, which wants the values.
    case program
  }

  /// The fields that are asked for, or those of every list.
  package let columns: [FieldPath]
  private let register: RegisterReader
  private let ids: [Int64]
  private let values: ShownValue
  private let settings: RegisterSettings
  private let reader: Reader

  /// - Parameter showsIdentity: true when the user asks for personal identity numbers in full.
  /// - Throws: ``KundregError``: status 64 for terms without meaning, 77 when the user may see no customers, or asks for what only
  ///   an administrator sees.
  package init(
    _ selection: CustomerSelection, for reader: Reader, showsIdentity: Bool = false, in register: RegisterReader,
    as actor: ActingUser
  ) throws {
    let terms = try selection.allTerms(in: register)
    let search = try selection.search(in: register, as: actor)
    settings = try register.settings()
    // A name that begins with the number needs no column of numbers beside it.
    let isNumbered = reader == .person && settings.isOn(.numberInDisplayName)
    columns = try SearchTerms.columns(
      terms.columns ?? DefaultColumns.names(withNumber: !isNumbered), in: register)
    values = try ShownValue(IdentityDisplay(inFull: showsIdentity, in: register, as: actor), in: register)
    ids = try register.customers(search)
    self.register = register
    self.reader = reader
  }

  /// The customers one by one, each with the texts of the columns.
  package func forEachRow(_ body: ([Text?]) throws -> Void) throws { try forEachCustomer { try body($1) } }

  /// The same, and how links name each.
  package func forEachCustomer(_ body: (CustomerHandle, [Text?]) throws -> Void) throws {
    for id in ids {
      guard let card = try register.card(ofCustomer: id) else { continue }
      try body(
        CustomerHandle(id: id, number: card[.number] ?? ""),
        columns.map { path in
          let isListName = reader == .person && path.field == .customerName
          return (isListName ? card.listName(settings) : card[path]).map { values.text($0, at: path) }
        })
    }
  }

  /// The customers one by one, each as the JSON of a card with the columns.
  package func forEachCard(_ body: ([UInt8]) throws -> Void) throws {
    let json = CardJSON(definitions: try register.customFields())
    for id in ids {
      guard let card = try register.card(ofCustomer: id) else { continue }
      try body(json.bytes(of: values.identity.card(card), paths: columns))
    }
  }
}
