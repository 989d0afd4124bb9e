/// What a request to an accounting system was to do: the same answer means different things.
enum RequestPurpose {
  case listing, reading, creating, changing

  var isWriting: Bool { self == .creating || self == .changing }
}
