import CustomerModel
import Foundation
import Testing

/// Registers keep remedies as JSON: what an earlier version wrote must be read by every later one. A line that was ever released is
/// never changed.
@Suite struct StoredRemedyTests {
  @Test(
    "as they are kept",
    arguments: [
      (#"{"listRuns":{}}"#, .listRuns),
      (#"{"showHistory":{"number":"1001"}}"#, .showHistory(number: "1001")),
      (#"{"undo":{"run":7}}"#, .undo(run: 7)),
      (#"{"createRegister":{"path":"/r.db"}}"#, .createRegister(path: "/r.db")),
      (#"{"checkRegister":{}}"#, .checkRegister),
      (#"{"chooseCustomers":{}}"#, .chooseCustomers),
      (#"{"findCustomer":{}}"#, .findCustomer),
      (#"{"findCustomers":{"where":"city=Umeå"}}"#, .findCustomers(where: "city=Umeå")),
      (#"{"editCustomer":{"number":"1001"}}"#, .editCustomer(number: "1001")),
      (#"{"inactivateCustomer":{"number":"1001"}}"#, .inactivateCustomer(number: "1001")),
      (#"{"renumberCustomer":{}}"#, .renumberCustomer),
      (#"{"lookUpCustomers":{}}"#, .lookUpCustomers),
      (#"{"listCustomerCommands":{}}"#, .listCustomerCommands),
      (#"{"listRecords":{"_0":"facilities","number":"1001"}}"#, .listRecords(.facilities, number: "1001")),
      (#"{"addUser":{}}"#, .addUser),
      (#"{"listUsers":{}}"#, .listUsers),
      (#"{"makeAdministrator":{}}"#, .makeAdministrator),
      (#"{"addName":{"field":"costCenter","name":"10"}}"#, .addName(field: .costCenter, name: "10")),
      (#"{"listNames":{"field":"costCenter"}}"#, .listNames(field: .costCenter)),
      (#"{"change":{"_0":"numberMaximumLength","to":"12"}}"#, .change(.numberMaximumLength, to: "12")),
      (
        #"{"addCustomField":{"_0":{"choices":["a","b"],"isRemoved":false,"kind":"choice","name":"Yta"}}}"#,
        .addCustomField(CustomFieldDefinition(name: "Yta", kind: .choice, choices: ["a", "b"]))
      ),
      (#"{"listCustomFields":{}}"#, .listCustomFields),
      (#"{"generateNumbers":{}}"#, .generateNumbers),
      (#"{"matchByIdentity":{}}"#, .matchByIdentity),
      (#"{"typeByIdentity":{}}"#, .typeByIdentity),
      (#"{"logIn":{"system":"visma"}}"#, .logIn(system: "visma")),
      (#"{"logInAsService":{"system":"fortnox"}}"#, .logInAsService(system: "fortnox")),
      (#"{"syncFully":{"system":"visma"}}"#, .syncFully(system: "visma")),
      (#"{"sync":{"system":"visma"}}"#, .sync(system: "visma")),
      (#"{"suggestMapping":{"input":"-"}}"#, .suggestMapping(input: "-", sheet: nil)),
      (#"{"suggestMapping":{"input":"k.xlsx","sheet":"Blad1"}}"#, .suggestMapping(input: "k.xlsx", sheet: "Blad1")),
      (#"{"chooseMapping":{}}"#, .chooseMapping),
      (#"{"chooseSheet":{}}"#, .chooseSheet),
      (#"{"chooseNoSheet":{}}"#, .chooseNoSheet),
      (#"{"allowInactivations":{}}"#, .allowInactivations),
      (#"{"allowRejects":{}}"#, .allowRejects),
      (#"{"listAllProblems":{}}"#, .listAllProblems),
      (#"{"rejectToWorkbook":{}}"#, .rejectToWorkbook),
      (#"{"chooseRejects":{}}"#, .chooseRejects),
      (#"{"skipStaleChanges":{}}"#, .skipStaleChanges),
    ] as [(String, Remedy)])
  func isKept(json: String, remedy: Remedy) throws { try check(json, remedy) }

  @Test(
    "those of syncs as they are kept",
    arguments: [
      (
        #"{"decideField":{"_0":"phone","mayTakeTheirs":true,"number":"1001","system":"visma"}}"#,
        .decideField("phone", number: "1001", system: "visma", mayTakeTheirs: true)
      ),
      (
        #"{"decideField":{"_0":"phone","mayTakeTheirs":false,"number":"1001"}}"#,
        .decideField("phone", number: "1001", system: nil, mayTakeTheirs: false)
      ),
      (
        #"{"decideMatch":{"mayBeSame":true,"number":"1001","remote":"77","system":"visma"}}"#,
        .decideMatch(number: "1001", remote: "77", system: "visma", mayBeSame: true)
      ),
      (#"{"listConflicts":{}}"#, .listConflicts),
      (#"{"nameSystem":{}}"#, .nameSystem),
      (#"{"nameRemoteCustomer":{}}"#, .nameRemoteCustomer),
      (#"{"showMatches":{"system":"visma"}}"#, .showMatches(system: "visma")),
      (#"{"sendAtOnce":{"system":"visma"}}"#, .sendAtOnce(system: "visma")),
      (#"{"allowInactivation":{}}"#, .allowInactivation),
      (#"{"renumber":{"number":"1001"}}"#, .renumber(number: "1001")),
    ] as [(String, SyncRemedy)])
  func isKept(json: String, remedy: SyncRemedy) throws { try check(#"{"ofSync":{"_0":\#(json)}}"#, .ofSync(remedy)) }

  private func check(_ json: String, _ remedy: Remedy) throws {
    #expect(try JSONDecoder().decode(Remedy.self, from: Data(json.utf8)) == remedy)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    #expect(String(decoding: try encoder.encode(remedy), as: UTF8.self) == json)
  }
}
