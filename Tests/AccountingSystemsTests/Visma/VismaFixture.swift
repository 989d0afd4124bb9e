import AccountingSystems
import Foundation
import HTTP
import Testing

/// A service whose clock stands still, on a scripted system.
func visma(_ api: ScriptedAPI) throws -> VismaService {
  let time = try Date("2026-11-23T22:00:00Z", strategy: .iso8601)
  let url = try #require(URL(string: ScriptedAPI.base))
  return VismaService(api: api, baseURL: url, name: "visma", now: { time })
}

func visma(_ script: [String: HTTPResponse] = [:]) throws -> VismaService { try visma(ScriptedAPI(script)) }

/// The GUID of the n-th record.
func guid(_ number: Int) -> String { "0f3c1c9e-0000-4000-8000-\(String(number + 1_000_000_000_000).dropFirst())" }

/// A record as Visma tells it, without envelope.
func vismaCustomer(_ number: Int, name: String = "Exempel AB") -> String {
  """
  {"Id":"\(guid(number))","CustomerNumber":"\(number)","Name":"\(name)","InvoiceCity":"Lund","InvoicePostalCode":"22100",\
  "TermsOfPaymentId":"\(guid(900))","TermsOfPayment":{"Id":"\(guid(900))","Name":"30 dagar"},"IsPrivatePerson":false,\
  "IsActive":true,"Note":null,"DiscountPercentage":0.1000,"ChangedUtc":"2026-01-28T12:10:22.743Z",\
  "LastInvoiceDate":"2026-01-01T00:00:00Z","UnpaidInvoicesAmount":100.50,"Notes":["\(guid(800))"],"MessageThreads":[],\
  "NewKey":{"a":[1.0]},"CustomerLabels":[{"Id":"\(guid(700))","Name":"VIP","Description":null}]}
  """
}

/// A page of any list.
func vismaPage(_ items: [String], page: Int = 1, of pages: Int = 1, total: Int? = nil, time: String? = nil) -> String {
  """
  {"Meta":{"CurrentPage":\(page),"PageSize":1000,"TotalNumberOfPages":\(pages),"TotalNumberOfResults":\
  \(total ?? items.count),"ServerTimeUtc":"\(time ?? "2026-01-28T12:10:22.743Z")"},"Data":[\(items.joined(separator: ","))]}
  """
}

/// The request for a page of everything.
func vismaList(_ page: Int = 1) -> String { "GET /customers?$page=\(page)&$pagesize=1000&$orderby=CustomerNumber" }

func vismaChanges(_ page: Int = 1, since: String) -> String {
  "GET /customers?$page=\(page)&$pagesize=1000&$orderby=ChangedUtc&$filter=ChangedUtc%20ge%20\(since)"
}

/// An error's body, as Visma documents it.
func vismaError(_ code: String, _ message: String) -> String {
  #"{"ErrorCode":\#(code),"DeveloperErrorMessage":"\#(message)","ErrorId":"e-1"}"#
}
