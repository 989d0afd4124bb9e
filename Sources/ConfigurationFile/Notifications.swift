extension Configuration {
  /// How users are told outside the program.
  package struct Notifications: Sendable, Equatable {
    /// The program that is run for each notification, and its arguments; empty for none. Found by `PATH` unless it is a
    /// path, which starts from the configuration's folder.
    package var command: [String] = []
    /// How long the command may take, in seconds.
    package var timeoutSeconds = 30.0
  }

  /// The command with its program as it is to be started; nil when there is none.
  package var notificationCommand: [String]? {
    guard let program = notifications.command.first else { return nil }
    return [program.contains("/") ? resolved(program) : program] + notifications.command.dropFirst()
  }
}
