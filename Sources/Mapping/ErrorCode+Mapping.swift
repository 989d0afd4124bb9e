package import CustomerModel

extension ErrorCode {
  /// The codes of this room.
  package static let ofMapping = [
    mappingUnknown, mappingUnreadable, mappingRequiredMissing, mappingSyntax, mappingWrongType, mappingBadValue,
    mappingUnknownKey, mappingMissingKey, mappingConflictingKeys, mappingUnknownField, mappingReadOnlyField,
    mappingUnknownTransform, mappingBadPattern, mappingSplitMissing, mappingSplitCount, mappingOneWay,
    mappingNotInvertible,
  ]

  static let mappingUnknown = ErrorCode("mapping.unknown", .configuration, "There is no mapping of that name.")
  static let mappingUnreadable = ErrorCode(
    "mapping.unreadable", .configuration, "The mapping's file is not there, or cannot be read.")
  static let mappingRequiredMissing = ErrorCode(
    "mapping.requiredMissing", .configuration, "The file has no heading for a field that the mapping requires.")
  static let mappingSyntax = ErrorCode("mapping.syntax", .configuration, "The mapping is not JSON.")
  static let mappingWrongType = ErrorCode(
    "mapping.wrongType", .configuration, "A key of the mapping has another kind of value than it takes.")
  static let mappingBadValue = ErrorCode(
    "mapping.badValue", .configuration, "A key of the mapping has a value that it does not take.")
  static let mappingUnknownKey = ErrorCode(
    "mapping.unknownKey", .configuration, "The mapping has a key that nothing reads.")
  static let mappingMissingKey = ErrorCode(
    "mapping.missingKey", .configuration, "The mapping lacks a key that it needs.")
  static let mappingConflictingKeys = ErrorCode(
    "mapping.conflictingKeys", .configuration, "The mapping has two keys that exclude each other.")
  static let mappingUnknownField = ErrorCode(
    "mapping.unknownField", .configuration, "The mapping names a field that no card has.")
  static let mappingReadOnlyField = ErrorCode(
    "mapping.readOnlyField", .configuration, "The mapping names a field that only the register writes.")
  static let mappingUnknownTransform = ErrorCode(
    "mapping.unknownTransform", .configuration, "The mapping names a transform that there is not.")
  static let mappingBadPattern = ErrorCode(
    "mapping.badPattern", .configuration, "A pattern of the mapping is no regular expression.")
  static let mappingSplitMissing = ErrorCode(
    "mapping.splitMissing", .configuration, "An entry has several fields without a split, or a split for one field.")
  static let mappingSplitCount = ErrorCode(
    "mapping.splitCount", .configuration, "An entry has another number of fields than its split makes.")
  package static let mappingOneWay = ErrorCode(
    "mapping.oneWay", .configuration,
    "The mapping only reads: an entry of it says how it is written, or an accounting system was to be written by it.")
  static let mappingNotInvertible = ErrorCode(
    "mapping.notInvertible", .configuration,
    "An entry is to be written, but what it does on the way in cannot be undone.")
}
