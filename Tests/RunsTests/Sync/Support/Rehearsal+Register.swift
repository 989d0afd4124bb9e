import ConfigurationFile
import CustomerModel
import Differ
import Foundation
import RegisterStore
import Runs

extension Rehearsal {
  /// What a customer has that both systems take.
  static let address = [
    "invoiceAddress.line1": "Storgatan 1", "invoiceAddress.postalCode": "123 45", "invoiceAddress.city": "Storstad",
  ]

  /// Creates a customer here.
  func addHere(_ number: String, _ fields: [String: String]) throws {
    try register.write { writer in
      try begin(writer)
      var card = CardDiffer.blankCard(settings: try writer.settings())
      card[.number] = number
      for (field, value) in Self.address.merging(fields, uniquingKeysWith: { _, own in own }) {
        card[path(field)] = value
      }
      try offer(card, writer)
      try writer.apply(
        CustomerChange(
          number: number, action: .create, fields: card.paths.map { FieldChange($0, old: nil, new: card[$0]) }))
      try writer.endRun(RunRecord.Counts(created: 1))
    }
  }

  /// Changes a customer here; nil clears.
  func editHere(_ number: String, _ fields: [String: String?]) throws {
    try register.write { writer in
      guard let key = try writer.key(ofNumber: number), let card = try writer.card(ofNumber: number) else {
        throw Unexpected(what: "there is no customer \(number) here")
      }
      var after = card
      for (field, value) in fields { after[path(field)] = value }
      let changes = CardDiffer.changes(from: card, to: after)
      guard !changes.isEmpty else { return }
      try begin(writer)
      try offer(after, writer)
      try writer.apply(
        CustomerChange(
          number: number, action: CustomerChange.action(of: changes), revision: key.revision, fields: changes))
      try writer.endRun(RunRecord.Counts(updated: 1))
    }
  }

  private func begin(_ writer: RegisterWriter) throws {
    try writer.begin(RunDescription(kind: .edit, source: "test", user: "anna", start: clock.now))
  }

  private func offer(_ card: CustomerCard, _ writer: RegisterWriter) throws {
    if let center = card[.costCenter] { _ = try writer.addReference(center, to: .costCenter) }
  }

  func card(_ number: String) throws -> CustomerCard? { try register.read { try $0.card(ofNumber: number) } }

  /// A field's value here.
  func here(_ number: String, _ field: String) throws -> String? { try card(number)?[path(field)] }

  /// The numbers of all customers here, inactive ones too.
  var numbersHere: [String] {
    get throws { try register.read { try RegisterState($0) }.cards.keys.sorted() }
  }
}

extension Rehearsal {
  /// Lets the next pull ask for changes since now: those before then are told by no list of changes.
  func forgetTheChanges() throws {
    let later = clock.now.addingTimeInterval(2 * 3600).ISO8601Format()
    try register.write { try $0.setCursor(system.name, later) }
  }
}
