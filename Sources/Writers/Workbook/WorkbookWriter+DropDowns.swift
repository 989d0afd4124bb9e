import CLibXLSXWriter

extension WorkbookWriter {
  /// The name of the hidden sheet with the words of long drop-downs.
  static let listSheet = "Listor"

  /// Adds the drop-downs of every column that has choices, and the hidden sheet for those that need one.
  func addDropDowns() throws {
    var lists: [[String]] = []
    for sheet in sheets {
      for (index, column) in sheet.columns.enumerated() where !column.choices.isEmpty {
        if Self.fitsInline(column.choices) {
          add(column, at: index, in: sheet, formula: nil)
        } else {
          let letters = Self.letters(ofColumn: lists.count)
          let formula = "=\(Self.listSheet)!$\(letters)$2:$\(letters)$\(column.choices.count + 1)"
          lists.append([column.heading] + column.choices)
          add(column, at: index, in: sheet, formula: formula)
        }
      }
    }
    guard !lists.isEmpty else { return }
    try addSheet(Self.listSheet, columns: lists.map { Column($0[0]) })
    for row in 1..<lists.reduce(0, { max($0, $1.count) }) {
      try append(lists.map { row < $0.count ? $0[row] : nil })
    }
    worksheet_hide(sheets[sheets.count - 1].handle)
  }

  /// `A`, `B`, … `Z`, `AA` for 0, 1, … 25, 26.
  static func letters(ofColumn index: Int) -> String {
    var letters = ""
    var rest = index + 1
    while rest > 0 {
      letters = String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26)))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// A comma would split a word in two.
  private static func fitsInline(_ choices: [String]) -> Bool {
    choices.reduce(choices.count - 1) { $0 + $1.utf16.count } <= ExcelLimits.dropDownCharacters
      && !choices.contains { $0.contains(",") || $0 != WorkbookText.comment($0) }
  }

  private func add(_ column: Column, at index: Int, in sheet: Sheet, formula: String?) {
    var rule = lxw_data_validation()
    rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.show_error = UInt8((column.onlyChoices ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF).rawValue)
    let apply = { (rule: inout lxw_data_validation) in
      _ = worksheet_data_validation_range(
        sheet.handle, 1, lxw_col_t(index), lxw_row_t(ExcelLimits.rows - 1), lxw_col_t(index), &rule)
    }
    if let formula {
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      withMutableCString(formula) {
        rule.value_formula = $0
        apply(&rule)
      }
    } else {
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      withMutableCStrings(column.choices) {
        rule.value_list = $0
        apply(&rule)
      }
    }
  }

  /// The library takes `char *` where it only reads, and copies what it keeps.
  private func withMutableCString(_ text: String, _ body: (UnsafeMutablePointer<CChar>) -> Void) {
    var bytes = text.utf8CString
    bytes.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
  }

  private func withMutableCStrings(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Void
  ) {
    var bytes = texts.flatMap { Array($0.utf8CString) }
    bytes.withUnsafeMutableBufferPointer { buffer in
      var pointers: [UnsafeMutablePointer<CChar>?] = []
      var start = 0
      for text in texts {
        pointers.append(buffer.baseAddress! + start)
        start += text.utf8.count + 1
      }
      pointers.append(nil)
      pointers.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
    }
  }
}
