import CustomerModel
import Rows

/// What the workbook part says: the sheets and where they lie, the date system, and the parts that all sheets share.
struct WorkbookStructure: Sendable {
  /// One sheet with rows. Chart, dialog and macro sheets have none and are left out.
  struct Sheet: Sendable {
    let table: TableInfo
    /// The sheet's part; nil when the workbook names none.
    let part: String?
  }

  let sheets: [Sheet]
  let uses1904: Bool
  let sharedStringsPart: String?
  let stylesPart: String?

  /// - Throws: ``KundregError`` with status 65 when the package is no workbook that can be read.
  init(_ archive: WorkbookArchive) throws {
    let workbook = try WorkbookLocation.part(in: archive)
    let relationships = try PackageRelationships(of: workbook, in: archive)
    var root: String?
    var uses1904 = false
    var isOvergrown = false
    var entries: [(table: TableInfo, id: String)] = []
    try XMLElements.walk(archive, part: workbook) { element in
      if root == nil { root = element.name }
      switch element.name {
      case "workbookPr": uses1904 = element.flag("date1904")
      case "sheet" where element.parent == "sheets":
        guard entries.count < WorkbookLimits.sheets else {
          isOvergrown = true
          return
        }
        let isHidden = element["state"] == "hidden" || element["state"] == "veryHidden"
        entries.append((TableInfo(name: element["name"] ?? "", isHidden: isHidden), element["id"] ?? ""))
      default: break
      }
    }
    guard root == "workbook" else {
      throw WorkbookErrors.notWorkbook(archive.path, is: WorkbookTexts.packageOf(root ?? ""))
    }
    if isOvergrown { throw WorkbookErrors.overgrown(archive.path, part: workbook) }
    self.uses1904 = uses1904
    sheets = entries.compactMap { entry in
      guard let relationship = relationships[entry.id] else { return Sheet(table: entry.table, part: nil) }
      guard relationship.kind == "worksheet" else { return nil }
      return Sheet(table: entry.table, part: relationship.part)
    }
    sharedStringsPart = relationships.first(kind: "sharedStrings")?.part
    stylesPart = relationships.first(kind: "styles")?.part
  }

  /// Reads the styles part, if the workbook has one.
  func numberFormats(_ archive: WorkbookArchive) throws -> NumberFormats {
    var codes: [Int: String] = [:]
    var styleFormats: [Int] = []
    if let stylesPart {
      try XMLElements.walk(archive, part: stylesPart, maximumSize: WorkbookLimits.stylesSize) { element in
        switch (element.parent, element.name) {
        // Differential formats reuse the ids for codes of their own.
        case ("numFmts", "numFmt"):
          if let id = element["numFmtId"].flatMap({ Int($0) }), let code = element["formatCode"] { codes[id] = code }
        case ("cellXfs", "xf"): styleFormats.append(element["numFmtId"].flatMap { Int($0) } ?? 0)
        default: break
        }
      }
    }
    return NumberFormats(styleFormats: styleFormats, codes: codes, uses1904: uses1904)
  }
}
