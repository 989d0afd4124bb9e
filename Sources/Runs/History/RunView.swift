import CustomerModel
package import Documents
package import RegisterStore

/// One run with its report and what it changed, as people and programs are shown it: personal identity numbers are masked.
package struct RunView {
  package let run: ShownRun
  /// The account that the run left; nil when it left none.
  package let report: Report?
  package let changes: [ShownChange]

  package enum Report {
    case document(JSONNode)
    /// What cannot be read as JSON.
    case text(String)

    /// As it is written, on one line.
    package var text: String {
      switch self {
      case .document(let node): String(decoding: node.bytes(), as: UTF8.self)
      case .text(let text): text
      }
    }
  }

  /// - Throws: ``KundregError`` `run.unknown`, and with status 77 for whom may not see the runs.
  package init(_ id: Int, in register: RegisterReader, as actor: ActingUser) throws {
    let record = try RunView.record(id, in: register, as: actor)
    run = ShownRun(record)
    report = record.report.map(Self.masked)
    changes = try register.changes(ofRun: id).map(ShownChange.init)
  }

  static func record(_ id: Int, in register: RegisterReader, as actor: ActingUser) throws -> RunRecord {
    try actor.require(.view, in: register, to: DeedTexts.seeRuns)
    guard let record = try register.run(id) else { throw KundregError.unknownRun(id) }
    return record
  }

  /// Masked text by text: the names of files among them stay, blanks and all. What cannot be read is masked as one text.
  private static func masked(_ report: String) -> Report {
    guard let node = (try? JSONParser.parse(Array(report.utf8))).map(JSONNode.init) else {
      return .text(IdentityMask.masked(report))
    }
    return .document(node.masked(kinds: ["source": .path, "rejects": .path]))
  }
}
