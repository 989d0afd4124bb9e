import NIOCore
import NIOEmbedded
import Testing

@testable import KundregPage

/// On a loop whose time passes only when it is told to.
@Suite struct ConnectionLimitTests {
  private let channel = EmbeddedChannel()

  init() throws {
    try channel.pipeline.syncOperations.addHandler(ConnectionLimit())
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
  }

  private func pass(_ seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }

  private func isWritable(_ isWritable: Bool) {
    channel.isWritable = isWritable
    channel.pipeline.fireChannelWritabilityChanged()
  }

  @Test func whoReadsNoAnswersIsHungUpOn() {
    isWritable(false)
    pass(29)
    #expect(channel.isActive)
    // Told twice, it is still one wait.
    isWritable(false)
    pass(1)
    #expect(!channel.isActive)
  }

  @Test func whoReadsSlowlyIsWaitedFor() {
    for _ in 0..<5 {
      isWritable(false)
      pass(29)
      isWritable(true)
      pass(60)
    }
    #expect(channel.isActive)
  }

  @Test func nobodyKeepsTheProgramFromEnding() {
    channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    pass(4)
    #expect(channel.isActive)
    pass(1)
    #expect(!channel.isActive)
  }

  @Test func noConnectionLastsForEver() {
    pass(600)
    #expect(channel.isActive)
    pass(5)
    #expect(!channel.isActive)
  }

  @Test func otherEventsEndNothing() {
    channel.pipeline.fireUserInboundEventTriggered("something")
    isWritable(true)
    pass(599)
    #expect(channel.isActive)
  }
}
