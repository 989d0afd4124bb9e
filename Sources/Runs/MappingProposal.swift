import Foundation
package import Mapping
package import Rows

/// Proposes a mapping file for an input that no mapping fits.
package enum MappingProposal {
  /// Looks at the header and the first rows of an input.
  ///
  /// - Throws: ``KundregError`` with status 65 when the input cannot be read.
  package static func make(
    input: String, sheet: String?, reading: ReadingOptions, library: MappingLibrary
  ) throws -> MappingSuggestion {
    var options = ImportOptions(input: input)
    options.sheet = sheet
    options.reading = reading
    let opened = try OpenedTable(options, mappings: library.all)
    let file = URL(fileURLWithPath: input).deletingPathExtension().lastPathComponent
    return MappingSuggestion.suggest(
      header: opened.header, sample: Array(opened.sample.dropFirst(opened.headerRow + 1)), library: library,
      name: input == "-" ? "suggested" : file)
  }
}
