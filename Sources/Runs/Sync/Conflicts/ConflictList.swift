package import ConfigurationFile
package import CustomerModel
import Differ
package import RegisterStore
package import Texts

/// What waits for a decision, as a user may see it: fields that both sides changed, and pairs that are not sure.
package struct ConflictList: Sendable {
  package struct Item: Sendable, Equatable {
    /// The accounting system's name in the configuration.
    package let system: String
    /// The customer's number here.
    package let number: String
    package let name: String?
    /// The field; nil for a pair that is not sure.
    package let path: FieldPath?
    /// The value here, or the customer here of a pair.
    package let register: Text?
    /// The value there, or the customer there of a pair.
    package let erp: Text?
    /// When it was found first; nil for a pair.
    package let since: String?

    /// The field's name, or what stands for a pair.
    package var field: String { path?.description ?? ConflictList.match }
  }

  /// What stands in the place of a field for a pair that is not sure.
  package static let match = "match"

  package let items: [Item]

  /// - Parameters:
  ///   - erp: an accounting system's name; nil for all.
  ///   - showsIdentity: true when the user asks for personal identity numbers in full.
  /// - Throws: ``KundregError``: `erp.unknown` with status 78 for a system of which neither the configuration nor the register knows,
  ///   77 when the user may see no customers, or asks for what only an administrator sees.
  package init(
    with erp: String? = nil, showsIdentity: Bool = false, configuration: Configuration, in register: RegisterReader,
    as actor: ActingUser
  ) throws {
    _ = try actor.sight(in: register)
    let values = try ShownValue(IdentityDisplay(inFull: showsIdentity, in: register, as: actor), in: register)
    let conflicts = try register.conflicts(system: erp, customer: nil)
    let questions = try register.matchQuestions(erp).filter { $0.answer == nil }
    // What is left of a system that the configuration no longer has may be looked at all the same.
    if let erp, conflicts.isEmpty, questions.isEmpty { _ = try configuration.system(named: erp) }
    let fields = try conflicts.filter { try actor.canSee($0.customer, in: register) }
    let pairs = try questions.filter { try actor.canSee($0.customer, in: register) }
    items =
      fields.map { Self.item($0, values) }
      + (try pairs.map { question in
        let name = try register.card(ofCustomer: question.customer)?[.customerName]
        return Self.item(question, name: name, values.identity)
      })
  }

  private static func item(_ record: ConflictRecord, _ values: ShownValue) -> Item {
    let path = record.conflict.path
    return Item(
      system: record.system, number: values.identity.number(record.number), name: values.identity.words(record.name),
      path: path, register: record.conflict.register.map { values.text($0, at: path) },
      erp: record.conflict.erp.map { values.text($0, at: path) }, since: record.since)
  }

  private static func item(_ question: MatchQuestion, name: String?, _ identity: IdentityDisplay) -> Item {
    // The number and the name are masked each by itself: together they could read as one.
    func customer(_ number: String, _ name: String?) -> Text {
      Text(verbatim: "\(identity.number(number)) \(identity.words(name ?? ""))")
    }
    return Item(
      system: question.system, number: identity.number(question.customerNumber), name: name.map(identity.words),
      path: nil, register: customer(question.customerNumber, name),
      erp: customer(question.remoteNumber, question.remoteName), since: nil)
  }
}
