import CustomerModel
import Documents
import Texts

/// Tells when a change was refused for what it did not touch.
///
/// Both systems check the whole record with every change: Fortnox the one that is stored, Visma the one that is sent, which is
/// the stored one with the changes over it. A VAT number that is no longer valid, or a price list or way of delivery that was
/// removed since, so keeps every change out, and the values that were sent look as if they were at fault.
enum RecordFault {
  /// What is to be told beside a refusal; nil when what was refused is among what was sent.
  ///
  /// - Parameters:
  ///   - named: the keys that the answer names. Where it names none, nothing is guessed: a person is told both places.
  ///   - status: the answer's.
  ///   - keys: the keys that the change was about; none for a creation.
  static func sentence(_ named: Set<String>, changing keys: Set<String>, status: Int, system: String) -> Text? {
    guard !keys.isEmpty, named.isDisjoint(with: keys) else { return nil }
    guard !named.isEmpty else {
      // Other statuses are about no values.
      guard status == 400 || status == 422 else { return nil }
      let names = keys.sorted()
      let shown = names.prefix(ShownLimits.keysOfRefusal)
      return VendorTexts.eitherIsAtFault(
        system, keys: VendorTexts.keys(Array(shown), more: names.count - shown.count))
    }
    return VendorTexts.recordIsAtFault(system, keys: named.sorted())
  }

  /// The keys that a message names as words, in any case. Of keys that begin with others, such as Name and NameEnglish, a word
  /// is the one that it is whole.
  static func keys(_ known: some Sequence<String>, namedIn message: String) -> Set<String> {
    let words = Set(message.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    return Set(known.filter { words.contains($0.lowercased()) })
  }
}
