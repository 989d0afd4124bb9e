import CustomerModel
import Differ
import Foundation
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing

extension Office {
  /// An office with customer 1001 and these fields.
  static func withCustomer(
    _ fields: [String: String] = [:], _ settings: [Setting: Int] = [:]
  ) throws -> Office {
    let office = try Office(settings)
    try office.edit { session in
      var card = CustomerCard()
      card[.number] = "1001"
      card[.customerName] = "Storstads Bygg AB"
      card[.type] = "company"
      card[.active] = "1"
      for (name, value) in fields { card[FieldPath(name)!] = value }
      let changes = card.paths.map { FieldChange($0, old: nil, new: card[$0]) }
      try session.apply(CustomerChange(number: "1001", action: .create, fields: changes))
    }
    return office
  }

  @discardableResult
  func edit(
    dryRun: Bool = false, as actor: ActingUser? = nil, _ body: (EditSession) throws -> Void
  ) throws -> EditOutcome {
    try EditRun("test", isDryRun: dryRun, today: Office.today).perform(on: register, as: actor ?? self.actor, body)
  }

  /// The code of the error that an edit must end with, leaving the register as it was.
  func refusal(as actor: ActingUser? = nil, _ body: (EditSession) throws -> Void) throws -> String {
    let before = try state()
    do {
      try edit(as: actor, body)
    } catch let error as KundregError {
      #expect(try state() == before)
      #expect(error.message.hasSuffix("."), "\(error.message)")
      return error.code
    }
    throw Unexpected(what: "the edit was not refused")
  }

  /// The value of a field of customer 1001.
  func value(_ field: Field) throws -> String? { try card("1001")?[field] }

  var documents: DocumentFolder { DocumentFolder(ofRegister: register.path) }

  /// A document made of a text.
  func document(_ text: String, named name: String = "anteckning.txt", in folder: String = "") throws -> NewDocument {
    try NewDocument(file: self.folder.write(text, to: name), folder: folder)
  }

  /// Registers a user with permissions.
  func user(_ name: String, _ permissions: Set<Permission>) throws -> ActingUser {
    try register.write { try $0.register(user: name, permissions: permissions) }
    return try ActingUser(named: name, in: register)
  }
}
