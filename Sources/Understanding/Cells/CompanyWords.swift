import CustomerModel

/// What tells a company's name from a person's.
enum CompanyWords {
  /// Forms of business, and words that companies, associations and authorities have in their names.
  private static let anywhere: Set<String> = BusinessForms.tellingAnywhere.union([
    "company", "group", "&", "stiftelsen", "stiftelse", "föreningen", "kommun", "kommune", "region",
    "kaupunki",
    "bostadsrättsföreningen", "fastighets", "restaurang", "restaurant", "ravintola", "bygg", "café", "kahvila",
    "hotell",
    "hotel", "hotelli", "skola", "skole", "school", "koulu", "församling", "menighet", "menighed", "seurakunta",
    "church", "kyrka",
    "trust", "council", "society", "college", "academy", "nursery", "dental", "clinic", "klinik", "partners", "sons",
    "bros",
    "holdings", "holding", "services", "solutions", "trading", "properties", "estates", "konsult", "consulting",
    "university",
    "apotek", "apoteket", "pizzeria", "salong", "frisör", "grill", "kiosk", "gym", "dödsbo",
    "dödsboet", "asunto", "taloyhtiö", "kiinteistö", "samfälligheten", "sameiet",
    "borettslaget", "ejerforeningen", "grundejerforeningen", "bank", "centre", "center", "centrum",
    "landlords", "vets", "farm", "farms", "garage", "motors", "works", "department", "institute", "club", "association",
  ])
  /// Forms of business, and those of sports clubs, that are also words and names: they stand last, or in capitals.
  private static let last: Set<String> = BusinessForms.tellingAtTheEnd.union(["if", "ik", "bk", "fk", "sk"])
  /// How the names of many companies, associations and institutions end.
  private static let endings = [
    "föreningen", "förening", "foreningen", "forening", "yhdistys", "borettslag", "sameie", "laget", "bolaget", "bolag",
    "firman",
    "fastigheter", "förvaltning", "förvaltningen", "kommunen", "kommune", "skolan", "skolen", "skole", "skola",
    "gymnasiet", "förskola",
    "förskolan", "barnehage", "kyrkan", "kirke", "hotellet", "hotell", "bageri", "bageriet", "bakeri", "bakery",
    "verkstad", "verkstaden",
    "verksted", "verket", "byggarna", "byggeri", "måleri", "snickeri", "åkeri", "tvätt", "städ", "service", "teknik",
    "transport", "frakt",
    "kliniken", "sjukhuset", "centralen", "centrum", "senter", "huset", "gården", "handel", "handeln", "butiken",
    "butikken", "kompaniet",
    "konsulterna", "konsult", "gruppen", "system", "industri", "industrier", "produkter", "maskin", "bilar",
    "elektriska", "salongen",
    "restaurangen", "pizzeria", "kiosken", "huolto", "palvelu", "palvelut", "leipomo", "kauppa", "liike", "rakennus",
    "päiväkoti", "koulu",
    "museet", "museum", "biblioteket", "teatern", "hallen", "hemmet", "boendet",
  ]

  static func tell(_ words: [Substring]) -> Bool {
    let plain = words.map { $0.lowercased().trimmed(of: ",()") }
    for (index, word) in plain.enumerated() {
      if anywhere.contains(word) { return true }
      if last.contains(word), words.count > 1,
        index == words.count - 1 || words[index].allSatisfy(\.isUppercase) && index > 0
      {
        return true
      }
      // Economic associations: Ek is a surname, too.
      if word == "ek" || word == "ek.", index + 1 < plain.count, plain[index + 1].hasPrefix("för") { return true }
      if word.hasPrefix("ek.för") { return true }
      if word.count > 6, endings.contains(where: { word.hasSuffix($0) }) { return true }
    }
    return false
  }

  /// Two to four words that begin with capitals, or stand between such: a person, where they are no company's.
  static func tellPerson(_ words: [Substring]) -> Bool {
    guard (2...4).contains(words.count), words.last!.count > 1, words.last!.first!.isUppercase else { return false }
    return words.allSatisfy { $0.first?.isUppercase == true || NameParticles.betweenWords.contains(String($0)) }
  }
}

extension String {
  fileprivate func trimmed(of set: String) -> String {
    var text = self[...]
    while let last = text.last, set.contains(last) { text.removeLast() }
    while let first = text.first, set.contains(first) { text.removeFirst() }
    return String(text)
  }
}
