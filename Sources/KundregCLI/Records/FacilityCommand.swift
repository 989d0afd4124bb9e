import ArgumentParser
import CustomerModel
import Runs

/// `kundreg customer facility …`
struct FacilityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facility",
    abstract: "The facilities (anläggningar) of a customer.",
    discussion: """
      EXAMPLE
        kundreg customer facility add 1001 A1 --name Verkstaden --city Storstad
        kundreg customer facility list 1001
      """,
    subcommands: [Add.self, Edit.self, Remove.self, List.self])

  /// What is said of a facility.
  struct Details: ParsableArguments {
    @Option(help: "What it is called.") var name: String?
    @Option(help: "Address, first line.") var line1: String?
    @Option(help: "Address, second line.") var line2: String?
    @Option(help: "Postal code.") var postalCode: String?
    @Option(help: "City.") var city: String?
    @Option(help: "Country, as SE.") var country: String?

    var values: [String: String] {
      givenValues([
        "name": name, "line1": line1, "line2": line2, "postalCode": postalCode, "city": city, "country": country,
      ])
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a facility.",
      discussion: """
        EXAMPLE
          kundreg customer facility add 1001 A1 --name Verkstaden --line1 "Storgatan 1" --postal-code "111 22"
        """)
    @Argument(help: "The customer number.") var number: String
    @Argument(help: "The facility's number.") var facility: String
    @OptionGroup var details: Details
    @OptionGroup var options: RecordEditOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let values = details.values.merging(["number": facility]) { $1 }
      try options.perform("customer facility add \(number)", global) { session, _ in
        try session.addRecord(values, to: .facilities, of: number)
      }
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Change what is said of a facility; an empty value clears.",
      discussion: """
        EXAMPLE
          kundreg customer facility edit 1001 A1 --city Norrbäck --line2 ""
        """)
    @Argument(help: "The customer number.") var number: String
    @Argument(help: "The facility's number.") var facility: String
    @OptionGroup var details: Details
    @OptionGroup var options: RecordEditOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try options.perform("customer facility edit \(number)", global) { session, _ in
        try session.editRecord([facility], details.values, in: .facilities, of: number)
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a facility. References to it stay.",
      discussion: """
        EXAMPLE
          kundreg customer facility remove 1001 A1
        """)
    @Argument(help: "The customer number.") var number: String
    @Argument(help: "The facility's number.") var facility: String
    @OptionGroup var options: RecordEditOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try options.perform("customer facility remove \(number)", global) { session, _ in
        try session.removeRecord([facility], from: .facilities, of: number)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "The customer's facilities.",
      discussion: """
        EXAMPLE
          kundreg customer facility list 1001
        """)
    @Argument(help: "The customer number.") var number: String
    @OptionGroup var global: GlobalOptions

    func run() throws { try RecordListing.write(.facilities, of: number, global) }
  }
}
