package import CustomerModel
import AccountingSystems
import CompanyLookup
import ConfigurationFile
import Mapping
import PageLaunch
import Readers
import RegisterStore
import Understanding
import Validation
import Writers

/// Every way in which what doors ask for can fail. A door adds what it refuses itself; `docs/reference.md` is recorded from both.
package enum ErrorCatalogue {
  package static let ofEveryDoor: [ErrorCode] =
    ErrorCode.ofCustomerModel + ErrorCode.ofConfigurationFile + ErrorCode.ofReaders + ErrorCode.ofMapping
    + ErrorCode.ofUnderstanding + ErrorCode.ofValidation + ErrorCode.ofWriters + ErrorCode.ofAccountingSystems
    + ErrorCode.ofCompanyLookup + ErrorCode.ofRegisterStore + ErrorCode.ofRuns + ErrorCode.ofPageLaunch
}
