/// How long a way in stays open.
enum LoginLimits {
  /// From its printing to the button.
  static let link: Duration = .seconds(10 * 60)
  /// From login to its end, whatever is done meanwhile.
  static let session: Duration = .seconds(12 * 60 * 60)
  /// From one request to the next.
  static let idle: Duration = .seconds(30 * 60)
  /// Sessions of one user at the same time: one more ends the one that was used least recently.
  static let sessionsOfUser = 20
  /// Links that wait to be opened: one more ends the oldest.
  static let links = 20
  /// Characters of what a browser says of itself, in the list of sessions.
  static let browserName = 200

  // MARK: The log

  /// From a line to the next of the same kind and address, of kinds that anybody causes.
  static let sameLine: Duration = .seconds(60)
  /// Kinds and addresses of which the last line is remembered.
  static let loggedAddresses = 1000

  // MARK: Passwords

  /// Wrong passwords of a name before it waits.
  static let freeFailures = 2
  static let longestDelay: Duration = .seconds(15 * 60)
  /// From the last wrong password until the ones before are forgotten.
  static let failuresAreKept: Duration = .seconds(24 * 60 * 60)
  /// Names whose wrong passwords are kept.
  static let delayedNames = 10_000
  /// Passwords that wait to be looked at; the next are asked to come again.
  static let waitingPasswords = 8
  static let nameBytes = 400
  static let passwordBytes = 1000
}
