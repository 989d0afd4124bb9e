package import ConfigurationFile
import CustomerModel
import Foundation
import Glibc

/// The place of a file that a command writes: never that of one which the command reads or keeps, which would be lost.
package struct OutputPlace {
  /// What stands at another place.
  package enum Other: String {
    case input, register, mapping, configuration, rejects, problems

    fileprivate var words: String {
      switch self {
      case .rejects: "where the rejected rows go"
      case .problems: "where the list of problems goes"
      default: "the \(rawValue) itself"
      }
    }
  }

  private let option: String
  private let path: String

  /// - Parameter option: what named the place, as it was written: `--plan`.
  package init(_ option: String, _ path: String) {
    self.option = option
    self.path = path
  }

  /// - Throws: ``KundregError`` with status 64, such as `plan.isInput`, naming the file that would be lost.
  package func require(apartFrom other: Other, at paths: [String]) throws {
    guard let lost = paths.first(where: { Self.isSame(path, $0) }) else { return }
    let name = option.drop { $0 == "-" }
    throw KundregError(
      .usage, code: "\(name).is\(other.rawValue.prefix(1).uppercased())\(other.rawValue.dropFirst())",
      "\(option) names \(lost), \(other.words). Name another file.")
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
    if let plan, let problems { try OutputPlace("--plan", plan).require(apartFrom: .problems, at: [problems]) }
  }

  /// - Throws: ``KundregError`` with status 64.
  func requireApart(from other: OutputPlace.Other, at paths: [String]) throws {
    for output in outputs { try output.require(apartFrom: other, at: paths) }
  }

  private var outputs: [OutputPlace] {
    [("--rejects", rejects), ("--problems", problems), ("--plan", plan)].compactMap { option, path in
      path.map { OutputPlace(option, $0) }
    }
  }
}
