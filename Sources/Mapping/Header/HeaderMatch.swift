package import CustomerModel
import Texts
import Rows

/// What a mapping makes of a header: which source column each entry takes, and what is left.
///
/// Names are compared by ``HeaderKey``. The name of a field itself (`invoiceAddress.city`, `customFields.Region`) always
/// matches, and so does the heading of one more contact person (`Kontaktperson 4 namn`). When two entries could take a
/// column, the one that lists the heading earlier does; when an entry could take two columns, it takes the one whose
/// heading it lists earlier, then the one further left. A second entry for a field is asked only when the first found
/// nothing.
package struct HeaderMatch: Sendable {
  /// An entry that found its columns.
  package struct Found: Sendable, Hashable {
    /// The entry's index in ``MappingFile/columns``; nil for a field that the header names itself.
    package let entry: Int?
    /// The fields that it fills; nil for a part of a split that another entry fills.
    package let fields: [FieldPath?]
    /// For each part of the source the source column, from 0; nil where the header lacks it.
    package let sources: [Int?]
  }

  /// A column of the source that nothing takes.
  package struct Unmapped: Sendable, Hashable {
    /// From 0.
    package let index: Int
    package let name: String
    /// The field that another column already fills; nil when no field has such a heading.
    package let takenField: FieldPath?
  }

  /// In the order of the mapping, then those that the header names itself, in the order of the header.
  package let found: [Found]
  package let unmapped: [Unmapped]
  /// How many source columns are taken.
  package let matchedCount: Int
  /// The required fields that nothing fills, with the headings that were looked for.
  package let missing: [Missing]

  /// A required field that nothing fills.
  package struct Missing: Sendable, Hashable {
    package let field: FieldPath
    package let headings: [String]
  }

  /// Columns that an import passes over in silence: those it added itself to a rejects file, what only the register
  /// writes, and what custom fields are.
  package static func isIgnored(_ heading: String) -> Bool { isIgnored(heading, key: HeaderKey.of(heading)) }

  private static func isIgnored(_ heading: String, key: String) -> Bool {
    ignored.contains(key) || CustomFieldHeading.fieldOfKinds(heading) != nil
  }

  private static let ignored: Set<String> = Set(
    (RejectsColumn.headings
      + Field.all.filter(\.isReadOnly).flatMap { [$0.name, $0.label.swedish, $0.label.english] })
      .map(HeaderKey.of))

  /// The first source column of a field; nil when nothing fills it.
  package func source(of field: Field) -> Int? {
    found.first { $0.fields.contains { $0?.field == field } }?.sources.lazy.compactMap(\.self).first
  }

  package init(_ file: MappingFile, header: [String]) {
    self.init(file, Headings(header))
  }

  init(_ file: MappingFile, _ headings: Headings) {
    self.init(HeaderSynonyms(file.columns, among: HeadingKeys(headings.keys)), file.columns, headings)
  }

  init(_ synonyms: HeaderSynonyms, _ columns: [ColumnMapping], _ headings: Headings) {
    let (header, keys) = (headings.names, headings.keys)
    var matcher = HeaderMatcher(synonyms, columns, headings)
    matcher.run()
    found = matcher.result
    matchedCount = matcher.taken.count { $0 }
    let filled = matcher.filled
    var seen: Set<FieldPath> = []
    missing = columns.filter(\.isRequired).compactMap { column in
      guard let field = column.fields.first(where: { !filled.contains($0) }), seen.insert(field).inserted else {
        return nil
      }
      let headings = columns.filter { $0.fields.contains(field) }.flatMap { $0.source.parts.flatMap { $0 } }
      return Missing(field: field, headings: headings)
    }
    unmapped = header.indices.compactMap { index in
      guard !matcher.taken[index], !Self.isIgnored(header[index], key: keys[index]) else { return nil }
      let field = headings.paths[index] ?? synonyms.claims[keys[index]]?.first.map { columns[$0.entry].fields[0] }
      return Unmapped(
        index: index, name: header[index], takenField: field.flatMap { filled.contains($0) ? $0 : nil })
    }
  }
}
