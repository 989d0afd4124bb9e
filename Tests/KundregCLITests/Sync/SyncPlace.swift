import Foundation
import Testing

/// A workplace with a register, a sandbox, and a configuration and credentials that join them.
struct SyncPlace {
  let place: Workplace
  let sandbox: Sandbox

  /// Secrets that must appear nowhere.
  static let clientSecret = "hemlig-klient-7f3b"
  static let refreshToken = "hemlig-fornyelse-9c21"

  /// What both sides of most tests begin with: Fortnox' customers by their own field names.
  static let twoCustomers = """
    {"CustomerNumber": "1001", "Name": "Åkerlunds Bygg AB", "Type": "COMPANY", "OrganisationNumber": "559999-2004",
     "Email": "info@example.se", "Phone1": "08-465 004 00", "Address1": "Storgatan 9", "ZipCode": "123 45",
     "City": "Storstad"},
    {"CustomerNumber": "1002", "Name": "Öbergs Hiss AB", "Type": "COMPANY", "OrganisationNumber": "559999-2012",
     "Phone1": "08-465 004 01", "Address1": "Åsgatan 29", "ZipCode": "598 37", "City": "Lillköping"}
    """

  /// The same two as an import of them.
  static let twoRows = """
    Kundnummer;Namn;Företag/Privat;Organisationsnummer;Adress;Postnr;Ort;Telefonnummer;E-postadress
    1001;Åkerlunds Bygg AB;F;559999-2004;Storgatan 9;123 45;Storstad;08-465 004 00;info@example.se
    1002;Öbergs Hiss AB;F;559999-2012;Åsgatan 29;598 37;Lillköping;08-465 004 01;

    """

  static func seed(fortnox: String = "", visma: String = "") -> String {
    """
    {"clients": [{"id": "klient", "secret": "\(clientSecret)"}],
     "fortnox": {"refreshTokens": ["\(refreshToken)"], "tenantId": 4711, "customers": [\(fortnox)]},
     "visma": {"refreshTokens": ["\(refreshToken)"],
       "termsOfPayment": [{"Id": "3f1a0b52-6c1d-4e0f-9a77-000000000030", "Name": "30 dagar"}],
       "customers": [\(visma)]}}
    """
  }

  /// - Parameters:
  ///   - fortnox: the customers that Fortnox has at the start, as JSON objects with commas between.
  ///   - more: further keys of the configuration's two systems, as `"conflicts": "erp",`.
  init(
    fortnox: String = "", visma: String = "", arguments: [String] = Sandbox.unhurried, more: String = "",
    redirect: Int = 8765, hasVisma: Bool = false, hasLogin: Bool = true
  ) throws {
    place = try Workplace()
    sandbox = try Sandbox(Self.seed(fortnox: fortnox, visma: visma), arguments)
    try place.write(
      Self.configuration(sandbox.address, more: more, redirect: redirect, hasVisma: hasVisma), to: "config.json")
    if hasLogin { try logIn("fortnox") }
    if hasVisma, hasLogin { try logIn("visma") }
  }

  static func configuration(_ address: String, more: String = "", redirect: Int = 8765, hasVisma: Bool = false)
    -> String
  {
    let common = """
      "redirectURI": "http://127.0.0.1:\(redirect)/callback", \(more)
      "requestsPerWindow": 100000, "windowSeconds": 1
      """
    let visma = """
      , "visma": {"kind": "visma-eaccounting", "baseURL": "\(address)/visma/v2",
        "authorizeURL": "\(address)/visma/connect/authorize", "tokenURL": "\(address)/visma/connect/token",
        "revokeURL": "\(address)/visma/connect/revocation", "credentials": "credentials/visma.json",
        "defaults": {"TermsOfPayment": "30 dagar"}, \(common)}
      """
    return """
      {"register": "kundreg.db", "erps": {
        "fortnox": {"kind": "fortnox", "baseURL": "\(address)/fortnox/3",
          "authorizeURL": "\(address)/fortnox/oauth-v1/auth", "tokenURL": "\(address)/fortnox/oauth-v1/token",
          "revokeURL": "\(address)/fortnox/oauth-v1/revoke", "credentials": "credentials/fortnox.json", \(common)}
        \(hasVisma ? visma : "")}}
      """
  }

  /// Puts a login that can be renewed into a system's credentials' file.
  func logIn(_ name: String, mode: Int = 0o600, refreshToken: String? = refreshToken) throws {
    let token = refreshToken.map { ", \"refreshToken\": \"\($0)\"" } ?? ""
    try credentials(name, "{\"clientId\": \"klient\", \"clientSecret\": \"\(Self.clientSecret)\"\(token)}", mode: mode)
  }

  func credentials(_ name: String, _ text: String, mode: Int = 0o600) throws {
    try FileManager.default.createDirectory(atPath: place.file("credentials"), withIntermediateDirectories: true)
    try place.write(text, to: "credentials/\(name).json")
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: place.file("credentials/\(name).json"))
  }

  func importing(_ rows: String) throws {
    try place.write(rows, to: "in.csv")
    try place.expect(0, "import", "in.csv")
  }

  /// Changes a customer here, by an import of one row with these columns; what is empty is cleared.
  func change(_ number: String, _ columns: KeyValuePairs<String, String>) throws {
    let name = try #require(try field("name", of: number))
    let heads = ["Kundnummer", "Namn"] + columns.map(\.key)
    let cells = [number, name] + columns.map(\.value)
    try place.write("\(heads.joined(separator: ";"))\n\(cells.joined(separator: ";"))\n", to: "in.csv")
    try place.expect(0, "import", "in.csv", "--empty", "clear")
  }

  /// Runs a sync that must end with a status, and returns its summary.
  @discardableResult
  func sync(_ status: Int32 = 0, _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) throws
    -> JSON
  {
    let outcome = try Program.run(["sync", "fortnox"] + arguments, in: place.path)
    #expect(outcome.status == status, "\(outcome.stdout)\n\(outcome.stderr)", sourceLocation: sourceLocation)
    return try outcome.json(sourceLocation)
  }

  /// A customer's field as the register has it.
  func field(_ name: String, of number: String) throws -> String? {
    var value: JSON? = try place.succeed("customer", "show", number).json()
    for part in name.split(separator: ".") { value = value?[String(part)] }
    return value?.text
  }

  /// Both systems in step, with two customers on each side.
  static func inStep(more: String = "", arguments: [String] = Sandbox.unhurried) throws -> SyncPlace {
    let place = try SyncPlace(fortnox: twoCustomers, arguments: arguments, more: more)
    try place.importing(twoRows)
    try place.sync(0, "--yes")
    return place
  }
}
