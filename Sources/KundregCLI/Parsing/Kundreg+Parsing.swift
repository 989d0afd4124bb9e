import ArgumentParser

extension Kundreg {
  /// The command that the arguments ask for.
  ///
  /// ArgumentParser looks at each option of a command again for every level above it, which took a fifth of a small import. So the
  /// command that is named is asked alone first. Whatever it does not take as it is (help, a version, a mistake) is left
  /// to the whole tree, whose answers name the way to the command.
  static func command(_ arguments: [String]) throws -> any ParsableCommand {
    if let asked = named(arguments), let command = try? asked.command.parseAsRoot(asked.rest),
      type(of: command) == asked.command
    {
      return command
    }
    return try parseAsRoot(arguments)
  }

  /// The command without subcommands that the first arguments name, and what comes after its name.
  private static func named(_ arguments: [String]) -> (command: any ParsableCommand.Type, rest: [String])? {
    var command: any ParsableCommand.Type = self
    var rest = arguments[...]
    while !command.configuration.subcommands.isEmpty {
      guard let name = rest.popFirst(),
        let next = command.configuration.subcommands.first(where: { $0._commandName == name })
      else { return nil }
      command = next
    }
    return (command, Array(rest))
  }
}
