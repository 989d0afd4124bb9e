/// Writes a text so that it stands for itself in a path's segment or a query's value.
package enum PercentEncoding {
  /// All but the unreserved characters is written as `%XX` of its UTF-8.
  ///
  /// So strict because both are treacherous: `/` and `+` are legal in Fortnox's customer numbers, and a raw `+` in a query
  /// is a blank to many servers. Source: RFC 3986, 2.3.
  package static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text as one segment of a path; nil when it cannot be one: an empty segment would name the whole list, and a dot or
  /// two are steps in the tree, encoded or not. Source: RFC 3986, 5.2.4.
  package static func segment(_ text: String) -> String? {
    text.isEmpty || text == "." || text == ".." ? nil : encoded(text)
  }
}
