/// The list of the card that further rows of a customer bring, in an input where customers stand on several rows.
package enum SeveralRows: String, Sendable, Hashable, CaseIterable {
  case contactPersons
}
