import ArgumentParser
import CustomerModel
import Runs

/// `kundreg customer duplicates`
struct CustomerDuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "Customers that are likely the same, and what you say of them.",
    discussion: """
      EXAMPLE
        kundreg customer duplicates
        kundreg customer duplicates answer 1001 1017 different
        kundreg customer merge 1018 1002
      """,
    subcommands: [ListCommand.self, AnswerCommand.self], defaultSubcommand: ListCommand.self)

  struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List likely pairs with a score from 0 to 100 and the reason.",
      discussion: """
        Pairs that you said are the same and that are not merged yet come first; those that you said are different are not \
        listed. Two inactive customers are no pair.

        EXAMPLE
          kundreg customer duplicates list --limit 20
        """)

    @Option(help: "How many pairs at most.")
    var limit: Int?
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if let limit, limit < 0 { throw ValidationError("--limit is a count: 0 or more.") }
    }

    func run() throws {
      let (register, actor) = try global.enter()
      let pairs = try DuplicateSearch.pairs(in: register, as: actor, limit: limit ?? .max)
      var table = TextTable(
        ["score", "reason", "number", "name", "active", "other", "otherName", "otherActive", "answer"],
        kinds: [
          "number": .customerNumber, "other": .customerNumber, "score": .number, "active": .boolean,
          "otherActive": .boolean,
        ])
      for pair in pairs {
        table.append([
          "\(pair.score)", pair.reason, pair.first.number, pair.first.name, pair.first.isActive ? "yes" : "no",
          pair.second.number, pair.second.name, pair.second.isActive ? "yes" : "no", pair.isConfirmed ? "same" : nil,
        ])
      }
      table.write(as: global.reportFormat)
    }
  }

  struct AnswerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "answer",
      abstract: "Say whether two customers are the same; it is remembered.",
      discussion: """
        EXAMPLE
          kundreg customer duplicates answer 1001 1017 different
        """)

    enum Answer: String, ExpressibleByArgument, CaseIterable {
      case same, different
    }

    @Argument(help: "A customer number.")
    var number: String
    @Argument(help: "The other customer's number.")
    var other: String
    @Argument(help: "What they are.")
    var answer: Answer
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let (register, actor) = try global.enter()
      try DuplicateSearch.answer(number, other, isSame: answer == .same, in: register, as: actor)
      let next =
        try DuplicateSearch.mergeOrder(number, other, in: register).map {
          "`kundreg customer merge \(ShellWord.quoted($0.from)) \(ShellWord.quoted($0.into))` makes them one."
        } ?? "Both are inactive: activate the one that is to stay before you merge them."
      Output.done(
        answer == .same
          ? "Remembered: \(number) and \(other) are the same. \(next)"
          : "Remembered: \(number) and \(other) are different.",
        ["number": number, "other": other, "answer": answer.rawValue],
        kinds: ["other": .customerNumber], as: global.reportFormat)
    }
  }
}
