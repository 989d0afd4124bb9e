import Crypto

/// A file that pages load: part of the executable, under a name that changes with its content, so that browsers keep it for good.
struct Asset: Sendable {
  /// `page-1f2e3d4c5b6a.css`
  let name: String
  let mediaType: String
  let bytes: [UInt8]

  private init(_ stem: String, _ ending: String, _ mediaType: String, _ text: String) {
    bytes = Array(text.utf8)
    let digest = SHA256.hash(data: bytes).prefix(6)
    let hexadecimal = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    name = "\(stem)-\(hexadecimal).\(ending)"
    self.mediaType = mediaType
  }

  static let stylesheet = Asset("page", "css", "text/css; charset=utf-8", Stylesheet.text)
  static let script = Asset("page", "js", "text/javascript; charset=utf-8", PageScript.text)
  static let icon = Asset("icon", "svg", "image/svg+xml", PageIcon.text)

  static let all = [stylesheet, script, icon]
}
