import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// The sandbox on a port.
package struct SandboxServer: Sendable {
  private let options: SandboxOptions
  private let sandbox: Sandbox

  /// Bodies larger than this are refused, as no customer is as long.
  private static let longestBody = 4 << 20

  /// Throws `SandboxError` when the seed cannot be used.
  package init(_ options: SandboxOptions) throws {
    self.options = options
    sandbox = try Sandbox(options)
  }

  /// Serves until the task is cancelled or, when `endsOnSignals`, until Ctrl-C or a termination signal.
  ///
  /// Throws `SandboxError` when the port cannot be listened on.
  ///
  /// - Parameter ready: told once, with the port, when requests are answered.
  package func run(endsOnSignals: Bool, ready: @escaping @Sendable (Int) async -> Void) async throws {
    var logger = Logger(label: "erp-sandbox")
    logger.logLevel = .critical
    let sandbox = sandbox
    guard let eventsPort = options.eventsPort else { return try await serve(endsOnSignals, logger, ready) }
    let streams = try await StreamServer(sandbox, host: options.host, port: eventsPort)
    await sandbox.tellsEvents(at: streams.port)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await streams.run() }
      group.addTask { [self, logger] in try await serve(endsOnSignals, logger, ready) }
      // Whichever ends, ends the other.
      try await group.next()
      group.cancelAll()
    }
  }

  private func serve(
    _ endsOnSignals: Bool, _ logger: Logger, _ ready: @escaping @Sendable (Int) async -> Void
  ) async throws {
    let sandbox = sandbox
    let application = Application(
      // Never asked: requests are answered on the channel itself below, because only there can the `Date` header follow
      // the sandbox's clock and a connection be closed without an answer.
      responder: CallbackResponder<BasicRequestContext> { _, _ in Response(status: .notFound) },
      server: HTTPServerBuilder { _ in
        HTTP1Channel(responder: { request, writer, _ in try await Self.answer(request, writer, sandbox) })
      },
      configuration: ApplicationConfiguration(address: .hostname(options.host, port: options.port), serverName: nil),
      onServerRunning: { channel in await ready(channel.localAddress?.port ?? 0) },
      logger: logger)
    do {
      if endsOnSignals {
        try await application.runService()
      } else {
        try await application.runService(gracefulShutdownSignals: [])
      }
    } catch let error as IOError where [EADDRINUSE, EACCES, EADDRNOTAVAIL].contains(error.errnoCode) {
      throw SandboxError(
        "Port \(options.port) of \(options.host) cannot be listened on; another program may hold it. "
          + "Choose another with --port, or 0 for any that is free.")
    }
  }

  /// The connection is closed on purpose.
  private struct Hangup: Error {}

  private static func answer(_ request: Request, _ writer: consuming ResponseWriter, _ sandbox: Sandbox) async throws {
    var collected = request
    let body = try await collected.collectBody(upTo: longestBody)
    var headers: [String: String] = [:]
    for field in request.headers { headers[field.name.canonicalName] = field.value }
    headers["host"] = headers["host"] ?? request.head.authority
    let reply = await sandbox.answer(
      SandboxRequest(
        method: request.method.rawValue, target: request.uri.string, headers: headers,
        body: Array(body.readableBytesView)))
    if reply.delay > 0 { try await Task.sleep(for: .seconds(reply.delay)) }
    var fields = HTTPFields()
    for header in reply.headers {
      if let name = HTTPField.Name(header.name) { fields.append(HTTPField(name: name, value: header.value)) }
    }
    if reply.status != 204 { fields[.contentLength] = String(reply.body.count) }
    let head = HTTPResponse(status: .init(code: reply.status == 0 ? 500 : reply.status), headerFields: fields)
    switch reply.delivery {
    case .whole: try await writer.write(response: head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
    case .closed: throw Hangup()
    case .truncated:
      var bodyWriter = try await writer.writeHead(head)
      try await bodyWriter.write(ByteBuffer(bytes: reply.body.prefix(reply.body.count / 2)))
      // What was written is on its way before the connection is closed under it.
      try await Task.sleep(for: .milliseconds(50))
      throw Hangup()
    }
  }
}
