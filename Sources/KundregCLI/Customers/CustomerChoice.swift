import ArgumentParser
import CustomerModel
import Differ
import RegisterStore
import Runs

/// The options that say which customers a change is for, where no numbers do.
struct CustomerChoice: ParsableArguments {
  @OptionGroup var conditions: ConditionOptions
  @Flag(help: "Inactive customers only.")
  var inactive = false
  @Flag(help: "Active and inactive customers; alone: every customer.")
  var all = false

  /// - Throws: ``KundregError`` with status 64 when neither numbers nor options say which, or both do.
  func customers(numbers: [String]) throws -> CustomerEditor.Choice {
    let isGiven = !conditions.conditions.isEmpty || !conditions.filters.isEmpty || inactive || all
    guard numbers.isEmpty == isGiven else {
      throw KundregError(
        .usage, code: "choice.missing",
        isGiven
          ? "Say which customers by numbers or by --where and --filter, not by both."
          : "Say which customers: give their numbers, or --where FIELD=VALUE, --filter NAME, or --all for every one.")
    }
    guard isGiven else { return .numbers(numbers) }
    var terms = SearchTerms()
    conditions.put(into: &terms)
    terms.activity = all ? .all : inactive ? .inactive : nil
    return .search(terms, savedFilters: conditions.filters)
  }

  /// Makes a change of the customers that are meant and tells what it did.
  func change(
    _ numbers: [String], isDryRun: Bool = false, _ global: GlobalOptions,
    _ change: (CustomerEditor, CustomerEditor.Choice, any ChangeSink) throws -> EditOutcome
  ) throws {
    let customers = try customers(numbers: numbers)
    let editor = try global.editor()
    let listing = isDryRun ? ChangeListing(format: global.reportFormat) : nil
    do {
      let outcome = try change(editor, customers, listing ?? ChangesUnseen())
      EditAccount(outcome).write(as: global.reportFormat, after: listing)
    } catch {
      listing?.abandon()
      throw error
    }
  }
}

/// Keeps no changes: a run over the whole register has room for them nowhere.
private final class ChangesUnseen: ChangeSink {
  func add(_ change: CustomerChange) {}
}
