/// What tells a street from other words: `Storgatan`, `High Street`, `Kuusikatu`, `PO Box`.
enum StreetWords {
  private static let endings = [
    "gatan", "gata", "gränd", "vägen", "väg", "stigen", "torget", "torg", "plan", "allén", "allé", "backen", "gången",
    "stranden", "kajen", "leden", "gate", "gaten", "gata", "veien", "vei", "vegen", "veg", "stien", "tunet", "vej",
    "vejen",
    "gade", "gaden", "stræde", "stien", "katu", "tie", "polku", "kuja", "kaari", "rinne", "raitti", "street", "road",
  ]
  private static let words: Set<String> = [
    "street", "st", "st.", "road", "rd", "rd.", "lane", "ln", "avenue", "ave", "ave.", "drive", "dr", "close", "way",
    "court", "ct", "square", "sq", "crescent", "terrace", "hill", "row", "boulevard", "blvd", "parade", "mews", "box",
    "postboks", "c/o", "pl", "fe", "estate", "quay", "place", "gardens", "grove", "walk", "allé", "väg", "gata", "vei",
    "vej", "gade", "gate", "g.", "v.", "alle", "plads", "plass", "torv",
  ]

  static func tell(_ text: [Substring]) -> Bool {
    text.contains { word in
      let word = word.lowercased().filter { $0 != "," }
      return words.contains(word) || word.utf8.count > 4 && endings.contains { word.hasSuffix($0) }
    }
  }
}
