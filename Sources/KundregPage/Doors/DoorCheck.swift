import HTTPTypes
import PageLaunch

/// What is asked of every request before anything else is.
struct DoorCheck: Sendable {
  /// Why a request is not let in.
  enum Refusal: Sendable, Equatable {
    /// It asks for a name that is not the page's: somebody made another name lead here.
    case wrongHost
    /// It would change something, and does not come from our own pages.
    case foreignForm
    case unknownMethod
  }

  let origin: PageOrigin

  /// Nil for a request that may come in.
  func refusal(of request: HTTPRequest) -> Refusal? {
    guard request.authority?.lowercased() == origin.authority, request.headerFields[values: Self.host].isEmpty else {
      return .wrongHost
    }
    switch request.method {
    // They change nothing.
    case .get, .head: return nil
    case .post: return isOurs(request.headerFields) ? nil : .foreignForm
    default: return .unknownMethod
    }
  }

  /// A second `Host`, which the server leaves among the other fields.
  private static let host = HTTPField.Name("Host")!
  private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!

  /// Whether the browser says that the request comes from a page of this very origin. `same-site` is not enough: all ports of
  /// one host are one site. Nothing said is nothing proved.
  private func isOurs(_ headers: HTTPFields) -> Bool {
    let sites = headers[values: Self.fetchSite]
    guard sites.isEmpty else { return sites == ["same-origin"] }
    return headers[values: .origin] == [origin.description]
  }
}
