import CustomerModel
import Documents
import RegisterStore

/// What the left side of a condition names: a field of the card, a field of any contact person, or a member of any record of
/// a list.
struct FilterTarget {
  let path: FieldPath
  /// True for `contactPersons.email` and `contactPersons[].email`: one of the persons is enough.
  var isOfAnyPerson = false
  /// The member that `references.number` and `references[].number` name: one of the records is enough.
  var member: RecordKind.Member?

  /// What it is called in a message.
  var name: String {
    if let member { return "\(path.field.name).\(member.name)" }
    return isOfAnyPerson ? path.field.name : path.description
  }

  private init(_ path: FieldPath, isOfAnyPerson: Bool = false, member: RecordKind.Member? = nil) {
    self.path = path
    self.isOfAnyPerson = isOfAnyPerson
    self.member = member
  }

  /// What a name means: one place of the card, or one in each address for `city`, `postalCode` and their like.
  ///
  /// - Throws: ``KundregError`` `field.unknown` with status 64, naming what there is.
  static func named(_ name: String) throws -> [FilterTarget] {
    let ofAddresses = Field.all.filter { field in
      let parts = field.name.split(separator: ".")
      return parts.count == 2 && parts[0].hasSuffix("Address") && parts[1] == name
    }
    return ofAddresses.isEmpty ? [try FilterTarget(name)] : ofAddresses.map { FilterTarget(FieldPath($0)) }
  }

  /// The fields of a group by its name – `contactPersons`, `contactPersons[0]`, `invoiceAddress` – that hold texts; nil when
  /// it is no group.
  static func group(_ written: String) -> [FilterTarget]? {
    let brackets = written.firstMatch(of: /\[(\d*)\]$/)
    let position = brackets.flatMap { Int($0.1) }
    guard position != nil || brackets?.1.isEmpty ?? true else { return nil }
    let name = brackets.map { String(written[..<$0.range.lowerBound]) } ?? written
    let members = Field.all.filter { field in
      let parts = field.name.split(separator: ".", maxSplits: 1)
      return parts.count == 2 && field.kind != .boolean && field != .customFields
        && parts[0].replacing("[]", with: "") == name
    }
    guard !members.isEmpty, brackets == nil || members.allSatisfy(\.isRepeated) else { return nil }
    return members.map { field in
      FilterTarget(FieldPath(field, position: position ?? 0), isOfAnyPerson: field.isRepeated && position == nil)
    }
  }

  /// - Throws: ``KundregError`` `field.unknown` with status 64, naming what there is.
  private init(_ name: String) throws {
    let any = name.contains("[]") ? name : name.split(separator: ".", maxSplits: 1).joined(separator: "[].")
    if let field = Field.named(any), field.isRepeated {
      self.init(FieldPath(field), isOfAnyPerson: true)
      return
    }
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    if parts.count == 2, let field = Field.named(parts[0].replacing("[]", with: "")), let kind = field.recordKind {
      let names = kind.members.map(\.name)
      guard let member = kind.members.first(where: { $0.name == parts[1] }) else {
        throw KundregError(
          .fieldUnknown,
          FilterTexts.unknownMember(
            parts[1], of: field.name, known: names, near: NearestName.find(parts[1], among: names)))
      }
      self.init(FieldPath(field), member: member)
      return
    }
    self.init(try SearchTerms.field(name))
  }
}
