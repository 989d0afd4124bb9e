extension Register {
  /// How long a run waits for another one that holds the register to finish, in seconds.
  package static let lockTimeout = 5.0
}
