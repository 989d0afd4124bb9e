import CustomerModel
import Texts

/// What a check of the installation tells.
enum CheckTexts {
  // MARK: What is checked

  static let configuration = Text(en: "configuration", sv: "konfiguration")
  static let mappings = Text(en: "mappings", sv: "mappningar")
  static let register = Text(en: "register", sv: "register")
  static let documents = Text(en: "documents", sv: "dokument")

  static func credentials(of system: String) -> Text {
    Text(en: "credentials of \(system)", sv: "inloggning till \(system)")
  }

  static func mapping(of system: String) -> Text { Text(en: "mapping of \(system)", sv: "mappning för \(system)") }

  static func defaults(of system: String) -> Text {
    Text(en: "defaults of \(system)", sv: "standardvärden för \(system)")
  }

  // MARK: What is sound

  static func configurationIsSound(path: String?) -> Text {
    guard let path else {
      return Text(
        en: "There is no config.json: the built-in values hold.",
        sv: "Det finns ingen config.json: de inbyggda värdena gäller.")
    }
    return Text(en: "\(path) is well formed.", sv: "\(path) är riktigt skriven.")
  }

  static func mappingsAreSound(_ count: Int) -> Text {
    Text(
      en: "\(count.counted("mapping is", "mappings are")) well formed.",
      sv: "\(count.counted("mappning är riktigt skriven", "mappningar är riktigt skrivna")).")
  }

  static func registerIsSound(_ path: String, active: Int, inactive: Int) -> Text {
    Text(
      en: "\(path) is sound: \(active) active and \(inactive.counted("inactive customer")).",
      sv:
        "\(path) är helt: \(active.counted("aktiv", "aktiva")) och \(inactive.counted("inaktiv kund", "inaktiva kunder"))."
    )
  }

  static func documentsAreSound(_ count: Int, unnamed: [String]) -> Text {
    guard !unnamed.isEmpty else {
      return Text(
        en: "\(count.counted("file is", "files are")) sound.", sv: "\(count.counted("fil är hel", "filer är hela")).")
    }
    let files = unnamed.joined(separator: ", ")
    return Text(
      en: "\(count.counted("file is", "files are")) sound; these belong to no document and can be deleted: \(files).",
      sv: "\(count.counted("fil är hel", "filer är hela")); hör inte till något dokument och kan tas bort: \(files).")
  }

  static func credentialsAreSound(_ path: String, login: Text) -> Text {
    Text(
      en: "\(path) is readable by its owner only; login: \(login.english).",
      sv: "\(path) kan bara läsas av sin ägare; inloggning: \(login.swedish).")
  }

  static func mappingIsSound(_ name: String) -> Text {
    Text(en: "\(name) reads and writes.", sv: "\(name) läser och skriver.")
  }

  static func defaultsAreSound(ofCards: [String], system: String) -> Text {
    guard !ofCards.isEmpty else {
      return Text(
        en: "The defaults cover all that a new customer needs and a card may lack.",
        sv: "Standardvärdena täcker allt som en ny kund behöver och ett kort kan sakna.")
    }
    return Text(
      en:
        "The defaults cover what no card has; a new customer whose card lacks \(ofCards.joined(separator: " or ")) waits until the card has it, or until erps.\(system).defaults gives it.",
      sv:
        "Standardvärdena täcker det som inget kort har; en ny kund vars kort saknar \(ofCards.joined(separator: " eller ")) väntar tills det finns på kortet, eller tills erps.\(system).defaults anger det."
    )
  }

  // MARK: What is not

  static let noMappings = Text(
    en:
      "No mapping was found, so every import needs the path of one. Name the folder that holds the mappings in the configuration's \"mappings\", or in KUNDREG_MAPPINGS.",
    sv:
      "Ingen mappning hittades, så varje import måste ange en med sökväg. Ange mappen med mappningarna i konfigurationens \"mappings\" eller i KUNDREG_MAPPINGS."
  )

  static func noRegister(_ path: String) -> Text {
    Text(
      en: "\(path) is no register, or it is damaged. Restore a backup.",
      sv: "\(path) är inget register, eller så är det skadat. Återställ en säkerhetskopia.")
  }

  static func registerIsUnsound(_ path: String, problems: [Text]) -> Text {
    let found = problems.joined()
    return Text(
      en: "\(path) is damaged: \(found.english) Restore a backup.",
      sv: "\(path) är skadat: \(found.swedish) Återställ en säkerhetskopia.")
  }

  static let documentsAreLost = Text(
    en: "Not every document has its file.", sv: "Alla dokument har inte sin fil.")

  static func lost(_ fault: LostDocuments.Fault, files: [Text]) -> Text {
    let english = files.map(\.english).joined(separator: ", ")
    let swedish = files.map(\.swedish).joined(separator: ", ")
    return switch fault {
    case .missing:
      Text(
        en: "Bring back from a backup what is missing: \(english).",
        sv: "Hämta tillbaka från en säkerhetskopia det som saknas: \(swedish).")
    case .damaged:
      Text(
        en: "Bring back from a backup what is damaged: \(english).",
        sv: "Hämta tillbaka från en säkerhetskopia det som är skadat: \(swedish).")
    case .unreadable:
      Text(
        en: "Check the permissions of what is unreadable: \(english).",
        sv: "Se över behörigheterna till det som inte går att läsa: \(swedish).")
    }
  }

  static func fileOfHistory(_ path: String) -> Text {
    Text(
      en: "\(path) (removed from its customer, needed by an undo)",
      sv: "\(path) (borttaget från sin kund, behövs för att ångra)")
  }

  static func file(_ path: String, ofCustomers numbers: [String], more: Int) -> Text {
    let names = numbers.joined(separator: ", ")
    guard more > 0 else { return Text(en: "\(path) (customer \(names))", sv: "\(path) (kund \(names))") }
    return Text(en: "\(path) (customer \(names) and \(more) more)", sv: "\(path) (kund \(names) och \(more) till)")
  }

  static func defaultsAreMissing(_ keys: [String], system: String) -> Text {
    let names = keys.joined(separator: ", ")
    return Text(
      en:
        "No new customer can be created in \(system) without \(names): give it in the configuration, such as \"30 dagar\". Customers that are there already are synced all the same.",
      sv:
        "Ingen ny kund kan skapas i \(system) utan \(names): ange det i konfigurationen, till exempel \"30 dagar\". Kunder som redan finns där synkas ändå."
    )
  }

  static func defaultsWereRefused(_ reasons: [Text]) -> Text {
    let all = reasons.joined()
    return Text(
      en: "The last sync that had new customers could not create them: \(all.english)",
      sv: "Den senaste synken som hade nya kunder kunde inte skapa dem: \(all.swedish)")
  }
}

extension ErrorCode {
  static let ofChecks = [
    checkFailed, mappingsNone, registerUnsound, erpDefaultsMissing, erpDefaultsRefused,
  ]

  static let checkFailed = ErrorCode("check.failed", .failed, "The check itself could not be made.")
  static let mappingsNone = ErrorCode("mappings.none", .configuration, "No mapping was found.")
  static let registerUnsound = ErrorCode("register.unsound", .failed, "The register is damaged. Restore a backup.")
  static let erpDefaultsMissing = ErrorCode(
    "erp.defaultsMissing", .configuration,
    "The configuration lacks what the accounting system asks of every new customer.")
  static let erpDefaultsRefused = ErrorCode(
    "erp.defaultsRefused", .configuration,
    "The accounting system refused what the configuration gives new customers.")
}
