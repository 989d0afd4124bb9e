import CustomerModel

/// What one column is, by its heading and its cells.
struct ColumnSense: Sendable {
  /// From 0.
  let index: Int
  let heading: String
  let reading: HeadingReading
  let cells: CellLook
  /// Nil when the heading says nothing that the cells allow.
  let role: Role?
  let fit: Role.Fit
  /// The role of a heading with words that nobody knows: too unsure to be taken.
  let guess: Role?

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
    // Of a group of addresses alone only its streets tell that they stand there.
    if reading.parts.isEmpty, let chosen = best, chosen.0 == .line, chosen.1 < .supported { best = nil }
    // The way in which `Kund` is a name is that of its cells.
    if best?.0 == .phone, reading.parts == [.id], best?.1 != .supported { best = nil }
    if reading.parts == [.id], best?.0 == .identity, reading.blocks.isEmpty { best = nil }
    guard let best, reading.unknown.isEmpty, Self.isSure(best.0, best.1, reading) else {
      role = nil
      fit = .against
      guess = best?.0
      return
    }
    role = best.0
    fit = best.1
    guess = nil
  }

  /// What was mistyped must be confirmed by the cells where these can tell.
  private static func isSure(_ role: Role, _ fit: Role.Fit, _ reading: HeadingReading) -> Bool {
    guard !reading.meant.isEmpty, fit < .supported else { return true }
    switch role {
    case .name, .city, .line, .website, .field: return reading.meant.allSatisfy { $0.utf8.count > 5 }
    default: return false
    }
  }

  /// The blocks that an address may be of.
  var addressBlock: Meaning.Block? {
    [.invoice, .delivery, .visiting, .mail, .home, .work].first { reading.blocks.contains($0) }
  }
}
