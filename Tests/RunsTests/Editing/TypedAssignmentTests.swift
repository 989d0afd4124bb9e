import CustomerModel
import Runs
import Testing

/// `FIELD=VALUE` as people type it.
@Suite struct TypedAssignmentTests {
  private typealias Assignment = FieldAssignments.Assignment

  private func path(_ name: String) throws -> FieldPath { try #require(FieldPath(name)) }

  @Test func valuesAreSetAndCleared() throws {
    #expect(try Assignment(typed: "email=a@example.se") == Assignment(try path("email"), "a@example.se"))
    #expect(try Assignment(typed: "email=") == Assignment(try path("email"), ""))
    #expect(try Assignment(typed: "comments=a=b+=c") == Assignment(try path("comments"), "a=b+=c"))
  }

  @Test func namesJoinAndLeave() throws {
    #expect(try Assignment(typed: "tags+=A;B") == Assignment(try path("tags"), "A;B", .add))
    #expect(try Assignment(typed: "tags-=A") == Assignment(try path("tags"), "A", .remove))
  }

  @Test func theNameOfACustomFieldMayEndWithASign() throws {
    #expect(try Assignment(typed: "customFields.A+=1") == Assignment(FieldPath(custom: "A+"), "1"))
  }

  @Test(arguments: ["email", "", "=x", "="])
  func whatIsNoAssignmentIsRefused(word: String) {
    let error = #expect(throws: KundregError.self) { try Assignment(typed: word) }
    #expect(error?.code == "edit.malformed")
    #expect(error?.status == .usage)
  }
}
