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
  package func file(of quota: String) -> String {
    "\(path)/\(PercentEncoding.encoded(quota).suffix(200))\(Self.suffix)"
  }

  /// Removes the files of quotas that nobody has spent of for so long: what stood in them says nothing any more.
  ///
  /// A file goes only under its own lock, and who has it open sees then that it is gone and makes another (``PaceFile``): so no
  /// two processes ever hold one lock in two files. What is locked, is none of ours or cannot be looked at stays.
  ///
  /// - Parameter age: in seconds since the file was last written.
  func removeUnused(for age: Double = Self.unusedAge, now: Double = Double(time(nil))) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where name.hasSuffix(Self.suffix) {
      let file = path + "/" + name
      var status = stat()
      guard lstat(file, &status) == 0, Self.isUnused(status, for: age, now: now) else { continue }
      let descriptor = open(file, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { continue }
      // Since it was looked at it may have been used, or another may stand in its place.
      var (held, present) = (stat(), stat())
      guard fstat(descriptor, &held) == 0, lstat(file, &present) == 0, held.st_ino == present.st_ino,
        held.st_dev == present.st_dev, Self.isUnused(held, for: age, now: now), PaceFile.isOne(descriptor)
      else { continue }
      unlink(file)
    }
  }

  private static let suffix = ".pace"
  /// 30 days.
  private static let unusedAge = 30.0 * 86_400

  private static func isUnused(_ status: stat, for age: Double, now: Double) -> Bool {
    status.st_mode & S_IFMT == S_IFREG && Double(status.st_mtim.tv_sec) < now - age
  }

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
