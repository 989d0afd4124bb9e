import Hummingbird
import NIOCore

/// The form that a request carries.
enum RequestForm {
  private enum Outcome: Sendable {
    case whole(ByteBuffer)
    case late
  }

  /// - Parameter time: how long it is waited for.
  /// - Throws: ``PageFault`` for a form that is too large, too slow or none.
  static func fields(of request: Request, within time: Duration) async throws -> FormFields {
    // What is announced as too large is not waited for.
    if let bytes = request.headers[.contentLength].flatMap({ Int($0) }), bytes > ServingLimits.formBytes {
      throw PageFault.formTooLarge
    }
    let outcome = try await withThrowingTaskGroup(of: Outcome.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        var request = request
        do {
          return .whole(try await request.collectBody(upTo: ServingLimits.formBytes))
        } catch is NIOTooManyBytesError {
          throw PageFault.formTooLarge
        }
      }
      group.addTask {
        try await Task.sleep(for: time)
        return .late
      }
      return try await group.next() ?? .late
    }
    guard case .whole(let body) = outcome else { throw PageFault.formTooSlow }
    guard body.readableBytes > 0 else { return FormFields.none }
    let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.filter { $0 != " " }.lowercased() }
    guard type == "application/x-www-form-urlencoded",
      let text = String(validating: body.readableBytesView, as: UTF8.self), let fields = FormFields(text)
    else { throw PageFault.noForm }
    return fields
  }
}
