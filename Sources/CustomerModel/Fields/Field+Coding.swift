/// A field is kept by its public name: its place in the catalogue may change.
extension Field: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let field = Field.named(name) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: name)
    }
    self = field
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
