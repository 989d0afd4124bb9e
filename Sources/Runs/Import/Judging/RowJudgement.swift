import Validation

/// What a row is found to be, before anything is done about it.
enum RowJudgement {
  /// Of a customer that the register does not have.
  case new
  /// Of a customer that is there, and says what the register has.
  case unchanged(Int64)
  /// Of a customer that is there, and may say something else.
  case present(Int64)
  /// A further row of a customer that may stand on several. The customer is nil when the first row made none, the first row when
  /// it is not in this input.
  case further(of: Int64?, first: UInt32?)
  /// A row without number that goes on with the row before it.
  case continuing(Continuation)
  /// A row of which no field takes anything, so that no customer can be made of it.
  case untaken(RowFinding)
  /// At fault for what it says, whatever the register has. The customer is nil when nobody knows which it means.
  case rejected(Int64?)

  /// True for a row that goes on with the same as the row before it, and so does what comes below it.
  var goesOn: Bool {
    switch self {
    case .continuing, .untaken: true
    case .new, .unchanged, .present, .further, .rejected: false
    }
  }
}
