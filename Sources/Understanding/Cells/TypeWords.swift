import Mapping

/// What lists write for companies and for persons, besides the words that every mapping knows.
enum TypeWords {
  private static let companies = [
    "Bedrift", "Bedriftskunde", "Virksomhet", "Foretak", "Selskap", "Næring", "Næringsliv", "Næringskunde",
    "Næringsdrivende", "Borettslag", "Sameie", "Lag/forening", "Forening", "Offentlig virksomhet", "Erhverv",
    "Erhvervskunde", "Erhvervsdrivende", "Virksomhed", "Selskab", "Ejerforening", "Andelsboligforening", "Institution",
    "Yritys", "Yritysasiakas", "Yhtiö", "Yhteisö", "Yhdistys", "Taloyhtiö", "Asunto-osakeyhtiö", "Julkinen",
    "Julkishallinto",
    "Commercial", "Business customer", "Corporate customer", "Company customer", "Non-residential", "Organisation",
    "Företag/förening", "Förening/organisation", "Näringsidkare", "BRF/Förening", "Jur", "Jur. person", "Com", "Comm",
  ]
  private static let persons = [
    "Privatkunde", "Forbruker", "Privatmarked", "Husholdning", "Forbruger", "Yksityinen", "Yksityishenkilö",
    "Yksityisasiakas", "Henkilö", "Henkilöasiakas", "Kuluttaja", "Kuluttaja-asiakas", "Kotitalous", "Yksityistalous",
    "Domestic", "Homeowner", "Personal", "Private customers", "Home", "House", "Enskild", "Villaägare",
    "Fys", "Fys. person", "Res", "Resi",
  ]
  /// Single letters, companies' first: they tell only where both of them are all that stands there.
  private static let letters = [
    ("C", "I"), ("C", "P"), ("J", "F"), ("B", "C"), ("B", "P"), ("B", "R"), ("E", "P"), ("Y", "H"), ("O", "P"),
    ("F", "P"), ("B", "I"), ("O", "I"), ("C", "R"), ("N", "P"), ("J", "P"), ("Y", "K"),
  ]

  private static let keys: [String: String] = Dictionary(
    companies.map { (HeaderKey.of($0), "company") } + persons.map { (HeaderKey.of($0), "private") },
    uniquingKeysWith: { first, _ in first })

  /// `company` or `private`; nil for a word that tells neither.
  static func meaning(of word: String) -> String? {
    KnownWords.customerTypes.meaning(of: word) ?? keys[HeaderKey.of(word)]
  }

  /// The words of a column that are no mapping's own, with what each means.
  static func table(for cells: CellLook) -> [WordPair] {
    if let pair = letters(of: cells) { return [WordPair(pair.0, "company"), WordPair(pair.1, "private")] }
    let hasOthers = cells.examples.contains { KnownWords.customerTypes.meaning(of: $0) == nil }
    return hasOthers ? companies.map { WordPair($0, "company") } + persons.map { WordPair($0, "private") } : []
  }

  /// The two letters of a column that has nothing else.
  static func letters(of cells: CellLook) -> (String, String)? {
    let written = Set(cells.examples.map { $0.uppercased() })
    guard written.count == 2 else { return nil }
    return letters.first { written == [$0.0, $0.1] }
  }

  /// True for cells that tell companies from persons, and say nothing else.
  static func tell(_ cells: CellLook) -> Bool {
    guard cells.filled > 1, cells.different == 2 else { return false }
    let meanings = cells.examples.map { $0.utf8.count > 1 ? meaning(of: $0) : nil }
    return Set(meanings) == ["company", "private"]
  }
}
