import CustomerModel
import Rows
import Texts

/// The rows of one sheet, read as they are asked for.
struct SheetRowReader: RowReader {
  private let pass: SheetPass

  /// - Parameter finish: gets the notes when the last row has been read.
  init(part: WorkbookPart, context: SheetContext, finish: @escaping ([Text]) -> Void) throws {
    pass = try SheetPass(part: part, context: context, finish: finish)
  }

  mutating func read(into batch: inout RowBatch, maximumRows: Int) throws -> Bool {
    try pass.read(into: &batch, maximumRows: maximumRows)
  }
}

/// One pass over a sheet part: feeds the parser until enough rows wait, and hands them over.
private final class SheetPass {
  /// Rows are handed over before the wanted number is reached when this much waits.
  private static let enoughBytes = 4 << 20
  private static let enoughCells = 512 << 10
  /// A cell refers to a text in some twenty bytes. Where texts are long, few of these are parsed at once.
  private static let longText = 8 << 10
  private static let piece = 2 << 10

  private let context: SheetContext
  private let part: WorkbookPart
  private let parse: UnsafeMutablePointer<SheetParse>
  private let finish: ([Text]) -> Void
  private var parser: XMLPushParser?
  /// How many of the waiting rows have been handed over.
  private var taken = 0

  init(part: WorkbookPart, context: SheetContext, finish: @escaping ([Text]) -> Void) throws {
    self.context = context
    self.part = part
    self.finish = finish
    parse = .allocate(capacity: 1)
    parse.initialize(to: SheetParse(context))
    let parser = try XMLPushParser(
      part: part, receiver: parse,
      startElement: { context, name, _, _, _, _, count, _, attributes in
        let parse = XMLPushParser.receiver(of: context, as: SheetParse.self)
        parse.pointee.startElement(name.unsafelyUnwrapped, Int(count), attributes)
        if parse.pointee.failure != nil { XMLPushParser.stop(context) }
      },
      endElement: { context, _, _, _ in
        let parse = XMLPushParser.receiver(of: context, as: SheetParse.self)
        parse.pointee.endElement()
        if parse.pointee.failure != nil { XMLPushParser.stop(context) }
      },
      characters: { context, text, count in
        XMLPushParser.receiver(of: context, as: SheetParse.self).pointee.characters(text.unsafelyUnwrapped, Int(count))
      })
    parse.pointee.names = SheetNames(parser)
    self.parser = parser
  }

  deinit {
    parse.deinitialize(count: 1)
    parse.deallocate()
  }

  func read(into batch: inout RowBatch, maximumRows: Int) throws -> Bool {
    if readyCount - taken < maximumRows, parser != nil {
      parse.pointee.dropRows(taken)
      taken = 0
      try fill(maximumRows)
    }
    let count = min(maximumRows, readyCount - taken)
    guard count > 0 else {
      batch.removeAll()
      return false
    }
    parse.pointee.copyRows(taken, count: count, into: &batch)
    taken += count
    return true
  }

  /// How many rows wait that are whole: the last one may go on in the next element as long as the sheet has not ended.
  private var readyCount: Int { parser == nil ? parse.pointee.rows.count : max(parse.pointee.rows.count - 1, 0) }

  private func fill(_ wanted: Int) throws {
    while let parser, readyCount < wanted {
      let waits = readyCount > 0
      if waits, parse.pointee.arena.count > Self.enoughBytes || parse.pointee.cells.count > Self.enoughCells { return }
      let goesOn = try context.strings.longest > Self.longText ? parser.feed(atMost: Self.piece) : parser.feed()
      if let failure = parse.pointee.failure { throw failure.error(context, part: part.name, line: parser.line) }
      if !goesOn {
        finish(parse.pointee.notes.sentences)
        self.parser = nil
      }
    }
  }
}
