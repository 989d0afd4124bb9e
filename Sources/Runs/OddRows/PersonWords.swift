/// By what a column that no field takes, or a cell in it, says that it is about a person at a customer: `Kontakter/Namn`,
/// `child_ids/email`, `anna@example.se`.
enum PersonWords {
  /// True for a heading with a word for persons, or for how they are reached.
  static func areIn(_ heading: String) -> Bool {
    heading.lowercased().split { !$0.isLetter }.contains { word in starts.contains { word.hasPrefix($0) } }
  }

  /// True for a text with a name, an @ and a domain, and nothing else.
  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(where: \.isWhitespace)
  }

  private static let starts = [
    "kontakt", "contact", "person", "referens", "referent", "ansvarig", "attention", "attn", "child", "namn", "name",
    "förnamn", "efternamn", "epost", "email", "mail", "tel", "phone", "mobil", "befattning", "titel", "roll", "role",
  ]
}
