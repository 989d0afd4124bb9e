import Foundation

/// Remembers for the next process when this one's last requests left: a quota does not begin anew with a process.
///
/// A file of moments in seconds since 1970, one on a line. It is a help and no promise: without it, or when it cannot be
/// read, the system's 429 is obeyed.
package struct PaceFile: Sendable {
  private let path: String

  package init(path: String) { self.path = path }

  /// Tells a pacer what an earlier process sent.
  package func load(into pacer: RequestPacer) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
    pacer.recall(text.split(separator: "\n").compactMap { Double($0) })
  }

  /// Keeps what a pacer's requests leave of the quota.
  package func store(_ pacer: RequestPacer) {
    let text = pacer.recent.map { "\($0)\n" }.joined()
    try? Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}
