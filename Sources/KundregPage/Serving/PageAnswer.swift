import HTTPTypes
import Texts

/// What a request is answered with, before the doors add what every answer has.
struct PageAnswer: Sendable {
  var status: HTTPResponse.Status
  var headers: HTTPFields
  var bytes: [UInt8]

  private init(_ status: HTTPResponse.Status, _ headers: HTTPFields, _ bytes: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.bytes = bytes
  }

  static func page(_ html: HTMLWriter, status: HTTPResponse.Status = .ok) -> PageAnswer {
    PageAnswer(
      status, [.contentType: "text/html; charset=utf-8", .contentLanguage: html.language.rawValue], html.bytes)
  }

  /// After a form: the browser asks for a page, which a reload asks for again.
  static func see(_ address: PageAddress, setting cookie: String? = nil) -> PageAnswer {
    var headers: HTTPFields = [.location: address.path]
    if let cookie { headers[.setCookie] = cookie }
    return PageAnswer(.seeOther, headers)
  }

  static func asset(_ asset: Asset) -> PageAnswer {
    PageAnswer(
      .ok, [.contentType: asset.mediaType, .cacheControl: "private, max-age=31536000, immutable"], asset.bytes)
  }
}
