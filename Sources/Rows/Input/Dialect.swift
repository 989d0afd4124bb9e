/// How a delimited text is written.
package struct Dialect: Sendable, Hashable {
  /// The byte between cells: `;`, `,`, tab or `|`.
  package var delimiter: UInt8
  /// The byte around cells that hold the delimiter, a quote or a line break; nil when the text uses none.
  package var quote: UInt8?
  /// What takes the meaning from the character after it.
  package var escape: Escape
  /// True when a whole line may stand in quotes, as a program writes it that took the line for one cell.
  package var hasQuotedLines: Bool
  package var encoding: TextEncoding
  package init(
    delimiter: UInt8, quote: UInt8? = UInt8(ascii: "\""), escape: Escape = .none, hasQuotedLines: Bool = false,
    encoding: TextEncoding = .utf8
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
    self.hasQuotedLines = hasQuotedLines
    self.encoding = encoding
  }

  /// What in a text takes the meaning from the character after it, as mappings name it.
  package enum Escape: String, Sendable, Hashable, CaseIterable {
    /// Nothing: a quote inside a cell is doubled, and a backslash is a character like any other.
    case none = ""
    /// A backslash, as MySQL, PostgreSQL and programs in PHP write it before quotes, delimiters, line breaks and itself.
    case backslash = "\\"
  }
}
