package import CustomerModel

/// Fields that only stand beside each other in certain ways, whatever the configuration says: the register's schema refuses a
/// card on which they do not.
package struct BoundFields {
  private static let ruleTypes: [any CardRule.Type] = [
    IdentityFitsType.self, IdentityFitsCountry.self, VATPercentFitsType.self, FacilitiesAgree.self,
  ]
  private static let severities = SeverityTable()

  private let rules: [any CardRule]

  package init(settings: RegisterSettings) { rules = Self.ruleTypes.compactMap { $0.init(settings: settings) } }

  /// All fields of which any is bound to another.
  package static let all = Set(ruleTypes.flatMap { $0.fields })

  /// The fields that do not agree on a card, with all that they are bound to; empty for one that can be stored.
  package func atOdds(on card: CustomerCard) -> Set<Field> {
    JudgedCards.ofCard(card) { table in
      Set(
        rules.flatMap { rule -> [Field] in
          var findings = CardFindings(severities: Self.severities)
          rule.check(table, &findings)
          return findings.findings.isEmpty ? [] : type(of: rule).fields
        })
    }
  }
}
