package import CompanyLookup
package import ConfigurationFile
package import CustomerModel
package import HTTP
package import RegisterStore
package import SwedishIdentity

/// Looks a company up by its organisation number, and fills the empty fields of a customer with what is found.
package struct LookupRun: Sendable {
  private let directory: any CompanyDirectory
  private let today: CalendarDay

  package init(_ directory: any CompanyDirectory, today: CalendarDay = .today) {
    self.directory = directory
    self.today = today
  }

  /// The directory that the configuration names.
  ///
  /// - Throws: ``KundregError`` `lookup.off` with status 78 when it names none.
  package static func directory(_ lookup: Lookup, sender: (any HTTPSender)? = nil) throws(KundregError)
    -> any CompanyDirectory
  {
    switch lookup.provider {
    case .none:
      throw KundregError(.lookupOff, LookupTexts.off)
    case .vies:
      return VIESDirectory(
        baseURL: lookup.baseURL,
        sender: sender ?? HTTPClient(timeouts: VIESDirectory.timeouts, maximumAnswer: VIESDirectory.maximumAnswer),
        pacer: RequestPacer(requests: lookup.requestsPerWindow, seconds: lookup.windowSeconds))
    }
  }

  /// - Parameter text: an organisation number as a person types it.
  /// - Throws: ``KundregError``: status 64 for what is no organisation number, 1 when the directory does not know it, 69
  ///   when it does not answer.
  package func find(_ text: String) throws -> LookupOutcome {
    let number = try read(text)
    return LookupOutcome(
      identityNumber: Self.canonical(number), facts: try ask(number), source: directory.name, edit: nil)
  }

  /// Looks a company up and fills the empty fields of a customer with it: organisation number, VAT number and invoice address,
  /// and the name if it has none. One run, with the permission to edit the customer, which is asked for before the number is
  /// sent.
  ///
  /// - Parameter severities: of the rules, from the configuration.
  /// - Throws: As ``find(_:)``, and ``KundregError`` with status 1: `customer.unknown`, `lookup.otherCompany` when the
  ///   customer has another identity number, `lookup.privateCustomer` when it is no company, or a rule's code; with status 77
  ///   without the permission.
  package func fill(
    _ customer: String, with text: String, on register: Register, as actor: ActingUser,
    severities: [String: Severity] = [:]
  ) throws -> LookupOutcome {
    let number = try read(text)
    let identity = Self.canonical(number)
    _ = try register.read { try filling(customer, identity, in: $0, as: actor) }
    let facts = try ask(number)
    let values = { (reader: RegisterReader) throws in
      let card = try filling(customer, identity, in: reader, as: actor)
      let own = card[.identityNumber] == nil ? [(path: FieldPath(.identityNumber), value: identity)] : []
      return (own + CompanyFilling(card).values(facts, vatNumber: true)).map { FieldAssignments.Assignment($0, $1) }
    }
    var edit: EditOutcome?
    if try !register.read(values).isEmpty {
      let run = EditRun("customer lookup --fill \(customer)", severities: severities, today: today)
      edit = try run.perform(on: register, as: actor) { session in
        try session.edit(try session.customer(customer), try session.assignments(try values(session.writer)))
      }
    }
    return LookupOutcome(identityNumber: identity, facts: facts, source: directory.name, edit: edit)
  }

  private func ask(_ number: IdentityNumber) throws(KundregError) -> CompanyFacts {
    let found: CompanyFacts?
    do { found = try directory.find(number) } catch { throw error.error(directory: directory.name) }
    guard let found else {
      throw KundregError(.lookupNotFound, LookupTexts.notFound(Self.canonical(number), in: directory.name))
    }
    return found
  }

  /// What was typed is not repeated in a message: it may be a person's number.
  private func read(_ text: String) throws(KundregError) -> IdentityNumber {
    let read = Array(text.utf8).withUnsafeBufferPointer { IdentityNumber.read($0, today: today) }
    switch read {
    case .success(let number) where number.kind == .organisation: return number
    case .success: throw LookupFailure.personal.error(directory: directory.name)
    case .failure(let flaw):
      throw KundregError(
        .lookupWrongNumber, flaw == .checksum ? LookupTexts.wrongCheckDigit : LookupTexts.wrongLength)
    }
  }

  private static func canonical(_ number: IdentityNumber) -> String {
    var bytes: [UInt8] = []
    number.appendCanonical(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func filling(
    _ customer: String, _ identity: String, in reader: RegisterReader, as actor: ActingUser
  ) throws -> CustomerCard {
    guard let key = try reader.key(ofNumber: customer), let card = try reader.card(ofCustomer: key.id) else {
      throw KundregError.unknownCustomer(customer)
    }
    try actor.require(.edit, orIfAssigned: .editAssigned, to: key.id, in: reader, deed: DeedTexts.editCustomers)
    if let own = card[.identityNumber], own != identity {
      throw KundregError(.lookupOtherCompany, LookupTexts.otherCompany(customer, identity: identity))
    }
    guard card[.type] == "company" else {
      throw KundregError(.lookupPrivateCustomer, LookupTexts.privateCustomer(customer, identity: identity))
    }
    return card
  }
}
