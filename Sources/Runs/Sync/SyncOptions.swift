package import AccountingSystems
package import ConfigurationFile
package import CustomerModel
package import Foundation
package import HTTP
package import Mapping

/// What a person or a nightly job asks of a sync.
package struct SyncOptions: Sendable {
  package enum Direction: String, Sendable, CaseIterable {
    case both, pull, push
  }

  package var isDryRun = false
  /// True to list and compare everything, which is what reveals deletions.
  package var isFull = false
  /// True to fetch every record for a full comparison, not only those that the lists show otherwise than they were last seen.
  package var isDeep = false
  package var direction: Direction = .both
  /// True to push on a first sync although its matches were not shown before.
  package var confirmsMatches = false
  /// The largest part of the linked customers, from 0 to 1, that may be inactivated for being gone in the system.
  package var maximumInactivated = InactivationLimit.defaultPart
  /// True to send at once what was refused not long ago and rests.
  package var retriesAll = false
  /// The customers that are looked at, of those that wait to be sent; nil for all. What waits in the inbox is then let be.
  package var only: Set<Int64>?

  package init() {}
}

extension SyncOptions {
  /// What of a sync that is asked for does not go together.
  package enum Contradiction: Sendable, Equatable {
    /// Every record is fetched by a full comparison only.
    case deepWithoutFull
    /// So few requests that nothing gets done.
    case tooFewRequests(atLeast: Int)
    /// A limit of requests for what shows all.
    case requestsOfDryRun
  }

  /// The first contradiction; nil where all goes together.
  ///
  /// - Parameter maximumRequests: how many requests may be sent to each system; nil for any number.
  package func contradiction(maximumRequests: Int?) -> Contradiction? {
    if isDeep, !isFull { return .deepWithoutFull }
    guard let maximumRequests else { return nil }
    if maximumRequests < RequestBudget.minimum { return .tooFewRequests(atLeast: RequestBudget.minimum) }
    return isDryRun ? .requestsOfDryRun : nil
  }
}

/// What a sync rests on besides the register.
package struct SyncContext: Sendable {
  package let system: AccountingSystem
  /// True where the configuration has further systems, so that what a person is advised to do must name this one.
  package let isOneOfSeveral: Bool
  /// The system's mapping, both directions.
  package let mapping: MappingFile
  package let service: any CustomerService
  /// Rule code to severity, over the built-in ones.
  package let severities: [String: Severity]
  /// How many requests the run may send: the one that the service's requests are counted by.
  package let budget: RequestBudget
  package let cancellation: Cancellation
  package let now: @Sendable () -> Date

  package init(
    system: AccountingSystem, isOneOfSeveral: Bool = false, mapping: MappingFile, service: any CustomerService,
    severities: [String: Severity] = [:],
    budget: RequestBudget = RequestBudget(), cancellation: Cancellation = Cancellation(),
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.system = system
    self.isOneOfSeveral = isOneOfSeveral
    self.mapping = mapping
    self.service = service
    self.severities = severities
    self.budget = budget
    self.cancellation = cancellation
    self.now = now
  }

  /// What a person calls the system.
  var label: String { system.label }
}

extension AccountingSystem {
  /// The options of mappings that the configuration switches on.
  var mappingOptions: Set<String> {
    let options: [(MappingOption, isOn: Bool)] = [
      (.assignedToOurReference, assignedToOurReference), (.labelsAsTags, labelsAsTags),
    ]
    return Set(options.filter(\.isOn).map(\.0.rawValue))
  }
}
