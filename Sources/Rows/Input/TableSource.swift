package import Texts

/// An input that holds one table or several: a delimited text, a workbook, a JSON document.
package protocol TableSource: Sendable {
  /// What the input is, for reports.
  var format: SourceFormat { get }
  /// The tables, in the order of the input.
  var tables: [TableInfo] { get }
  /// A reader of all rows of one table from its top, title lines and header included; a new pass each time.
  func rows(ofTable index: Int) throws -> any RowReader
  /// What a person should know about how the table was read, such as cells merged over data; known after a full pass.
  func notes(ofTable index: Int) -> [Text]
}

/// One table of an input.
package struct TableInfo: Sendable, Hashable {
  /// The sheet's name; empty for a text or JSON file.
  package let name: String
  /// True when a person does not see the sheet. Such a table is read only when it is named.
  package let isHidden: Bool
  /// Which page of a longer list the table is, where the input says that there are others; nil for a whole list.
  package let page: ListPage?
  package init(name: String, isHidden: Bool = false, page: ListPage? = nil) {
    self.name = name
    self.isHidden = isHidden
    self.page = page
  }
}

/// One page of a list that a program gives page by page.
package struct ListPage: Sendable, Hashable {
  /// From 1; nil when the input does not say.
  package let number: Int?
  /// How many pages there are, at least two.
  package let count: Int
  package init(number: Int?, count: Int) {
    self.number = number
    self.count = count
  }
}
