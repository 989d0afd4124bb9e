/// Every rule code that a problem can carry.
package enum RuleCatalogue {
  /// All rules, in the order of the reference page: the row, the values, the card, the matching, files of records.
  package static let all: [RuleInfo] =
    rowInfos + valueRules.flatMap { $0.infos } + cardRules.flatMap { $0.infos } + MatchFinding.infos
    + RecordFinding.infos

  /// What is found in rows, cells and columns as they stand.
  private static let rowInfos: [RuleInfo] = [
    RowFaultRule.infos, LongRowRule.infos, UnheadedColumn.infos, ErrorCellRule.infos, OddCellRule.infos,
    CellDoubtRule.infos, EscapeRule.infos, RowFinding.infos, NameColumnNotice.infos, UnknownWordsNotice.infos,
    HiddenField.infos,
    TextIsAsTyped.infos,
    CellRepairNotice.infos,
  ].flatMap { $0 }

  /// The rule of that code, or nil.
  package static func info(_ code: String) -> RuleInfo? { byCode[code] }

  /// The rules that look at one column.
  static let valueRules: [any ValueRule.Type] = [
    NumberCharacters.self, TextLength.self, ChoiceIsKnown.self, IdentityNumberIsRight.self,
    AssociationIsOrganisation.self,
    VATNumberIsRight.self, PercentIsInRange.self, BooleanIsYesOrNo.self, LanguageIsKnown.self, CountryIsKnown.self,
    PostalCodeShape.self, EmailShape.self, PhoneShape.self, FractionIsLeft.self, WebsiteShape.self,
    ReferenceIsKnown.self,
    AssignedAreUsers.self,
    CoApplicantsArePersons.self, CustomFieldIsDefined.self, CustomFieldFitsKind.self, RecordsAreList.self,
    RecordMembersAreKnown.self, RecordMembersAreGiven.self, RecordKeysAreUnique.self, RecordMembersFit.self,
    RecordTextsFit.self, ArticleHasQuantity.self, ArticleVATIsShown.self,
  ]

  /// The rules that look at several fields of a card.
  static let cardRules: [any CardRule.Type] = [
    NumberIsGiven.self, NumberLength.self, NameIsGiven.self, IdentityFitsType.self, IdentityFitsCountry.self,
    VATNumberFitsIdentity.self,
    VATPercentFitsType.self, RecipientHasEmail.self, ContactHasName.self, TaxReductionFitsCustomer.self,
    FacilitiesAgree.self, FacilitiesAreOn.self, ReferenceFacilityIsKnown.self, OrderNumberIsGiven.self,
    CostCenterIsGiven.self,
  ]

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
}
