package import ConfigurationFile
import CustomerModel
package import Mapping

extension MappingLibrary {
  /// The mapping of an accounting system, which goes both ways.
  ///
  /// - Throws: ``KundregError`` with status 78: `mapping.oneWay`, or that there is no such mapping.
  package func mapping(of system: AccountingSystem) throws -> MappingFile {
    let mapping = try named(system.mapping)
    guard mapping.direction == .both else {
      throw KundregError(
        .mappingOneWay,
        ConnectionTexts.mappingOnlyReads(
          mapping.name, system: system.name,
          builtIn: AccountingSystem(name: system.name, kind: system.kind).mapping))
    }
    return mapping
  }
}
