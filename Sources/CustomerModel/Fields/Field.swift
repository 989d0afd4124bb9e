package import Texts

/// One field of the customer card, as the catalogue describes it.
///
/// Mapping, validation, schema, difference, export, template and rendering derive what they do from this value.
/// All fields stand in ``Field/all``; a field is added there and by a migration of the register, nowhere else.
package struct Field: Sendable, Hashable {
  /// What a field holds, which decides its canonical form.
  ///
  /// The canonical form is UTF-8 text without outer blanks. Two values of a field are equal exactly when their
  /// canonical bytes are.
  package enum Kind: Sendable, Hashable {
    /// The customer number: compared byte for byte, leading zeros count.
    case customerNumber
    /// Text. A multi-line text keeps its line breaks; any other is one line with single blanks.
    case text(maximumLength: Int, multiline: Bool = false)
    /// One of a fixed set of words, in English lower case.
    case choice([String])
    /// `NNNNNN-NNNN` for an organisation, `YYYYMMDD-NNNN` for a person.
    case identityNumber
    /// Country prefix and number without blanks, `SE556677889901`.
    case vatNumber
    /// A decimal number from 0 to 100 with a point and no trailing zeros.
    case percent
    /// `1` or `0`.
    case boolean
    /// ISO 639-1, lower case.
    case language
    /// ISO 3166-1 alpha-2, upper case.
    case country
    /// `123 45` for Sweden, otherwise as written.
    case postalCode
    case email
    case phone
    case website
    /// The name of one entry of a list that the register keeps.
    case reference(ReferenceKind)
    /// A set of names: sorted by bytes, unique, each *followed* by ``Field/setSeparator``.
    case set(ReferenceKind)
    /// A set of personal identity numbers, written like ``set(_:)``.
    case identityNumberSet
    /// A value of a custom field: its definition in the register says which.
    case custom
    /// A list of records as canonical JSON, see ``RecordKind``.
    case records(RecordKind)
    /// ISO 8601 in UTC to the second, written by the register only.
    case timestamp
  }

  /// Where the register keeps the field.
  package enum Storage: Sendable, Hashable {
    /// A column of the customer's own row.
    case column(String)
    /// A column of the table of contact persons, one row a person.
    case contactPerson(String)
    /// Rows of a link table.
    case link(table: String)
    /// The table of custom values.
    case customValue
    /// The start of the run that this column of the customer's own row names.
    case runTime(String)
  }

  /// Follows each name of a set's canonical form: a character that no name can hold.
  package static let setSeparator: UInt8 = 0x1F

  /// The place in ``all``, from 0. A field is nothing but this, so that paths and cards are copied without counting
  /// references; what the catalogue says of it is looked up.
  package let index: Int
  /// The public name, a path: `invoiceAddress.city`, `contactPersons[].email`, `customFields.*`.
  package var name: String { Self.catalogue[index].name }
  package var kind: Kind { Self.catalogue[index].kind }
  package var storage: Storage { Self.catalogue[index].storage }
  /// The Swedish heading of the template and of exports.
  package var heading: String { label.swedish }
  /// What a person calls the field: the headings of the template and of exports.
  package var label: Text { Self.catalogue[index].label }
  /// The public name in English and the label in Swedish, see ``FieldPath/columnHeading``.
  package var columnHeading: Text { Text(en: name, sv: label.swedish) }
  /// What follows the contact person in the labels of one of several: `e-post`.
  package var memberLabel: Text {
    Text(
      en: String(label.english.dropFirst("Contact person ".count)),
      sv: String(label.swedish.dropFirst("Kontaktperson ".count)))
  }
  /// The setting that shows the field, when there is one.
  package var shownBy: Setting? { Self.catalogue[index].shownBy }
  /// True when values are masked wherever they are shown. Source: the rule on personal identity numbers.
  package var isSensitive: Bool { Self.catalogue[index].isSensitive }
  /// What stands around the position in the public name of one of several: `contactPersons` and `.name`. Nil for the others.
  var partsAroundPosition: (group: String, member: String)? { Self.catalogue[index].partsAroundPosition }
  /// True when several stand in one card, told apart by position: `contactPersons[0].name`.
  package var isRepeated: Bool { Self.catalogue[index].isRepeated }

  /// True when the value is a set of names or numbers.
  package var isSet: Bool {
    switch kind {
    case .set, .identityNumberSet: true
    default: false
    }
  }
  /// True when only the register itself writes the field.
  package var isReadOnly: Bool { kind == .timestamp }
  /// The list of the register that the field's values come from.
  package var referenceKind: ReferenceKind? {
    switch kind {
    case .reference(let kind), .set(let kind): kind
    default: nil
    }
  }
  /// What the records are, when the value is a list of them.
  package var recordKind: RecordKind? { if case .records(let kind) = kind { kind } else { nil } }
  /// The column of the customer's own row, when it has one.
  package var column: String? { if case .column(let name) = storage { name } else { nil } }
  /// The column of the contact persons' rows, when it has one.
  package var personColumn: String? { if case .contactPerson(let name) = storage { name } else { nil } }
}
