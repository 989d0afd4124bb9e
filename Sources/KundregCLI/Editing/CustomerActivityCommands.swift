import ArgumentParser
import Runs

/// `kundreg customer inactivate NUMBER…`
struct CustomerInactivateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inactivate",
    abstract: "Make customers unselectable for new orders. Everything done remains.",
    discussion: """
      EXAMPLE
        kundreg customer inactivate 1001 1002
      """)

  @Argument(help: "The customer numbers.")
  var numbers: [String] = []
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try choice.change(numbers, global) { editor, customers, changes in
      try editor.setActive(false, customers, changes: changes)
    }
  }
}

/// `kundreg customer activate NUMBER…`
struct CustomerActivateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "activate",
    abstract: "Make inactive customers selectable again.",
    discussion: """
      EXAMPLE
        kundreg customer activate 1001
        kundreg customer activate --inactive --where invoiceAddress.city=Storstad
      """)

  @Argument(help: "The customer numbers.")
  var numbers: [String] = []
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try choice.change(numbers, global) { editor, customers, changes in
      try editor.setActive(true, customers, changes: changes)
    }
  }
}
