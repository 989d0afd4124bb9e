package import CustomerModel
package import Differ
package import Texts

/// How a planned change stands to the register as it is now.
package enum ChangeStanding: Sendable {
  /// It creates a customer, and its number is free.
  case new
  /// The customer is as the change supposes.
  case present(RegisterReader.Present)
  /// Something has changed since it was planned.
  case stale(Staleness)

  package enum Staleness: Sendable, Equatable {
    /// The customer is as the change would leave it: somebody did the same, or this change.
    case done
    case createdSince
    case gone
    case changedSince
    case otherValue(FieldPath)

    /// What a person is told of it.
    package func text(ofCustomer number: String) -> Text {
      switch self {
      case .done: RegisterTexts.isAsPlanned(number)
      case .createdSince: RegisterTexts.createdSince(number)
      case .gone: RegisterTexts.isGone(number)
      case .changedSince: RegisterTexts.changedSince(number)
      case .otherValue(let path): RegisterTexts.hasOtherValue(number, of: path.description)
      }
    }
  }
}

extension RegisterReader {
  /// Compares what a change supposes with the customer that it names.
  package func standing(of change: CustomerChange) throws -> ChangeStanding {
    let key = try key(ofNumber: change.number)
    if change.action == .create {
      guard let key else { return .new }
      return .stale(try isDone(change, of: key) ? .done : .createdSince)
    }
    guard let key else { return .stale(change.action == .delete ? .done : .gone) }
    guard key.revision == change.revision else {
      return .stale(try isDone(change, of: key) ? .done : .changedSince)
    }
    let card = try card(ofCustomer: key.id)!
    if let other = change.fields.first(where: { card[$0.path] != $0.old }) { return .stale(.otherValue(other.path)) }
    return .present(Present(key: key, card: card))
  }

  private func isDone(_ change: CustomerChange, of customer: Key) throws -> Bool {
    guard change.action != .delete, let card = try card(ofCustomer: customer.id) else { return false }
    return change.fields.allSatisfy { card[$0.path] == $0.new }
  }
}
