import Documents
import Foundation
import Understanding

/// One list of `Benchmarks/headings`: headings, some cells, and the right answers.
struct HeadingList {
  struct Column {
    let heading: String
    /// Nil for a column that must not be taken, or may be left.
    let answers: [String?]
    /// True when all answers are filled from this column.
    let needsAll: Bool
    let cells: [String]
  }

  let name: String
  let language: String
  let band: [String]
  let hasHeader: Bool
  let columns: [Column]

  init(path: String) throws {
    let root = try JSONNode(parsing: Array(Data(contentsOf: URL(fileURLWithPath: path))))
    func text(_ node: JSONNode?) -> String? { if case .text(let text)? = node { text } else { nil } }
    name = text(root["name"]) ?? path
    language = text(root["language"]) ?? ""
    band = root["band"]?.elements.map { text($0) ?? "" } ?? []
    hasHeader = root["hasHeader"] != .boolean(false)
    columns = (root["columns"]?.elements ?? []).map { node in
      Column(
        heading: text(node["heading"]) ?? "",
        answers: node["fields"]?.elements.map { text($0) } ?? [text(node["field"])],
        needsAll: node["all"] == .boolean(true), cells: node["cells"]?.elements.map { text($0) ?? "" } ?? [])
    }
  }

  var sample: [[String?]] {
    (0..<(columns.map(\.cells.count).max() ?? 0)).map { row in
      columns.map { row < $0.cells.count ? $0.cells[row] : nil }
    }
  }

  /// Every list of a folder, by name.
  static func all(in folder: String) throws -> [HeadingList] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }.sorted().map {
      try HeadingList(path: "\(folder)/\($0)")
    }
  }
}
