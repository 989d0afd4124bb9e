package import CustomerModel

extension ErrorCode {
  /// The codes of starting the page, here and in the program that serves it.
  package static let ofPageLaunch = [
    pageHostOpen, pagePort, pageDoors, pageOrigin, pageByHand, pageNoProgram, pageCannotListen,
  ]

  static let pageHostOpen = ErrorCode(
    "page.hostOpen", .usage, "The page would listen where other computers reach it without encryption.")
  static let pagePort = ErrorCode("page.port", .usage, "The page's port is none.")
  static let pageDoors = ErrorCode("page.doors", .usage, "The page is to listen at a socket and at a port.")
  static let pageOrigin = ErrorCode(
    "page.origin", .usage, "What browsers call the page is missing, no origin, or one without encryption.")
  static let pageByHand = ErrorCode(
    "page.byHand", .usage, "The program that serves the page was started without `kundreg serve`.")
  package static let pageNoProgram = ErrorCode(
    "page.noProgram", .failed, "The program that serves the page is not beside `kundreg`.")
  package static let pageCannotListen = ErrorCode(
    "page.cannotListen", .failed, "The page's port or socket is taken or not allowed.")
}
