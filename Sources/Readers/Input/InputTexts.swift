import Texts

/// What is told of inputs that cannot be read. An `input` is what sentences call it: its path, or ``standardInput``.
enum InputTexts {
  static let standardInput = Text(en: "standard input", sv: "standardindata")

  /// - Parameters:
  ///   - folder: the folder of the path that does not exist either.
  ///   - existing: the part of the path that exists.
  static func missingFolder(_ input: Text, folder: String, existing: String) -> Text {
    Text(
      en:
        "\(input.english) does not exist: there is no \(folder) in \(existing). Check the path, and that the disk or network folder "
        + "is connected.",
      sv:
        "\(input.swedish) finns inte: det finns ingen \(folder) i \(existing). Kontrollera sökvägen, och att disken eller "
        + "nätverksmappen är ansluten.")
  }

  /// - Parameter reason: what the system says.
  static func notAnswering(_ input: Text, reason: String) -> Text {
    Text(
      en:
        "\(input.english) cannot be read: \(reason). Check that the disk or network folder is connected, or copy the file to this "
        + "computer and import the copy.",
      sv:
        "\(input.swedish) går inte att läsa: \(reason). Kontrollera att disken eller nätverksmappen är ansluten, eller kopiera "
        + "filen till den här datorn och importera kopian.")
  }

  static func missing(_ input: Text) -> Text {
    Text(
      en: "\(input.english) does not exist. Check the path, or give - for standard input.",
      sv: "\(input.swedish) finns inte. Kontrollera sökvägen, eller ange - för standardindata.")
  }

  /// - Parameter reason: what the system says.
  static func unreadable(_ input: Text, reason: String) -> Text {
    Text(
      en: "\(input.english) cannot be read: \(reason). Check the file's permissions and try again.",
      sv: "\(input.swedish) går inte att läsa: \(reason). Kontrollera filens behörigheter och försök igen.")
  }

  static func isFolder(_ input: Text) -> Text {
    Text(
      en: "\(input.english) is a folder. Name one file in it; each file is its own import.",
      sv: "\(input.swedish) är en mapp. Ange en fil i den; varje fil importeras för sig.")
  }

  static func isEmpty(_ input: Text) -> Text {
    Text(
      en: "\(input.english) is empty. Export the list again and check that it has rows.",
      sv: "\(input.swedish) är tom. Exportera listan igen och kontrollera att den har rader.")
  }

  static func isNoText(_ input: Text) -> Text {
    Text(
      en:
        "\(input.english) is neither text, nor JSON, nor a workbook: it is full of control characters. Save the list as CSV or "
        + ".xlsx and import that.",
      sv:
        "\(input.swedish) är varken text, JSON eller en arbetsbok: den är full av styrtecken. Spara listan som CSV eller .xlsx "
        + "och importera den filen.")
  }

  static func tooLarge(_ input: Text, megabytes: Int) -> Text {
    Text(
      en:
        "\(input.english) gives more than \(megabytes) MB, which is the limit for what is not a file. Import from a file, or "
        + "raise limits.maximumStreamSizeMB in config.json.",
      sv:
        "\(input.swedish) ger mer än \(megabytes) MB, som är gränsen för det som inte är en fil. Importera från en fil, eller "
        + "höj limits.maximumStreamSizeMB i config.json.")
  }

  static func cannotSpool(_ input: Text, folder: String, reason: String) -> Text {
    Text(
      en:
        "\(input.english) cannot be copied to a temporary file in \(folder): \(reason). Free some space there, set TMPDIR to "
        + "another folder, or import from a file.",
      sv:
        "\(input.swedish) kan inte kopieras till en tillfällig fil i \(folder): \(reason). Frigör utrymme där, ange en annan "
        + "mapp i TMPDIR eller importera från en fil.")
  }

  static func tooMuchMemory(_ input: String, megabytes: Int, row: Int) -> Text {
    Text(
      en:
        "\(input) takes more than \(megabytes) MB of memory by row \(row), which is the limit. Nothing was written: split the "
        + "file, or raise limits.maximumMemoryMB in config.json if it is trusted.",
      sv:
        "\(input) tar mer än \(megabytes) MB minne vid rad \(row), och det är gränsen. Inget har sparats: dela upp filen, eller "
        + "höj limits.maximumMemoryMB i config.json om du litar på den.")
  }

  // MARK: Other kinds of files

  static func isNoList(_ input: Text, _ kind: Text, _ remedy: Text) -> Text {
    Text(
      en: "\(input.english) is \(kind.english), not a customer list. \(remedy.english)",
      sv: "\(input.swedish) är \(kind.swedish), ingen kundlista. \(remedy.swedish)")
  }

  static let saveAsWorkbook = Text(
    en: "Open it in the program that made it and save the list as .xlsx or CSV.",
    sv: "Öppna filen i programmet som skapade den och spara listan som .xlsx eller CSV.")
  static let unpack = Text(
    en: "Unpack it and import the file inside.", sv: "Packa upp arkivet och importera filen i det.")
  static let exportRegister = Text(
    en: "To read another register, export it to CSV first.",
    sv: "Exportera först till CSV om du vill läsa in ett annat register.")
  static let saveAsUTF8 = Text(
    en: "Save it as UTF-8 and import that.", sv: "Spara den som UTF-8 och importera den filen.")

  static let followShortcut = Text(
    en: "Import the file that it points to.", sv: "Importera filen som den pekar på.")
  static let downloadFromGoogle = Text(
    en: "Open it in Google Sheets, choose File, Download, Microsoft Excel (.xlsx), and import that.",
    sv: "Öppna den i Google Kalkylark, välj Arkiv, Ladda ned, Microsoft Excel (.xlsx) och importera den filen.")
  static let importWorkbookItself = Text(
    en: "Save and close the workbook, and import the workbook itself.",
    sv: "Spara och stäng arbetsboken och importera själva arbetsboken.")
  static let saveAttachment = Text(
    en: "Save the list that is attached to it, and import that.",
    sv: "Spara listan som är bifogad och importera den.")
  static let exportContactsAsCSV = Text(
    en: "Export the contacts as CSV and import that.", sv: "Exportera kontakterna som CSV och importera den filen.")

  static let shortcut = Text(en: "a shortcut", sv: "en genväg")
  static let googleShortcut = Text(
    en: "a shortcut to a document in Google Drive", sv: "en genväg till ett dokument i Google Drive")
  static let excelLock = Text(
    en: "a file that Excel keeps while a workbook is open", sv: "en fil som Excel har medan en arbetsbok är öppen")
  static let libreOfficeLock = Text(
    en: "a file that LibreOffice keeps while a document is open",
    sv: "en fil som LibreOffice har medan ett dokument är öppet")
  static let mail = Text(en: "an e-mail message", sv: "ett e-postmeddelande")
  static let vCard = Text(en: "a vCard", sv: "ett vCard")
  static let pdf = Text(en: "a PDF document", sv: "ett PDF-dokument")
  static let rtf = Text(en: "an RTF document", sv: "ett RTF-dokument")
  static let gzip = Text(en: "a gzip archive", sv: "ett gzip-arkiv")
  static let bzip2 = Text(en: "a bzip2 archive", sv: "ett bzip2-arkiv")
  static let xz = Text(en: "an xz archive", sv: "ett xz-arkiv")
  static let zstd = Text(en: "a zstd archive", sv: "ett zstd-arkiv")
  static let sevenZip = Text(en: "a 7z archive", sv: "ett 7z-arkiv")
  static let rar = Text(en: "a RAR archive", sv: "ett RAR-arkiv")
  static let png = Text(en: "a PNG image", sv: "en PNG-bild")
  static let jpeg = Text(en: "a JPEG image", sv: "en JPEG-bild")
  static let gif = Text(en: "a GIF image", sv: "en GIF-bild")
  static let program = Text(en: "a program", sv: "ett program")
  static let sqlite = Text(en: "a SQLite database", sv: "en SQLite-databas")
  static let utf32 = Text(en: "text in UTF-32", sv: "text i UTF-32")
  static let webPage = Text(en: "a web page", sv: "en webbsida")
  static let xml = Text(en: "an XML document", sv: "ett XML-dokument")
}
