import Foundation

/// How a sandbox behaves.
package struct SandboxOptions: Sendable {
  /// Which customers Fortnox lists when no `filter` is sent. Fortnox does not say, so both can be rehearsed.
  package enum UnfilteredList: String, Sendable, CaseIterable {
    case active
    case all
  }

  /// How Fortnox counts the requests of a window. Its documentation speaks of a sliding one; what was measured fits an
  /// approximation better.
  package enum WindowKind: String, Sendable, CaseIterable {
    /// Those of the last seconds, one by one.
    case sliding
    /// Those of the present window, and of the previous one the part that a sliding window would still cover.
    case approximate
  }

  package var host = "127.0.0.1"
  /// 0 takes any free port.
  package var port = 8080
  /// Where Fortnox' events are told; 0 takes any free port, nil tells none.
  package var eventsPort: Int?
  package var seed = Seed()
  /// How many companies each system has, at least one. Each begins with what the seed holds.
  package var companies = 1
  /// Where the sandbox's clock starts, seconds since 1970-01-01 00:00 UTC. Nil is now.
  package var clock: Double?
  package var fortnoxLimit = RequestLimit(requests: 25, seconds: 5)
  package var fortnoxWindowKind = WindowKind.sliding
  package var vismaLimit = RequestLimit(requests: 600, seconds: 60)
  /// Seconds for which an access token is taken.
  package var tokenLifetime = 3600.0
  /// Visma gives new clients a refresh token that can be used again; old ones get a new one each time.
  package var reusableVismaTokens = false
  package var fortnoxUnfiltered = UnfilteredList.active
  /// Seconds of a clock that never goes back; tests hold it still.
  package var uptime: @Sendable () -> Double = { ProcessInfo.processInfo.systemUptime }

  package init() {}
}
