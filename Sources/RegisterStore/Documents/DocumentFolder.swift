import Crypto
import CustomerModel
import Foundation
import Glibc

/// The files of a register's documents, in a folder beside it: `kundreg.db.files/ab/abcdef…`.
///
/// A file is named by the SHA-256 of its content, so that the same content lies there once, and never changes. Files are
/// kept as long as the history names them: an undo brings a removed document back.
package struct DocumentFolder: Sendable {
  package let path: String

  package init(ofRegister register: String) { path = register + ".files" }

  /// A folder of the same form elsewhere: contents that go with an export.
  package init(path: String) { self.path = path }

  /// The SHA-256 of a content, in 64 lower-case hexadecimal digits. Source: FIPS 180-4.
  package static func hash(of bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

  /// Where the content of that hash lies.
  package func file(_ hash: String) -> String { "\(path)/\(hash.prefix(2))/\(hash)" }

  /// Puts a content into the folder, on disk before this returns, and gives its hash.
  ///
  /// A content that lies there already is left; a damaged one is replaced. Call it in the transaction that names the
  /// hash: the write lock keeps whoever removes unnamed files away until the name is committed.
  ///
  /// - Throws: ``KundregError`` `document.cannotStore` with status 1.
  package func store(_ bytes: [UInt8]) throws -> String {
    let hash = Self.hash(of: bytes)
    if case .sound = state(of: hash) { return hash }
    let folder = "\(path)/\(hash.prefix(2))"
    try makeFolder(path)
    try makeFolder(folder)
    // The name of a temporary file is no hash, so that a dead run's remains are seen as nobody's.
    let temporary = "\(folder)/.\(UUID().uuidString)"
    do {
      try write(bytes, to: temporary)
      guard rename(temporary, file(hash)) == 0 else { throw failure() }
      try synchronize(folder)
    } catch {
      unlink(temporary)
      throw error
    }
    return hash
  }

  /// The content of that hash.
  ///
  /// - Throws: ``KundregError`` `document.missing`, `document.unreadable` or `document.damaged` with status 1.
  package func content(_ hash: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: file(hash)) else {
      throw has(hash)
        ? KundregError(.documentUnreadable, DocumentTexts.isUnreadable(file(hash)))
        : KundregError(.documentMissing, DocumentTexts.isMissing(file(hash)))
    }
    let bytes = Array(data)
    guard Self.hash(of: bytes) == hash else {
      throw KundregError(.documentDamaged, DocumentTexts.isDamaged(file(hash)))
    }
    return bytes
  }

  /// True when a file of that name lies here, whatever it holds; also where that cannot be seen for lack of permission.
  package func has(_ hash: String) -> Bool { access(file(hash), F_OK) == 0 || ![ENOENT, ENOTDIR].contains(errno) }

  /// True when the content of that hash lies here and is whole.
  package func isSound(_ hash: String) -> Bool { if case .sound = state(of: hash) { true } else { false } }

  /// What became of a file.
  enum State { case sound, missing, unreadable, damaged }

  func state(of hash: String) -> State {
    guard let input = FileHandle(forReadingAtPath: file(hash)) else { return has(hash) ? .unreadable : .missing }
    defer { try? input.close() }
    var digest = SHA256()
    do {
      while let part = try input.read(upToCount: 1 << 20), !part.isEmpty { digest.update(data: part) }
    } catch {
      return .unreadable
    }
    return Self.hexadecimal(digest.finalize()) == hash ? .sound : .damaged
  }

  private static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  // MARK: Writing that survives a loss of power

  /// Makes a folder for its owner only, and its entry in the folder above last.
  private func makeFolder(_ folder: String) throws {
    if mkdir(folder, 0o700) == 0 {
      try synchronize(URL(fileURLWithPath: folder).deletingLastPathComponent().path)
    } else if errno != EEXIST {
      throw failure()
    }
  }

  private func write(_ bytes: [UInt8], to file: String) throws {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0 else { throw failure() }
  }

  private func synchronize(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure() }
  }

  private func failure() -> KundregError {
    let code = errno
    let reason = String(cString: strerror(code))
    return KundregError(
      .documentCannotStore, DocumentTexts.cannotStore(in: path, reason: reason, lacksFolder: code == ENOENT))
  }
}
