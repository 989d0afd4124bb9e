import CustomerModel
import Documents

extension MappingReader {
  func transforms(_ node: JSONValue, at path: String) throws -> [Transform] {
    try elements(node, at: "\(path).transforms", of: "transforms").enumerated().map {
      try transform($1, at: "\(path).transforms[\($0)]")
    }
  }

  private func transform(_ node: JSONValue, at path: String) throws -> Transform {
    switch node.content {
    case .text(let name):
      if let known = Transform.simple.first(where: { $0.name == name }) { return known.transform }
      if Transform.withArgument.contains(name) {
        throw error("badValue", node, at: path, "needs an argument: {\"\(name)\": …}")
      }
      throw unknown(name, node, at: path)
    case .object(let members):
      guard members.count == 1, let member = members.first else {
        throw error("badValue", node, at: path, "must have exactly one key, the transform's name")
      }
      return try transform(member.key, member.value, node, at: path)
    default: throw wrongType(node, at: path, expected: "a transform's name or an object with one key")
    }
  }

  private func unknown(_ name: String, _ node: JSONValue, at path: String) -> KundregError {
    let names = Transform.simple.map(\.name) + Transform.withArgument
    let meant = NearestName.find(name, among: names).map { "did you mean \"\($0)\"?" }
    return error(
      "unknownTransform", node, at: path,
      "names no transform: \"\(name)\"; \(meant ?? "the transforms are \(Set(names).sorted().joined(separator: ", "))")"
    )
  }

  private func transform(_ name: String, _ argument: JSONValue, _ node: JSONValue, at path: String) throws -> Transform
  {
    let place = "\(path).\(name)"
    switch name {
    case "phone":
      let code = try string(argument, at: place)
      guard (1...3).contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39).contains($0) }), code.first != "0"
      else {
        throw error(
          "badValue", argument, at: place, "must be a country's calling code, such as \"46\", not \"\(code)\"")
      }
      return .phone(callingCode: code)
    case "date": return .date(try word(try string(argument, at: place), argument, at: place))
    case "prefix": return .prefix(try string(argument, at: place))
    case "suffix": return .suffix(try string(argument, at: place))
    case "values": return .values(try pairs(argument, at: place))
    case "list":
      let separators = try string(argument, at: place)
      guard !separators.isEmpty, separators.utf8.allSatisfy({ $0 < 0x80 }) else {
        throw error("badValue", argument, at: place, "must be the separating characters, ASCII only, such as \";,\"")
      }
      return .list(separators: separators)
    case "replace":
      guard case .object = argument.content else {
        throw wrongType(argument, at: place, expected: "an object with \"pattern\" and \"with\"")
      }
      try checkKeys(of: argument, at: place, known: ["pattern", "with"])
      guard let pattern = argument["pattern"] else {
        throw error("missingKey", argument, at: place, "needs the key \"pattern\"")
      }
      return .replace(
        pattern: try self.pattern(pattern, at: "\(place).pattern"), with: try string(argument, "with", at: place) ?? "")
    case "split": return .split(try split(argument, at: place))
    default:
      if Transform.simple.contains(where: { $0.name == name }) {
        throw error("badValue", node, at: path, "takes no argument: write \"\(name)\"")
      }
      throw unknown(name, node, at: path)
    }
  }

  private func split(_ node: JSONValue, at path: String) throws -> Transform.Split {
    if case .text(let name) = node.content {
      switch name {
      case "postalCodeCity": return .postalCodeCity
      case "fullName": return .fullName
      default:
        let words = ["postalCodeCity", "fullName"]
        throw error("badValue", node, at: path, "\(oneOf(words, not: name)), or {\"at\": …} or {\"groups\": …}")
      }
    }
    guard case .object(let members) = node.content else {
      throw wrongType(node, at: path, expected: "a text or an object with \"at\" or \"groups\"")
    }
    try checkKeys(of: node, at: path, known: ["at", "groups"])
    guard members.count == 1, let member = members.first else {
      throw error("badValue", node, at: path, "must have exactly one key, \"at\" or \"groups\"")
    }
    let place = "\(path).\(member.key)"
    if member.key == "groups" { return .groups(try pattern(member.value, at: place)) }
    let separator = try string(member.value, at: place)
    if separator.isEmpty { throw error("badValue", member.value, at: place, "is empty: name the text to split at") }
    return .at(separator)
  }

  private func pattern(_ node: JSONValue, at path: String) throws -> String {
    let pattern = try string(node, at: path)
    guard RegularExpression(pattern) != nil, !pattern.isEmpty else {
      throw error("badPattern", node, at: path, "is no regular expression: \"\(pattern)\"")
    }
    return pattern
  }
}
