import CustomerModel
import Texts

/// What is told of files that are to become documents.
enum NewDocumentTexts {
  // MARK: Files

  static func isNoFile(_ path: String) -> Text {
    Text(
      en: "\(path) is no file that can be read. Check the path.",
      sv: "\(path) är ingen fil som går att läsa. Kontrollera sökvägen.")
  }

  static func cannotRead(_ path: String) -> Text {
    Text(
      en: "\(path) cannot be read. Check its permissions.", sv: "\(path) går inte att läsa. Kontrollera behörigheterna."
    )
  }

  static func isEmpty(_ file: String) -> Text { Text(en: "\(file) is empty.", sv: "\(file) är tom.") }

  static func tooLarge(_ file: String, megabytes: Int, most: Int) -> Text {
    Text(
      en:
        "\(file) has \(megabytes) MB, and a document has at most \(most) MiB. Make it smaller, keep it elsewhere, or raise "
        + "documents.maxMegabytes in the configuration.",
      sv:
        "\(file) har \(megabytes) MB, och ett dokument får ha högst \(most) MiB. Gör filen mindre, förvara den någon annanstans, eller "
        + "höj documents.maxMegabytes i konfigurationen.")
  }

  static func isNoType(_ name: String, taken: [String]) -> Text {
    let list = taken.joined(separator: ", ")
    return Text(
      en:
        "\(name) cannot become a document. These types can: \(list). Nothing that can run, no web pages and no SVG images.",
      sv:
        "\(name) kan inte bli ett dokument. De här typerna går bra: \(list). Inget som kan köras, inga webbsidor och inga SVG-bilder."
    )
  }

  static func mismatch(_ name: String, _ type: DocumentType) -> Text {
    let (en, sv) = remark(type)
    return Text(
      en:
        "\(name) is not what its name says: its content is no \(type.rawValue)\(en). Open it in the program it came from and save it "
        + "anew.",
      sv:
        "\(name) är inte vad namnet säger: innehållet är inte \(type.rawValue)\(sv). Öppna filen i programmet som den kommer från och "
        + "spara om den.")
  }

  private static func remark(_ type: DocumentType) -> (en: String, sv: String) {
    switch type {
    case .txt, .csv: (" without program text", " utan programtext")
    case .docx, .xlsx, .pptx, .odt, .ods: (", or it holds macros", ", eller så innehåller det makron")
    default: ("", "")
    }
  }

  // MARK: Names

  static let badFolder = Text(
    en:
      "A document's folder is a name, or several with / between them, of at most 200 characters in all, such as Avtal/2026.",
    sv:
      "Ett dokuments mapp är ett namn, eller flera med / emellan, sammanlagt högst 200 tecken, till exempel Avtal/2026."
  )
  static let badName = Text(
    en: "The name of a document is one line of at most 200 characters without / and \\. Give it another.",
    sv: "Ett dokuments namn är en rad med högst 200 tecken utan / och \\. Ge det ett annat.")

  static func isThere(_ name: String, of number: String) -> Text {
    Text(
      en:
        "Customer \(number) has another \(name) in that folder. Remove that one first, or add this one under another name or in another "
        + "folder. Nothing was changed.",
      sv:
        "Kund \(number) har ett annat \(name) i den mappen. Ta bort det först, eller lägg till det här under ett annat namn eller i en "
        + "annan mapp. Inget har ändrats.")
  }

  static func inSeveralFolders(_ name: String, of number: String, folders: [String]) -> Text {
    let english = folders.map { $0.isEmpty ? "“”" : $0 }.joined(separator: ", ")
    let swedish = folders.map { $0.isEmpty ? "””" : $0 }.joined(separator: ", ")
    return Text(
      en: "Customer \(number) has \(name) in several folders: \(english). Name one of them.",
      sv: "Kund \(number) har \(name) i flera mappar: \(swedish). Ange en av dem.")
  }

  // MARK: Contents that come with an import

  static func isNoFolder(_ path: String) -> Text {
    Text(
      en: "\(path) is no folder. Name the folder that an export of documents wrote.",
      sv: "\(path) är ingen mapp. Ange mappen som en export av dokument skrev.")
  }

  /// A fault with the customer whose document it is.
  static func ofCustomer(_ number: String, _ fault: Text) -> Text {
    Text(en: "Customer \(number): \(fault.english)", sv: "Kund \(number): \(fault.swedish)")
  }

  static func damagedContent(_ name: String, in folder: String) -> Text {
    Text(
      en: "The content of \(name) in \(folder) is damaged or cannot be read. Export it again.",
      sv: "Innehållet i \(name) i \(folder) är skadat eller går inte att läsa. Exportera det igen.")
  }

  static func stored(_ count: Int) -> Text {
    Text(
      en: count == 1 ? "The content of 1 document was stored." : "The contents of \(count) documents were stored.",
      sv: "Innehållet i \(count.counted("dokument", "dokument")) har sparats.")
  }

  /// - Parameters:
  ///   - named: the first of the documents, each with its customer's number.
  ///   - more: how many there are besides.
  static func withoutContent(_ named: [(name: String, customer: String)], more: Int) -> Text {
    let english = named.map { "\($0.name) of \($0.customer)" }.joined(separator: ", ")
    let swedish = named.map { "\($0.name) hos \($0.customer)" }.joined(separator: ", ")
    return Text(
      en:
        "Documents without their contents: \(english)\(more > 0 ? " and \(more) more" : ""). Export with the contents and import with the "
        + "folder, or add the files anew.",
      sv:
        "Dokument utan innehåll: \(swedish)\(more > 0 ? " och \(more) till" : ""). Exportera med innehållet och importera med mappen, "
        + "eller lägg till filerna på nytt.")
  }
}

extension ErrorCode {
  static let ofNewDocuments = [
    documentNoFile, documentEmpty, documentTooLarge, documentType, documentMismatch, documentName, documentExists,
    documentAmbiguous,
    documentsNoFolder,
  ]

  static let documentNoFile = ErrorCode(
    "document.noFile", .unreadableInput, "What is to become a document is no file, or cannot be read.")
  static let documentEmpty = ErrorCode("document.empty", .failed, "The file that is to become a document is empty.")
  static let documentTooLarge = ErrorCode(
    "document.tooLarge", .failed, "The file is larger than a document may be.")
  static let documentType = ErrorCode(
    "document.type", .unreadableInput, "The file is of no type that is taken as a document.")
  static let documentMismatch = ErrorCode(
    "document.mismatch", .unreadableInput, "The content of the file is not what its name says.")
  static let documentName = ErrorCode("document.name", .usage, "A document, or its folder, cannot have the name.")
  static let documentExists = ErrorCode(
    "document.exists", .failed, "The customer has another document of that name in that folder.")
  static let documentAmbiguous = ErrorCode(
    "document.ambiguous", .failed, "The customer has documents of that name in several folders.")
  static let documentsNoFolder = ErrorCode(
    "documents.noFolder", .usage, "The folder with the contents of documents is none.")
}
