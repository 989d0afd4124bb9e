import ConfigurationFile
import CustomerModel
import Mapping

extension MappingLibrary {
  /// The mapping of an accounting system, which goes both ways.
  ///
  /// - Throws: ``KundregError`` with status 78: `mapping.oneWay`, or that there is no such mapping.
  func mapping(of system: AccountingSystem) throws -> MappingFile {
    let mapping = try named(system.mapping)
    guard mapping.direction == .both else {
      throw KundregError(
        .configuration, code: "mapping.oneWay",
        "The mapping \(mapping.name) only reads, so nothing could be sent to \(system.name). Name one whose direction is "
          + "\"both\" as erps.\(system.name).mapping, such as \(AccountingSystem(name: system.name, kind: system.kind).mapping)."
      )
    }
    return mapping
  }
}
