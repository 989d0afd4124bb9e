import CustomerModel
import Foundation
import Glibc
import Texts

/// Reads and writes small files that their owner alone may read.
enum PrivateFile {
  /// More than any credentials are.
  private static let maximumSize = 1 << 20

  /// The file's bytes; nil when there is no such file.
  ///
  /// - Throws: ``KundregError`` with status 78 and code `credentials.mode` when others may read or write the file,
  ///   `credentials.unreadable` when it cannot be read.
  static func read(_ path: String) throws(KundregError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      if errno == ENOENT { return nil }
      throw unreadable(path, Text(verbatim: reason(errno)))
    }
    defer { close(descriptor) }
    // Asked of the open file, so that it is the one that is read.
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(path, Text(verbatim: reason(errno))) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw unreadable(path, CredentialTexts.isNoFile) }
    guard status.st_mode & 0o077 == 0 else {
      throw KundregError(.credentialsMode, CredentialTexts.othersMayOpen(path))
    }
    guard status.st_size <= maximumSize else { throw unreadable(path, CredentialTexts.isTooLarge) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var length = 0
    while length < bytes.count {
      let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + length, $0.count - length) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path, Text(verbatim: reason(errno))) }
      if count == 0 { break }
      length += count
    }
    return Array(bytes.prefix(length))
  }

  /// Puts a file in the place of the one that is there: a crash leaves the old one or the new one, whole. When it returns,
  /// the new one is on the disk.
  ///
  /// A symbolic link keeps pointing to where it points. One process at a time, under ``CredentialLock``.
  ///
  /// - Throws: ``KundregError`` with status 78 and code `credentials.unwritable`.
  static func write(_ bytes: [UInt8], to path: String) throws(KundregError) {
    let target = resolved(path)
    let temporary = try writeBeside(target, bytes)
    guard rename(temporary, target) == 0 else {
      let reason = reason(errno)
      unlink(temporary)
      throw unwritable(path, reason)
    }
    let folder = open(parent(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw unwritable(path, reason(errno)) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw unwritable(path, reason(errno)) }
  }

  /// Makes sure that a file as large as a credentials' file can be written there now.
  static func rehearseWriting(to path: String) throws(KundregError) {
    unlink(try writeBeside(resolved(path), [UInt8](repeating: 0x20, count: 16_384)))
  }

  /// Creates the folder of a file, and those above it, for their owner alone.
  static func createFolder(of path: String) throws(KundregError) {
    let folder = parent(of: path)
    if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, folder != path else { throw unwritable(path, reason(errno)) }
    try createFolder(of: folder)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw unwritable(path, reason(errno)) }
  }

  /// Gives a new file to the owner of the credentials' file, when that is there and the process may: an administrator who
  /// logs in for a service must not lock the service out.
  static func give(_ descriptor: Int32, toOwnerOf path: String) {
    var status = stat()
    if stat(path, &status) == 0 { _ = fchown(descriptor, status.st_uid, status.st_gid) }
  }

  /// Where a symbolic link leads.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The words for an error of the operating system.
  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  static func unwritable(_ path: String, _ reason: String) -> KundregError {
    KundregError(.credentialsUnwritable, CredentialTexts.unwritable(path, reason))
  }

  /// Writes a temporary file in the folder of `target`, and syncs it. Returns its path.
  private static func writeBeside(_ target: String, _ bytes: [UInt8]) throws(KundregError) -> String {
    try createFolder(of: target)
    // Always the same name, so that crashes do not leave a row of secrets behind.
    let temporary = target + ".tmp"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw unwritable(target, reason(errno)) }
    give(descriptor, toOwnerOf: target)
    var written = 0
    var failure: Int32 = 0
    while written < bytes.count, failure == 0 {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written) }
      if count >= 0 { written += count } else if errno != EINTR { failure = errno }
    }
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    close(descriptor)
    guard failure == 0 else {
      unlink(temporary)
      throw unwritable(target, reason(failure))
    }
    return temporary
  }

  private static func parent(of path: String) -> String {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return folder.isEmpty ? "/" : folder
  }

  private static func unreadable(_ path: String, _ reason: Text) -> KundregError {
    KundregError(.credentialsUnreadable, CredentialTexts.unreadable(path, reason))
  }
}
