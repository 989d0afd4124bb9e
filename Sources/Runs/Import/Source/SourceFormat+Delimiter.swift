import Rows

extension SourceFormat {
  /// The byte between the cells of texts that a run writes beside its input.
  var delimiter: UInt8 { if case .delimited(let dialect) = self { dialect.delimiter } else { UInt8(ascii: ";") } }
}
