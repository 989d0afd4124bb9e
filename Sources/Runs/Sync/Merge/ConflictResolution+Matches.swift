import CustomerModel
package import RegisterStore

extension ConflictResolution {
  /// Says whether a record of the system and the customer of that number are one. What was said before may be said otherwise
  /// for as long as the two are not paired.
  ///
  /// - Parameters:
  ///   - erp: the system's name; nil when only one asks.
  ///   - remote: the customer number there; nil when only one record is asked about.
  /// - Returns: a sentence on what the next sync makes of it.
  /// - Throws: ``KundregError`` when that is not asked, or cannot be; then nothing was changed.
  package func answerMatch(
    number: String, erp: String?, remote: String? = nil, isSame: Bool, in register: Register, as actor: ActingUser
  ) throws -> String {
    try register.write { writer in
      let key = try customer(number, in: writer, for: actor)
      let asked = try writer.matchQuestions(erp).filter {
        $0.customer == key.id && (remote == nil || $0.remoteNumber == remote)
      }
      let open = asked.filter { $0.answer == nil }
      let question = try theOne(of: open.isEmpty ? asked : open, number)
      try refuseWherePaired(question, isSame: isSame, in: writer)
      try writer.answer(question, isSame ? .same : .different)
      return isSame
        ? try pair(question, in: writer) : try keepApart(question, in: writer)
    }
  }

  private func theOne(of asked: [MatchQuestion], _ number: String) throws -> MatchQuestion {
    if Set(asked.map(\.system)).count == 1, asked.count > 1 {
      let numbers = asked.map(\.remoteNumber).sorted().joined(separator: ", ")
      throw KundregError(
        .usage, code: "conflict.several",
        "Whether customer \(number) is the same is asked of several customers there (\(numbers)). Say which with "
          + "--remote.")
    }
    return try only(asked, \.system, what: "Whether customer \(number) is the same is asked")
  }

  /// One customer here is one there.
  private func refuseWherePaired(_ question: MatchQuestion, isSame: Bool, in reader: RegisterReader) throws {
    let system = question.system
    let theirs = try reader.link(system, remoteID: question.remoteID).flatMap { $0.isGone ? nil : $0 }
    if let theirs {
      let whose = try reader.key(ofCustomer: theirs.customer).map { "customer \($0.number)" } ?? "a customer deleted"
      throw KundregError(
        .failed, code: "conflict.paired",
        "Nothing was changed: \(system)'s customer \(question.remoteNumber) is paired with \(whose) here by now.")
    }
    if isSame, let ours = try reader.link(system, customer: question.customer), !ours.isGone {
      throw KundregError(
        .failed, code: "conflict.paired",
        "Nothing was changed: customer \(question.customerNumber) is paired with \(system)'s customer "
          + "\(ours.remoteNumber), and cannot be \(question.remoteNumber) as well. Only --value different can be said of it."
      )
    }
  }

  /// Whoever is one with the record or the customer of a pair is no other: what else is asked of the two is answered by that.
  private func pair(_ question: MatchQuestion, in writer: RegisterWriter) throws -> String {
    let others = try self.others(than: question, in: writer)
    for other in others where other.answer != .different { try writer.answer(other, .different) }
    let there = others.filter { $0.customer == question.customer }.map(\.remoteNumber)
    let here = others.filter { $0.remoteID == question.remoteID }.map(\.customerNumber)
    // What was said to be apart lies in the inbox no more, and comes when everything is compared.
    let isWaiting = try writer.inboxEntry(question.system, remoteID: question.remoteID) != nil
    return
      "Customer \(question.customerNumber) and \(question.system)'s customer \(question.remoteNumber) are paired by the next sync"
      + (isWaiting ? "." : " with --full.")
      + Self.remark(there, "\(question.system)'s") + Self.remark(here, "here the")
  }

  private static func remark(_ numbers: [String], _ whose: String) -> String {
    switch numbers.count {
    case 0: ""
    case 1: " With that, \(whose) customer \(numbers[0]) is another."
    default: " With that, \(whose) customers \(numbers.joined(separator: ", ")) are others."
    }
  }

  private func keepApart(_ question: MatchQuestion, in writer: RegisterWriter) throws -> String {
    let (here, there) = (question.customerNumber, "\(question.system)'s customer \(question.remoteNumber)")
    if question.customerNumber == question.remoteNumber {
      let isPaired = try writer.link(question.system, customer: question.customer).map { !$0.isGone } ?? false
      return isPaired
        ? "While customer \(here) has its number, \(there) is left alone."
        : "Customer \(here) and \(there) are kept apart: neither is synced while they have the same number."
    }
    let isMoreAsked = try others(than: question, in: writer).contains { $0.answer == nil }
    return "Customer \(here) and \(there) are two: each is synced as a customer of its own from the next sync on"
      + (isMoreAsked
        ? ", unless more is asked of it: `kundreg conflicts list` shows what is still to be decided." : ".")
  }

  /// What else is asked of the customer or the record of a question.
  private func others(than question: MatchQuestion, in reader: RegisterReader) throws -> [MatchQuestion] {
    try reader.matchQuestions(question.system).filter { other in
      (other.customer == question.customer) != (other.remoteID == question.remoteID)
    }
  }
}
