import CustomerModel
import Mapping

extension KnownColumns {
  /// What the reading of the whole list gives to fields that nothing of the mapping fills, from columns that nothing of it takes.
  ///
  /// Of columns that would serve by turns the first does: what stands in the others would be lost where it is filled, so they are left.
  func further(by findings: [Finding], _ senses: [ColumnSense]) -> [Finding] {
    let (filled, taken) = (filled, taken)
    let places = places(findings)
    var added: [Finding] = []
    for var finding in findings {
      if case .firstOf(let columns) = finding.source { finding.source = .one(columns[0]) }
      guard taken.isDisjoint(with: finding.source.columns), let moved = moved(finding, places),
        moved.fields.allSatisfy({ path in !filled.contains(path) && !added.contains { $0.fields.contains(path) } })
      else { continue }
      // A street that is said to be of a visit does not go with a town that the mapping has for invoices.
      let saysWhose = finding.source.columns.contains { senses[$0].addressBlock != nil }
      if moved.fields != finding.fields, saysWhose { continue }
      // Nor does a person whom the list has as another than the mapping.
      if moved.fields != finding.fields, moved.fields.contains(where: \.field.isRepeated) { continue }
      added.append(moved)
    }
    return added
  }
}
