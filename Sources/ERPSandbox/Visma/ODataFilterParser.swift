/// Reads a `$filter`.
struct ODataFilterParser {
  private enum Token: Equatable {
    case open
    case close
    case comma
    case quoted(String)
    case word(String)
  }

  private var tokens: ArraySlice<Token>

  init(_ text: String) throws { tokens = try Self.split(text)[...] }

  private static func split(_ text: String) throws -> [Token] {
    var tokens: [Token] = []
    var rest = text[...]
    while let character = rest.first {
      switch character {
      case " ": rest.removeFirst()
      case "(", ")", ",":
        tokens.append(character == "(" ? .open : character == ")" ? .close : .comma)
        rest.removeFirst()
      case "'": tokens.append(.quoted(try quoted(&rest)))
      default:
        let word = rest.prefix { !" (),'".contains($0) }
        tokens.append(.word(String(word)))
        rest = rest.dropFirst(word.count)
      }
    }
    return tokens
  }

  /// A quote within is written twice.
  private static func quoted(_ rest: inout Substring) throws -> String {
    rest.removeFirst()
    var text = ""
    while let character = rest.popFirst() {
      if character != "'" {
        text.append(character)
      } else if rest.first == "'" {
        text.append("'")
        rest.removeFirst()
      } else {
        return text
      }
    }
    throw ODataFilter.Failure(message: "a text is not ended.")
  }

  mutating func parse() throws -> ODataFilter.Expression {
    let expression = try alternatives()
    guard tokens.isEmpty else { throw ODataFilter.Failure(message: "something stands after the end.") }
    return expression
  }

  private mutating func takes(_ token: Token) -> Bool {
    guard tokens.first == token else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func alternatives() throws -> ODataFilter.Expression {
    var left = try conditions()
    while takes(.word("or")) { left = .or(left, try conditions()) }
    return left
  }

  private mutating func conditions() throws -> ODataFilter.Expression {
    var left = try condition()
    while takes(.word("and")) { left = .and(left, try condition()) }
    return left
  }

  private mutating func condition() throws -> ODataFilter.Expression {
    if takes(.word("not")) { return .not(try condition()) }
    if takes(.open) {
      let inner = try alternatives()
      guard takes(.close) else { throw ODataFilter.Failure(message: "a parenthesis is not closed.") }
      return inner
    }
    guard case .word(let name)? = tokens.popFirst() else {
      throw ODataFilter.Failure(message: "a property is missing.")
    }
    if let function = ODataFilter.Function(rawValue: name) { return try call(function) }
    let property = try known(name)
    guard case .word(let word)? = tokens.popFirst(), let comparison = ODataFilter.Comparison(rawValue: word) else {
      throw ODataFilter.Failure(message: "eq, ne, gt, ge, lt or le must follow \(property).")
    }
    let literal = try literal()
    if Self.times.contains(property), case .text = literal {
      throw ODataFilter.Failure(
        message: "incompatible types: \(property) is an Edm.DateTimeOffset, and what stands in quotes is an Edm.String."
      )
    }
    return .compare(property, comparison, literal)
  }

  /// The properties that are times.
  private static let times: Set<String> = [
    "ChangedUtc", "LastInvoiceDate", "AutoInvoiceActivationEmailSentDate", "AutoInvoiceRegistrationRequestSentDate",
  ]

  private mutating func call(_ function: ODataFilter.Function) throws -> ODataFilter.Expression {
    guard takes(.open), case .word(let name)? = tokens.popFirst(), takes(.comma),
      case .quoted(let text)? = tokens.popFirst(), takes(.close)
    else { throw ODataFilter.Failure(message: "\(function.rawValue) takes a property and a text.") }
    return .call(function, try known(name), text)
  }

  private func known(_ name: String) throws -> String {
    guard VismaField.byName[name] != nil else {
      throw ODataFilter.Failure(message: "could not find a property named '\(name)'.")
    }
    return name
  }

  /// Times and GUIDs stand without quotes, texts within.
  private mutating func literal() throws -> ODataValue {
    switch tokens.popFirst() {
    case .quoted(let text)?: return .text(text)
    case .word("true")?: return .flag(true)
    case .word("false")?: return .flag(false)
    case .word("null")?: return .null
    case .word(let word)?:
      if let number = Double(word) { return .number(number) }
      if let time = TimeText.parseUTC(word) { return .time(time) }
      if word.wholeMatch(of: #/[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/#) != nil {
        return .text(word.lowercased())
      }
      throw ODataFilter.Failure(message: "'\(word)' is no value.")
    default: throw ODataFilter.Failure(message: "a value is missing.")
    }
  }
}
