import Rows

/// What an object beside a list says of its pages: programs that give lists page by page write down which of them this is.
///
/// Sources: Fortnox's `MetaInformation` with `@TotalPages` and `@CurrentPage`; Visma's `Meta` with `TotalNumberOfPages` and
/// `CurrentPage`; others use the same words.
struct JSONPaging {
  private var number: Int?
  private var count: Int?

  /// The page, when there are several.
  var page: ListPage? { count.flatMap { $0 > 1 ? ListPage(number: number, count: $0) : nil } }

  /// Takes one member of the object.
  mutating func take(_ name: String, _ value: String) {
    switch name.lowercased().filter(\.isLetter) {
    case "totalpages", "totalnumberofpages", "pagecount", "pagestotal": count = Int(value)
    case "currentpage", "page", "pagenumber": number = Int(value)
    default: break
    }
  }
}
