/// The words that the template offers for fields with a fixed set of values, in the order of the catalogue's words.
enum TemplateWords {
  static let choices = [
    "type": ["Företag", "Privat"],
    "vatType": ["Normal", "Ingen", "Egen"],
  ]
  static let yesNo = ["Ja", "Nej"]
}
