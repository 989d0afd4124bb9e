package import ConfigurationFile
import CustomerModel
import Foundation
import Glibc

/// The place of a file that a command writes: never that of one which the command reads or keeps, which would be lost.
package struct OutputPlace {
  /// What is written. The error codes begin with it.
  package enum Output: String, CaseIterable {
    case rejects, problems, plan, export, metrics
  }

  /// What stands at another place. The error codes end with it.
  package enum Other: String, CaseIterable {
    case input, register, mapping, configuration, rejects, problems
  }

  private let output: Output
  private let path: String

  package init(_ output: Output, _ path: String) {
    self.output = output
    self.path = path
  }

  /// - Throws: ``KundregError`` with status 64, such as `plan.isInput`, naming the file that would be lost.
  package func require(apartFrom other: Other, at paths: [String]) throws {
    guard let lost = paths.first(where: { Self.isSame(path, $0) }) else { return }
    let end = other.rawValue.prefix(1).uppercased() + other.rawValue.dropFirst()
    throw KundregError(
      .usage, code: "\(output).is\(end)", OutputTexts.wouldReplace(lost, other, by: output))
  }

  /// - Throws: ``KundregError`` with status 64 when the register or the configuration stands at the place.
  package func require(apartFrom configuration: Configuration, register: String) throws {
    try require(apartFrom: .register, at: [register])
    try require(apartFrom: .configuration, at: [configuration.path].compactMap(\.self))
  }

  /// True when two paths lead to one file, or would if it were there.
  package static func isSame(_ a: String, _ b: String) -> Bool { isSameFile(a, b) || place(a) == place(b) }

  private static func isSameFile(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
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

extension ImportOptions {
  /// - Throws: ``KundregError`` with status 64 when a file that the import writes would replace one that it reads or writes.
  func requireApartPlaces() throws {
    try requireApart(from: .input, at: [input] + with.map(\.path))
    if let plan, let problems { try OutputPlace(.plan, plan).require(apartFrom: .problems, at: [problems]) }
  }

  /// - Throws: ``KundregError`` with status 64.
  func requireApart(from other: OutputPlace.Other, at paths: [String]) throws {
    for output in outputs { try output.require(apartFrom: other, at: paths) }
  }

  private var outputs: [OutputPlace] {
    [
      rejects.map { OutputPlace(.rejects, $0) }, problems.map { OutputPlace(.problems, $0) },
      plan.map { OutputPlace(.plan, $0) },
    ].compactMap(\.self)
  }
}
