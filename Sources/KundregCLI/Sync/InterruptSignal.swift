import Foundation
import HTTP

/// Turns Ctrl-C and a polite kill into a stop after the request in flight.
enum InterruptSignal {
  /// Watches from now to the end of the program.
  static func watch() -> Cancellation {
    let cancellation = Cancellation()
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        // A second one means it.
        if cancellation.isCancelled { exit(128 + number) }
        cancellation.cancel()
        Output.error(SyncAccountTexts.isStopping)
        withExtendedLifetime(source) {}
      }
      source.activate()
    }
    return cancellation
  }
}
