import CustomerModel
package import Documents
import RegisterStore
import Rows
import Texts
import Validation
import Writers

extension ImportReport {
  /// The account as one JSON object. Values at fault are masked in it.
  package var node: JSONNode { node(in: .english) }

  /// What the register keeps of the run as its account.
  var kept: Text { Text(en: node(in: .english).json, sv: node(in: .swedish).json) }

  fileprivate func node(in language: Language) -> JSONNode {
    var members: [JSONNode.Member] = [.init(key: "format", value: .text(format[language]))]
    if let sheet { members.append(.init(key: "sheet", value: .text(sheet))) }
    if !sheets.isEmpty { members.append(.init(key: "sheets", value: .array(sheets.map { .text($0) }))) }
    if !unreadSheets.isEmpty {
      members.append(
        .init(key: "sheetsNotRead", value: .array(unreadSheets.map { $0.node(mapping: mapping, in: language) })))
    }
    members.append(.init(key: "unmappedColumns", value: .array(unmappedColumns.map { .text($0) })))
    if !provenColumns.isEmpty {
      members.append(.init(key: "provenColumns", value: .array(provenColumns.map { .text($0) })))
    }
    if !unknownWordColumns.isEmpty {
      members.append(.init(key: "columnsOfUnknownWords", value: .array(unknownWordColumns.map { .text($0) })))
    }
    let added = addedReferences.sorted { $0.key.rawValue < $1.key.rawValue }
    members.append(
      .init(
        key: "addedReferences",
        value: .object(
          added.map { .init(key: $0.key.rawValue, value: .array($0.value.map { .text($0) })) })))
    members += Self.members(addedDefinitions)
    members.append(.init(key: "problems", value: .array(problems.entries.map { Self.node($0, in: language) })))
    members.append(
      .init(
        key: "columnNotices",
        value: .array(
          columnNotices.map { notice in
            .object([
              .init(key: "code", value: .text(notice.code)), .init(key: "message", value: .text(notice.text[language])),
            ])
          })))
    if !with.isEmpty { members.append(.init(key: "with", value: .array(with.map { $0.node(in: language) }))) }
    if let documents {
      members.append(
        .init(
          key: "documents",
          value: .object([
            .init(key: "stored", value: .number(String(documents.stored))),
            .init(key: "missing", value: .number(String(documents.missing))),
          ])))
    }
    if personsTakenAsCompanies > 0 {
      members.append(.init(key: "personsTakenAsCompanies", value: .number(String(personsTakenAsCompanies))))
    }
    members.append(.init(key: "passedOver", value: passedOver.node(in: language)))
    members.append(.init(key: "notes", value: .array(notes.map { .text($0[language]) })))
    return .object(members)
  }

  /// Custom fields that a run added, as its report tells them and an undo of its undo reads them.
  static func members(_ added: [CustomFieldDefinition]) -> [JSONNode.Member] {
    let names = JSONNode.Member(key: "addedCustomFields", value: .array(added.map { .text($0.name) }))
    let kinds = added.filter { $0.kind != .text }.map { definition in
      JSONNode.Member(key: definition.name, value: .text(CustomFieldHeading(definition).kindText))
    }
    return [names] + (kinds.isEmpty ? [] : [.init(key: "addedCustomFieldKinds", value: .object(kinds))])
  }

  private static func node(_ entry: ProblemSummary.Entry, in language: Language) -> JSONNode {
    let examples = entry.examples.map { example in
      // The sheet stands there only where the input has several.
      let sheet = example.sheet.map { [JSONNode.Member(key: "sheet", value: .text($0))] } ?? []
      return JSONNode.object(
        [.init(key: "row", value: example.position.map { .number(String($0)) } ?? .null)] + sheet
          + [
            .init(key: "column", value: example.header.map { .text($0) } ?? .null),
            .init(key: "value", value: example.value.map { .text($0) } ?? .null),
            .init(key: "message", value: .text(example.text[language])),
          ])
    }
    return .object([
      .init(key: "code", value: .text(entry.code)), .init(key: "severity", value: .text(entry.severity.rawValue)),
      .init(key: "count", value: .number(String(entry.count))), .init(key: "examples", value: .array(examples)),
    ])
  }

  /// The account as JSON text.
  package var json: String { node.json }
}

extension RecordFileReport {
  fileprivate func node(in language: Language) -> JSONNode {
    let numbers = [
      ("rows", counts.rows), ("updated", counts.updated), ("unchanged", counts.unchanged),
      ("rejected", counts.rejected), ("warnings", counts.warnings),
    ]
    return .object(
      [.init(key: "source", value: .text(source)), .init(key: "list", value: .text(target.name))]
        + numbers.map { .init(key: $0.0, value: .number(String($0.1))) }
        + [
          .init(key: "rejects", value: rejects.map { .text($0) } ?? .null),
          .init(key: "report", value: report.node(in: language)),
        ])
  }
}
