import ArgumentParser
import CustomerModel
import RegisterStore

/// The options that say which customers are meant, in lists and exports.
struct CustomerSelection: ParsableArguments {
  @Argument(help: "Part of a name, number, contact person or e-mail.")
  var search: String?
  @Option(
    name: .customLong("where"), parsing: .singleValue,
    help: ArgumentHelp("A field's value; FIELD= asks for customers without one.", valueName: "field=value"))
  var conditions: [String] = []
  @Option(help: ArgumentHelp("The field to sort by; :desc turns the order.", valueName: "field[:desc]"))
  var sort: String?
  @Flag(help: "Inactive customers only.")
  var inactive = false
  @Flag(help: "Active and inactive customers.")
  var all = false

  /// - Throws: ``KundregError`` with status 64 for an unknown field or a value that the field cannot have.
  func customerSearch() throws -> CustomerSearch {
    var search = CustomerSearch()
    search.text = self.search
    search.activity = all ? .all : inactive ? .inactive : .active
    search.conditions = try conditions.map(Self.condition)
    if let sort {
      let parts = sort.split(separator: ":", maxSplits: 1).map(String.init)
      guard let path = FieldPath(parts.first ?? ""), parts.count == 1 || ["asc", "desc"].contains(parts[1]) else {
        throw KundregError(
          .usage, code: "sort.unknown", "--sort takes a field name, and :desc after it, not \(sort).")
      }
      guard path.field.column != nil || path.field.isReadOnly else {
        throw KundregError(
          .usage, code: "sort.impossible", "A list cannot be sorted by \(path), since a customer may have several.")
      }
      search.sort = path.field
      search.isDescending = parts.count == 2 && parts[1] == "desc"
    }
    return search
  }

  private static func condition(_ text: String) throws -> CustomerSearch.Condition {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw KundregError(.usage, code: "where.malformed", "--where takes FIELD=VALUE, not \(text).")
    }
    let path = try field(parts[0])
    return CustomerSearch.Condition(path: path, value: parts[1].isEmpty ? nil : try canonical(parts[1], path))
  }

  /// A field by its public name.
  static func field(_ name: String) throws -> FieldPath {
    guard let path = FieldPath(name) else {
      let names = Field.all.map(\.name).joined(separator: ", ")
      throw KundregError(.usage, code: "field.unknown", "There is no field \(name). The fields are \(names).")
    }
    return path
  }

  private static func canonical(_ value: String, _ path: FieldPath) throws -> String {
    switch path.field.kind {
    case .boolean:
      switch value.lowercased() {
      case "1", "yes", "true", "ja": return "1"
      case "0", "no", "false", "nej": return "0"
      default:
        throw KundregError(.usage, code: "where.value", "\(path) is yes or no, not \(value).")
      }
    case .set, .identityNumberSet: return CustomerCard.set(of: [value])
    default: return value
    }
  }
}
