package import CustomerModel

/// What a word of a heading means.
package enum Meaning: Hashable, Sendable {
  /// Whom or what a column is about.
  case block(Block)
  /// What it says of it.
  case part(Part)
  /// A field that only customers have.
  case field(FieldPath)
  /// Something that the card has no place for.
  case none
  /// A word that changes nothing.
  case filler
  /// Another of what there is one of already.
  case second

  /// Whom or what columns are about.
  package enum Block: String, Sendable, CaseIterable {
    case customer, company, owner, person, invoice, visiting, delivery, mail, contact, guardian, association, partner
    /// A person by post: a caretaker is another than a chairman, and than the contact person.
    case title
    /// A part of a company or a municipality: it is the customer where nothing else is.
    case unit
    case home, work, direct, ours
  }

  /// What a column says of a block.
  package enum Part: String, Sendable, CaseIterable {
    case id, reference, name, firstName, lastName
    case address, street, line, addressExtra, houseNumber, postalCode, city, country
    case email, phone, mobile, website
    case companyIdentity, personalIdentity, birth
    case type, isPrivate, isCompany, active, inactive, status
    case sendServiceProtocol, sendWorkOrder, mainContact
  }

  /// Reads the name that a file of words gives it; nil when there is no such meaning.
  package init?(_ name: String) {
    if name == "none" {
      self = .none
    } else if name == "filler" {
      self = .filler
    } else if name == "second" {
      self = .second
    } else if let block = Block(rawValue: name) {
      self = .block(block)
    } else if let part = Part(rawValue: name) {
      self = .part(part)
    } else if let path = FieldPath(name), !path.field.isReadOnly, path.field != .customFields {
      self = .field(path)
    } else {
      return nil
    }
  }
}
