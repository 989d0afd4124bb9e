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
  /// Fields that the user who signed in has no right to: they show `API_NORIGHT`, and a request that has one is answered
  /// with 403.
  var fieldsWithoutRight: Set<String> = []
  /// False where Fortnox takes any text for an organisation number, as live companies have been seen to do; the field's own
  /// description says that it must be valid.
  var checksOrganisationNumbers = true
  /// True where Fortnox shows texts as HTML writes them, `&amp;`: replies are described so, and no recording shows it.
  var encodesEntities = false
  /// Further references of customers: `CustomerNumber` and `Reference` each.
  var references: [[String: JSON]] = []
  /// False for a user without the right to them: 403.
  var mayUseReferences = true
  /// False where their list is one whole and takes no parameters: no client library that is known asks for pages of it.
  var pagesReferences = true

  /// False where a change is checked for what it sends alone: others' integrations met that the stored record is, too.
  var checksWholeRecord = true
  /// VAT numbers that are well formed and yet no longer valid: neither taken nor let be in a customer that is changed.
  var staleVATNumbers: Set<String> = []

  /// VAT types that the company cannot give new customers.
  var refusedVATTypes: Set<String> = []
  /// How a refusal names its field; nil as others' integrations met it.
  var namesFieldsBy: FieldNaming?

  /// What its events turn out to be.
  var events = FortnoxEventsSeed()

  init() {}

  init(_ json: JSON, place: String) throws {
    let reader = try SeedReader(
      json, place: place,
      keys: [
        "customers", "costCenters", "projects", "priceLists", "termsOfPayment", "termsOfDelivery", "waysOfDelivery",
        "deletedNumbers", "refreshTokens", "serviceConsents", "tenantId", "fieldsWithoutRight",
        "checksOrganisationNumbers", "encodesEntities", "references", "mayUseReferences", "pagesReferences",
        "checksWholeRecord", "staleVATNumbers", "refusedVATTypes", "namesFieldsBy", "events",
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
    fieldsWithoutRight = try Set(reader.texts("fieldsWithoutRight") ?? [])
    checksOrganisationNumbers = try reader.flag("checksOrganisationNumbers") ?? checksOrganisationNumbers
    checksWholeRecord = try reader.flag("checksWholeRecord") ?? checksWholeRecord
    staleVATNumbers = try Set(reader.texts("staleVATNumbers") ?? [])
    refusedVATTypes = try Set(reader.texts("refusedVATTypes") ?? [])
    namesFieldsBy = try reader.choice("namesFieldsBy")
    if let part = reader.json["events"] { events = try FortnoxEventsSeed(part, place: "events in \(place)") }
    encodesEntities = try reader.flag("encodesEntities") ?? encodesEntities
    references = try reader.objects("references") ?? references
    mayUseReferences = try reader.flag("mayUseReferences") ?? mayUseReferences
    pagesReferences = try reader.flag("pagesReferences") ?? pagesReferences
    if let unknown = fieldsWithoutRight.sorted().first(where: { FortnoxField.byName[$0] == nil }) {
      throw SandboxError("\(place): \"fieldsWithoutRight\" has \(unknown), which no Fortnox customer has.")
    }
  }
}
