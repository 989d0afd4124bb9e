import ArgumentParser
import CustomerModel
import Foundation
import PageLaunch
import RegisterStore
import Runs

/// `kundreg serve`
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the register in a browser, until Ctrl-C.",
    discussion: """
      Prints a link that logs a browser in, once, within ten minutes. Who opens it acts as --as says, or else as the user of the \
      operating system, whom the register must know once it has users. Only this computer reaches the page; for others, put a \
      proxy with TLS before --socket. What it defends against, and what not: docs/threat-model.md.

      EXAMPLE
        kundreg serve
        kundreg serve --port 8600 --as anna
        kundreg serve --socket /run/kundreg/page.sock --origin https://kunder.example.se --as anna
      """)

  @Option(help: ArgumentHelp("The address of this computer to listen on: 127.0.0.1 unless said.", valueName: "address"))
  var host: String?
  @Option(help: "The port: 8481 unless said; 0 takes any that is free.")
  var port: Int?
  @Option(help: ArgumentHelp("A Unix socket to listen on instead, for a proxy.", valueName: "path"))
  var socket: String?
  @Option(
    help: ArgumentHelp(
      "What browsers call the page: a name of its own below localhost unless said.", valueName: "scheme://name[:port]"))
  var origin: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let configuration = try global.configuration()
    let user = global.nameOfActor
    let path = global.registerPath(configuration)
    let launch = try PageLaunch(
      register: path, user: user, language: Output.language, host: host, port: port, socket: socket, origin: origin)
    // Told here, where a register that is missing and a user that nobody knows are told as everywhere.
    _ = try ActingUser(named: user, in: global.openRegister(configuration))
    throw PageProcess.become(launch)
  }
}
