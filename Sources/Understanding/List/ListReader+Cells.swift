import CustomerModel
import Mapping

extension ListReader {
  /// Gives columns without headings their fields by what stands in them, and by what stands beside them.
  mutating func takeByCells() {
    takeProven()
    takeFirstCodes()
    for sense in senses where !taken.contains(sense.index) && sense.cells.filled > 0 { take(sense) }
  }

  /// Codes in the first columns that are all different number the customers, whether they look like telephones or not.
  private mutating func takeFirstCodes() {
    for sense in senses.prefix(3) where !taken.contains(sense.index) {
      let next = sense.index + 1 < senses.count ? senses[sense.index + 1] : nil
      guard Role.number.fit(sense.cells) == .supported, !sense.cells.examples.contains(where: { $0.hasPrefix("0") }),
        !(sense.cells.are(.postalCode) && sense.index > 0 && next?.cells.are(.letters) == true)
      else { continue }
      return takeOnce(["number"], sense)
    }
  }

  private mutating func take(_ sense: ColumnSense) {
    let cells = sense.cells
    let next = sense.index + 1 < senses.count ? senses[sense.index + 1] : nil
    if cells.are(.postalCodeCity, percent: 60) {
      takeOnce(["invoiceAddress.postalCode", "invoiceAddress.city"], sense, [.split(.postalCodeCity)])
    } else if sense.index > 0, cells.are(.postalCode), let next, next.cells.are(.letters) {
      takeOnce(["invoiceAddress.postalCode"], sense)
      takeOnce(["invoiceAddress.city"], next)
    } else if cells.are(.website) {
      takeOnce(["website"], sense)
    } else if cells.are(.phone) {
      takeOnce([isFilled("phone") && cells.are(.mobile) ? "mobile" : "phone"], sense)
    } else if cells.are(.street, percent: 50) {
      if !isFilled("invoiceAddress.line1") { takeOnce(["invoiceAddress.line1"], sense) } else { takeSecondLine(sense) }
    } else if let next, isTownBefore(next, sense) {
      takeOnce(["invoiceAddress.city"], sense)
      takeOnce(["invoiceAddress.postalCode"], next)
    } else if isSecondLine(sense), !cells.arePersons {
      takeSecondLine(sense)
    } else if Role.number.fit(cells) == .supported, sense.index < 3 {
      takeOnce(["number"], sense)
    } else if Role.name.fit(cells) == .supported {
      if !isFilled("name") {
        takeOnce(["name"], sense)
      } else if cells.are(.personName, percent: 50) {
        takeOnce(["contactPersons[0].name"], sense)
      }
    } else if cells.are(.letters), let next, next.cells.are(.letters), !isFilled("name") {
      // A first and a last name.
      add(Finding(fields: [FieldPath(.customerName)], source: .join([sense.index, next.index], separator: " ")))
    }
  }

  /// In some countries the town stands before its postal code.
  private func isTownBefore(_ code: ColumnSense, _ town: ColumnSense) -> Bool {
    guard isFilled("invoiceAddress.line1"), !isFilled("invoiceAddress.city"), town.cells.are(.letters),
      code.cells.are(.postalCode)
    else { return false }
    return !(senses.indices.contains(code.index + 1) && senses[code.index + 1].cells.are(.letters))
  }

  /// True right of the street, where the rest of the address follows.
  private func isSecondLine(_ sense: ColumnSense) -> Bool {
    guard let path = FieldPath("invoiceAddress.line1"), sense.index + 1 < senses.count,
      let street = findings.first(where: { $0.fields == [path] })?.source.columns.last
    else { return false }
    let next = senses[sense.index + 1].cells
    return street == sense.index - 1 && (next.are(.postalCode) || next.are(.postalCodeCity))
  }

  private mutating func takeSecondLine(_ sense: ColumnSense) {
    if isSecondLine(sense) { takeOnce(["invoiceAddress.line2"], sense) }
  }

  private mutating func takeOnce(_ fields: [String], _ sense: ColumnSense, _ transforms: [Transform] = []) {
    guard !taken.contains(sense.index) else { return }
    add(Finding(fields: fields.compactMap { FieldPath($0) }, source: .one(sense.index), transforms: transforms))
  }
}
