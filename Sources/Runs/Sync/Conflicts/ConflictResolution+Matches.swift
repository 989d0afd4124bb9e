import CustomerModel
package import RegisterStore
package import Texts

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
  ) throws -> Text {
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
        .conflictSeveral, ConflictTexts.isAskedOfSeveral(number: number, there: numbers),
        remedies: [.ofSync(.nameRemoteCustomer)])
    }
    return try only(asked, \.system, orTell: { ConflictTexts.isAskedBySeveral(number: number, systems: $0) })
  }

  /// One customer here is one there.
  private func refuseWherePaired(_ question: MatchQuestion, isSame: Bool, in reader: RegisterReader) throws {
    let system = question.system
    let theirs = try reader.link(system, remoteID: question.remoteID).flatMap { $0.isGone ? nil : $0 }
    if let theirs {
      let whose = try reader.key(ofCustomer: theirs.customer)?.number
      throw KundregError(
        .conflictPaired, ConflictTexts.theirsIsPaired(question.remoteNumber, system: system, whose: whose))
    }
    if isSame, let ours = try reader.link(system, customer: question.customer), !ours.isGone {
      throw KundregError(
        .conflictPaired,
        ConflictTexts.oursIsPaired(
          question.customerNumber, system: system, owner: ours.remoteNumber, there: question.remoteNumber))
    }
  }

  /// Whoever is one with the record or the customer of a pair is no other: what else is asked of the two is answered by that.
  private func pair(_ question: MatchQuestion, in writer: RegisterWriter) throws -> Text {
    let others = try self.others(than: question, in: writer)
    for other in others where other.answer != .different { try writer.answer(other, .different) }
    let there = others.filter { $0.customer == question.customer }.map(\.remoteNumber)
    let here = others.filter { $0.remoteID == question.remoteID }.map(\.customerNumber)
    // What was said to be apart lies in the inbox no more, and comes when everything is compared.
    let isWaiting = try writer.inboxEntry(question.system, remoteID: question.remoteID) != nil
    let (ours, theirs, system) = (question.customerNumber, question.remoteNumber, question.system)
    var told = [
      isWaiting
        ? DecisionTexts.arePaired(ours, theirs, system: system)
        : DecisionTexts.arePairedByAComparison(ours, theirs, system: system)
    ]
    if !there.isEmpty { told.append(DecisionTexts.othersThere(there, than: ours, system: system)) }
    if !here.isEmpty { told.append(DecisionTexts.othersHere(here, than: theirs, system: system)) }
    return told.joined()
  }

  private func keepApart(_ question: MatchQuestion, in writer: RegisterWriter) throws -> Text {
    let (here, there, system) = (question.customerNumber, question.remoteNumber, question.system)
    if question.customerNumber == question.remoteNumber {
      let isPaired = try writer.link(question.system, customer: question.customer).map { !$0.isGone } ?? false
      return isPaired
        ? DecisionTexts.isLeftAlone(there, system: system, whileOurs: here)
        : DecisionTexts.areKeptApart(here, there, system: system)
    }
    let isMoreAsked = try others(than: question, in: writer).contains { $0.answer == nil }
    return isMoreAsked
      ? DecisionTexts.areTwoAndMoreIsAsked(here, there, system: system)
      : DecisionTexts.areTwo(here, there, system: system)
  }

  /// What else is asked of the customer or the record of a question.
  private func others(than question: MatchQuestion, in reader: RegisterReader) throws -> [MatchQuestion] {
    try reader.matchQuestions(question.system).filter { other in
      (other.customer == question.customer) != (other.remoteID == question.remoteID)
    }
  }
}
