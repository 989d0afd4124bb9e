import CLibXML2

/// One element as it starts, for the small parts of a workbook. Names are local: transitional and strict workbooks
/// differ in their namespaces only.
struct XMLElement {
  let name: String
  /// The element around it; empty for the root.
  let parent: String
  private let attributes: [(name: String, value: String)]

  /// The value of an attribute by its local name.
  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Reads a yes or no; anything else is the default.
  func flag(_ name: String, default value: Bool = false) -> Bool {
    switch self[name] {
    case "1", "true", "on": true
    case "0", "false", "off": false
    default: value
    }
  }

  fileprivate init(
    name: String, parent: String, count: Int32, attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    self.name = name
    self.parent = parent
    self.attributes = (0..<Int(count)).compactMap { index in
      // Five pointers each: local name, prefix, namespace, start and end of the value.
      guard let raw = attributes.map({ $0 + index * 5 }), let label = raw[0], let start = raw[3], let end = raw[4]
      else {
        return nil
      }
      return (String(cString: label), Self.value(UnsafeBufferPointer(start: start, count: end - start)))
    }
  }

  /// libxml2 hands over every ampersand of an attribute as `&#38;` when it does not replace entities itself.
  private static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    if bytes.contains(UInt8(ascii: "&")) {
      text = text.split(separator: "&#38;", omittingEmptySubsequences: false).joined(separator: "&")
    }
    return text
  }
}

/// Walks over the elements of a small part from start to end.
enum XMLElements {
  private final class Walk {
    let visit: (XMLElement) -> Void
    var open: [String] = []
    init(visit: @escaping (XMLElement) -> Void) { self.visit = visit }
  }

  /// Calls `visit` for the start of each element, in order.
  ///
  /// - Throws: ``KundregError`` with status 65 when the part is missing, malformed, damaged, too large or has a document
  ///   type.
  static func walk(
    _ archive: WorkbookArchive, part: String, maximumSize: Int = WorkbookLimits.descriptionSize,
    visit: @escaping (XMLElement) -> Void
  ) throws {
    let walk = Walk(visit: visit)
    try withExtendedLifetime(walk) {
      let parser = try XMLPushParser(
        part: archive.part(part, maximumSize: maximumSize), receiver: Unmanaged.passUnretained(walk).toOpaque(),
        startElement: { context, name, _, _, _, _, count, _, attributes in
          guard let name else { return }
          let walk = XMLElements.walk(of: context)
          let label = String(cString: name)
          walk.visit(XMLElement(name: label, parent: walk.open.last ?? "", count: count, attributes: attributes))
          walk.open.append(label)
        },
        endElement: { context, _, _, _ in XMLElements.walk(of: context).open.removeLast() })
      while try parser.feed() {}
    }
  }

  private static func walk(of context: UnsafeMutableRawPointer?) -> Walk {
    let receiver = context.unsafelyUnwrapped.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private
    return Unmanaged<Walk>.fromOpaque(receiver.unsafelyUnwrapped).takeUnretainedValue()
  }
}
