import CustomerModel

/// A mapping compiled against a header: flat arrays that refer to each other by index, so that running it needs neither
/// allocation nor reference counting.
struct MappingPlan: Sendable {
  /// How one value is made of source cells, and which fields it fills.
  struct Program: Sendable {
    enum Source: Sendable, Equatable {
      case cell, join, firstOf, constant
      /// So many cells of which the first filled one counts, then those that are joined where none is.
      case firstOfOrJoin(Int)
      /// Members of records, by headings in ``MappingPlan/recordHeadings``.
      case records(Int)
    }
    let source: Source
    /// What is left of blanks and line breaks for what comes after.
    let form: TextForm
    /// In ``MappingPlan/sources``.
    let sources: Range<Int>
    /// Between joined cells; in ``MappingPlan/literals``.
    let separator: Piece
    /// In ``MappingPlan/operations``: what is done before a split, or all when there is none.
    let operations: Range<Int>
    let split: Split
    /// In ``MappingPlan/outputs``: one, or as many as the split makes.
    let outputs: Range<Int>
    /// True for the common case: one cell to one field.
    var isDirect: Bool { source == .cell && outputs.count == 1 && isWhole }
    private var isWhole: Bool { if case .none = split { true } else { false } }
  }

  enum Split: Sendable {
    case none, postalCodeCity, fullName
    /// At a text; in ``MappingPlan/literals``.
    case at(Piece)
    /// The groups of a regular expression; in ``MappingPlan/patterns``.
    case groups(Int)
  }

  /// One field that a program fills.
  struct Output: Sendable {
    /// The column of the record batch; -1 when another program fills the field.
    var column: Int
    /// What is done after the split, in ``MappingPlan/operations``.
    let operations: Range<Int>
    /// What a blank or missing cell stands for, in ``MappingPlan/literals``; ``Piece/missing`` when nothing.
    var blankDefault: Piece
  }

  /// One step. The meaning of the arguments stands beside each code.
  struct Operation: Sendable {
    enum Code: UInt8, Sendable {
      case upper, lower, title
      /// Exchanges yes and no: the table of booleans, the start of `10` in the literals.
      case not
      case number
      case identityNumber, vatNumber, postalCode
      /// A table; 1 where points and parentheses of a word say nothing.
      case word
      /// The table of languages.
      case language
      /// Start and length of the calling code in the literals; length 0 for none.
      case phone
      /// 1 when the month comes first.
      case date
      /// Start and length in the literals.
      case prefix, suffix
      /// A pattern and a template.
      case replace
      /// Trims and collapses what the steps before left; the number of a ``TextForm``.
      case clean
      /// A set of separators; 1 for identity numbers.
      case set
      /// A place in the list of kinds of records.
      case records
      case entities
    }
    let code: Code
    var first = 0
    var second = 0
    /// The step makes a Swedish form: it is passed over in rows that leave one of these.
    var swedishForm: LeftForms = []

    /// True for steps whose columns hold few different words.
    @inline(__always)
    var isRemembered: Bool {
      switch code {
      case .word, .language, .not, .set: true
      default: false
      }
    }
  }

  var programs: [Program] = []
  /// What is done again for rows of customers abroad; see ``Workspace/leaveForms(_:)``.
  var foreignRows = ForeignRows()
  var outputs: [Output] = []
  var operations: [Operation] = []
  /// Source columns, from 0.
  var sources: [Int] = []
  /// What is looked for in the cells of each of these.
  var cares: [CellCare] = []
  /// For each different care 256 lengths, see ``CellCare/limits``; first those of none.
  var careLimits = [UInt32](repeating: 0, count: 256)
  /// Constants, defaults and the meanings of words: appended to each batch once, then referred to.
  var literals: [UInt8] = []
  var tables: [WordTable] = []
  var slots: [UInt32] = []
  var entries: [WordTable.Entry] = []
  var wordKeys: [UInt8] = []
  var patterns: [RegularExpression] = []
  var templates: [String] = []
  var separators: [SeparatorSet] = []
  /// For each program of records what its source columns hold.
  var recordHeadings: [[RecordHeading]] = []
  /// The table of words that clear; nil when the mapping has none.
  var clearWords: Int?
  var clearsBlanks = false
  /// How types are derived that no cell gives; nil when they are not.
  var typeDerivation: TypeDerivation?
  /// True when a row that ends early has blank cells there: a workbook leaves out empty cells at the end.
  var shortRowsAreBlank = false
}

/// A set of ASCII characters.
struct SeparatorSet: Sendable, Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ characters: some Sequence<UInt8>) {
    for byte in characters where byte < 0x80 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
  }

  /// The characters as two numbers.
  var numbers: [Int] { [Int(truncatingIfNeeded: low), Int(truncatingIfNeeded: high)] }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 0x80 && (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte & 63)) & 1 == 1
  }
}
