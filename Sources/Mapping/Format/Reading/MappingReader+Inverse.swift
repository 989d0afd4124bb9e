import CustomerModel
import Documents

/// What an entry that writes must be for its value to find the way back.
extension MappingReader {
  /// Refuses an entry whose way in has no way out.
  func checkInverse(of column: ColumnMapping, _ node: JSONValue) throws {
    let place = column.place
    if case .headers = column.source {
    } else {
      let key = ["join", "firstOf", "constant"].first { node[$0] != nil } ?? ""
      throw error(.mappingNotInvertible, node[key], at: place) { TwoWayMistakeTexts.sourceCannotBeWritten($0, key) }
    }
    if let transform = column.transforms.first(where: { !$0.keepsMeaning }) {
      throw error(.mappingNotInvertible, node["transforms"], at: place) {
        TwoWayMistakeTexts.transformCannotBeUndone($0, transform.name)
      }
    }
    guard !column.values.isEmpty else { return }
    if !column.transforms.isEmpty {
      throw error(.mappingNotInvertible, node["transforms"], at: place, TwoWayMistakeTexts.valuesAndTransforms)
    }
    if column.fields.contains(where: { $0.field.isSet }) {
      throw error(.mappingNotInvertible, node["values"], at: place, TwoWayMistakeTexts.valuesOfSet)
    }
  }

  /// Refuses a form that the field's values cannot take.
  func checkForm(of column: ColumnMapping, _ node: JSONValue) throws {
    guard let path = column.fields.first else { return }
    let form = column.outgoing
    if form.maximumLength != nil, form.type != .text {
      throw error(.mappingConflictingKeys, node["maximumLength"], at: column.place) {
        TwoWayMistakeTexts.lengthOfNoText($0, type: form.type.rawValue)
      }
    }
    if form.type == .boolean, column.values.isEmpty, path.field.kind != .boolean, path.field.kind != .custom {
      throw error(.mappingBadValue, node["type"], at: "\(column.place).type") {
        TwoWayMistakeTexts.isNeitherYesNorNo($0, path.description)
      }
    }
    for pair in column.writtenWords where !form.type.takes(pair.word) {
      throw error(.mappingBadValue, node["values"]?[pair.word], at: "\(column.place).values.\(pair.word)") {
        TwoWayMistakeTexts.wordIsOfOtherType($0, pair.word, type: form.type.rawValue)
      }
    }
    let place = "\(column.place).outTransforms"
    let names = form.transforms.contains(.names)
    if path.field.isSet, !names || form.type != .text {
      throw error(.mappingBadValue, node, at: place) { TwoWayMistakeTexts.setNeedsNames($0, path.description) }
    }
    if names, !path.field.isSet {
      throw error(.mappingBadValue, node["outTransforms"], at: place) {
        TwoWayMistakeTexts.namesOfNoSet($0, path.description)
      }
    }
    if form.transforms.contains(.plainCharacters), form.type != .text || path.field == .number {
      throw error(
        .mappingBadValue, node["outTransforms"], at: place,
        path.field == .number ? TwoWayMistakeTexts.plainNumber : TwoWayMistakeTexts.plainCharactersOfNoText)
    }
    if form.transforms.contains(.tenDigitIdentity), path.field.kind != .identityNumber {
      throw error(.mappingBadValue, node["outTransforms"], at: place) {
        TwoWayMistakeTexts.tenDigitsOfNoIdentity($0, path.description)
      }
    }
  }
}
