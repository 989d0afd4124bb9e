package import CustomerModel

extension RuleCatalogue {
  /// The rules on organisation, personal and VAT numbers. An accounting system has what it has: what it brings is not
  /// refused for its numbers.
  package static let numberRules: [RuleInfo] = [
    IdentityNumberIsRight.infos, AssociationIsOrganisation.infos, VATNumberIsRight.infos, IdentityFitsType.infos,
    IdentityFitsCountry.infos, VATNumberFitsIdentity.infos,
  ].flatMap { $0 }

  /// The fields that decide together whether the register can keep an identity number, the weightiest first.
  package static let identityFields: [Field] = IdentityFitsType.fields
}
