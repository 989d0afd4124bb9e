import CustomerModel

/// What is mended in the cells of a file. What a person types and what an accounting system sends is not mended.
package struct CellRepairs: Sendable, Equatable {
  /// Source columns in which every number is a whole one written with a fraction, as ``WholeNumbers`` finds them.
  package var fractions: Set<Int> = []
  /// True for a file that a register wrote: a text that the register may hold is no damage, and only remarked on.
  package let isExport: Bool

  /// - Parameter header: the headings of the file.
  package init(header: [String]) {
    let keys = Set(header.map(HeaderKey.of))
    isExport = Self.always.allSatisfy { keys.contains($0.heading) || keys.contains($0.name) }
  }

  /// The fields that every export has, and no other list has all of.
  private static let always = Field.all
    .filter { !$0.isRepeated && ($0.kind == .boolean || [.number, .customerName, .type].contains($0)) }
    .map { (name: HeaderKey.of($0.name), heading: HeaderKey.of($0.heading)) }
}
