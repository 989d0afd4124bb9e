import CustomerModel
import Rows

/// Where a table has what tells its customers' countries, and what is known beside it.
struct RowCountries: Sendable {
  /// The columns of ``CountryEvidence``, in its order; -1 for what the table lacks.
  private let columns: [Int]
  /// What is known of the one customer whose rows these are; nothing for the rows of a file.
  private let background: CountrySigns

  init(_ columns: [RecordColumn], over background: CountrySigns) {
    self.columns = CountryEvidence.allCases.map { evidence in
      columns.firstIndex { $0.path == FieldPath(evidence.field) } ?? -1
    }
    self.background = background
  }

  /// What is known of one row's customer; `said` gives what the row says in a column.
  func signs(_ said: (Int) -> CountrySigns.Said) -> CountrySigns {
    CountrySigns(over: background) { evidence in
      let column = columns[evidence.rawValue]
      return column < 0 ? .nothing : said(column)
    }
  }
}
