/// A Visma eAccounting company as it is when the sandbox starts.
struct VismaSeed: Sendable {
  /// Fields by Visma's names; each has `CustomerNumber` and `Name`. Not validated.
  var customers: [[String: JSON]] = []
  /// `Id` and `Name` each; `AvailableForSales` where false: terms that only purchases have.
  var termsOfPayment: [[String: JSON]] = [
    ["Id": "3f1a0b52-6c1d-4e0f-9a77-000000000030", "Name": "30 dagar", "AvailableForSales": true],
    ["Id": "3f1a0b52-6c1d-4e0f-9a77-000000000010", "Name": "10 dagar", "AvailableForSales": true],
    ["Id": "3f1a0b52-6c1d-4e0f-9a77-000000000090", "Name": "90 dagar", "AvailableForSales": false],
  ]
  var refreshTokens = ["sandbox-refresh"]
  /// Whether the company has switched on the app that lets the API in.
  var apiModule = true
  /// Whether customers have the newer keys for tax reductions, `PropertyType` and its like. Without them such a key in a
  /// request is passed over.
  var hasPropertyFields = false

  /// VAT numbers that are well formed and yet not valid in VIES: neither taken nor let be in a customer that is changed.
  var staleVATNumbers: Set<String> = []
  /// Ids of delivery methods that were removed: a customer that still has one cannot be changed.
  var removedDeliveryMethods: Set<String> = []

  /// Numbers of customers that Visma does not let anybody change through the API: 4002, as for a company without the API's module.
  var lockedCustomers: Set<String> = []
  /// The status that goes with it, which no document tells: 403 or 400.
  var lockedStatus = 403
  /// Whose numbers `TaxDeductionNumber` takes, which no document tells; nil takes any text.
  var taxDeductionNumbers: TaxDeductionNumber?
  /// False where those numbers are stored without their hyphen.
  var keepsHyphens = true
  /// How a refusal names its fields; nil mostly by the JSON property, as .NET's own texts do.
  var namesFieldsBy: FieldNaming?

  init() {}

  init(_ json: JSON, place: String) throws {
    let reader = try SeedReader(
      json, place: place,
      keys: [
        "customers", "termsOfPayment", "refreshTokens", "apiModule", "hasPropertyFields", "staleVATNumbers",
        "removedDeliveryMethods", "lockedCustomers", "lockedStatus", "namesFieldsBy",
        "taxDeductionNumbers", "keepsHyphens",
      ])
    customers = try reader.objects("customers") ?? customers
    termsOfPayment = try reader.objects("termsOfPayment") ?? termsOfPayment
    refreshTokens = try reader.texts("refreshTokens") ?? refreshTokens
    apiModule = try reader.flag("apiModule") ?? apiModule
    hasPropertyFields = try reader.flag("hasPropertyFields") ?? hasPropertyFields
    staleVATNumbers = try Set(reader.texts("staleVATNumbers") ?? [])
    removedDeliveryMethods = try Set((reader.texts("removedDeliveryMethods") ?? []).map { $0.lowercased() })
    lockedCustomers = try Set(reader.texts("lockedCustomers") ?? [])
    lockedStatus = try reader.integer("lockedStatus") ?? lockedStatus
    taxDeductionNumbers = try reader.choice("taxDeductionNumbers")
    keepsHyphens = try reader.flag("keepsHyphens") ?? keepsHyphens
    namesFieldsBy = try reader.choice("namesFieldsBy")
    guard !termsOfPayment.isEmpty, termsOfPayment.allSatisfy({ $0["Id"]?.text != nil }) else {
      throw SandboxError("\(place): \"termsOfPayment\" must have at least one, and each an \"Id\".")
    }
  }
}
