/// The systems that the sandbox plays.
enum ERPSystem: String, Sendable, CaseIterable {
  case fortnox
  case visma

  /// Where the REST resources of the system lie; everything else below its name is for tokens.
  var resources: String {
    switch self {
    case .fortnox: "/fortnox/3"
    case .visma: "/visma/v2"
    }
  }

  /// The system that a path belongs to.
  init?(path: String) {
    guard let name = path.split(separator: "/").first, let system = ERPSystem(rawValue: String(name)) else {
      return nil
    }
    self = system
  }
}
