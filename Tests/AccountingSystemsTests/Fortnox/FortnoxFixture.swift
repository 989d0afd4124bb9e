import AccountingSystems
import Foundation
import Testing

/// A service whose clock stands still, on a scripted system.
func fortnox(_ api: ScriptedAPI, workers: Int = 1, now: String = "2026-11-23T22:00:00Z") throws -> FortnoxService {
  let time = try Date(now, strategy: .iso8601)
  let url = try #require(URL(string: ScriptedAPI.base + "/"))
  return FortnoxService(api: api, baseURL: url, name: "fortnox", workers: workers, now: { time })
}

/// A record in its envelope, as recorded, with the slashes of `@url` escaped.
func fortnoxCustomer(_ number: String, name: String = "Exempel AB") -> String {
  #"""
  {"Customer":{"@url":"https:\/\/api.fortnox.se\/3\/customers\/\#(number)","Active":true,"Address1":null,"City":null,\#
  "Country":"Sverige","CountryCode":"SE","CustomerNumber":"\#(number)","Email":"","Name":"\#(name)","Phone1":null,\#
  "SalesAccount":null,"Type":"COMPANY"}}
  """#
}

/// A page of a list, whose items have the ten keys that Fortnox gives.
func fortnoxPage(_ numbers: [String], page: Int = 1, of pages: Int = 1, total: Int) -> String {
  let items = numbers.map { number in
    #"""
    {"@url":"https:\/\/api.fortnox.se\/3\/customers\/\#(number)","Address1":"","Address2":"","City":"","CustomerNumber":\#
    "\#(number)","Email":"","Name":"Exempel AB","OrganisationNumber":"","Phone":"","ZipCode":""}
    """#
  }
  return """
    {"MetaInformation":{"@TotalResources":\(total),"@TotalPages":\(pages),"@CurrentPage":\(page)},\
    "Customers":[\(items.joined(separator: ","))]}
    """
}

/// A list without customers: it has no pages.
let fortnoxEmpty = #"{"Customers":[],"MetaInformation":{"@CurrentPage":1,"@TotalResources":0,"@TotalPages":0}}"#

/// The request for a page of a list.
func fortnoxList(_ filter: String, page: Int = 1, lastModified: String? = nil) -> String {
  "GET /customers?filter=\(filter)&sortby=customernumber&sortorder=ascending&limit=500&page=\(page)"
    + (lastModified.map { "&lastmodified=\($0)" } ?? "")
}
