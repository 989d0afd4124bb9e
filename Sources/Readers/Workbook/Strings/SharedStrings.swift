import CustomerModel
import Synchronization

/// The texts that cells of all sheets refer to by number (ECMA-376 part 1, 18.4.9): one run of bytes and where each text
/// ends in it.
///
/// Unchecked because of the bare memory below, which only the initialiser writes, before anyone else has the object.
final class SharedStrings: @unchecked Sendable {
  private let parse: UnsafeMutablePointer<SharedStringsParse>

  /// A workbook without shared texts.
  init() {
    parse = .allocate(capacity: 1)
    parse.initialize(to: SharedStringsParse())
  }

  deinit {
    parse.deinitialize(count: 1)
    parse.deallocate()
  }

  /// Reads the shared strings part.
  ///
  /// - Parameter maximumSize: the most bytes that the table may take.
  /// - Throws: ``KundregError`` with status 65 when it is malformed, damaged or too large.
  convenience init(part: WorkbookPart, maximumSize: Int) throws {
    self.init()
    let parser = try XMLPushParser(
      part: part, receiver: parse,
      startElement: { context, name, _, _, _, _, _, _, _ in
        XMLPushParser.receiver(of: context, as: SharedStringsParse.self).pointee.startElement(name)
      },
      endElement: { context, _, _, _ in
        XMLPushParser.receiver(of: context, as: SharedStringsParse.self).pointee.endElement()
      },
      characters: { context, text, count in
        guard let text else { return }
        XMLPushParser.receiver(of: context, as: SharedStringsParse.self).pointee.characters(text, Int(count))
      })
    parse.pointee.intern(parser)
    // Places in the text are 32 bits wide.
    let maximumSize = min(maximumSize, Int(UInt32.max))
    var goesOn = true
    while goesOn {
      goesOn = try parser.feed()
      guard !parse.pointee.hasStrayText else {
        throw WorkbookErrors.malformed(
          part.archive.path, part: part.name, line: parser.line,
          detail: WorkbookTexts.strayText)
      }
      guard parse.pointee.size <= maximumSize else {
        throw KundregError(
          .xlsxTooMuchText, WorkbookTexts.tooMuchText(part.archive.path, megabytes: maximumSize >> 20))
      }
    }
  }

  /// The bytes of the longest text.
  var longest: Int { parse.pointee.longest }
  var count: Int { parse.pointee.bounds.count - 1 }
  /// All texts, one after another.
  var bytes: UnsafePointer<UInt8> { UnsafePointer(parse.pointee.bytes.base) }
  /// Where each text starts, and one more for the end of the last.
  var bounds: UnsafePointer<UInt32> { UnsafePointer(parse.pointee.bounds.base) }
}

/// Reads the shared strings at most once, and only when a sheet is read.
final class SharedStringsCache: Sendable {
  private let strings = Mutex<SharedStrings?>(nil)

  /// - Parameter maximumSize: the most bytes that the table may take.
  func strings(_ part: String?, in archive: WorkbookArchive, maximumSize: Int) throws -> SharedStrings {
    try strings.withLock { known in
      if let known { return known }
      let read =
        try part.map { try SharedStrings(part: archive.part($0), maximumSize: maximumSize) } ?? SharedStrings()
      known = read
      return read
    }
  }
}
