import CustomerModel
import Differ
import Texts
import Validation

/// What an accounting system brings is not refused for its organisation and VAT numbers: they are kept where the register can
/// keep them, left out where it cannot, and told until they are mended.
extension RemoteReading {
  /// The record without an identity number that does not go with the type that the record itself gives.
  func leavingOutWhatContradictsItself(_ record: Record) -> Record {
    let identity = FieldPath(.identityNumber)
    let refusal = record.provisional.first { problem in
      problem.severity == .reject && problem.path == identity
        && RuleCatalogue.numberRules.contains { $0.code == problem.code }
    }
    guard let refusal, record.incoming.values[identity] != nil else { return record }
    var record = record
    record.leaveOut(identity, refusal)
    return record
  }

  /// The record without what the register cannot keep in the card that it would come to: an organisation's number of a private
  /// customer, or a country that does not go with the number that the customer has.
  ///
  /// - Parameters:
  ///   - existing: the customer's card; nil for a new customer.
  ///   - after: the card that comes of a record.
  func fitted(_ record: Record, over existing: CustomerCard?, after: (Record) -> CustomerCard) -> Record {
    var record = record
    // Each turn leaves out one field at least.
    while true {
      let card = after(record)
      let refusal = validator.validate(card: card, existing: existing).first { problem in
        problem.severity == .reject && RuleCatalogue.numberRules.contains { $0.code == problem.code }
      }
      guard let refusal else { return record }
      let brought = RuleCatalogue.identityFields.map { FieldPath($0) }.filter {
        record.incoming.values[$0] != nil && card[$0] != existing?[$0]
      }
      // The number itself, where the record brings it; else what makes the one here wrong.
      let identity = FieldPath(.identityNumber)
      guard let left = brought.contains(identity) ? identity : brought.first else { return record }
      record.leaveOut(left, refusal)
    }
  }

  /// True for a person's number where the register has an association's: what the system keeps there may be the owner's number by
  /// right, so that nothing is wrong that anybody could mend.
  func isOwner(_ problem: Problem) -> Bool { problem.code == AskedRuleCodes.associationIsPerson }

  /// What is wrong with a record's numbers and stays so until somebody mends it.
  func doubts(_ problems: [Problem], of record: Record) -> [Problem] {
    problems.filter { problem in
      problem.severity == .warn && !isOwner(problem)
        && (stands(problem) || problem.path.map { record.unkept[$0] != nil } ?? false)
    }
  }

  /// What a person is told of a problem with a record.
  ///
  /// - Parameter pushed: the fields whose values here are due to go over those there.
  func text(_ problem: Problem, of record: Record, pushed: [FieldPath], label: String) -> Text {
    if let path = problem.path, pushed.contains(path), isEased(problem) || record.unkept[path] != nil {
      return PullTexts.goesOver(problem.text, label: label)
    }
    if let path = problem.path, record.unkept[path] != nil {
      return PullTexts.isNotWrittenOver(problem.text, label: label)
    }
    return isEased(problem) ? PullTexts.isKept(problem.text) : problem.text
  }
}

extension RemoteReading.Record {
  fileprivate mutating func leaveOut(_ path: FieldPath, _ refusal: Problem) {
    unkept[path] = incoming.values.removeValue(forKey: path)
    problems.append(refusal.leavingOut(path))
  }
}
