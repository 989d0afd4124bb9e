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
  /// - Throws: ``KundregError`` with status 65 when it is malformed, damaged or too large.
  convenience init(part: WorkbookPart) throws {
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
    while try parser.feed() {
      // Places in the text are 32 bits wide.
      guard parse.pointee.bytes.count <= Int(UInt32.max) else {
        throw KundregError(
          .unreadableInput, code: "xlsx.partTooLarge",
          "The part \(part.name) of the workbook \(part.archive.path) holds more than 4 GB of text. Split the workbook."
        )
      }
    }
  }

  var count: Int { parse.pointee.bounds.count - 1 }
  /// All texts, one after another.
  var bytes: UnsafePointer<UInt8> { UnsafePointer(parse.pointee.bytes.base) }
  /// Where each text starts, and one more for the end of the last.
  var bounds: UnsafePointer<UInt32> { UnsafePointer(parse.pointee.bounds.base) }
}

/// Reads the shared strings at most once, and only when a sheet is read.
final class SharedStringsCache: Sendable {
  private let strings = Mutex<SharedStrings?>(nil)

  func strings(_ part: String?, in archive: WorkbookArchive) throws -> SharedStrings {
    try strings.withLock { known in
      if let known { return known }
      let read = try part.map { try SharedStrings(part: archive.part($0)) } ?? SharedStrings()
      known = read
      return read
    }
  }
}
