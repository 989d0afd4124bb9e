import NIOCore

/// Ends connections that nothing else would: of who sends requests and reads no answers, and of who keeps one busy for ever. The
/// server itself waits for every request that is begun, also when it is told to end.
final class ConnectionLimit: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = NIOAny

  private let times: ConnectionTimes
  private var unread: Scheduled<Void>?
  private var others: [Scheduled<Void>] = []

  init(_ times: ConnectionTimes = .usual) { self.times = times }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { begin(context) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { forget() }

  func channelActive(context: ChannelHandlerContext) {
    begin(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    forget()
    context.fireChannelInactive()
  }

  /// Answers wait to be taken, or do so no longer.
  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable {
      unread?.cancel()
      unread = nil
    } else if unread == nil {
      unread = close(context.channel, in: times.unread)
    }
    context.fireChannelWritabilityChanged()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    // The program is to end: what is asked for now is answered, and not waited for.
    if event is ChannelShouldQuiesceEvent { others.append(close(context.channel, in: times.ending)) }
    context.fireUserInboundEventTriggered(event)
  }

  private func begin(_ context: ChannelHandlerContext) {
    guard others.isEmpty else { return }
    let channel = context.channel
    // The answer that is being made is still sent; who does not take it is hung up on.
    others = [
      context.eventLoop.scheduleTask(in: times.whole) {
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
      }
    ]
  }

  private func close(_ channel: any Channel, in time: TimeAmount) -> Scheduled<Void> {
    channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }

  private func forget() {
    for task in others + [unread].compactMap(\.self) { task.cancel() }
    others = []
    unread = nil
  }
}
