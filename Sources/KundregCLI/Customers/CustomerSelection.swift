import ArgumentParser
import CustomerModel
import RegisterStore
import Runs

/// The options that say which customers are meant, in lists and exports.
struct CustomerSelection: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Words that must all be found in the name, number, contact persons, e-mail, cities or identity number; å, ä, ö and "
        + "case do not matter.", valueName: "search"))
  var search: [String] = []
  @OptionGroup var conditions: ConditionOptions
  @Option(
    help: ArgumentHelp(
      "The fields to sort by, with commas between; :desc turns the order.", valueName: "field[:desc],…"))
  var sort: String?
  @Option(help: ArgumentHelp("The fields to show, with commas between.", valueName: "fields"))
  var columns: String?
  @Flag(help: "Inactive customers only.")
  var inactive = false
  @Flag(help: "Active and inactive customers.")
  var all = false

  /// A field by its public name.
  ///
  /// - Throws: ``KundregError`` `field.unknown` with status 64.
  static func field(_ name: String) throws -> FieldPath { try SearchTerms.field(name) }

  /// What the options say themselves, without the saved filters that they name.
  var ownTerms: SearchTerms {
    var terms = SearchTerms()
    if !search.isEmpty { terms.text = search.joined(separator: " ") }
    conditions.put(into: &terms)
    terms.sort = sort
    terms.columns = columns
    terms.activity = all ? .all : inactive ? .inactive : nil
    return terms
  }

  /// What the options and the saved filters that they name say together.
  ///
  /// - Throws: ``KundregError`` with status 64 for a filter that does not exist.
  func terms(in register: RegisterReader) throws -> SearchTerms {
    try ownTerms.including(savedFilters: conditions.filters, in: register)
  }
}

/// The conditions of a selection: what a command over many customers takes, too.
struct ConditionOptions: ParsableArguments {
  @Option(
    name: .customLong("where"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A condition; several must all hold. =, !=, ~ (contains), >, >=, <, <=, and FIELD= for customers without a value; "
        + "and, or, not and parentheses join them.", valueName: "field=value"))
  var conditions: [String] = []
  @Flag(name: .customLong("or"), help: "One of the --where conditions is enough.")
  var oneIsEnough = false
  @Option(
    name: .customLong("filter"),
    help: ArgumentHelp("A saved filter; what else is asked for must hold as well.", valueName: "name"))
  var filters: [String] = []

  /// Says the conditions in terms: all must hold, or one of them is enough.
  func put(into terms: inout SearchTerms) {
    if oneIsEnough, conditions.count > 1 { terms.alternatives = [conditions] } else { terms.conditions = conditions }
  }
}

/// Which part of what is found is meant.
struct PageOptions: ParsableArguments {
  @Option(help: "How many customers at most.")
  var limit: Int?
  @Option(help: "How many customers to leave out before the first.")
  var offset: Int = 0

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is 0 or more.") }
    if offset < 0 { throw ValidationError("--offset is 0 or more.") }
  }

  func apply(to search: inout CustomerSearch) {
    search.limit = limit
    search.offset = offset
  }
}
