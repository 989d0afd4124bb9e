import Foundation

enum Base64 {
  static func decode(_ text: String) -> String? {
    Data(base64Encoded: text).flatMap { String(data: $0, encoding: .utf8) }
  }

  /// Without padding and with `-` and `_` (RFC 4648, section 5), as JSON web tokens have it.
  static func encodeForURL(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
