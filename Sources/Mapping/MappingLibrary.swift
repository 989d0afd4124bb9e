import CustomerModel
import Documents
import Foundation
import Synchronization

/// The mappings of a set of folders.
package struct MappingLibrary: Sendable {
  /// In the order of the folders, then by file name. A name that an earlier folder has hides the later one.
  package let all: [MappingFile]
  /// The files of words of the folders, in their order.
  package let wordFiles: [String]

  /// Which mapping fits a header.
  package enum Choice: Sendable {
    /// All its required fields are found.
    case mapping(MappingFile, HeaderMatch)
    /// The one that knows most headings, but with required fields missing.
    case nearest(MappingFile, HeaderMatch)
    /// No mapping knows a heading.
    case nothing
  }

  /// How the name of a file of words ends: it stands beside the mappings and is none.
  package static let wordFileSuffix = ".words.json"

  package init(_ mappings: [MappingFile], wordFiles: [String] = []) {
    all = mappings
    self.wordFiles = wordFiles
  }

  /// Reads every `*.json` of the folders; schemas (`*.schema.json`) are passed over, words (`*.words.json`) kept for who asks, folders that do not exist too.
  ///
  /// - Throws: as ``MappingFile/load(path:)`` for the first file that is wrong.
  package init(folders: [String]) throws {
    var paths: [String] = []
    var words: [String] = []
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasSuffix(".json") && !name.hasSuffix(".schema.json") {
        if name.hasSuffix(Self.wordFileSuffix) {
          words.append("\(folder)/\(name)")
        } else {
          paths.append("\(folder)/\(name)")
        }
      }
    }
    wordFiles = words
    var all: [MappingFile] = []
    for file in Self.load(paths) {
      let file = try file.get()
      if !all.contains(where: { $0.name == file.name }) { all.append(file) }
    }
    self.all = all
  }

  /// Every file is read whatever the others hold, so the cores share them: nearly every command waits for this.
  private static func load(_ paths: [String]) -> [Result<MappingFile, any Error>] {
    let files = Mutex([Result<MappingFile, any Error>?](repeating: nil, count: paths.count))
    DispatchQueue.concurrentPerform(iterations: paths.count) { index in
      let file = Result { try MappingFile.load(path: paths[index]) }
      files.withLock { $0[index] = file }
    }
    return files.withLock { $0.map { $0! } }
  }

  /// The mapping of that name, or the one in that file when the text ends in `.json` or has a slash.
  ///
  /// - Throws: ``KundregError`` with status 78: `mapping.unknown`, or as ``MappingFile/load(path:)``.
  package func named(_ name: String) throws -> MappingFile {
    if let file = all.first(where: { $0.name == name }) { return file }
    if name.hasSuffix(".json") || name.contains("/") { return try MappingFile.load(path: name) }
    let names = all.map(\.name)
    throw KundregError(
      .mappingUnknown,
      NearestName.find(name, among: names).map { MappingTexts.unknown(name, meant: $0) }
        ?? MappingTexts.unknown(name, among: names))
  }

  /// The mapping that takes most columns of the header; of equals the one with fewer required fields missing, then the
  /// one that knows fewer headings in all. A program's own mappings come first where the header is recognised, and are not asked
  /// elsewhere. An accounting system's mapping is never it: no program writes such files.
  package func best(for header: [String]) -> Choice {
    let headings = Headings(header)
    let candidates = KnownMapping.asked(all, about: [headings]).map { RankedMapping($0.file, $0.match(headings)) }
    guard let best = RankedMapping.best(of: candidates.filter { $0.rank.matched > 0 }) else { return .nothing }
    return best.match.missing.isEmpty ? .mapping(best.file, best.match) : .nearest(best.file, best.match)
  }
}
