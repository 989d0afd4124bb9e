import CustomerModel
import Documents
import Foundation
package import Rows
package import Texts

/// A mapping as its file says it: from source columns or JSON paths to fields of the card, and back to an accounting system.
///
/// `docs/mappings.md` describes the format, `Mappings/mapping.schema.json` lets editors complete it.
package struct MappingFile: Sendable {
  /// What `--mapping` calls it; the file's name without `.json` when the file does not say.
  package let name: String
  /// What it is for, in a sentence; empty when the file does not say.
  package let description: Text
  /// The path it was read from.
  package let origin: String
  /// The folder of that path; empty where it names none.
  var folder: Substring { origin[..<(origin.lastIndex(of: "/") ?? origin.startIndex)] }
  /// `in`, or `both` for an accounting system's JSON.
  package let direction: MappingDirection

  package let encoding: TextEncoding?
  package let delimiter: UInt8?
  /// What escapes in a text file; nil when it is to be found.
  package let escape: Dialect.Escape?
  /// The sheet to read of a workbook; nil for the one that fits best.
  package let sheet: String?
  /// The row of the headings, from 1; 0 for a list without any, whose columns are called by position; nil when it is to be found.
  package let headerRow: Int?
  package let empty: EmptyPolicy?
  /// Cells of exactly this text, without regard to case and blanks, clear their field.
  package let clearWords: [String]
  /// Words that stand for a blank cell, instead of those that are known; nil when the file does not say.
  package let blankWords: [String]?
  /// The damages of cells that are mended.
  package let repairs: Set<Repair>
  package let otherColumns: OtherColumns
  /// What further rows of a customer bring; nil when a customer stands on one row.
  package let severalRows: SeveralRows?
  /// What decides the type of new customers whose rows give none; nil for the register's default.
  package let typeFrom: TypeSource?
  /// True when the file says all there is to say of a list: the columns that it leaves are left.
  package let isComplete: Bool
  /// Lists of headings, of each of which a header has one where the file is the program's own that the mapping is for; empty for
  /// a mapping that any header may choose.
  package let recognisedBy: [[String]]
  package internal(set) var columns: [ColumnMapping]

  /// Reads a mapping file.
  ///
  /// - Throws: ``KundregError`` with status 78: `mapping.unreadable`, or as ``init(json:origin:)``.
  package static func load(path: String) throws -> MappingFile {
    let bytes: [UInt8]
    do throws(DocumentFile.Failure) {
      bytes = try DocumentFile.bytes(path: path)
    } catch {
      throw KundregError(.mappingUnreadable, MappingTexts.unreadable(path, error.reason))
    }
    return try MappingFile(json: bytes, origin: path)
  }

  /// Reads the text of a mapping file; `origin` is what errors call it.
  ///
  /// - Throws: ``KundregError`` with status 78 and a code `mapping.…`, naming file, line and JSON path.
  package init(json: [UInt8], origin: String) throws {
    let reader = MappingReader(bytes: json, origin: origin)
    let root = try reader.root()
    try reader.checkKeys(of: root, at: "", known: Self.keys)
    _ = try reader.string(root, "$schema", at: "")
    let fileName = origin.split(separator: "/").last.map(String.init) ?? origin
    let name = try reader.string(root, "name", at: "")
    if name == "" { throw reader.error(.mappingBadValue, root["name"], at: "name", MappingMistakeTexts.nameIsEmpty) }
    self.name = name ?? (fileName.hasSuffix(".json") ? String(fileName.dropLast(5)) : fileName)
    self.origin = origin
    let description = try reader.string(root, "description", at: "") ?? ""
    self.description = Text(
      en: description, sv: try reader.string(root, "swedishDescription", at: "") ?? description)
    direction = try reader.direction(root)
    encoding = try reader.encoding(root)
    delimiter = try reader.delimiter(root)
    escape = try reader.word(root, "escape", at: "")
    sheet = try reader.string(root, "sheet", at: "")
    headerRow = try reader.headerRow(root)
    empty = try reader.word(root, "empty", at: "")
    clearWords = try reader.strings(root, "clearWords", at: "") ?? []
    blankWords = try reader.strings(root, "blankWords", at: "")
    repairs = try reader.repairs(root)
    otherColumns = try reader.word(root, "otherColumns", at: "") ?? .report
    severalRows = try reader.word(root, "severalRows", at: "")
    typeFrom = try reader.word(root, "typeFrom", at: "")
    isComplete = try reader.boolean(root, "complete", at: "")
    recognisedBy = try root["recognisedBy"].map { try reader.parts($0, at: "recognisedBy") } ?? []
    if typeFrom != nil, direction == .both {
      throw reader.error(.mappingBadValue, root["typeFrom"], at: "typeFrom", MappingMistakeTexts.typeFromOfBoth)
    }
    columns = try reader.columns(root, direction)
  }

  /// A damage of cells that can be mended, or left.
  package enum Repair: String, Sendable, CaseIterable {
    case guards, fractions
  }

  /// True when the file says something of how a text is to be read.
  package var saysHowTextIsWritten: Bool { encoding != nil || delimiter != nil || escape != nil }

  /// The keys of the file, in the order of its documentation.
  package static let keys = [
    "$schema", "name", "description", "swedishDescription", "direction", "encoding", "delimiter", "escape", "sheet",
    "headerRow", "empty", "clearWords", "blankWords", "repairs", "otherColumns", "severalRows", "typeFrom", "complete",
    "recognisedBy",
    "columns",
  ]

  /// The keys of an entry of `columns`, in the order of their documentation.
  package static var columnKeys: [String] { MappingReader.columnKeys }

  /// The names of the transforms: those that stand alone, and those that take an argument.
  package static var transformNames: (alone: [String], withArgument: [String]) {
    (Transform.simple.map(\.name), Transform.withArgument)
  }

  /// The names of the transforms on the way out.
  package static var outTransformNames: [String] { OutgoingForm.Transform.allCases.map(\.rawValue) }
}
