import Foundation
import TestSupport

/// A workbook made of hand-written parts, for what no program writes on purpose.
struct RawWorkbook {
  /// The parts by name, in any order.
  var parts: [String: [UInt8]] = [:]

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// A workbook with one sheet, `Blad1`.
  ///
  /// - Parameters:
  ///   - sheetData: what stands in `<sheetData>`.
  ///   - after: what stands behind it, such as merged cells.
  ///   - sharedStrings: the `<si>` elements; nil for a workbook without the part.
  ///   - styles: what stands in `<styleSheet>`.
  init(
    sheetData: String, after: String = "", sharedStrings: String? = nil, styles: String? = nil, uses1904: Bool = false
  ) {
    self["[Content_Types].xml"] = """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Override PartName="/xl/workbook.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
      """
    self["_rels/.rels"] = Self.relationshipPart([("rId1", "officeDocument", "xl/workbook.xml")])
    self["xl/workbook.xml"] = """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.relationships)"><workbookPr\(uses1904 ? " date1904=\"1\"" : "")/>\
      <sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>
      """
    self["xl/_rels/workbook.xml.rels"] = Self.relationshipPart([
      ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
    ])
    self["xl/worksheets/sheet1.xml"] =
      "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(sheetData)</sheetData>\(after)</worksheet>"
    self["xl/styles.xml"] = "<styleSheet xmlns=\"\(Self.main)\">\(styles ?? "")</styleSheet>"
    if let sharedStrings {
      self["xl/_rels/workbook.xml.rels"] = Self.relationshipPart([
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
        ("rId3", "sharedStrings", "sharedStrings.xml"),
      ])
      self["xl/sharedStrings.xml"] = "<sst xmlns=\"\(Self.main)\">\(sharedStrings)</sst>"
    }
  }

  /// A package of the given parts only.
  init(parts: [String: String]) {
    for (name, text) in parts { self[name] = text }
  }

  subscript(name: String) -> String? {
    get { parts[name].map { String(decoding: $0, as: UTF8.self) } }
    set { parts[name] = newValue.map { Array($0.utf8) } }
  }

  /// A relationship part; kinds get the transitional types' address unless they are an address.
  static func relationshipPart(_ targets: [(id: String, kind: String, target: String)]) -> String {
    let elements = targets.map { target in
      let type = target.kind.contains("/") ? target.kind : "\(relationships)/\(target.kind)"
      return "<Relationship Id=\"\(target.id)\" Type=\"\(type)\" Target=\"\(target.target)\"/>"
    }
    return "<Relationships xmlns=\"\(packageRelationships)\">\(elements.joined())</Relationships>"
  }

  /// Zips the parts into a file of the folder and returns its path.
  func write(to folder: TemporaryFolder, name: String = "book.xlsx") throws -> String {
    let path = folder.file(name)
    let encoded = parts.mapValues { Data($0).base64EncodedString() }
    try PythonScript.run(
      """
      import base64, json, sys, zipfile
      with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
          for name, content in sorted(json.load(sys.stdin).items(), key=lambda part: part[0] != "[Content_Types].xml"):
              archive.writestr(name, base64.b64decode(content))
      """, [path], input: try JSONEncoder().encode(encoded))
    return path
  }
}
