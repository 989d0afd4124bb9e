import Foundation
import Glibc

/// The folder in which processes of this computer share the pace of the quotas that they spend together.
package struct PaceFolder: Sendable, Equatable {
  package let path: String

  package init(path: String) { self.path = path }

  /// The folder that `KUNDREG_PACE` names; without it, one of the operating-system user's own, in the home folder or, for a user
  /// of a service who has none, in `/var/tmp`. The user's name and not the environment decides, so that a nightly job and a
  /// person at a terminal find the same.
  ///
  /// - Returns: nil when none can be used.
  package static func find(environment: [String: String]) -> PaceFolder? {
    if let named = environment["KUNDREG_PACE"], !named.isEmpty { return PaceFolder(path: named).made() }
    let home = getpwuid(geteuid()).map { String(cString: $0.pointee.pw_dir) }
    let places = [home.map { $0 + "/.cache/kundreg/pace" }, "/var/tmp/kundreg-\(geteuid())"].compactMap(\.self)
    return places.lazy.compactMap { PaceFolder(path: $0).made(isOwn: true) }.first
  }

  /// The file of one quota.
  ///
  /// - Parameter quota: what the system counts by, in words. Of a long one the end counts.
  package func file(of quota: String) -> String { "\(path)/\(PercentEncoding.encoded(quota).suffix(200)).pace" }

  /// Itself, created if need be. Nil when that is not possible.
  ///
  /// - Parameter isOwn: true when nobody but this user may have made it: in `/var/tmp` anybody may have been first.
  private func made(isOwn: Bool = false) -> PaceFolder? {
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var status = stat()
    guard isOwn ? lstat(path, &status) == 0 : stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      access(path, W_OK | X_OK) == 0, !isOwn || status.st_uid == geteuid() && status.st_mode & 0o022 == 0
    else { return nil }
    return self
  }
}
