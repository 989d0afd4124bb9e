import CustomerModel

/// What is left of blanks and line breaks inside a text; those at its ends always go.
struct TextForm: Sendable, Equatable {
  enum Extent: Int, Sendable {
    /// One line with single blanks.
    case oneLine
    /// Line breaks stay, each line with single blanks.
    case lines
    /// As it was typed.
    case asTyped
  }
  var blanks = Extent.oneLine
  /// True where a hyphen can be nothing else: in numbers of every kind.
  var plainsHyphens = false
  /// True where the separator of a list's elements parts the names of a set; elsewhere it becomes what a person would write.
  var keepsSeparators = false

  static let oneLine = TextForm()
  static let lines = TextForm(blanks: .lines)
  static let asTyped = TextForm(blanks: .asTyped)

  /// The members of records, of which one may be a list of words.
  static let ofRecords = TextForm(blanks: .lines, keepsSeparators: true)

  init(blanks: Extent = .oneLine, plainsHyphens: Bool = false, keepsSeparators: Bool = false) {
    self.blanks = blanks
    self.plainsHyphens = plainsHyphens
    self.keepsSeparators = keepsSeparators
  }

  /// The form as a number that ``init(number:)`` reads.
  var number: Int { blanks.rawValue << 2 | (keepsSeparators ? 2 : 0) | (plainsHyphens ? 1 : 0) }

  init(number: Int) {
    self.init(
      blanks: Extent(rawValue: number >> 2) ?? .oneLine, plainsHyphens: number & 1 != 0,
      keepsSeparators: number & 2 != 0)
  }
}

extension TextForm {
  /// What a field's own form leaves of a text.
  ///
  /// - Parameter definition: of a custom field; nil for one that is yet to be defined, which is text.
  init(of path: FieldPath, _ definition: CustomFieldDefinition?) {
    switch path.field.kind {
    case .text(_, multiline: true): self = .asTyped
    case .set: self.init(blanks: .lines, keepsSeparators: true)
    case .identityNumberSet: self.init(blanks: .lines, plainsHyphens: true, keepsSeparators: true)
    case .records: self = .ofRecords
    case .custom: self = definition.map { $0.kind == .text } ?? true ? .asTyped : .lines
    case .phone, .postalCode, .identityNumber, .vatNumber: self.init(plainsHyphens: true)
    default: self = .oneLine
    }
  }

  /// What a cell that fills several fields, or passes transforms, is left before it gets the form of each.
  init(before forms: [TextForm], transforms: Bool) {
    let most = forms.map(\.blanks.rawValue).max() ?? 0
    self.init(
      blanks: Extent(rawValue: transforms ? max(most, Extent.lines.rawValue) : most) ?? .oneLine,
      plainsHyphens: !forms.isEmpty && forms.allSatisfy(\.plainsHyphens),
      keepsSeparators: forms.contains(where: \.keepsSeparators))
  }
}
