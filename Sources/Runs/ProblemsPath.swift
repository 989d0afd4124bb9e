import CustomerModel
import Foundation
import Glibc

/// The place of a file that lists the problems of a run: never that of a file which the run reads or writes otherwise.
enum ProblemsPath {
  /// - Parameters:
  ///   - inputs: the files that the run reads.
  ///   - rejects: where it puts rejected rows.
  /// - Throws: ``KundregError`` with status 64, naming the file that would be lost.
  static func check(_ path: String?, inputs: [String], rejects: [String]) throws {
    guard let path else { return }
    if let input = inputs.first(where: { isSamePlace(path, $0) }) {
      throw KundregError(
        .usage, code: "problems.isInput",
        "--problems names the input \(input) itself. Name another file: a list of problems never replaces the input.")
    }
    if let rejects = rejects.first(where: { isSamePlace(path, $0) }) {
      throw KundregError(
        .usage, code: "problems.isRejects",
        "--problems names \(rejects), where the rejected rows go. Name another file.")
    }
  }

  /// - Throws: ``KundregError`` with status 64 when the file would replace the register.
  static func check(_ path: String?, register: String) throws {
    guard let path, isSamePlace(path, register) else { return }
    throw KundregError(
      .usage, code: "problems.isRegister", "--problems names the register \(register) itself. Name another file.")
  }

  /// True when two paths lead to one file, or would if it were there.
  static func isSamePlace(_ a: String, _ b: String) -> Bool {
    ImportRun.isSameFile(a, b) || place(a) == place(b)
  }

  private static func place(_ path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    let folder = url.deletingLastPathComponent().path
    let real = realpath(folder, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    return (real ?? folder) + "/" + url.lastPathComponent
  }
}
