import Rows

/// The rows of a sheet that the workbook declares to be totals of tables (ECMA-376 part 1, 18.5.1.2, `totalsRowCount`).
///
/// A person sees such a row below the last row of a table, with a sum or a count in it: it is none of the list's.
struct TableTotals: Sendable {
  /// Where the totals of one table stand.
  private struct Area {
    /// From 1.
    let rows: ClosedRange<Int>
    /// From 0.
    let columns: ClosedRange<Int>
  }

  private let areas: [Area]

  /// Reads the table parts that the sheet's part refers to.
  ///
  /// What cannot be read of them declares nothing: the rows themselves are all there, and are read as they stand.
  init(ofSheet part: String, in archive: WorkbookArchive) {
    guard let relationships = try? PackageRelationships(of: part, in: archive) else {
      areas = []
      return
    }
    let parts = relationships.all.lazy.filter { $0.kind == "table" }.map(\.part)
    areas = Set(parts.prefix(WorkbookLimits.tables)).compactMap { Self.area(ofTable: $0, in: archive) }
  }

  /// True when a row is a total: the table that says so covers more than half of the cells that are filled. Beside a small
  /// table there may stand another list, whose rows go on.
  @inline(__always)
  func declares(row: Int, cells: UnsafeMutableBufferPointer<RowBatch.Cell>) -> Bool {
    areas.isEmpty ? false : covers(row, cells)
  }

  @inline(never)
  private func covers(_ row: Int, _ cells: UnsafeMutableBufferPointer<RowBatch.Cell>) -> Bool {
    areas.contains { area in
      guard area.rows.contains(row) else { return false }
      let filled = cells.indices.filter { cells[$0].length > 0 }
      return filled.count { area.columns.contains($0) } * 2 > filled.count
    }
  }

  private static func area(ofTable part: String, in archive: WorkbookArchive) -> Area? {
    var area: Area?
    let walk: Void? = try? XMLElements.walk(archive, part: part) { element in
      guard element.name == "table", element.parent.isEmpty, let reference = element["ref"] else { return }
      guard let count = element["totalsRowCount"].flatMap({ Int($0) }), count > 0 else { return }
      area = Self.area(reference, totals: count)
    }
    return walk == nil ? nil : area
  }

  private static func area(_ reference: String, totals: Int) -> Area? {
    let corners = reference.split(separator: ":").compactMap { corner in
      Array(corner.utf8).withUnsafeBufferPointer { bytes in
        bytes.baseAddress.flatMap { CellReference($0, bytes.count) }
      }
    }
    guard corners.count == 2, corners[0].column <= corners[1].column, corners[0].row > 0 else { return nil }
    // The first row has the table's headings.
    let first = max(corners[0].row + 1, corners[1].row - totals + 1)
    guard first <= corners[1].row else { return nil }
    return Area(rows: first...corners[1].row, columns: corners[0].column...corners[1].column)
  }
}
