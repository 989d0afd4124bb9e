import CustomerModel
import RegisterStore
import Runs
import Testing

@Suite struct RecordPermissionsTests {
  struct Deed: Sendable {
    let name: String
    let permission: Permission
    let body: @Sendable (EditSession, Office) throws -> Void
  }

  static let deeds = [
    Deed(name: "document add", permission: .changeDocuments) {
      try $0.addDocument($1.document("def"), to: "1001", files: $1.documents)
    },
    Deed(name: "document remove", permission: .deleteUploadedFiles) { session, _ in
      try session.removeDocument("a.pdf", in: nil, of: "1001")
    },
    Deed(name: "facility add", permission: .edit) { session, _ in
      try session.addRecord(["number": "A2"], to: .facilities, of: "1001")
    },
    Deed(name: "reference add", permission: .editAssigned) { session, _ in
      try session.addReference(["kind": "order", "number": "1"], to: "1001")
    },
    Deed(name: "user add", permission: .createCustomerUsers) { session, _ in
      try session.addCustomerUser(["login": "bo", "email": "bo@example.se"], to: "1001")
    },
    Deed(name: "user rights", permission: .changeCustomerUserRights) { session, _ in
      try session.changeRights(ofCustomerUser: "eva", to: "view", of: "1001")
    },
    Deed(name: "user remove", permission: .deleteCustomerUsers) { session, _ in
      try session.removeCustomerUser("eva", of: "1001")
    },
  ]

  @Test func eachDeedTakesItsOwnPermissionAndNoOther() throws {
    for deed in Self.deeds {
      let office = try Office.withCustomer([
        "customerUsers": #"[{"login":"eva","email":"eva@example.se"}]"#,
        "documents": #"[{"name":"a.pdf","type":"application/pdf","size":1,"hash":"00"}]"#,
        "assigned": CustomerCard.set(of: ["tillåten", "annan"]),
      ])
      // Whoever may edit may also edit what is assigned, and an administrator may do everything.
      let covering: Set<Permission> = [deed.permission, .administrator, .edit, .editAssigned]
      let others = Set(Permission.allCases).subtracting(
        [.edit, .editAssigned].contains(deed.permission) ? covering : [deed.permission, .administrator])
      let stranger = try office.user("annan", others)
      #expect(
        try office.refusal(as: stranger) { try deed.body($0, office) } == "user.notPermitted", "\(deed.name)")
      let allowed = try office.user("tillåten", [deed.permission])
      try office.edit(as: allowed) { try deed.body($0, office) }
    }
  }

  @Test func customerOfOthersIsNotEdited() throws {
    let office = try Office.withCustomer()
    let user = try office.user("bo", [.editAssigned])
    #expect(
      try office.refusal(as: user) { try $0.addRecord(["number": "A1"], to: .facilities, of: "1001") }
        == "user.notAssigned")
  }
}
