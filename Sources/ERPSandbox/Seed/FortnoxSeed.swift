/// A Fortnox company as it is when the sandbox starts.
struct FortnoxSeed: Sendable {
  /// Fields by Fortnox's names; each has `CustomerNumber` and `Name`. Not validated, as a real register holds what it holds.
  var customers: [[String: JSON]] = []
  var costCenters = ["NORD", "SYD"]
  var projects = ["1"]
  var priceLists = ["A"]
  var termsOfPayment = ["10", "15", "20", "30", "60"]
  var termsOfDelivery = ["FVL"]
  var waysOfDelivery = ["P"]
  /// Numbers of customers that were deleted.
  var deletedNumbers: [String] = []
  var refreshTokens = ["sandbox-refresh"]
  /// Client ids that have a service account, and so may use client credentials.
  var serviceConsents: [String] = []
  var tenantID = 1_234_567

  init() {}

  init(_ json: JSON, place: String) throws {
    let reader = try SeedReader(
      json, place: place,
      keys: [
        "customers", "costCenters", "projects", "priceLists", "termsOfPayment", "termsOfDelivery", "waysOfDelivery",
        "deletedNumbers", "refreshTokens", "serviceConsents", "tenantId",
      ])
    customers = try reader.objects("customers") ?? customers
    costCenters = try reader.texts("costCenters") ?? costCenters
    projects = try reader.texts("projects") ?? projects
    priceLists = try reader.texts("priceLists") ?? priceLists
    termsOfPayment = try reader.texts("termsOfPayment") ?? termsOfPayment
    termsOfDelivery = try reader.texts("termsOfDelivery") ?? termsOfDelivery
    waysOfDelivery = try reader.texts("waysOfDelivery") ?? waysOfDelivery
    deletedNumbers = try reader.texts("deletedNumbers") ?? deletedNumbers
    refreshTokens = try reader.texts("refreshTokens") ?? refreshTokens
    serviceConsents = try reader.texts("serviceConsents") ?? serviceConsents
    tenantID = try reader.integer("tenantId") ?? tenantID
  }
}
