package import Texts

extension ReferenceKind {
  /// What a person calls one entry.
  package var label: Text {
    switch self {
    case .costCenter: Text(en: "cost center", sv: "kostnadsställe")
    case .discountLetter: Text(en: "discount letter", sv: "rabattbrev")
    case .tag: Text(en: "tag", sv: "tagg")
    case .subgroup: Text(en: "subgroup", sv: "undergrupp")
    case .user: Text(en: "user", sv: "användare")
    }
  }

  /// What a person calls the list.
  package var listLabel: Text {
    switch self {
    case .costCenter: Text(en: "the list of cost centers", sv: "listan över kostnadsställen")
    case .discountLetter: Text(en: "the list of discount letters", sv: "listan över rabattbrev")
    case .tag: Text(en: "the list of tags", sv: "listan över taggar")
    case .subgroup: Text(en: "the list of subgroups", sv: "listan över undergrupper")
    case .user: Text(en: "the list of users", sv: "listan över användare")
    }
  }
}
