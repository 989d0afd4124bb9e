/// Codes of rules by which other rooms tell findings apart.
package enum AskedRuleCodes {
  package static let nameMissing = "name.missing"
  package static let nameHasNoColumn = "name.noColumn"
  package static let associationIsPerson = "association.person"
  package static let memberMissing = "records.memberMissing"
}
