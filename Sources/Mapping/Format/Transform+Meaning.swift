extension Transform {
  /// True when what comes out means what went in, in another form, so that the canonical value may be written back.
  var keepsMeaning: Bool {
    switch self {
    case .upper, .lower, .title, .number, .boolean, .identityNumber, .vatNumber, .postalCode, .country, .language,
      .entities, .phone, .date, .list:
      true
    case .not, .prefix, .suffix, .replace, .values, .split: false
    }
  }

  /// What a mapping file calls one that has no way back.
  var name: String {
    switch self {
    case .prefix: "prefix"
    case .suffix: "suffix"
    case .replace: "replace"
    case .values: "values"
    case .split: "split"
    case .list: "list"
    case .phone: "phone"
    case .date: "date"
    default: Self.simple.first { $0.transform == self }?.name ?? ""
    }
  }
}
