import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket
import Synchronization

/// Fortnox' events on a port of their own, since the server of everything else opens no websockets.
struct StreamServer: Sendable {
  private typealias WebSocket = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>
  private typealias Refusal = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

  private enum Connection {
    case open(WebSocket)
    case refused(Refusal)
  }

  /// What was decided on one connection.
  private final class Decision: Sendable {
    private let opening = Mutex(Sandbox.Opening.refused(404))
    var value: Sandbox.Opening {
      get { opening.withLock { $0 } }
      set { opening.withLock { $0 = newValue } }
    }
  }

  private let sandbox: Sandbox
  private let listener: NIOAsyncChannel<(EventLoopFuture<Connection>, Decision), Never>

  /// The port that it listens on.
  var port: Int { listener.channel.localAddress?.port ?? 0 }

  init(_ sandbox: Sandbox, host: String, port: Int) async throws {
    self.sandbox = sandbox
    do {
      listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .bind(host: host, port: port) { channel in
          channel.eventLoop.makeCompletedFuture { try Self.configure(channel, sandbox) }
        }
    } catch let error as IOError where [EADDRINUSE, EACCES, EADDRNOTAVAIL].contains(error.errnoCode) {
      throw SandboxError(
        "Port \(port) of \(host) cannot be listened on; another program may hold it. "
          + "Choose another with --events-port, or 0 for any that is free.")
    }
  }

  /// Serves until the task is cancelled.
  func run() async throws {
    try await withThrowingDiscardingTaskGroup { group in
      try await listener.executeThenClose { connections in
        for try await (connection, decision) in connections {
          group.addTask { try? await serve(connection.get(), decision) }
        }
      }
    }
  }

  private static func configure(
    _ channel: any Channel, _ sandbox: Sandbox
  ) throws -> (EventLoopFuture<Connection>, Decision) {
    let decision = Decision()
    let upgrader = NIOTypedWebSocketServerUpgrader<Connection>(
      shouldUpgrade: { channel, head in
        channel.eventLoop.makeFutureWithTask {
          decision.value = await sandbox.openStream(head.uri)
          if case .opened = decision.value { return HTTPHeaders() }
          return nil
        }
      },
      upgradePipelineHandler: { channel, _ in
        channel.eventLoop.makeCompletedFuture { .open(try WebSocket(wrappingChannelSynchronously: channel)) }
      })
    let configuration = NIOTypedHTTPServerUpgradeConfiguration(
      upgraders: [upgrader],
      notUpgradingCompletionHandler: { channel in
        channel.eventLoop.makeCompletedFuture { .refused(try Refusal(wrappingChannelSynchronously: channel)) }
      })
    return (
      try channel.pipeline.syncOperations.configureUpgradableHTTPServerPipeline(
        configuration: .init(upgradeConfiguration: configuration)), decision
    )
  }

  private func serve(_ connection: Connection, _ decision: Decision) async throws {
    switch (connection, decision.value) {
    case (.open(let socket), .opened(let stream)):
      try? await serve(socket, stream)
      await sandbox.closeStream(stream)
    case (.refused(let channel), .refused(let status)):
      try await channel.executeThenClose { _, outbound in
        let head = HTTPResponseHead(
          version: .http1_1, status: .init(statusCode: status),
          headers: ["Content-Length": "0", "Connection": "close"])
        try await outbound.write(.head(head))
        try await outbound.write(.end(nil))
      }
    case (.open(let channel), _): try await channel.executeThenClose { _, _ in }
    case (.refused(let channel), _): try await channel.executeThenClose { _, _ in }
    }
  }

  /// The connection is over.
  private struct Hangup: Error {}

  private func serve(_ socket: WebSocket, _ stream: Int) async throws {
    let sandbox = sandbox
    try await socket.executeThenClose { inbound, outbound in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for try await frame in inbound {
            switch frame.opcode {
            case .text: await sandbox.command(String(buffer: frame.unmaskedData), on: stream)
            case .ping: try await outbound.write(WebSocketFrame(fin: true, opcode: .pong, data: frame.unmaskedData))
            case .connectionClose: throw Hangup()
            default: break
            }
          }
          throw Hangup()
        }
        group.addTask {
          while true {
            let outgoing = await sandbox.outgoing(of: stream)
            for text in outgoing.replies {
              try await outbound.write(WebSocketFrame(fin: true, opcode: .text, data: ByteBuffer(string: text)))
            }
            if outgoing.ends { throw Hangup() }
            for text in outgoing.events { try await send(text, isCut: outgoing.isCut, outbound) }
            try await Task.sleep(for: .milliseconds(10))
          }
        }
        try await group.next()
      }
    }
  }

  /// Sends a text in two frames with a ping between, as a server or proxy may.
  private func send(
    _ text: String, isCut: Bool, _ outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>
  ) async throws {
    let bytes = Array(text.utf8)
    let half = bytes.count / 2
    try await outbound.write(WebSocketFrame(fin: false, opcode: .text, data: ByteBuffer(bytes: bytes[..<half])))
    if isCut {
      try await Task.sleep(for: .milliseconds(50))
      throw Hangup()
    }
    try await outbound.write(WebSocketFrame(fin: true, opcode: .ping, data: ByteBuffer(string: "?")))
    try await outbound.write(WebSocketFrame(fin: true, opcode: .continuation, data: ByteBuffer(bytes: bytes[half...])))
  }
}
