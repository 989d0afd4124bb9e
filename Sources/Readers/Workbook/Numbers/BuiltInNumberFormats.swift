/// The formats that a workbook may name by number without spelling them out (ECMA-376 part 1, 18.8.30). The ids that
/// differ by language are dates or times in every one of them.
enum BuiltInNumberFormats {
  static func code(_ id: Int) -> String? {
    switch id {
    case 0: "General"
    case 1: "0"
    case 2: "0.00"
    case 3, 37, 38, 41, 42: "#,##0"
    case 4, 39, 40, 43, 44: "#,##0.00"
    case 9: "0%"
    case 10: "0.00%"
    case 11, 48: "0.00E+00"
    case 12, 13: "# ?/?"
    case 14...17, 27...31, 36, 50...54, 57, 58: "yyyy-mm-dd"
    case 18, 20: "h:mm"
    case 19, 21: "h:mm:ss"
    case 22: "yyyy-mm-dd h:mm"
    case 32...35, 55, 56: "h:mm:ss"
    case 45, 47: "mm:ss"
    case 46: "[h]:mm:ss"
    case 49: "@"
    default: nil
    }
  }
}
