import Foundation
package import Mapping
package import Rows

/// Proposes a mapping file for an input that no mapping fits.
package enum MappingProposal {
  /// Looks at the header and the first rows of an input; of several sheets at those of the one that the mappings know best.
  ///
  /// - Returns: the proposal, and what a person should know of it, in sentences.
  /// - Throws: ``KundregError`` with status 65 when the input cannot be read.
  package static func make(
    input: String, sheet: String?, reading: ReadingOptions, library: MappingLibrary
  ) throws -> (suggestion: MappingSuggestion, notes: [String]) {
    var options = ImportOptions(input: input)
    options.sheet = sheet
    options.reading = reading
    let opened = try OpenedTable(options, mappings: library.all)
    let file = URL(fileURLWithPath: input).deletingPathExtension().lastPathComponent
    let suggestion = MappingSuggestion.suggest(
      header: opened.best.header, sample: opened.best.rows, library: library,
      name: input == "-" ? "suggested" : file)
    // An import leaves these out whatever the mapping is.
    let read = opened.unread.filter { $0.reason != .hidden && $0.reason != .ofOthers }
    let others = opened.sheets.filter { $0.table != opened.best.table }.map(\.info.name) + read.map(\.name)
    guard !others.isEmpty else { return (suggestion, []) }
    let names = others.map { "“\($0)”" }.joined(separator: ", ")
    let rest =
      others.count == 1
      ? "The other filled sheet is \(names): an import takes it too where the mapping finds in it what it requires."
      : "The other filled sheets are \(names): an import takes those in which the mapping finds what it requires."
    return (suggestion, ["Looked at sheet “\(opened.best.info.name)” only. \(rest)"])
  }
}
