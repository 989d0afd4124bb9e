import CustomerModel
import Mapping

extension ListReader {
  /// Gives columns without headings their fields by what stands in them, and by what stands beside them.
  mutating func takeByCells() {
    takeProven()
    for sense in senses where !taken.contains(sense.index) && sense.cells.filled > 0 { take(sense) }
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
      takeOnce([isFilled("invoiceAddress.line1") ? "invoiceAddress.line2" : "invoiceAddress.line1"], sense)
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

  private mutating func takeOnce(_ fields: [String], _ sense: ColumnSense, _ transforms: [Transform] = []) {
    guard !taken.contains(sense.index) else { return }
    add(Finding(fields: fields.compactMap { FieldPath($0) }, source: .one(sense.index), transforms: transforms))
  }
}
