/// What the sandbox holds when it starts.
package struct Seed: Sendable {
  var fortnox = FortnoxSeed()
  var visma = VismaSeed()
  /// Secrets by client id; nil accepts every client.
  var clients: [String: String]?

  package init() {}

  /// Reads a seed file's text. `name` is how the file is called in messages. Throws `SandboxError`.
  package init(json bytes: [UInt8], name: String) throws {
    let json: JSON
    do {
      json = try JSONReader.read(bytes)
    } catch let failure as JSONReader.Failure {
      throw SandboxError("\(name) is not JSON: something is wrong at byte \(failure.offset). Mend it there.")
    }
    let reader = try SeedReader(json, place: name, keys: ["fortnox", "visma", "clients"])
    if let part = reader.json["fortnox"] { fortnox = try FortnoxSeed(part, place: "fortnox in \(name)") }
    if let part = reader.json["visma"] { visma = try VismaSeed(part, place: "visma in \(name)") }
    if let list = try reader.objects("clients") {
      var secrets: [String: String] = [:]
      for client in list {
        guard let id = client["id"]?.text, let secret = client["secret"]?.text else {
          throw SandboxError("clients in \(name): each needs \"id\" and \"secret\", both texts.")
        }
        secrets[id] = secret
      }
      clients = secrets
    }
  }
}

/// Takes a seed's object apart and says in which place something is wrong.
struct SeedReader {
  let json: [String: JSON]
  let place: String

  init(_ value: JSON, place: String, keys: Set<String>) throws {
    guard let members = value.members else { throw SandboxError("\(place) must be a JSON object.") }
    if let unknown = members.keys.sorted().first(where: { !keys.contains($0) }) {
      throw SandboxError(
        "\(place) has the unknown key \"\(unknown)\"; it may have \(keys.sorted().joined(separator: ", ")).")
    }
    json = members
    self.place = place
  }

  func texts(_ key: String) throws -> [String]? {
    guard let value = json[key] else { return nil }
    guard let elements = value.elements, case let texts = elements.compactMap(\.text), texts.count == elements.count
    else {
      throw SandboxError("\(place): \"\(key)\" must be a list of texts.")
    }
    return texts
  }

  func objects(_ key: String) throws -> [[String: JSON]]? {
    guard let value = json[key] else { return nil }
    guard let elements = value.elements, case let objects = elements.compactMap(\.members),
      objects.count == elements.count
    else { throw SandboxError("\(place): \"\(key)\" must be a list of JSON objects.") }
    return objects
  }

  func integer(_ key: String) throws -> Int? {
    guard let value = json[key] else { return nil }
    guard let integer = value.integer else { throw SandboxError("\(place): \"\(key)\" must be a whole number.") }
    return integer
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) throws -> Choice? {
    guard let value = json[key] else { return nil }
    guard let choice = value.text.flatMap(Choice.init) else {
      let known = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      throw SandboxError("\(place): \"\(key)\" must be one of \(known).")
    }
    return choice
  }

  func text(_ key: String) throws -> String? {
    guard let value = json[key] else { return nil }
    guard let text = value.text, !text.isEmpty else { throw SandboxError("\(place): \"\(key)\" must be a text.") }
    return text
  }

  func flag(_ key: String) throws -> Bool? {
    guard let value = json[key] else { return nil }
    guard let flag = value.flag else { throw SandboxError("\(place): \"\(key)\" must be true or false.") }
    return flag
  }
}
