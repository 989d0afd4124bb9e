/// The lists of names that customers refer to and the register keeps.
package enum ReferenceKind: String, Sendable, Hashable, CaseIterable, Codable {
  case costCenter, discountLetter, tag, subgroup, user
}
