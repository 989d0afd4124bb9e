import CustomerModel
import Foundation
import Mapping
import Understanding

/// Understands small lists, for tests.
enum Probe {
  static let mappings =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Mappings"

  /// The headings of a list, with what an import would begin from.
  static func understand(_ list: HeadingList, _ words: WordBook, _ library: MappingLibrary) -> Understanding {
    understand(list.columns.map(\.heading), list.sample, band: list.band, words, library)
  }

  static func understand(
    _ header: [String], _ sample: [[String?]], band: [String] = [], _ words: WordBook, _ library: MappingLibrary?
  ) -> Understanding {
    var given: MappingFile?
    var nearest: MappingFile?
    if band.allSatisfy(\.isEmpty) {
      switch library?.best(for: header) {
      case .mapping(let file, _): given = file
      case .nearest(let file, _): nearest = file
      case .nothing, nil: break
      }
    }
    return Understanding(
      header: header, band: spread(band, over: header), sample: sample, words: words, given: given, nearest: nearest)
  }

  /// A merged cell has its text in the first.
  private static func spread(_ band: [String], over header: [String]) -> [String] {
    var word = ""
    return band.map { cell in
      if !cell.isEmpty { word = cell }
      return word
    }
  }

  /// The fields of columns, each written `heading: cells`, with blanks between the cells.
  static func fields(_ columns: [(String, [String])], band: [String] = []) throws -> [String] {
    let library = try MappingLibrary(folders: [mappings])
    let rows = columns.map(\.1.count).max() ?? 0
    let sample = (0..<rows).map { row in columns.map { row < $0.1.count ? Optional($0.1[row]) : nil } }
    let found = understand(
      columns.map(\.0), sample, band: band, try WordBook(files: library.wordFiles), nil)
    return found.columns.map { $0.fields.map(\.description).joined(separator: "+") }
  }
}
