import Foundation
package import Mapping
package import Rows
package import Texts
import Understanding

/// Proposes a mapping file for an input that no mapping fits.
package enum MappingProposal {
  /// Looks at the header and the first rows of an input; of several sheets at those of the one that the mappings know best.
  ///
  /// - Parameter name: what the mapping is called that is kept; nil for one to start from, which is called as the file is.
  /// - Returns: the proposal, and what a person should know of it.
  /// - Throws: ``KundregError`` with status 65 when the input cannot be read.
  package static func make(
    input: String, sheet: String?, reading: ReadingOptions, library: MappingLibrary, name: String? = nil
  ) throws -> (suggestion: MappingSuggestion, notes: [Text]) {
    var options = ImportOptions(input: input)
    options.sheet = sheet
    options.reading = reading
    let opened = try OpenedTable(options, mappings: library.all)
    let file = URL(fileURLWithPath: input).deletingPathExtension().lastPathComponent
    let isKept = name != nil
    let name = name ?? (input == "-" ? "suggested" : file)
    let best = opened.best
    let suggestion = try opened.proposedUnderstanding(library, name: name).suggestion(
      name: name, rows: (best.beginsWithCustomers ? best.withoutHeadings() : best).rows.count, isComplete: isKept)
    // A list without headings is read by its cells alone.
    let lacksWords = library.wordFiles.isEmpty && !best.beginsWithCustomers
    let notes = lacksWords ? [ImportSourceTexts.noWords] : []
    // An import leaves these out whatever the mapping is.
    let read = opened.unread.filter { $0.reason != .hidden && $0.reason != .ofOthers }
    let others = opened.sheets.filter { $0.table != opened.best.table }.map(\.info.name) + read.map(\.name)
    guard !others.isEmpty else { return (suggestion, notes) }
    return (suggestion, notes + [ImportSourceTexts.lookedAt(opened.best.info.name, others: others)])
  }
}
