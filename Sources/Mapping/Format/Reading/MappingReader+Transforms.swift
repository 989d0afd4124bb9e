import CustomerModel
import Documents

extension MappingReader {
  func transforms(_ node: JSONValue, at path: String) throws -> [Transform] {
    try elements(node, at: "\(path).transforms", of: MappingMistakeTexts.listOfTransforms).enumerated().map {
      try transform($1, at: "\(path).transforms[\($0)]")
    }
  }

  private func transform(_ node: JSONValue, at path: String) throws -> Transform {
    switch node.content {
    case .text(let name):
      if let known = Transform.simple.first(where: { $0.name == name }) { return known.transform }
      if Transform.withArgument.contains(name) {
        throw error(.mappingBadValue, node, at: path) { MappingMistakeTexts.needsArgument($0, name) }
      }
      throw unknown(name, node, at: path)
    case .object(let members):
      guard members.count == 1, let member = members.first else {
        throw error(.mappingBadValue, node, at: path, MappingMistakeTexts.transformOfSeveralKeys)
      }
      return try transform(member.key, member.value, node, at: path)
    default: throw wrongType(node, at: path, expected: MappingMistakeTexts.transform)
    }
  }

  private func unknown(_ name: String, _ node: JSONValue, at path: String) -> KundregError {
    let names = Transform.simple.map(\.name) + Transform.withArgument
    return error(.mappingUnknownTransform, node, at: path) { place in
      NearestName.find(name, among: names).map { MappingMistakeTexts.unknownTransform(place, name, meant: $0) }
        ?? MappingMistakeTexts.unknownTransform(place, name, known: Set(names).sorted())
    }
  }

  private func transform(_ name: String, _ argument: JSONValue, _ node: JSONValue, at path: String) throws -> Transform
  {
    let place = "\(path).\(name)"
    switch name {
    case "phone":
      let code = try string(argument, at: place)
      guard (1...3).contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39).contains($0) }), code.first != "0"
      else {
        throw error(.mappingBadValue, argument, at: place) { MappingMistakeTexts.noCallingCode($0, code) }
      }
      return .phone(callingCode: code)
    case "date": return .date(try word(try string(argument, at: place), argument, at: place))
    case "prefix": return .prefix(try string(argument, at: place))
    case "suffix": return .suffix(try string(argument, at: place))
    case "values": return .values(try pairs(argument, at: place))
    case "list":
      let separators = try string(argument, at: place)
      guard !separators.isEmpty, separators.utf8.allSatisfy({ $0 < 0x80 }) else {
        throw error(.mappingBadValue, argument, at: place, MappingMistakeTexts.noSeparators)
      }
      return .list(separators: separators)
    case "replace":
      guard case .object = argument.content else {
        throw wrongType(argument, at: place, expected: MappingMistakeTexts.replacement)
      }
      try checkKeys(of: argument, at: place, known: ["pattern", "with"])
      guard let pattern = argument["pattern"] else {
        throw error(.mappingMissingKey, argument, at: place) { MappingMistakeTexts.needsKey($0, "pattern") }
      }
      return .replace(
        pattern: try self.pattern(pattern, at: "\(place).pattern"), with: try string(argument, "with", at: place) ?? "")
    case "split": return .split(try split(argument, at: place))
    default:
      if Transform.simple.contains(where: { $0.name == name }) {
        throw error(.mappingBadValue, node, at: path) { MappingMistakeTexts.takesNoArgument($0, name) }
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
        throw error(.mappingBadValue, node, at: path) {
          MappingMistakeTexts.noSplit($0, words, name, meant: NearestName.find(name, among: words))
        }
      }
    }
    guard case .object(let members) = node.content else {
      throw wrongType(node, at: path, expected: MappingMistakeTexts.split)
    }
    try checkKeys(of: node, at: path, known: ["at", "groups"])
    guard members.count == 1, let member = members.first else {
      throw error(.mappingBadValue, node, at: path, MappingMistakeTexts.splitOfSeveralKeys)
    }
    let place = "\(path).\(member.key)"
    if member.key == "groups" { return .groups(try pattern(member.value, at: place)) }
    let separator = try string(member.value, at: place)
    if separator.isEmpty { throw error(.mappingBadValue, member.value, at: place, MappingMistakeTexts.splitAtNothing) }
    return .at(separator)
  }

  private func pattern(_ node: JSONValue, at path: String) throws -> String {
    let pattern = try string(node, at: path)
    guard !pattern.isEmpty, PlainPattern.isRight(pattern) || RegularExpression(pattern) != nil else {
      throw error(.mappingBadPattern, node, at: path) { MappingMistakeTexts.badPattern($0, pattern) }
    }
    return pattern
  }
}
