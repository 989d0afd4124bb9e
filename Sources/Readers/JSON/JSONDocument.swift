import CustomerModel
package import Rows
package import Texts

/// A JSON document: an array of objects or JSON Lines, which are one table, or an object in which each array of objects is a
/// table. The only table of a document has no name.
///
/// Values become columns by path (`invoiceAddress.city`, `contactPersons[0].email`); the first row holds the paths. An array
/// of scalars is one cell in which each element is followed by the byte 0x1F. Null is an empty cell, a name that an object
/// does not have a missing one. Numbers are the text that stands in the document. A row's position is the object's, from 1;
/// the first row's is 0.
package struct JSONDocument: TableSource {
  package let format = SourceFormat.json
  package var tables: [TableInfo] { lists.map { TableInfo(name: $0.name, page: $0.page) } }
  private let file: InputFile
  private let guess: EncodingGuess
  private let lists: [JSONList]
  /// Those of each list.
  private let columns: [JSONColumns]
  private let maximumSize: Int
  private let chunkSize: Int

  /// Opens a document and reads it, to check it and to find the columns of each list.
  ///
  /// - Parameter chunkSize: the most bytes that are read at once.
  /// - Throws: ``KundregError`` with status 65, line and column: `json.syntax`, `json.notObjects`, `json.tooDeep`,
  ///   `json.tooLarge`, `json.tooManyColumns`, `json.tooManyLists`.
  package init(file: InputFile, options: ReadingOptions = ReadingOptions(), chunkSize: Int = 1 << 18) throws {
    self.file = file
    self.chunkSize = chunkSize
    maximumSize = options.maximumRowSize
    guess = try JSONDocument.encoding(of: file)
    lists = try JSONList.find(JSONDocument.tokenizer(file, guess, maximumSize, chunkSize))
    var columns: [JSONColumns] = []
    for list in lists {
      let tokenizer = try JSONDocument.tokenizer(file, guess, maximumSize, chunkSize)
      var objects = JSONObjects(tokenizer, layout: list.layout)
      var walker = JSONObjectWalker(tokenizer)
      walker.columns = JSONColumns(beside: columns)
      while try objects.next() {
        try walker.collect()
        _ = tokenizer.passInvalid(before: tokenizer.offset)
      }
      walker.columns.assignColumns()
      columns.append(walker.columns)
    }
    self.columns = columns
  }

  package func rows(ofTable index: Int) throws -> any RowReader {
    JSONReader(
      try JSONDocument.tokenizer(file, guess, maximumSize, chunkSize), layout: lists[index].layout,
      columns: columns[index])
  }

  package func notes(ofTable index: Int) -> [Text] { [] }

  /// JSON is UTF-8 unless its first bytes say UTF-16. Source: RFC 8259, section 8.1, and RFC 4627, section 3.
  static func encoding(of file: InputFile) throws -> EncodingGuess {
    let prefix = try file.prefix(256)
    if let mark = ByteOrderMark(prefix) { return EncodingGuess(encoding: mark.encoding, start: mark.length) }
    return EncodingGuess(encoding: UTF16Pattern.guess(prefix) ?? .utf8, start: 0)
  }

  private static func tokenizer(
    _ file: InputFile, _ guess: EncodingGuess, _ maximumSize: Int, _ chunkSize: Int
  ) throws -> JSONTokenizer {
    try JSONTokenizer(file: file, guess: guess, maximumSize: maximumSize, chunkSize: chunkSize)
  }
}

/// Reads the objects of a document as rows, the header first.
struct JSONReader: RowReader {
  /// A batch ends when its text is larger, bytes.
  private static let batchSize = 1 << 20
  /// A batch ends when it has more cells: rows may have many of which nearly all are missing.
  private static let batchCells = 512 << 10

  private var objects: JSONObjects
  private var walker: JSONObjectWalker
  private var position = 0
  private var isAtEnd = false

  init(_ tokenizer: JSONTokenizer, layout: JSONLayout, columns: JSONColumns) {
    objects = JSONObjects(tokenizer, layout: layout)
    walker = JSONObjectWalker(tokenizer, columns: columns)
    // Without a column there is no header and nothing to read.
    isAtEnd = columns.headings.isEmpty
  }

  mutating func read(into batch: inout RowBatch, maximumRows: Int) throws -> Bool {
    batch.removeAll()
    while !isAtEnd, batch.rows.count < maximumRows, batch.arena.count < JSONReader.batchSize,
      batch.cells.count < JSONReader.batchCells
    {
      if position == 0 {
        appendHeader(to: &batch)
      } else if try objects.next() {
        try walker.append(to: &batch, position: position)
      } else {
        isAtEnd = true
        break
      }
      position += 1
    }
    return !batch.rows.isEmpty
  }

  private func appendHeader(to batch: inout RowBatch) {
    batch.rows.append(RowBatch.Row(firstCell: 0, cellCount: walker.columns.headings.count, position: 0))
    for heading in walker.columns.headings {
      batch.cells.append(RowBatch.Cell(start: batch.arena.count, length: heading.count))
      batch.arena.append(contentsOf: heading)
    }
  }
}
