import CLibXML2
import CustomerModel
import Texts

/// libxml2's push parser over one part of a workbook: bytes in, callbacks out, nothing kept.
///
/// Safe against hostile documents: no network, no entity but the five predefined ones, and a document type declaration
/// ends the parse before its content is looked at, so that no entity can ever be declared.
final class XMLPushParser {
  /// Enough to keep the calls few, small enough to stay in the processor's cache.
  private static let chunkSize = 32 << 10
  private static let initialised: Void = xmlInitParser()

  private let part: WorkbookPart
  private let context: xmlParserCtxtPtr
  private let chunk: UnsafeMutableRawBufferPointer
  /// The bytes of the chunk that are unpacked and not parsed yet.
  private var unparsed = 0..<0

  /// - Parameters:
  ///   - receiver: what ``receiver(of:as:)`` gives the callbacks. Must outlive the parser.
  ///   - characters: gets texts in pieces, in UTF-8.
  init(
    part: WorkbookPart, receiver: UnsafeMutableRawPointer, startElement: startElementNsSAX2Func,
    endElement: endElementNsSAX2Func, characters: charactersSAXFunc? = nil
  ) throws {
    _ = Self.initialised
    var sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.startElementNs = startElement
    sax.endElementNs = endElement
    sax.characters = characters
    // The same function for both spares libxml2 deciding which blanks matter.
    sax.ignorableWhitespace = characters
    sax.cdataBlock = characters
    // Without a handler libxml2 prints to standard error.
    sax.serror = { _, _ in }
    sax.internalSubset = { context, _, _, _ in XMLPushParser.stop(context) }
    // Without user data of its own the parser gives its context to the callbacks.
    guard let context = xmlCreatePushParserCtxt(&sax, nil, nil, 0, nil) else {
      throw WorkbookErrors.damaged(part.archive.path, detail: WorkbookTexts.noMemory(part: part.name))
    }
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    context.pointee._private = receiver
    self.part = part
    self.context = context
    chunk = .allocate(byteCount: Self.chunkSize, alignment: 16)
  }

  deinit {
    xmlFreeParserCtxt(context)
    chunk.deallocate()
  }

  /// The receiver, from what a callback gets as its first argument.
  @inline(__always) static func receiver<Receiver: ~Copyable>(
    of context: UnsafeMutableRawPointer?, as type: Receiver.Type
  ) -> UnsafeMutablePointer<Receiver> {
    context.unsafelyUnwrapped.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private.unsafelyUnwrapped
      .assumingMemoryBound(to: type)
  }

  /// Ends the parse from within a callback.
  static func stop(_ context: UnsafeMutableRawPointer?) {
    xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
  }

  /// The parser's own copy of a name: the callbacks get names by this pointer, so that they compare without reading.
  func interned(_ name: StaticString) -> UnsafePointer<UInt8> {
    xmlDictLookup(context.pointee.dict, name.utf8Start, Int32(name.utf8CodeUnitCount))
  }

  /// Parses the next piece, and unpacks it first if need be.
  ///
  /// - Parameter most: the most bytes to parse; nil for all that were unpacked.
  /// - Returns: false when the part has ended or a callback has stopped the parse.
  /// - Throws: ``KundregError`` with status 65 when the part is malformed, damaged, too large or has a document type.
  func feed(atMost most: Int? = nil) throws -> Bool {
    if unparsed.isEmpty { unparsed = 0..<(try part.read(into: chunk)) }
    let count = min(most ?? unparsed.count, unparsed.count)
    let start = chunk.baseAddress.map { $0 + unparsed.lowerBound }?.assumingMemoryBound(to: CChar.self)
    xmlParseChunk(context, start, Int32(count), count == 0 ? 1 : 0)
    unparsed = unparsed.lowerBound + count..<unparsed.upperBound
    if context.pointee.intSubName != nil {
      throw KundregError(
        .xlsxDocumentType, WorkbookTexts.declaresDocumentType(part.archive.path, part: part.name))
    }
    guard context.pointee.wellFormed != 0 else { throw malformed() }
    return count > 0 && context.pointee.disableSAX == 0
  }

  /// The line that the parse has come to, from 1.
  var line: Int { context.pointee.input.map { Int($0.pointee.line) } ?? 1 }

  private func malformed() -> KundregError {
    let error = context.pointee.lastError
    let firstLine = error.message.flatMap { String(cString: $0).split(separator: "\n").first }
    return WorkbookErrors.malformed(
      part.archive.path, part: part.name, line: max(1, Int(error.line)),
      detail: firstLine.map { Text(verbatim: String($0)) } ?? WorkbookTexts.notWellFormed)
  }
}
