import CustomerModel
import RegisterStore
import Texts
import Validation

// What results hold, with personal identity numbers masked as doors are given it.

extension SkippedChange {
  var masked: SkippedChange {
    SkippedChange(
      number: IdentityMask.maskedNumber(number), code: code, text: text.masked)
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
    report.provenColumns = words(provenColumns)
    report.unknownWordColumns = words(unknownWordColumns)
    report.addedReferences = addedReferences.mapValues(words)
    report.addedDefinitions = addedDefinitions.map { definition in
      CustomFieldDefinition(
        name: TextKind.words.shown(definition.name), kind: definition.kind, choices: words(definition.choices),
        isRemoved: definition.isRemoved)
    }
    report.problems = problems.shown(TextKind.words.shown)
    report.columnNotices = columnNotices.map(\.masked)
    report.notes = notes.map(\.masked)
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

extension KundregError {
  /// The same with a masked sentence; each door masks the remedies that it words.
  var masked: KundregError { KundregError(status, code: code, text.masked, remedies: remedies) }
}

extension Text {
  var masked: Text { masked(outside: []) }

  /// The same of a text that names no files.
  var maskedThroughout: Text { Text(en: IdentityMask.masked(english), sv: IdentityMask.masked(swedish)) }

  /// - Parameter paths: the files that the sentence names, which stay as they are.
  func masked(outside paths: [String]) -> Text {
    Text(en: IdentityMask.masked(english, outside: paths), sv: IdentityMask.masked(swedish, outside: paths))
  }
}
