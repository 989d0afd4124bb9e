/// Rows in order, a batch at a time. One per pass over a table; not shared between tasks.
package protocol RowReader {
  /// Replaces the contents of `batch` by the next rows, at most `maximumRows` of them.
  ///
  /// - Returns: false when there was no row left, with `batch` empty.
  /// - Throws: ``KundregError`` with status 65 when the input cannot be read as what it claims to be.
  mutating func read(into batch: inout RowBatch, maximumRows: Int) throws -> Bool
}

/// An input that holds one table or several: a delimited text, a workbook, a JSON document.
package protocol TableSource: Sendable {
  /// What the input is, for reports.
  var format: SourceFormat { get }
  /// The tables, in the order of the input.
  var tables: [TableInfo] { get }
  /// A reader of all rows of one table from its top, title lines and header included; a new pass each time.
  func rows(ofTable index: Int) throws -> any RowReader
  /// What a person should know about how the table was read, such as cells merged over data; known after a full pass.
  func notes(ofTable index: Int) -> [String]
}

/// One table of an input.
package struct TableInfo: Sendable, Hashable {
  /// The sheet's name; empty for a text or JSON file.
  package let name: String
  /// True when a person does not see the sheet. Such a table is read only when it is named.
  package let isHidden: Bool
  /// Which page of a longer list the table is, where the input says that there are others; nil for a whole list.
  package let page: ListPage?
  package init(name: String, isHidden: Bool = false, page: ListPage? = nil) {
    self.name = name
    self.isHidden = isHidden
    self.page = page
  }
}

/// One page of a list that a program gives page by page.
package struct ListPage: Sendable, Hashable {
  /// From 1; nil when the input does not say.
  package let number: Int?
  /// How many pages there are, at least two.
  package let count: Int
  package init(number: Int?, count: Int) {
    self.number = number
    self.count = count
  }
}

/// What an input turned out to be.
package enum SourceFormat: Sendable, Hashable {
  case delimited(Dialect)
  case workbook
  case json
}

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

/// The encodings of delimited texts, by the names that iconv and mappings use.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable, Codable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "WINDOWS-1252"
  case iso8859_1 = "ISO-8859-1"
  case iso8859_15 = "ISO-8859-15"
  case cp850 = "CP850"
  case cp437 = "CP437"
  case macRoman = "MACINTOSH"
}

/// What a mapping or a command says about how to read an input, over what the bytes suggest.
package struct ReadingOptions: Sendable, Hashable {
  package var encoding: TextEncoding?
  package var delimiter: UInt8?
  package var escape: Dialect.Escape?
  /// The most bytes that one part of a workbook may unpack to. Stops a zip bomb.
  package var maximumPartSize: Int
  /// The most bytes that one row or one cell may have.
  package var maximumRowSize: Int
  /// The bytes of memory that an input may take, whatever it holds.
  package var maximumMemory: Int
  /// The most bytes that are taken of standard input, or of anything else that is no regular file and may never end.
  package var maximumStreamSize: Int
  package init(
    encoding: TextEncoding? = nil, delimiter: UInt8? = nil, escape: Dialect.Escape? = nil,
    maximumPartSize: Int = 4 << 30, maximumRowSize: Int = 16 << 20, maximumMemory: Int = 400 << 20,
    maximumStreamSize: Int = 4 << 30
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.escape = escape
    self.maximumPartSize = maximumPartSize
    self.maximumRowSize = maximumRowSize
    self.maximumMemory = maximumMemory
    self.maximumStreamSize = maximumStreamSize
  }
}
