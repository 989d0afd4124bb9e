import CustomerModel
import HTTPTypes
import Runs
import Texts

/// Why a request gets no page, as the person is told it.
struct PageFault: Error, Sendable {
  let status: HTTPResponse.Status
  let title: Text
  let text: Text
  /// Seconds after which the same request may go well; nil where it will not.
  var retryAfter: Int?

  static let unknownAddress = PageFault(
    status: .notFound, title: FaultTexts.unknownAddress, text: FaultTexts.startAgain)
  static let wrongHost = PageFault(
    status: .misdirectedRequest, title: FaultTexts.wrongHostTitle, text: FaultTexts.wrongHost)
  static let foreignForm = PageFault(
    status: .forbidden, title: FaultTexts.foreignFormTitle, text: FaultTexts.foreignForm)
  static let unknownMethod = PageFault(
    status: .methodNotAllowed, title: FaultTexts.unknownMethod, text: FaultTexts.startAgain)
  static let formTooLarge = PageFault(
    status: .contentTooLarge, title: FaultTexts.formTooLargeTitle,
    text: FaultTexts.formTooLarge(bytes: ServingLimits.formBytes))
  static let formTooSlow = PageFault(
    status: .requestTimeout, title: FaultTexts.formTooSlowTitle, text: FaultTexts.formTooSlow)
  static let noForm = PageFault(status: .badRequest, title: FaultTexts.noForm, text: FaultTexts.startAgain)
  static let addressTooLong = PageFault(
    status: .uriTooLong, title: FaultTexts.addressTooLong, text: FaultTexts.startAgain)
  static let tooMany = PageFault(
    status: .serviceUnavailable, title: FaultTexts.tooManyTitle, text: FaultTexts.tooMany, retryAfter: 5)
  static let registerReplaced = PageFault(
    status: .serviceUnavailable, title: FaultTexts.registerReplacedTitle, text: FaultTexts.registerReplaced)
  static let linkClosed = PageFault(status: .gone, title: LoginTexts.linkClosedTitle, text: LoginTexts.linkClosed)
  static let loggedOut = PageFault(
    status: .forbidden, title: LoginTexts.loggedOutTitle, text: LoginTexts.loggedOut)
  static let wrongPassword = PageFault(
    status: .forbidden, title: LoginTexts.wrongPasswordTitle, text: LoginTexts.wrongPassword)

  static func mustWait(_ seconds: Int) -> PageFault {
    PageFault(
      status: .tooManyRequests, title: LoginTexts.mustWaitTitle, text: LoginTexts.mustWait(seconds: seconds),
      retryAfter: seconds)
  }

  static let ours = PageFault(status: .internalServerError, title: FaultTexts.oursTitle, text: FaultTexts.ours)

  /// What a room below says of why it could not, with personal identity numbers masked: it may repeat what was asked for.
  init(_ error: KundregError) {
    let text = Text(
      en: IdentityMask.masked(error.text.english, outside: []), sv: IdentityMask.masked(error.text.swedish, outside: [])
    )
    switch error.status {
    case .notPermitted: self.init(status: .forbidden, title: FaultTexts.notPermitted, text: text)
    case .usage: self.init(status: .badRequest, title: FaultTexts.notUnderstood, text: text)
    case .busy: self.init(status: .serviceUnavailable, title: FaultTexts.busy, text: text, retryAfter: 5)
    case .failed where error.code == ErrorCode.customerUnknown.name || error.code == ErrorCode.runUnknown.name:
      self.init(status: .notFound, title: FaultTexts.unknownThing, text: text)
    case .failed, .unreadableInput, .unavailable, .configuration:
      self.init(status: .internalServerError, title: FaultTexts.oursTitle, text: text)
    }
  }

  init(status: HTTPResponse.Status, title: Text, text: Text, retryAfter: Int? = nil) {
    self.status = status
    self.title = title
    self.text = text
    self.retryAfter = retryAfter
  }
}
