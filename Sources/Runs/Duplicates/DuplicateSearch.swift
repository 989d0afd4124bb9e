import CustomerModel
import Differ
package import RegisterStore
package import Texts

/// Two customers that are likely one, with personal identity numbers masked.
package struct LikelyDuplicate: Sendable, Equatable {
  package struct Side: Sendable, Equatable {
    package let number: String
    package let name: String
    package let isActive: Bool
  }

  package let first: Side
  package let second: Side
  /// From 0 to 100.
  package let score: Int
  /// Why, in words.
  package let reason: Text
  /// True when a person said that they are the same.
  package let isConfirmed: Bool
}

/// Lists the customers that are likely the same, and remembers what people say of them.
package enum DuplicateSearch {
  /// The likely pairs: those that were confirmed and are not merged yet first, then by score. A pair that was said to be
  /// different is not listed, nor one of two inactive customers. A user who sees assigned customers only gets pairs of them.
  ///
  /// - Throws: ``KundregError`` with status 77 for whom may not see customers.
  package static func pairs(in register: Register, as actor: ActingUser, limit: Int = .max) throws -> [LikelyDuplicate]
  {
    try register.read { reader in
      let sight = try actor.sight(in: reader)
      let answers = try reader.duplicateAnswers()
      var isAnswered: Set<[Int64]> = []
      var result: [LikelyDuplicate] = []
      func add(_ first: Int64, _ second: Int64, _ score: Int, _ reason: Text, isConfirmed: Bool) throws {
        if case .assigned(let user) = sight {
          guard try reader.isAssigned(user, to: first), try reader.isAssigned(user, to: second) else { return }
        }
        guard let a = try side(first, reader), let b = try side(second, reader) else { return }
        // A merge leaves one of the two inactive: then nothing is left to do.
        if isConfirmed, !a.isActive || !b.isActive { return }
        result.append(
          LikelyDuplicate(first: a, second: b, score: score, reason: reason, isConfirmed: isConfirmed))
      }
      let found = try reader.duplicateFinder().pairs()
      let reasons =
        answers.isEmpty
        ? [:] : Dictionary(found.map { ([$0.first, $0.second], $0.reason) }, uniquingKeysWith: { first, _ in first })
      for answer in answers {
        isAnswered.insert([answer.first, answer.second])
        guard answer.isSame, result.count < limit else { continue }
        let reason = reasons[[answer.first, answer.second]]?.label
        try add(
          answer.first, answer.second, 100,
          reason.map(CustomerMergeTexts.confirmed(also:)) ?? CustomerMergeTexts.confirmed,
          isConfirmed: true)
      }
      for pair in found {
        if result.count >= limit { break }
        if isAnswered.contains([pair.first, pair.second]) { continue }
        try add(pair.first, pair.second, pair.reason.score, pair.reason.label, isConfirmed: false)
      }
      return result
    }
  }

  /// Which of two customers can be merged into the other: the first stays unless it alone is inactive. Nil when both are, since an
  /// inactive customer takes no other.
  package static func mergeOrder(
    _ a: String, _ b: String, in register: Register
  ) throws -> (from: String, into: String)? {
    try register.read { reader in
      let active = try [a, b].filter { number in
        guard let key = try reader.key(ofNumber: number) else { return false }
        return try reader.card(ofCustomer: key.id)?[.active] == "1"
      }
      return active.first.map { (from: $0 == a ? b : a, into: $0) }
    }
  }

  /// Remembers whether two customers are the same.
  ///
  /// - Throws: ``KundregError`` with status 77 for whom may not edit both, `customer.unknown`, `duplicates.oneCustomer`.
  package static func answer(
    _ a: String, _ b: String, isSame: Bool, in register: Register, as actor: ActingUser
  ) throws {
    try register.write { writer in
      let keys = try [a, b].map { number in
        guard let key = try writer.key(ofNumber: number) else {
          throw KundregError.unknownCustomer(number)
        }
        try actor.require(
          .edit, orIfAssigned: .editAssigned, to: key.id, in: writer, deed: DeedTexts.answerDuplicates)
        return key
      }
      try refuseOneCustomer(keys[0], keys[1])
      try writer.remember(DuplicateAnswer(keys[0].id, keys[1].id, isSame: isSame), user: actor.name)
    }
  }

  static func refuseOneCustomer(_ a: RegisterReader.Key, _ b: RegisterReader.Key) throws {
    guard a.id != b.id else {
      throw KundregError(.duplicatesOneCustomer, CustomerMergeTexts.oneCustomer(a.number))
    }
  }

  private static func side(_ id: Int64, _ reader: RegisterReader) throws -> LikelyDuplicate.Side? {
    try reader.card(ofCustomer: id).map { card in
      LikelyDuplicate.Side(
        number: IdentityMask.maskedNumber(card[.number] ?? ""), name: TextKind.words.shown(card[.customerName] ?? ""),
        isActive: card[.active] == "1")
    }
  }
}
