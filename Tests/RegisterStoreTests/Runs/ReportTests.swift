import GRDB
import TestSupport
import Testing
import Texts

@testable import RegisterStore

/// The accounts that runs leave.
@Suite struct ReportTests {
  private let report = Text(en: #"{"notes":["one row"]}"#, sv: #"{"notes":["en rad"]}"#)

  private func report(_ store: Store, _ run: Int) throws -> Text? {
    try store.register.read { try $0.run(run)?.report }
  }

  @Test func aReportIsKeptInEachLanguageUntilItIsReplaced() throws {
    let store = try Store()
    let run = try store.run { _ in }
    #expect(try report(store, run) == nil)
    try store.register.write { try $0.amendRun(run, report: report) }
    #expect(try report(store, run) == report)
    try store.register.write { try $0.amendRun(run, report: nil, seconds: 2) }
    #expect(try report(store, run) == report)
    try store.register.write { try $0.amendRun(run, report: Text(verbatim: "{}")) }
    #expect(try report(store, run) == Text(verbatim: "{}"))
  }

  @Test func aReportOfAnEarlierVersionStaysInTheLanguageThatItHas() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("r.db")
    let old = try Register(path: path, patience: 1, step: 20)
    try old.queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO run (kind, source, user, started_at, report)
            VALUES ('import', 'kunder.csv', 'anna', '2026-11-01T00:00:00Z', '{"notes":["one row"]}');
          """)
    }
    try old.queue.close()
    let register = try Register(existing: path)
    #expect(try register.read { try $0.run(1)?.report } == Text(verbatim: report.english))
  }

  @Test func whatIsForgottenIsReplacedInBothLanguages() throws {
    let store = try Store()
    let run = try store.run { _ in }
    try store.register.write { writer in
      try writer.amendRun(run, report: report)
      try writer.rewriteRuns { _, source, report, _ in (source, report.map { Text(en: $0.swedish, sv: $0.english) }) }
    }
    #expect(try self.report(store, run) == Text(en: report.swedish, sv: report.english))
  }
}
