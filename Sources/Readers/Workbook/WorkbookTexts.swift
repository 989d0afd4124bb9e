import Texts

/// What is told of workbooks that cannot be read.
enum WorkbookTexts {
  /// What libzip is needed for.
  static let reading = Text(en: "reading a workbook", sv: "det som läser arbetsböcker")

  // MARK: What the file is instead

  /// - Parameter reason: what the system says.
  static func cannotBeOpened(_ path: String, reason: String) -> Text {
    Text(
      en: "The file \(path) cannot be opened: \(reason). Check the path and the file's permissions.",
      sv: "Det går inte att öppna filen \(path): \(reason). Kontrollera sökvägen och filens behörigheter.")
  }

  static func isEmpty(_ path: String) -> Text {
    Text(en: "The file \(path) is empty. Export it again.", sv: "Filen \(path) är tom. Exportera den igen.")
  }

  static func isWebPage(_ path: String) -> Text {
    Text(
      en: "The file \(path) is a web page or an XML text, not a workbook. Open it in Excel and save it as .xlsx.",
      sv: "Filen \(path) är en webbsida eller XML-text, ingen arbetsbok. Öppna den i Excel och spara den som .xlsx.")
  }

  static func isNoWorkbook(_ path: String) -> Text {
    Text(
      en: "The file \(path) is not a workbook. Open it in the program it came from and save it as .xlsx or .csv.",
      sv: "Filen \(path) är ingen arbetsbok. Öppna den i programmet den kommer från och spara den som .xlsx eller .csv."
    )
  }

  static func isProtected(_ path: String) -> Text {
    Text(
      en:
        "The workbook \(path) is protected by a password. Open it in Excel, remove the password (File, Info, Protect Workbook, "
        + "Encrypt with Password), and save it.",
      sv:
        "Arbetsboken \(path) är skyddad med lösenord. Öppna den i Excel, ta bort lösenordet (Arkiv, Info, Skydda arbetsbok, "
        + "Kryptera med lösenord) och spara den.")
  }

  static func isLegacy(_ path: String) -> Text {
    Text(
      en:
        "The file \(path) is a workbook in the old format .xls. Open it in Excel or LibreOffice and save it as .xlsx.",
      sv:
        "Filen \(path) är en arbetsbok i det gamla formatet .xls. Öppna den i Excel eller LibreOffice och spara den som .xlsx."
    )
  }

  static func isOldDocument(_ path: String) -> Text {
    Text(
      en: "The file \(path) is an old Office document, but no workbook. Save the customer list as .xlsx or .csv.",
      sv:
        "Filen \(path) är ett gammalt Office-dokument, men ingen arbetsbok. Spara kundlistan som .xlsx eller .csv.")
  }

  static func isOpenDocument(_ path: String) -> Text {
    Text(
      en:
        "The file \(path) is an OpenDocument spreadsheet (.ods). Open it in LibreOffice or Excel and save it as .xlsx.",
      sv:
        "Filen \(path) är ett OpenDocument-kalkylblad (.ods). Öppna den i LibreOffice eller Excel och spara den som .xlsx."
    )
  }

  static func isNumbers(_ path: String) -> Text {
    Text(
      en:
        "The file \(path) is a document of Numbers. Open it in Numbers, choose File, Export To, Excel, and import that.",
      sv:
        "Filen \(path) är ett Numbers-dokument. Öppna den i Numbers, välj Arkiv, Exportera till, Excel och importera den filen."
    )
  }

  static func isBinary(_ path: String) -> Text {
    Text(
      en: "The file \(path) is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx.",
      sv: "Filen \(path) är en binär arbetsbok (.xlsb). Öppna den i Excel och spara den som .xlsx.")
  }

  static func isSomethingElse(_ path: String, _ kind: Text) -> Text {
    Text(
      en: "The file \(path) is \(kind.english), not a workbook. Save the customer list as .xlsx or .csv.",
      sv: "Filen \(path) är \(kind.swedish), ingen arbetsbok. Spara kundlistan som .xlsx eller .csv.")
  }

  static let zipArchive = Text(en: "a zip archive", sv: "ett zip-arkiv")
  static let wordDocument = Text(en: "a Word document", sv: "ett Word-dokument")
  static let presentation = Text(en: "a presentation", sv: "en presentation")
  static let packageWithoutWorkbook = Text(en: "a package without a workbook", sv: "ett paket utan arbetsbok")
  static let openDocumentWithoutSheets = Text(
    en: "an OpenDocument file without a spreadsheet", sv: "en OpenDocument-fil utan kalkylblad")

  static func packageOf(_ root: String) -> Text {
    Text(en: "a package whose main part is <\(root)>", sv: "ett paket vars huvuddel är <\(root)>")
  }

  // MARK: What is wrong with it

  /// - Parameter detail: what libzip says.
  static func damaged(_ path: String, _ detail: Text) -> Text {
    Text(
      en: "The workbook \(path) is damaged or not complete (\(detail.english)). Fetch or export the file again.",
      sv: "Arbetsboken \(path) är skadad eller ofullständig (\(detail.swedish)). Hämta eller exportera filen igen.")
  }

  static func noMemory(part: String) -> Text {
    Text(en: "\(part): no memory to read it", sv: "\(part): minnet räcker inte för att läsa den")
  }

  static func partMissing(_ path: String, part: String) -> Text {
    Text(
      en: "The workbook \(path) lacks its part \(part). Open it in Excel, let it repair the file, and save it.",
      sv: "Arbetsboken \(path) saknar sin del \(part). Öppna den i Excel, låt Excel reparera filen och spara den.")
  }

  static func sheetIsNowhere(_ path: String, sheet: String) -> Text {
    Text(
      en:
        "The workbook \(path) lists the sheet “\(sheet)” but does not say where it lies. Open it in Excel, let it repair the "
        + "file, and save it.",
      sv:
        "Arbetsboken \(path) nämner bladet ”\(sheet)” men anger inte var det finns. Öppna den i Excel, låt Excel reparera filen "
        + "och spara den.")
  }

  static func malformed(_ path: String, part: String, line: Int, _ detail: Text) -> Text {
    Text(
      en:
        "The workbook \(path) is damaged: its part \(part), line \(line), is malformed (\(detail.english)). Open it in Excel, "
        + "let it repair the file, and save it.",
      sv:
        "Arbetsboken \(path) är skadad: delen \(part), rad \(line), är felaktig (\(detail.swedish)). Öppna den i Excel, låt "
        + "Excel reparera filen och spara den.")
  }

  static let notWellFormed = Text(en: "not well-formed", sv: "inte välformad XML")
  static let strayText = Text(
    en: "a text in an element that no shared text has, which no cell would show",
    sv: "en text i ett element som inte hör till delade texter, och som ingen cell skulle visa")

  static func declaresDocumentType(_ path: String, part: String) -> Text {
    Text(
      en:
        "The part \(part) of the workbook \(path) declares a document type, which no spreadsheet program writes and which could "
        + "hide an attack. Open the file in Excel and save it again if you trust it.",
      sv:
        "Delen \(part) i arbetsboken \(path) deklarerar en dokumenttyp. Det gör inget kalkylprogram, och det kan dölja ett "
        + "angrepp. Öppna filen i Excel och spara den igen om du litar på den.")
  }

  // MARK: What is too large

  static func tooManyParts(_ path: String, count: String) -> Text {
    Text(
      en:
        "The file \(path) has more parts than any workbook with customers: \(count) of them. Copy the rows that hold customers "
        + "into a new workbook, and import that.",
      sv:
        "Filen \(path) har \(count) delar, fler än någon arbetsbok med kunder. Kopiera raderna med kunder till en ny arbetsbok "
        + "och importera den.")
  }

  static func partIsOvergrown(_ path: String, part: String) -> Text {
    Text(
      en:
        "The part \(part) of the workbook \(path), which only describes it, is larger than that of any customer list. Copy the "
        + "rows that hold customers into a new workbook, and import that.",
      sv:
        "Delen \(part), som bara beskriver arbetsboken \(path), är större än i någon kundlista. Kopiera raderna med kunder till "
        + "en ny arbetsbok och importera den.")
  }

  static func partIsTooLarge(_ path: String, part: String, bytes: Int) -> Text {
    Text(
      en:
        "The part \(part) of the workbook \(path) unpacks to more than \(bytes) bytes, which is the limit. If the file is "
        + "trusted, raise limits.maximumPartSizeMB in config.json, or split the sheet.",
      sv:
        "Delen \(part) i arbetsboken \(path) blir större än \(bytes) byte när den packas upp, och det är gränsen. Höj "
        + "limits.maximumPartSizeMB i config.json om du litar på filen, eller dela upp bladet.")
  }

  static func partGrowsTooMuch(_ path: String, part: String, times: Int) -> Text {
    Text(
      en:
        "The part \(part) of the workbook \(path) unpacks to more than \(times) times the whole file, as no customer list does. "
        + "Open it in Excel, and save only the rows that hold customers.",
      sv:
        "Delen \(part) i arbetsboken \(path) blir mer än \(times) gånger så stor som hela filen när den packas upp, och så är "
        + "det inte i någon kundlista. Öppna den i Excel och spara bara raderna med kunder.")
  }

  static func tooMuchText(_ path: String, megabytes: Int) -> Text {
    Text(
      en:
        "The texts of the workbook \(path) take more than \(megabytes) MB of memory, which is the limit for its rows. Save only "
        + "the customers in a workbook of their own, or split it; if the file is trusted, raise limits.maximumMemoryMB in "
        + "config.json.",
      sv:
        "Texterna i arbetsboken \(path) tar mer än \(megabytes) MB minne, och det är gränsen för dess rader. Spara bara kunderna "
        + "i en egen arbetsbok, eller dela upp den; om du litar på filen kan du höja limits.maximumMemoryMB i config.json."
    )
  }
}
