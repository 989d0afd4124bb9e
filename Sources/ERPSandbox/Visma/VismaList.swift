/// A list request's parameters. Those without `$` mean nothing to Visma and are passed over.
struct VismaList {
  private var page = 1
  private var pageSize = 50
  private var filter: ODataFilter?
  private var order: (property: String, descending: Bool)?
  private var selected: Set<String>?

  /// Throws `VismaProblem`.
  init(_ request: SandboxRequest) throws {
    for (name, value) in request.parameters where name.hasPrefix("$") {
      switch name {
      case "$page": page = try Self.whole(name, value, 1...1_000_000)
      case "$pagesize": pageSize = try Self.whole(name, value, 1...1000)
      case "$filter":
        do {
          filter = try ODataFilter(value)
        } catch let failure as ODataFilter.Failure {
          throw VismaProblem.invalid(["$filter: \(failure.message)"])
        }
      case "$orderby":
        let words = value.split(separator: " ").map(String.init)
        guard (1...2).contains(words.count), VismaField.byName[words[0]] != nil,
          words.count == 1 || ["asc", "desc"].contains(words[1])
        else { throw VismaProblem.invalid(["$orderby: one property, then asc or desc."]) }
        order = (words[0], words.last == "desc")
      case "$select": selected = Set(value.split(separator: ",").map { $0.filter { $0 != " " } })
      default: throw VismaProblem.invalid(["\(name) is not supported."])
      }
    }
  }

  private static func whole(_ name: String, _ value: String, _ range: ClosedRange<Int>) throws -> Int {
    guard let number = Int(value), range.contains(number) else {
      throw VismaProblem.invalid(["\(name) must be from \(range.lowerBound) to \(range.upperBound)."])
    }
    return number
  }

  func page(of records: [JSON], now: Double) -> JSON {
    var found = filter.map { filter in records.filter(filter.matches) } ?? records
    if let order {
      // Equal ones keep the order of their ids, in both directions.
      found = found.enumerated().sorted { left, right in
        let (first, second) = order.descending ? (right, left) : (left, right)
        switch ODataValue(first.element[order.property]).compared(to: ODataValue(second.element[order.property])) {
        case .some(let sign) where sign != 0: return sign < 0
        default: return left.offset < right.offset
        }
      }.map(\.element)
    }
    let items = found.dropFirst((page - 1) * pageSize).prefix(pageSize).map(picked)
    return [
      "Meta": .object([
        "CurrentPage": JSON(page), "PageSize": JSON(pageSize),
        "TotalNumberOfPages": JSON((found.count + pageSize - 1) / pageSize), "TotalNumberOfResults": JSON(found.count),
        "ServerTimeUtc": .string(TimeText.utc(now)),
      ]),
      "Data": .array(Array(items)),
    ]
  }

  private func picked(_ record: JSON) -> JSON {
    guard let selected, let members = record.members else { return record }
    return .object(members.filter { selected.contains($0.key) })
  }
}
