import CustomerModel

/// What one column is, by its heading and its cells.
struct ColumnSense: Sendable {
  /// From 0.
  let index: Int
  let heading: String
  var reading: HeadingReading
  let cells: CellLook
  /// Nil when the heading says nothing that the cells allow, or has words that nobody knows.
  private(set) var role: Role?
  private(set) var fit: Role.Fit
  /// The role of a heading with words that nobody knows: the list tells whether it may be taken.
  let guess: Role?
  private let fitOfGuess: Role.Fit

  init(index: Int, heading: String, reading: HeadingReading, cells: CellLook) {
    self.index = index
    self.heading = heading
    self.reading = reading
    self.cells = cells
    let roles = reading.isUnderOther ? reading.roles.filter(\.isOnlyOfCustomers) : reading.roles
    let fits = roles.map { ($0, $0.fit(cells)) }.filter { $0.1 > .against }
    var best = fits.first { $0.1 == .supported } ?? fits.first
    // A number of a company is that of the authorities where check digits say so.
    if let identity = fits.first(where: { $0.0 == .identity && $0.1 == .supported }), cells.filled > 1 {
      best = identity
    }
    // A company's number is the list's own where it is too short for that of the authorities.
    if best?.0 == .number, reading.parts.contains(.companyIdentity), fits.contains(where: { $0.0 == .identity }) {
      best = fits.first { $0.0 == .identity }
    }
    // Of a group of addresses alone only its streets tell that they stand there, and of persons how they are reached.
    if reading.parts.isEmpty, let chosen = best, [.line, .phone, .email].contains(chosen.0), chosen.1 < .supported,
      !(chosen.0 == .line && reading.isOfSpot && Self.areSpots(cells))
    {
      best = nil
    }
    // A code of invoices is a postal code only where it is one.
    if best?.0 == .postalCode, reading.parts == [.id], best?.1 != .supported { best = nil }
    if reading.isOfLateLine, let chosen = best, chosen.1 < .supported { best = nil }
    // The way in which `Kund` is a name is that of its cells.
    if best?.0 == .phone, reading.parts == [.id], best?.1 != .supported { best = nil }
    if reading.parts == [.id], best?.0 == .identity, reading.blocks.isEmpty { best = nil }
    // The number of a registration is a company's; with letters it is a car's.
    if best?.0 == .number, cells.filled > 0, !cells.are(.digits, percent: 50),
      reading.known.contains(where: { $0.hasPrefix("reg") })
    {
      best = nil
    }
    // What a customer wants on its invoices is a code where codes stand there.
    if best?.0 == .name, best?.1 == .open, reading.parts == [.reference], cells.are(.withDigit, percent: 50),
      let code = fits.first(where: { if case .field = $0.0 { true } else { false } })
    {
      best = code
    }
    // Kinds that are one and the same, or blank, are no groups.
    if case .field(let path)? = best?.0, path.description == "subgroups", reading.parts.contains(.type),
      cells.different < 2
    {
      best = nil
    }
    // What a word for the authorities' number means is a VAT number where it is a right one.
    if case .field(let path)? = best?.0, path.description == "vatNumber", reading.parts.contains(.companyIdentity),
      best?.1 != .supported
    {
      best = nil
    }
    // Blank cells say of no `State` that it is one of customers.
    if best?.0 == .status, best?.1 == .open { best = nil }
    // A bare `Typ` may be of anything.
    if best?.0 == .type, best?.1 == .open, !reading.isKindOfCustomers { best = nil }
    // Whether a customer is a company is never said by companies' kinds.
    if case .field(let path)? = best?.0, path.description == "subgroups", TypeWords.tell(cells) {
      best = (.type, .supported)
    }
    guard let best, reading.unknown.isEmpty, Self.isSure(best.0, best.1, reading) else {
      role = nil
      fit = .against
      guess = best?.0
      fitOfGuess = best?.1 ?? .against
      return
    }
    role = best.0
    fit = best.1
    guess = nil
    fitOfGuess = .against
  }

  /// True where places are written in words, some with the number of a house: `Pannrum` alone is within one.
  private static func areSpots(_ cells: CellLook) -> Bool {
    cells.has(.withDigit) && !cells.are(.code, percent: 40) && !cells.are(.personName, percent: 50)
      && !cells.has(.companyName)
  }

  /// Takes what its words mean though there are others that nobody knows.
  mutating func trustGuess() { settle(guess, fitOfGuess) }

  /// Takes a role that other columns tell.
  mutating func settle(_ role: Role?, _ fit: Role.Fit) {
    self.role = role
    self.fit = fit
  }

  /// True when the guess is confirmed by the cells.
  var isGuessSupported: Bool { guess != nil && fitOfGuess == .supported }

  /// What was mistyped must be confirmed by the cells where these can tell.
  private static func isSure(_ role: Role, _ fit: Role.Fit, _ reading: HeadingReading) -> Bool {
    // What is meant by a mistyped word is no proof of what codes are.
    if !reading.meant.isEmpty, role == .number, !reading.blocks.contains(.customer) { return false }
    guard !reading.meant.isEmpty, fit < .supported else { return true }
    switch role {
    case .field(let path):
      return !["tags", "subgroups", "costCenter", "assigned"].contains(path.description)
        && reading.meant.allSatisfy { $0.utf8.count > 5 }
    case .name, .city, .line, .website, .addressExtra: return reading.meant.allSatisfy { $0.utf8.count > 5 }
    default: return false
    }
  }

  /// True where codes stand among what would be names: an order's, a department's.
  var isCodes: Bool { cells.has(.withDigit) && !cells.are(.words, percent: 50) }

  /// The blocks that an address may be of.
  var addressBlock: Meaning.Block? { Self.addressBlocks.first { reading.blocks.contains($0) } }

  static let addressBlocks: [Meaning.Block] = [.invoice, .delivery, .visiting, .mail, .home, .work]
}
