import NIOPosix
import RegisterStore
import Runs

/// The register as the page's visitors get at it: each request asks anew who its user is and what that user may do.
struct RegisterDoor: Sendable {
  private let register: Register
  /// The file that was opened.
  private let file: FileIdentity?

  init(_ register: Register) {
    self.register = register
    file = FileIdentity(register.path)
  }

  var path: String { register.path }

  /// Reads in one transaction, on a thread that may wait.
  ///
  /// - Throws: ``KundregError`` `user.unknown` with status 77 when the user was taken off the register meanwhile; ``PageFault`` as
  ///   ``requireCurrent()``.
  func read<T: Sendable>(
    as user: String, _ body: @escaping @Sendable (RegisterReader, ActingUser) throws -> T
  ) async throws -> T {
    try await NIOThreadPool.singleton.runIfActive {
      try requireSameFile()
      return try register.read { reader in
        try requireKnown(reader)
        return try body(reader, ActingUser(named: user, in: reader))
      }
    }
  }

  /// Makes sure that the register is still the one at its path, and one of this version: a file that was moved away can be read on, with
  /// users that the one in its place has not.
  ///
  /// - Throws: ``PageFault`` `registerReplaced`.
  func requireCurrent() throws {
    try requireSameFile()
    try register.read(requireKnown)
  }

  private func requireSameFile() throws {
    guard let file, FileIdentity(register.path) == file else { throw PageFault.registerReplaced }
  }

  private func requireKnown(_ reader: RegisterReader) throws {
    guard try !reader.isNewer() else { throw PageFault.registerReplaced }
  }
}
