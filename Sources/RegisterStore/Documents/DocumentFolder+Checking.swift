import CustomerModel
import Foundation
import Glibc

extension DocumentFolder {
  /// What is wrong with a register's files.
  package struct Findings: Sendable, Equatable {
    /// Named hashes without a file, sorted.
    package var missing: [String] = []
    /// Named hashes whose file is there and cannot be read, sorted.
    package var unreadable: [String] = []
    /// Named hashes whose file has another content, sorted.
    package var damaged: [String] = []
    /// Paths within the folder that neither a card nor the history names, sorted: left by a run that was killed or failed.
    package var unnamed: [String] = []

    package init() {}
  }

  /// Reads every file and compares.
  package func check(_ named: NamedDocuments) -> Findings {
    var findings = Findings()
    for hash in named.former.union(named.present.keys).sorted() {
      switch state(of: hash) {
      case .sound: continue
      case .missing: findings.missing.append(hash)
      case .unreadable: findings.unreadable.append(hash)
      case .damaged: findings.damaged.append(hash)
      }
    }
    findings.unnamed = unnamed(named)
    return findings
  }

  /// Copies every named file into another register's folder, on disk when this returns.
  ///
  /// - Returns: the hashes that could not be copied, since their files are missing, damaged or not to be read, sorted.
  package func copy(_ named: NamedDocuments, to other: DocumentFolder) throws -> [String] {
    try copy(named.former.union(named.present.keys), to: other)
  }

  /// Copies the files of these hashes into another folder, on disk when this returns.
  ///
  /// - Returns: the hashes that could not be copied, since their files are missing, damaged or not to be read, sorted.
  package func copy(_ hashes: Set<String>, to other: DocumentFolder) throws -> [String] {
    var lost: [String] = []
    for hash in hashes.sorted() {
      guard let bytes = try? content(hash) else {
        lost.append(hash)
        continue
      }
      _ = try other.store(bytes)
    }
    return lost
  }

  /// Deletes the files that neither a card nor the history names. Call it in the transaction that took the names away, or
  /// a file that another run is about to name could go.
  ///
  /// - Returns: how many were deleted.
  /// - Throws: ``KundregError`` `document.cannotDelete` with status 1.
  @discardableResult
  package func deleteUnnamed(_ named: NamedDocuments) throws -> Int {
    let unnamed = unnamed(named)
    for name in unnamed where unlink("\(path)/\(name)") != 0 && errno != ENOENT {
      throw KundregError(
        .documentCannotDelete,
        DocumentTexts.cannotDelete("\(path)/\(name)", reason: String(cString: strerror(errno))))
    }
    return unnamed.count
  }

  private func unnamed(_ named: NamedDocuments) -> [String] {
    guard let folder = FileManager.default.enumerator(atPath: path) else { return [] }
    var names: [String] = []
    for case let name as String in folder {
      guard folder.fileAttributes?[.type] as? FileAttributeType != .typeDirectory else { continue }
      let hash = URL(fileURLWithPath: name).lastPathComponent
      let isNamed = named.contains(hash) && "\(path)/\(name)" == file(hash)
      if !isNamed { names.append(name) }
    }
    return names.sorted()
  }
}
