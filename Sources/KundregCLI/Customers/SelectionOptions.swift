import ArgumentParser
import RegisterStore
import Runs

/// The options that say which customers are meant, in lists and exports.
struct SelectionOptions: ParsableArguments {
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

  /// The customers that are meant.
  ///
  /// - Parameter page: which part of what is found.
  func selection(_ page: PageOptions? = nil) -> CustomerSelection {
    var selection = conditions.selection
    if !search.isEmpty { selection.terms.text = search.joined(separator: " ") }
    selection.terms.sort = sort
    selection.terms.columns = columns
    selection.terms.activity = all ? .all : inactive ? .inactive : nil
    selection.limit = page?.limit
    selection.offset = page?.offset ?? 0
    return selection
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

  /// The customers that meet the conditions.
  var selection: CustomerSelection {
    var terms = SearchTerms()
    terms.ask(for: conditions, oneIsEnough: oneIsEnough)
    return CustomerSelection(terms, savedFilters: filters)
  }
}

/// Which part of what is found is meant.
struct PageOptions: ParsableArguments {
  @Option(help: "How many customers at most.")
  var limit: Int?
  @Option(help: "How many customers to leave out before the first.")
  var offset: Int = 0

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError(OptionTexts.limitIsCount) }
    if offset < 0 { throw ValidationError(OptionTexts.offsetIsCount) }
  }
}
