/// What an input turned out to be.
package enum SourceFormat: Sendable, Hashable {
  case delimited(Dialect)
  case workbook
  case json
}
