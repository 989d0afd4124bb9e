import ArgumentParser
import CustomerModel
import Differ
import RegisterStore
import Runs

/// The options that say which customers a change is for, where no numbers do.
struct ChoiceOptions: ParsableArguments {
  @OptionGroup var conditions: ConditionOptions
  @Flag(help: "Inactive customers only.")
  var inactive = false
  @Flag(help: "Active and inactive customers; alone: every customer.")
  var all = false

  /// - Throws: ``KundregError`` `choice.missing` with status 64.
  private func customers(numbers: [String]) throws -> CustomerEditor.Choice {
    var selection = conditions.selection
    selection.terms.activity = all ? .all : inactive ? .inactive : nil
    return try CustomerEditor.Choice(numbers: numbers, orThoseOf: selection)
  }

  /// Makes a change of the customers that are meant and tells what it did.
  func change(
    _ numbers: [String], isDryRun: Bool = false, _ global: GlobalOptions,
    _ change: (CustomerEditor, CustomerEditor.Choice, any ChangeReader) throws -> EditOutcome
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
private final class ChangesUnseen: ChangeReader {
  let looks = false
  func add(_ change: ShownChange) {}
}
