import Mapping
import CustomerModel
import Documents
import Runs
import Texts

extension TextTable {
  /// A table of records.
  ///
  /// - Parameter columns: the names of members.
  init(_ columns: [String], of kind: RecordKind) {
    let members = kind.members.filter { columns.contains($0.name) }
    self.init(
      columns,
      kinds: Dictionary(
        uniqueKeysWithValues: members.compactMap { member in Kind(member.kind).map { (member.name, $0) } }),
      headings: Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.columnHeading) }))
  }

  /// What a column's cells are: words unless said.
  enum Kind: Sendable {
    case words
    /// A customer's number, which is masked only when it is a person's identity number.
    case customerNumber
    /// The name of a file, which stays as it is.
    case path
    /// Masked already, part by part.
    case masked
    /// A number in JSON.
    case number
    /// Written `yes` and `no` in CSV, and in tables in the language.
    case boolean
    /// Words with commas between them, none of which has one itself; an array in JSON, an empty one for none.
    case list
    /// A moment in UTC, which tables show in local time.
    case time
    /// Words that name a moment: in a table for people in local time.
    case wordsOfTime
    /// A word of a fixed list, which tables show as people call it.
    case choice(@Sendable (String) -> Text)

    /// True where tables tell moments, so that the heading says in which zone.
    var tellsTime: Bool {
      switch self {
      case .time, .wordsOfTime: true
      default: false
      }
    }

    /// What the cell's text is, by which it is masked.
    var textKind: TextKind {
      switch self {
      case .customerNumber: .customerNumber
      case .path: .path
      case .masked: .masked
      case .words, .number, .boolean, .list, .time, .wordsOfTime, .choice: .words
      }
    }

    /// False for what is of no use in part: what a customer is found by, a number, a point in time.
    var mayBeShortened: Bool {
      switch self {
      case .customerNumber, .number, .boolean, .time: false
      case .words, .path, .masked, .list, .wordsOfTime, .choice: true
      }
    }

    /// What a cell with a field's value is, shown as the field asks for; nil for words.
    init?(_ field: Field) {
      if field == .number {
        self = .customerNumber
      } else if field.kind == .phone {
        self = .masked
      } else if field.kind == .timestamp {
        self = .time
      } else {
        return nil
      }
    }

    /// What a cell with a member of a record is; nil for words.
    init?(_ member: RecordKind.MemberKind) {
      switch member {
      case .decimal, .percent: self = .number
      case .boolean: self = .boolean
      case .choice: self = .choice(DisplayTexts.choice)
      case .words:
        self = .choice { words in
          words.split(whereSeparator: { $0 == "," || $0 == ";" })
            .map { DisplayTexts.choice(String($0.drop { $0 == " " })) }.joined(by: ", ")
        }
      default: return nil
      }
    }

    /// A cell as people read it.
    func told(_ cell: Text, at time: TimeFormat) -> Text {
      switch self {
      case .boolean where !cell.isEmpty: DisplayTexts.yesOrNo(cell.english == "yes")
      case .choice(let label) where !cell.isEmpty: label(cell.english)
      case .time: Text(verbatim: time.shown(cell.english))
      default: cell
      }
    }

    /// A cell in JSON; an empty one is null, but where it is a list.
    func node(_ cell: String) -> JSONNode {
      switch self {
      case .list: .array(cell.split(separator: ",").map { .text(String($0.drop { $0 == " " })) })
      case _ where cell.isEmpty: .null
      case .number: .number(cell)
      case .boolean: .boolean(cell == "yes")
      default: .text(cell)
      }
    }
  }
}
