import Documents

/// Tells when a change was refused for what it did not touch.
///
/// Both systems check the whole record with every change: Fortnox the one that is stored, Visma the one that is sent, which is
/// the stored one with the changes over it. A VAT number that is no longer valid, or a price list or way of delivery that was
/// removed since, so keeps every change out, and the values that were sent look as if they were at fault.
enum RecordFault {
  /// The end of a refusal's sentence, with its full stop; nil when what was refused is among what was sent, or is not known.
  ///
  /// - Parameters:
  ///   - named: the keys that the answer names.
  ///   - keys: the keys that the change was about; none for a creation.
  static func sentence(_ named: Set<String>, changing keys: Set<String>, system: String) -> String? {
    guard !named.isEmpty, !keys.isEmpty, named.isDisjoint(with: keys) else { return nil }
    let names = named.sorted().joined(separator: ", ")
    return
      ". The customer there is at fault, not what was sent: \(system) checks the whole record with every change, and its "
      + "\(names) is no longer taken. Mend \(names) in \(system); until then nothing of the customer can be changed there."
  }

  /// The keys that a message names as words, in any case. Of keys that begin with others, such as Name and NameEnglish, a word
  /// is the one that it is whole.
  static func keys(_ known: some Sequence<String>, namedIn message: String) -> Set<String> {
    let words = Set(message.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    return Set(known.filter { words.contains($0.lowercased()) })
  }
}
