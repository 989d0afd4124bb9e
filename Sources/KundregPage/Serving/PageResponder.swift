import CustomerModel
import HTTPTypes
import Hummingbird
import NIOCore
import Texts

/// Answers every request: the doors first, then the page, and at last what every answer has. Nothing is thrown on to the server,
/// whose own answers would lack it.
struct PageResponder: HTTPResponder {
  typealias Context = PageContext

  private let site: PageSite
  private let pages: Pages
  private let count: RequestCount

  init(_ site: PageSite, requests: Int = ServingLimits.requests) {
    self.site = site
    pages = Pages(site)
    count = RequestCount(most: requests)
  }

  func respond(to request: Request, context: PageContext) async -> Response {
    response(await answer(request, context), to: request, context)
  }

  // MARK: What is answered

  private func answer(_ request: Request, _ context: PageContext) async -> PageAnswer {
    let target = request.head.path ?? ""
    guard target.utf8.count <= ServingLimits.address else { return fault(.addressTooLong, unknownVisitor(request)) }
    if let refusal = refusal(of: request, context) { return fault(refusal, unknownVisitor(request)) }
    let address = PageAddress(target)
    if case .asset(let name)? = address, request.method != .post {
      return Asset.all.first { $0.name == name }.map(PageAnswer.asset)
        ?? fault(.unknownAddress, unknownVisitor(request))
    }
    let session = await current(SessionCookie.token(in: request.headers[values: .cookie]).flatMap(site.sessions.use))
    let visitor = Visitor(
      session: session, language: session?.language ?? language(of: request),
      address: address?.holdsIdentity == true ? nil : address)
    do {
      guard let address else { throw session == nil ? PageFault.loggedOut : .unknownAddress }
      guard request.method == .post else {
        return try await counted { try await pages.show(address, to: visitor) }
      }
      guard session != nil || address.opensSession else { throw PageFault.loggedOut }
      // Not counted while it is waited for: slow senders keep nobody out.
      let form = try await RequestForm.fields(of: request, within: site.formTime)
      let browser = String(
        String.UnicodeScalarView((request.headers[.userAgent] ?? "").unicodeScalars.prefix(LoginLimits.browserName)))
      let sender = Sender(visitor: visitor, address: context.address, browser: browser)
      return try await counted { try await pages.take(form, at: address, from: sender) }
    } catch let error as PageFault {
      return fault(error, visitor, takesPasswords: await takesPasswords(after: error, visitor))
    } catch let error as KundregError {
      // The address may hold what is masked in the sentence: no form of the page repeats it.
      return fault(PageFault(error), Visitor(session: session, language: visitor.language, address: nil))
    } catch {
      site.trouble("\(type(of: error))")
      return fault(.ours, visitor)
    }
  }

  /// Ends the session of who logged in by a password that is none any longer.
  private func current(_ session: Session?) async -> Session? {
    guard let session else { return nil }
    // Who cannot be asked about is nobody for now.
    guard let isHeld = try? await site.passwords.isHeld(session) else { return nil }
    if !isHeld { _ = site.sessions.end(session.id, of: session.user) }
    return isHeld ? session : nil
  }

  /// Does the work of a request that is whole, unless too many are worked on.
  private func counted(_ work: () async throws -> PageAnswer) async throws -> PageAnswer {
    guard let answer = try await count.whileCounted(work) else { throw PageFault.tooMany }
    return answer
  }

  /// Why the doors stay shut; nil for who may come in.
  private func refusal(of request: Request, _ context: PageContext) -> PageFault? {
    guard let origin = site.origin.value else { return .wrongHost }
    switch DoorCheck(origin: origin).refusal(of: request.head) {
    case nil: return nil
    case .wrongHost:
      site.audit(.wrongHost(address: context.address))
      return .wrongHost
    case .foreignForm:
      site.audit(.foreignForm(address: context.address))
      return .foreignForm
    case .unknownMethod: return .unknownMethod
    }
  }

  private func language(of request: Request) -> Language {
    AcceptedLanguage.best(of: request.headers[.acceptLanguage]) ?? site.language
  }

  private func unknownVisitor(_ request: Request) -> Visitor {
    Visitor(session: nil, language: language(of: request), address: nil)
  }

  /// Whether what is told to who is not logged in has a form to log in with.
  private func takesPasswords(after fault: PageFault, _ visitor: Visitor) async -> Bool {
    guard visitor.session == nil, [.forbidden, .tooManyRequests].contains(fault.status) else { return false }
    return (try? await site.passwords.isOpen) ?? false
  }

  private func fault(_ fault: PageFault, _ visitor: Visitor, takesPasswords: Bool = false) -> PageAnswer {
    var answer = PageAnswer.page(
      FaultPage.html(fault, for: visitor, takesPasswords: takesPasswords), status: fault.status)
    if let seconds = fault.retryAfter { answer.headers[.retryAfter] = "\(seconds)" }
    if fault.status == .methodNotAllowed { answer.headers[.allow] = Self.methods }
    return answer
  }

  private static let methods = [HTTPRequest.Method.get, .head, .post].map(\.rawValue).joined(separator: ", ")

  // MARK: How it is answered

  private func response(_ answer: PageAnswer, to request: Request, _ context: PageContext) -> Response {
    var headers = answer.headers
    SecurityHeaders.add(to: &headers)
    headers[.contentLength] = "\(answer.bytes.count)"
    // A body that nobody read could go on for ever. Only a form that was taken was read to its end.
    if Self.hasBody(request.head), request.method != .post || answer.status.code >= 400 {
      headers[.connection] = "close"
      context.hangUp()
    }
    let hasBody = request.method != .head && !answer.bytes.isEmpty
    return Response(
      status: answer.status, headers: headers,
      body: hasBody ? ResponseBody(byteBuffer: ByteBuffer(bytes: answer.bytes)) : ResponseBody())
  }

  private static func hasBody(_ head: HTTPRequest) -> Bool {
    head.headerFields[.transferEncoding] != nil || (head.headerFields[.contentLength] ?? "0") != "0"
  }
}
