import CustomerModel
import Documents
import Mapping
import RegisterStore
import Texts

extension FilterValue {
  /// A condition on one member of the records of a list, with the value in the form that records have.
  ///
  /// - Parameter text: nil for none.
  /// - Throws: ``KundregError`` with status 64 for a value that the member cannot have, or a comparison without meaning.
  func condition(
    _ target: FilterTarget, member: RecordKind.Member, _ comparison: CustomerFilter.Comparison, _ text: String?
  ) throws -> CustomerFilter {
    let value: String?
    if let text {
      if comparison.isOrder { try requireOrder(member, name: target.name) }
      value = comparison == .contains ? text : try canonical(text, member, of: target, isBeginning: comparison.isOrder)
    } else {
      value = nil
    }
    let condition = CustomerFilter.condition(
      CustomerFilter.Condition(target.path, member: member, comparison, value))
    guard let text, member.kind == .postalCode, let foreign = Self.foreignForm(text, comparison), foreign != value
    else {
      return condition
    }
    let other = CustomerFilter.condition(
      CustomerFilter.Condition(target.path, member: member, comparison, foreign))
    return comparison == .notEqual ? .all([condition, other]) : .any([condition, other])
  }

  private func requireOrder(_ member: RecordKind.Member, name: String) throws {
    switch member.kind {
    case .boolean, .choice, .words:
      throw KundregError(.whereOrder, FilterTexts.noOrder(name))
    case .text, .decimal, .percent, .date, .email, .postalCode, .country: return
    }
  }

  private func canonical(
    _ text: String, _ member: RecordKind.Member, of target: FilterTarget, isBeginning: Bool
  ) throws -> String {
    // The beginning of a day is enough where days are ordered.
    if isBeginning, member.kind == .date, text.wholeMatch(of: /\d{4}(-\d\d)?/) != nil { return text }
    let record = target.path.field.recordKind.map { Record($0, [member.name: text], today: today) }
    let given = record?.members.first?.value
    let allowed: Text
    switch (member.kind, given) {
    case (.boolean, nil): return "0"
    case (.boolean, .boolean(_)?): return "1"
    case (.boolean, _): allowed = FilterTexts.yesOrNo
    case (.decimal, .number(let digits)?), (.percent, .number(let digits)?): return digits
    case (.decimal, _), (.percent, _): allowed = FilterTexts.number
    case (.date, .text(let day)?) where day.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil: return day
    case (.date, _): allowed = FilterTexts.date
    case (.choice(let words), .text(let word)?) where words.contains(word): return word
    case (.words(let words), .array(let items)?) where items.compactMap(\.scalarText).allSatisfy(words.contains):
      return CustomerCard.set(of: Set(items.compactMap(\.scalarText)))
    case (.choice(let words), _), (.words(let words), _): allowed = FilterTexts.choice(words)
    case (.country, .text(let code)?) where code.wholeMatch(of: /[A-Z]{2}/) != nil: return code
    case (.country, _): allowed = FilterTexts.country
    case (_, .text(let value)?): return value
    default: allowed = FilterTexts.part
    }
    throw KundregError(.whereValue, FilterTexts.badValue(target.name, IdentityMask.masked(text), allowed))
  }
}
