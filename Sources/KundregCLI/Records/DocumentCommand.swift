import ArgumentParser
import ConfigurationFile
import CustomerModel
import RegisterStore
import Runs

/// `kundreg customer document …`
struct DocumentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract: "The documents of a customer: files in folders.",
    discussion: """
      EXAMPLE
        kundreg customer document add 1001 avtal.pdf --folder Avtal
        kundreg customer document get 1001 avtal.pdf --out kopia.pdf
      """,
    subcommands: [Add.self, List.self, Get.self, Remove.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a file. Its content is kept beside the register.",
      discussion: """
        Taken are pdf, png, jpg, gif, webp, docx, xlsx, pptx, odt, ods, txt, csv, eml and msg whose content is what the name \
        says, of at most 50 MiB or what documents.maxMegabytes in the configuration says.

        EXAMPLE
          kundreg customer document add 1001 avtal.pdf --folder Avtal/2026 --name "Serviceavtal.pdf"
        """)
    @Argument(help: "The customer number.") var number: String
    @Argument(help: "The file.") var file: String
    @Option(help: "The folder of the card, names with / between.") var folder: String?
    @Option(help: "What to call it, instead of its own name.") var name: String?
    @OptionGroup var options: RecordEditOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let document = try NewDocument(
        file: file, folder: folder ?? "", name: name, rules: global.configuration().documents)
      try options.perform("customer document add \(number)", global) { session, register in
        try session.addDocument(document, to: number, files: DocumentFolder(ofRegister: register.path))
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "The customer's documents.",
      discussion: """
        EXAMPLE
          kundreg customer document list 1001
        """)
    @Argument(help: "The customer number.") var number: String
    @OptionGroup var global: GlobalOptions

    func run() throws { try RecordListing.write(.documents, of: number, global) }
  }

  struct Get: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "get",
      abstract: "Write a document to a file, readable by you only.",
      discussion: """
        EXAMPLE
          kundreg customer document get 1001 avtal.pdf --folder Avtal --out kopia.pdf
        """)
    @Argument(help: "The customer number.") var number: String
    @Argument(help: "The document's name.") var name: String
    @Option(help: "Its folder, where several have one of that name.") var folder: String?
    @Option(help: "The new file. One that exists is never overwritten.") var out: String
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try DocumentCopy.write(
        name, in: folder, ofCustomer: number, to: out, from: global.openRegister(), as: global.actor(in:))
      Output.done(RegisterCommandTexts.wrote(out), ["file": out], kinds: ["file": .path], as: global.reportFormat)
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a document from the card. Its content stays for an undo.",
      discussion: """
        EXAMPLE
          kundreg customer document remove 1001 avtal.pdf --folder Avtal
        """)
    @Argument(help: "The customer number.") var number: String
    @Argument(help: "The document's name.") var name: String
    @Option(help: "Its folder, where several have one of that name.") var folder: String?
    @OptionGroup var options: RecordEditOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try options.perform("customer document remove \(number)", global) { session, _ in
        try session.removeDocument(name, in: folder, of: number)
      }
    }
  }
}
