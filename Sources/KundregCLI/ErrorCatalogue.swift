package import CustomerModel
import ConfigurationFile
import Mapping
import Readers
import Runs
import Validation
import Writers

/// Every way in which the program can fail, of all rooms. `docs/reference.md` is recorded from it.
package enum ErrorCatalogue {
  package static let all: [ErrorCode] =
    ErrorCode.ofCustomerModel + ErrorCode.ofConfigurationFile + ErrorCode.ofReaders + ErrorCode.ofMapping
    + ErrorCode.ofValidation + ErrorCode.ofWriters + ErrorCode.ofRuns
}
