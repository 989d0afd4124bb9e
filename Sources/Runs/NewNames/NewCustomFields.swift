import CustomerModel
import Mapping
import Rows
import Texts

extension ImportSource {
  /// The custom fields that the input brings and the register does not have yet: those that columns go to, and those
  /// that a JSON export names. What they are is said by the export's heading or its first card; else they are text.
  ///
  /// - Parameter input: what errors call it.
  /// - Throws: ``KundregError`` `customFields.kind` with status 65 when the first card says what no field can be.
  func newCustomFields(
    _ mapping: SheetMappings, known: [CustomFieldDefinition], of input: String
  ) throws -> [CustomFieldDefinition] {
    var names = Set(known.map(\.name))
    let stated = try kindsOfFirstCard(of: input).filter { !names.contains($0.name) }
    var fields: [CustomFieldDefinition] = []
    for column in mapping.columns where column.path.field == .customFields {
      let name = column.path.customName
      guard names.insert(name).inserted else { continue }
      let heading = column.sources.first.flatMap { CustomFieldHeading(header[$0].trimmingBlanks)?.definition }
      let definitions = (heading.map { [$0] } ?? []) + stated
      fields.append(definitions.first { $0.name == name } ?? CustomFieldDefinition(name: name, kind: .text))
    }
    return fields + stated.filter { names.insert($0.name).inserted }
  }

  /// A note for each new field whose heading ends in what looks like a kind, and is none.
  func notesOnKinds(of added: [CustomFieldDefinition]) -> [Text] {
    added.compactMap { field in
      guard let kind = CustomFieldHeading.doubtfulKind(of: field.name),
        header.contains(where: { FieldPath($0.trimmingBlanks) == FieldPath(custom: field.name) }),
        !header.contains(where: { CustomFieldHeading.fieldOfKinds($0) == field.name })
      else { return nil }
      return NewNameTexts.doubtfulKind(of: field.name, kind)
    }
  }

  /// What the first row that says it gives for each column of kinds.
  private func kindsOfFirstCard(of input: String) throws -> [CustomFieldDefinition] {
    try header.enumerated().compactMap { column, heading in
      guard let name = CustomFieldHeading.fieldOfKinds(heading),
        let kind = sample.lazy.compactMap({ column < $0.count ? $0[column]?.trimmingBlanks : nil })
          .first(where: { !$0.isEmpty })
      else { return nil }
      guard let field = CustomFieldHeading(name: name, kind: kind) else {
        throw KundregError(
          .customFieldsKind,
          NewNameTexts.unknownKind(kind, of: name, member: CustomFieldHeading.kindsMember, input: input))
      }
      return field.definition
    }
  }
}
