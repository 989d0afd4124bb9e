import Foundation
import Texts

/// The number of rows so far on standard error, when that is a terminal.
final class ProgressLine {
  /// How many rows there are from one to the next.
  private static let step = 50_000
  private let isShown: Bool
  private var lastShown = 0

  init(isQuiet: Bool) { isShown = !isQuiet && isatty(STDERR_FILENO) == 1 }

  func show(_ rows: Int) {
    guard isShown, rows - lastShown >= Self.step else { return }
    lastShown = rows
    FileHandle.standardError.write(Data("\r\(ImportAccountTexts.progress(rows: rows)[Output.language])".utf8))
  }

  func clear() {
    if lastShown > 0 { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
