package import CustomerModel
import AccountingSystems
import CompanyLookup
import ConfigurationFile
import Mapping
import Readers
import RegisterStore
import Runs
import Understanding
import Validation
import Writers

/// Every way in which the program can fail, of all rooms. `docs/reference.md` is recorded from it.
package enum ErrorCatalogue {
  package static let all: [ErrorCode] =
    ErrorCode.ofCustomerModel + ErrorCode.ofConfigurationFile + ErrorCode.ofReaders + ErrorCode.ofMapping
    + ErrorCode.ofUnderstanding + ErrorCode.ofValidation + ErrorCode.ofWriters + ErrorCode.ofAccountingSystems
    + ErrorCode.ofCompanyLookup + ErrorCode.ofRegisterStore + ErrorCode.ofRuns + ErrorCode.ofCommandLine
}
