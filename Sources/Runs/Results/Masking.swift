import CustomerModel
import RegisterStore
import Texts
import Validation

// What results hold, with personal identity numbers masked as doors are given it.

extension SkippedChange {
  var masked: SkippedChange {
    SkippedChange(
      number: IdentityMask.maskedNumber(number), code: code, message: TextKind.words.shown(message))
  }
}

extension ImportReport {
  var masked: ImportReport {
    func words(_ texts: [String]) -> [String] { texts.map(TextKind.words.shown) }
    var report = self
    report.sheet = sheet.map(TextKind.words.shown)
    report.sheets = words(sheets)
    report.unreadSheets = unreadSheets.map { UnreadSheet(name: TextKind.words.shown($0.name), reason: $0.reason) }
    report.unmappedColumns = words(unmappedColumns)
    report.addedReferences = addedReferences.mapValues(words)
    report.problems = problems.shown(TextKind.words.shown)
    report.columnNotices = columnNotices.map(\.masked)
    report.notes = words(notes)
    report.with = with.map { file in
      RecordFileReport(
        source: file.source, target: file.target, counts: file.counts, rejects: file.rejects, report: file.report.masked
      )
    }
    return report
  }
}

extension Problem {
  var masked: Problem {
    Problem(
      code: code, severity: severity, path: path, column: column,
      value: value.map { IdentityMask.masked($0, of: path?.field) }, text: text.masked, detail: detail?.masked)
  }
}

extension Text {
  var masked: Text { Text(en: TextKind.words.shown(english), sv: TextKind.words.shown(swedish)) }
}
