import CustomerModel
import Mapping
import Readers
import Rows
import Writers
import Understanding

/// One table of an input with its first rows, in which the header was looked for.
struct OpenedSheet {
  /// The index of the table in its source.
  let table: Int
  let info: TableInfo
  /// The first rows as text.
  let sample: [[String?]]
  /// Where they stand in the table, from 1.
  private let positions: [Int]
  /// The index of the header in the sample, of the lower row where headings stand in two; -1 where the table has none.
  private(set) var headerRow: Int
  /// The mapping that knows most of the header; nil when none knows it.
  private(set) var mapping: MappingFile?
  /// How many headings that mapping knows.
  private(set) var score: Int
  /// The required fields that it does not find.
  private(set) var missing: [HeaderMatch.Missing]

  /// The groups that stand above the headings; nil when none do.
  let band: HeadingBand?
  /// What stands above the headings and is no title; nil when nothing does.
  let above: RowsAboveHeadings?

  /// The headings, with their groups' words where those change what they mean.
  var header: [String] { understood ?? band?.headings ?? plainHeader }
  /// The headings as they stand in their row, or in both rows.
  var plainHeader: [String] { band?.plain ?? Self.headings(in: sample, row: headerRow) }

  /// The headings of a row; the positions of the columns where there is none.
  private static func headings(in sample: [[String?]], row: Int) -> [String] {
    row < 0 ? HeaderFinder.positions(of: sample) : sample[row].map { $0 ?? "" }
  }

  /// True when the first row holds what no headings are, and the rows below hold the same: e-mail addresses, numbers with check
  /// digits, telephones, streets. A letterhead has them, too, over columns of other things.
  var beginsWithCustomers: Bool {
    guard mapping == nil, let first = sample.first else { return false }
    let telling: Set<CellKind> = [.email, .identityNumber, .vatNumber, .phone, .postalCodeCity, .street, .date]
    func kinds(_ cell: String?) -> Set<CellKind> { CellKind.kinds(of: (cell ?? "").trimmingBlanks) }
    let same = first.indices.count { column in
      let own = kinds(first[column]).intersection(telling)
      guard !own.isEmpty else { return false }
      let below = sample.dropFirst().prefix(20).compactMap { column < $0.count ? $0[column] : nil }
        .filter { !$0.trimmingBlanks.isEmpty }
      return below.count { !kinds($0).isDisjoint(with: own) } * 2 >= below.count
    }
    return same > 1
  }

  /// The same table, whose first row is no row of headings.
  func withoutHeadings() -> OpenedSheet {
    var sheet = self
    sheet.headerRow = -1
    return sheet
  }

  /// The headings as they were understood, each once; nil where the mapping knows them as they are.
  private var understood: [String]?

  /// The same table, whose columns were understood: the mapping knows them by these headings.
  func understood(by mapping: MappingFile, headings: [String]) -> OpenedSheet {
    var sheet = self
    let match = HeaderMatch(mapping.incoming(), header: headings)
    sheet.mapping = mapping
    sheet.score = match.matchedCount
    sheet.missing = match.missing
    sheet.understood = headings
    return sheet
  }

  /// The first rows below the header.
  var rows: [[String?]] { Array(sample.dropFirst(headerRow + 1)) }

  /// The customer numbers of the first rows as they stand; none without a mapping or a column of numbers.
  var sampleNumbers: Set<String> {
    guard let mapping, let column = HeaderMatch(mapping.incoming(), header: header).source(of: .number) else {
      return []
    }
    return Set(
      rows.compactMap { row in
        let number = column < row.count ? row[column]?.trimmingBlanks ?? "" : ""
        return number.isEmpty ? nil : number
      })
  }

  /// True when a mapping finds all that it requires.
  var fits: Bool { mapping != nil && score > 0 && missing.isEmpty }

  /// True when something stands below the header.
  var hasRows: Bool { rows.contains { $0.contains { $0?.trimmingBlanks.isEmpty == false } } }

  /// True when it can be read as it is, and holds something.
  var isWhole: Bool { fits && hasRows }

  /// True when its name says that others than customers stand in it.
  var isOfOthers: Bool { OtherLists.areNamed(info.name) }

  /// True for the guide of a template, which stands beside the customers.
  var isGuide: Bool { TemplateFile.isGuide(firstRow: sample[0]) }

  /// Looks at one table.
  ///
  /// - Returns: nil when the table has no filled cell.
  init?(_ table: Int, of source: any TableSource, mappings: [MappingFile]) throws {
    let (sample, positions) = try Self.sample(source, table: table)
    self.init(table, info: source.tables[table], sample: sample, positions: positions, mappings: mappings)
  }

  /// The same table, looked at by one mapping.
  func read(by mapping: MappingFile) -> OpenedSheet? {
    OpenedSheet(table, info: info, sample: sample, positions: positions, mappings: [mapping])
  }

  private init?(
    _ table: Int, info: TableInfo, sample: [[String?]], positions: [Int], mappings: [MappingFile]
  ) {
    guard let header = Self.header(of: sample, at: positions, mappings) else { return nil }
    self.positions = positions
    self.table = table
    self.info = info
    self.sample = sample
    mapping = header.mapping
    score = header.score
    let joined = header.mapping.flatMap { HeadingBand(joining: header.row, in: sample, mapping: $0) }
    headerRow = joined == nil ? header.row : header.row + 1
    band = joined ?? header.mapping.flatMap { HeadingBand(above: header.row, in: sample, mapping: $0) }
    let headings = band?.headings ?? Self.headings(in: sample, row: header.row)
    let band = band
    above = header.mapping.flatMap {
      RowsAboveHeadings(
        Array(sample.prefix(max(header.row, 0))), at: positions, header: headings, band: band?.row, mapping: $0)
    }
    missing = header.mapping.map { HeaderMatch($0.incoming(), header: headings).missing } ?? []
  }

  private typealias Header = (row: Int, mapping: MappingFile?, score: Int)

  /// A rejects file has its headings first, wherever the mapping's own files have theirs.
  private static func header(of sample: [[String?]], at positions: [Int], _ mappings: [MappingFile]) -> Header? {
    if let first = sample.first?.map({ $0 ?? "" }), RejectsColumn.row.index(in: first) != nil,
      RejectsColumn.errors.index(in: first) != nil
    {
      return switch MappingLibrary(mappings).best(for: first) {
      case .mapping(let file, let match), .nearest(let file, let match): (0, file, match.matchedCount)
      case .nothing: (0, nil, 0)
      }
    }
    return HeaderFinder.find(in: sample, using: mappings, positions: positions).map { ($0.row, $0.mapping, $0.score) }
  }

  private static func sample(
    _ source: any TableSource, table: Int
  ) throws -> (rows: [[String?]], positions: [Int]) {
    var reader = try source.rows(ofTable: table)
    var batch = RowBatch()
    guard try reader.read(into: &batch, maximumRows: HeaderSample.rows) else { return ([], []) }
    let rows = (0..<batch.count).map { row in
      (0..<Int(batch.rows[row].cellCount)).map { batch.text(row: row, column: $0) }
    }
    return (rows, batch.rows.map { Int($0.position) })
  }
}
