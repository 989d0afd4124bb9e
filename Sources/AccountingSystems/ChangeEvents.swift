package import Texts

/// A place in a system's stream of events.
package struct EventPosition: Sendable, Equatable {
  /// The last event that is known, as the system calls it: opaque, and not to be compared by size.
  package let offset: String
  /// The event before it, from which the stream is asked for: the known one must then come again, which proves that nothing
  /// between was left out; nil when none is known.
  package let before: String?

  package init(offset: String, before: String?) {
    self.offset = offset
    self.before = before
  }
}

/// What a system's events told of its customers.
package struct ToldChanges: Sendable, Equatable {
  /// The records that were created, changed or deleted, each once. Only asking for them tells which.
  package var ids: [String] = []
  /// How far the stream was read; nil when it told nothing new.
  package var position: EventPosition?
  /// True when the known event came again: whatever happened after it was told.
  package var isProven = false
  /// Why the stream was not read to its end, as a part of a sentence; nil when it was.
  package var trouble: Text?
  /// From where a listing would go on that finds what came after the last of these events, and what may have been told late:
  /// that nothing more was told does not show that nothing happened since. Nil where no time is known.
  package var cursor: String?

  package init() {}
}

/// Why events cannot be had, as a part of a sentence without secrets.
package struct ChangeEventFailure: Error, Sendable, Equatable {
  package let reason: Text
  /// True when the place in the stream is not taken: asking for it again would be refused again.
  package let refusesPosition: Bool

  package init(_ reason: Text, refusesPosition: Bool = false) {
    self.reason = reason
    self.refusesPosition = refusesPosition
  }
}

/// Tells which customers changed, where a system pushes that: nobody needs to list for it, and deletions are told, too.
package protocol CustomerChangeEvents: Sendable {
  /// Begins to listen.
  ///
  /// - Parameter position: nil for what happens from now on.
  func subscribe(after position: EventPosition?) throws(ChangeEventFailure) -> any ChangeEventSubscription
}

/// Events that are listened to, whatever the run does meanwhile, until somebody asks for them or drops this. Used by one
/// thread at a time.
package protocol ChangeEventSubscription: AnyObject {
  /// Reads what has come since the beginning, until it is quiet, and ends the subscription. What was told before something
  /// went wrong is told all the same.
  func changes() -> ToldChanges
}

extension CustomerService {
  /// Most systems have none, or they are not asked for.
  package var changeEvents: (any CustomerChangeEvents)? { nil }
}
