package import CustomerModel

/// A stable, machine-readable name of something that a sync found and a person should know of one customer or record.
///
/// The reference page is recorded from ``all``. Beside these, findings have the codes of rules, and `push.` with an accounting
/// system's own number of a refusal.
package struct FindingCode: Sendable, Hashable {
  /// Such as `sync.conflict`. Scripts lean on it: it never changes.
  package let name: String
  /// How much it weighs: what rejects makes the exit status 2. Of some it depends on what is found.
  package let severities: [Severity]
  /// When it is met, in a sentence for the reference page.
  package let meaning: String
  /// What can be done wherever it is met; nil where that depends on what is found.
  package let remedy: Remedy?

  private init(_ name: String, _ severities: [Severity], _ meaning: String, remedy: Remedy? = nil) {
    self.name = name
    self.severities = severities
    self.meaning = meaning
    self.remedy = remedy
  }
}

extension FindingCode {
  /// All of them.
  package static let all = ofMerges + ofPulls + ofPushes + ofMappings

  /// The code of a refusal.
  ///
  /// - Parameter word: what the system calls it, such as `2000359`, or a client of ours.
  static func ofRefusal(_ word: String) -> String { "push.\(word)" }

  // MARK: What is merged

  private static let ofMerges = [
    conflict, unsureMatch, pairedByIdentity, suspectedMistype, deletedHere, deletedThere,
  ]

  static let conflict = FindingCode(
    "sync.conflict", [.reject], "Both sides changed a field, and a person has to decide.",
    remedy: .ofSync(.listConflicts))
  static let unsureMatch = FindingCode(
    "sync.unsureMatch", [.reject],
    "It is not sure whether a record there and a customer here are the same.", remedy: .ofSync(.listConflicts))
  static let pairedByIdentity = FindingCode(
    "sync.pairedByIdentity", [.warn], "Two that have different numbers were paired by their identity number.")
  static let suspectedMistype = FindingCode(
    "sync.suspectedMistype", [.warn], "The system has a company with a personal identity number.")
  static let deletedHere = FindingCode(
    "sync.deletedHere", [.warn], "The record of a customer that was deleted here changed there.")
  static let deletedThere = FindingCode(
    "sync.deletedThere", [.warn, .reject],
    "The record was deleted there: a customer became inactive, or nothing of it can be sent.")

  // MARK: What is fetched

  private static let ofPulls = [missing, changeEvents]

  static let missing = FindingCode(
    "sync.missing", [.reject], "More records are gone there than may be inactivated at once.")
  static let changeEvents = FindingCode(
    "sync.changeEvents", [.warn], "The system's events could not be relied on: its lists were read instead.")

  // MARK: What is sent

  private static let ofPushes = [
    noPlace, noRight, notTaken, answerLost, refused, forbidden, numberTaken, lacking, unfitDefault, unfitTerms,
    readOnly,
    blank, failed,
  ]

  static let noPlace = FindingCode("push.noPlace", [.warn], "The record there has no place for a field.")
  static let noRight = FindingCode(
    "push.noRight", [.warn], "The system does not show its own value, which is never written over unseen.")
  static let notTaken = FindingCode(
    "push.notTaken", [.reject], "The system answered that it took a value, but still has the old one.")
  static let answerLost = FindingCode(
    "push.answerLost", [.reject, .warn], "The answer to a request was lost, or it was not carried out.")
  static let refused = FindingCode("push.refused", [.reject], "The system refuses what was sent.")
  static let forbidden = FindingCode(
    "push.forbidden", [.reject], "The login's rights or the licence there do not cover what was sent.")
  static let numberTaken = FindingCode(
    "push.numberTaken", [.reject], "The customer number is taken there, though no customer of that number is found.")
  static let lacking = FindingCode(
    "push.missing", [.reject], "A customer lacks what the system requires of every customer.")
  static let unfitDefault = FindingCode(
    "push.default", [.reject], "Fortnox refuses what the configuration's defaults give new customers.")
  static let unfitTerms = FindingCode(
    "push.termsOfPayment", [.reject], "Visma has no terms of payment as the configuration's defaults name them.")
  static let readOnly = FindingCode(
    "push.readOnly", [.reject], "The record there cannot be written at all, or not with these fields.")
  static let blank = FindingCode(
    "push.blank", [.reject], "A text is what the system takes for an order to clear the field.")
  static let failed = FindingCode("push.failed", [.reject], "The last attempt failed, and rests.")

  // MARK: What a mapping cannot write

  private static let ofMappings = [tooLong, characters, noCounterpart]

  static let tooLong = FindingCode("out.tooLong", [.reject], "A value is longer than the field there takes.")
  static let characters = FindingCode(
    "out.characters", [.reject], "A value has characters that the system does not take.")
  static let noCounterpart = FindingCode(
    "out.noCounterpart", [.reject], "A value has no counterpart there, by the mapping or by the kind of its field.")
}
