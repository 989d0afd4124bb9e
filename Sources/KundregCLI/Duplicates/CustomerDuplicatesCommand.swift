import ArgumentParser
import CustomerModel
import Runs
import Texts

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
      if let limit, limit < 0 { throw ValidationError(OptionTexts.limitIsCount) }
    }

    func run() throws {
      let (register, actor) = try global.enter()
      let pairs = try DuplicateSearch.pairs(in: register, as: actor, limit: limit ?? .max)
      var table = TextTable(
        ["score", "reason", "number", "name", "active", "other", "otherName", "otherActive", "answer"],
        kinds: [
          "number": .customerNumber, "other": .customerNumber, "score": .number, "active": .boolean,
          "otherActive": .boolean, "answer": .choice { _ in DuplicateAccountTexts.same },
        ])
      for pair in pairs {
        let answer = pair.isConfirmed ? Text(verbatim: "same") : nil
        table.append(
          [Text(verbatim: "\(pair.score)"), pair.reason] + Self.cells(of: pair.first) + Self.cells(of: pair.second)
            + [answer])
      }
      table.write(as: global.reportFormat)
    }

    private static func cells(of side: LikelyDuplicate.Side) -> [Text?] {
      [side.number, side.name, side.isActive ? "yes" : "no"].map(Text.init(verbatim:))
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

    enum Answer: String, WordOption {
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
      Output.done(
        answer == .different
          ? DuplicateAccountTexts.different(number, other)
          : try DuplicateSearch.mergeOrder(number, other, in: register).map {
            DuplicateAccountTexts.same(
              number, other,
              mergedBy: "kundreg customer merge \(ShellWord.quoted($0.from)) \(ShellWord.quoted($0.into))")
          } ?? DuplicateAccountTexts.sameButInactive(number, other),
        ["number": number, "other": other, "answer": answer.rawValue],
        kinds: ["other": .customerNumber], as: global.reportFormat)
    }
  }
}
