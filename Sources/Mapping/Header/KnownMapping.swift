/// A mapping with what it knows of the headings of some table.
struct KnownMapping {
  let file: MappingFile
  let synonyms: HeaderSynonyms

  /// - Parameter keys: those of the table's cells.
  init(_ file: MappingFile, among keys: Set<String>) {
    self.file = file
    synonyms = HeaderSynonyms(file.columns, among: keys)
  }

  func match(_ headings: Headings) -> HeaderMatch { HeaderMatch(synonyms, file.columns, headings) }
}
