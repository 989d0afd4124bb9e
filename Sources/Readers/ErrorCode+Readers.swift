package import CustomerModel

extension ErrorCode {
  /// The codes of this room.
  package static let ofReaders = [
    inputMissing, inputUnreadable, inputDirectory, inputEmpty, inputBinary, inputShortcut, inputLockFile, inputNotText,
    inputSpool, inputTooLarge, inputMemory, encodingUnavailable, jsonSyntax, jsonTooDeep, jsonTooLarge,
    jsonMissingArray, jsonNotObjects,
    jsonTooManyLists, jsonTooManyColumns, jsonDuplicateName, xlsxNotFound, xlsxNotWorkbook, xlsxPasswordProtected,
    xlsxLegacyFormat, xlsxOpenDocument, xlsxNumbers, xlsxBinaryWorkbook, xlsxDamaged, xlsxMalformed, xlsxMissingPart,
    xlsxPartTooLarge, xlsxDirectoryTooLarge, xlsxTooMuchText, xlsxDocumentType, xlsxCellTwice, xlsxTextOutsideCells,
  ]

  // MARK: Every input

  static let inputMissing = ErrorCode("input.missing", .unreadableInput, "There is no such file.")
  static let inputUnreadable = ErrorCode(
    "input.unreadable", .unreadableInput, "The system does not let the file be read.")
  static let inputDirectory = ErrorCode(
    "input.directory", .unreadableInput, "A folder is named where a file should be.")
  static let inputEmpty = ErrorCode("input.empty", .unreadableInput, "The file holds nothing but blanks.")
  static let inputBinary = ErrorCode(
    "input.binary", .unreadableInput, "The file is of a kind that holds no list, such as a PDF or an archive.")
  static let inputShortcut = ErrorCode(
    "input.shortcut", .unreadableInput, "The file only points to a list somewhere else.")
  static let inputLockFile = ErrorCode(
    "input.lockFile", .unreadableInput, "The file is what Excel or LibreOffice keeps beside a workbook that is open.")
  static let inputNotText = ErrorCode(
    "input.notText", .unreadableInput, "The file is neither text, nor JSON, nor a workbook.")
  static let inputSpool = ErrorCode(
    "input.spool", .unreadableInput, "What standard input or a pipe gives cannot be copied to a temporary file.")
  static let inputTooLarge = ErrorCode(
    "input.tooLarge", .unreadableInput, "Standard input or a pipe gives more than limits.maximumStreamSizeMB.")
  static let inputMemory = ErrorCode(
    "input.memory", .unreadableInput, "The input takes more memory than limits.maximumMemoryMB.")
  static let encodingUnavailable = ErrorCode(
    "encoding.unavailable", .unreadableInput, "The system cannot convert the encoding that the file has.")

  // MARK: JSON

  static let jsonSyntax = ErrorCode("json.syntax", .unreadableInput, "The file is not JSON from some place on.")
  static let jsonTooDeep = ErrorCode("json.tooDeep", .unreadableInput, "Values are nested deeper than any list is.")
  static let jsonTooLarge = ErrorCode("json.tooLarge", .unreadableInput, "A value is larger than any customer has.")
  static let jsonMissingArray = ErrorCode(
    "json.missingArray", .unreadableInput, "The document lacks the array that it is read for, such as a plan's changes."
  )
  static let jsonNotObjects = ErrorCode(
    "json.notObjects", .unreadableInput, "Something else than an object stands where a customer should.")
  static let jsonTooManyLists = ErrorCode(
    "json.tooManyLists", .unreadableInput, "The document has more lists of objects than are looked at.")
  static let jsonTooManyColumns = ErrorCode(
    "json.tooManyColumns", .unreadableInput, "The objects have more different names than a list has columns.")
  static let jsonDuplicateName = ErrorCode(
    "json.duplicateName", .unreadableInput, "An object has one name twice.")

  // MARK: Workbooks

  static let xlsxNotFound = ErrorCode("xlsx.notFound", .unreadableInput, "The workbook cannot be opened.")
  static let xlsxNotWorkbook = ErrorCode(
    "xlsx.notWorkbook", .unreadableInput, "The file is something else than a workbook.")
  static let xlsxPasswordProtected = ErrorCode(
    "xlsx.passwordProtected", .unreadableInput, "The workbook is protected by a password.")
  static let xlsxLegacyFormat = ErrorCode(
    "xlsx.legacyFormat", .unreadableInput, "The workbook is in the old format .xls.")
  static let xlsxOpenDocument = ErrorCode(
    "xlsx.openDocument", .unreadableInput, "The file is an OpenDocument spreadsheet, .ods.")
  static let xlsxNumbers = ErrorCode("xlsx.numbers", .unreadableInput, "The file is a document of Apple Numbers.")
  static let xlsxBinaryWorkbook = ErrorCode(
    "xlsx.binaryWorkbook", .unreadableInput, "The file is a binary workbook, .xlsb.")
  static let xlsxDamaged = ErrorCode("xlsx.damaged", .unreadableInput, "The workbook is damaged or not complete.")
  static let xlsxMalformed = ErrorCode(
    "xlsx.malformed", .unreadableInput, "A part of the workbook is not as workbooks are written.")
  static let xlsxMissingPart = ErrorCode("xlsx.missingPart", .unreadableInput, "The workbook lacks one of its parts.")
  static let xlsxPartTooLarge = ErrorCode(
    "xlsx.partTooLarge", .unreadableInput, "A part of the workbook unpacks to more than is allowed.")
  static let xlsxDirectoryTooLarge = ErrorCode(
    "xlsx.directoryTooLarge", .unreadableInput, "The workbook has more parts than any with customers.")
  static let xlsxTooMuchText = ErrorCode(
    "xlsx.tooMuchText", .unreadableInput, "The texts of the workbook take more memory than is allowed.")
  static let xlsxDocumentType = ErrorCode(
    "xlsx.documentType", .unreadableInput,
    "A part of the workbook declares a document type, which could hide an attack.")
  static let xlsxCellTwice = ErrorCode(
    "xlsx.cellTwice", .unreadableInput, "A sheet gives one cell two different values.")
  static let xlsxTextOutsideCells = ErrorCode(
    "xlsx.textOutsideCells", .unreadableInput, "A sheet has text among its rows that stands in no cell.")
}
