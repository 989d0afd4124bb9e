import Texts

/// What is told of bringing records and customers together.
enum MergeTexts {
  static func pairedByIdentity(_ number: String, there: String, label: String) -> Text {
    Text(
      en:
        "Customer \(number) here is customer \(there) in \(label): paired by identity number. The numbers stay as they are on both sides.",
      sv:
        "Kund \(number) här är kund \(there) i \(label): hopparade efter person- eller organisationsnummer. Numren står kvar på båda sidor."
    )
  }

  static func isCompanyWithPersonalNumber(_ number: String, label: String) -> Text {
    Text(
      en:
        "Customer \(number) is a company with a personal identity number in \(label). That is right for a sole trader; a private person should have the type private there.",
      sv:
        "Kund \(number) är ett företag med personnummer i \(label). För en enskild firma är det rätt; en privatperson ska ha typen privat där."
    )
  }

  /// - Parameter customer: the number of the first, and how many more there are.
  static func ownersNumber(of customer: Text, label: String) -> Text {
    Text(
      en:
        "\(label) has a person's number for the tax reduction of customer \(customer.english), where the register keeps the number of the housing association: it was not taken, and nothing is written over it.",
      sv:
        "\(label) har ett personnummer för skattereduktionen för kund \(customer.swedish), där registret har bostadsrättsföreningens nummer: det togs inte över, och inget skrivs över det."
    )
  }

  // MARK: Who was deleted

  static func deletedHere(_ number: String, label: String) -> Text {
    Text(
      en:
        "Customer \(number) was deleted here and changed in \(label). It is left alone on both sides.",
      sv: "Kund \(number) har tagits bort här och ändrats i \(label). Den lämnas orörd på båda sidor.")
  }

  static func isInactiveNow(_ number: String, label: String) -> Text {
    Text(
      en: "Customer \(number) was deleted in \(label), and is inactive here now.",
      sv: "Kund \(number) har tagits bort i \(label) och är nu inaktiv här.")
  }

  static func wouldBeInactive(_ number: String, label: String) -> Text {
    Text(
      en: "Customer \(number) was deleted in \(label), and would be inactive here.",
      sv: "Kund \(number) har tagits bort i \(label) och skulle bli inaktiv här.")
  }

  static func isActiveHereOnly(_ number: String, label: String) -> Text {
    Text(
      en:
        "Customer \(number) is active here, but was deleted in \(label): nothing of it is synced. Inactivate it here, or give it a number that was never used there: then it is created there anew.",
      sv:
        "Kund \(number) är aktiv här men har tagits bort i \(label): inget av den synkas. Inaktivera den här, eller ge den ett nummer som aldrig har använts där: då skapas den där på nytt."
    )
  }
}
