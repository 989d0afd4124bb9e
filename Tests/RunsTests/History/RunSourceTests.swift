import Foundation
import RegisterStore
import TestSupport
import Testing
import Texts

@testable import Runs

/// What runs were made of, as people read it.
@Suite struct RunSourceTests {
  private func swedish(_ source: String) -> String { RunSourceTexts.told(source, isOfFile: false).swedish }

  @Test func commandsOfEditsAreToldInWords() {
    #expect(swedish("customer add") == "ny kund")
    #expect(swedish("customer edit 17") == "ändrad kund 17")
    #expect(swedish("customer set email phone") == "ändrade fält email phone")
    #expect(swedish("customer lookup --fill 17") == "hämtade uppgifter om kund 17")
    #expect(swedish("customer user rights 17") == "ändrade rättigheter hos kund 17")
  }

  @Test func undoneRunsAreToldInWords() {
    #expect(swedish("run 12") == "körning 12")
    #expect(swedish("run 12, customer K-17") == "körning 12, kund K-17")
    #expect(swedish("run 12, customer (forgotten) AB") == "körning 12, kund (forgotten) AB")
  }

  @Test func whomARunNamedIsToldAsForgottenInSwedishToo() {
    #expect(swedish("run 12, (forgotten)") == "körning 12, (raderat)")
    #expect(swedish("customer edit (forgotten)") == "ändrad kund (raderat)")
    #expect(swedish("customer edit (forgotten) AB") == "ändrad kund (forgotten) AB")
  }

  @Test(arguments: ["customer edition", "customers add", "run", "run tolv", "fortnox", ""])
  func whatIsNoCommandStaysAsItIs(source: String) { #expect(swedish(source) == source) }

  @Test(arguments: ["customer add", "run 12", "customer edit 17.csv"])
  func namesOfFilesStayWhateverTheyLookLike(name: String) {
    #expect(RunSourceTexts.told(name, isOfFile: true).swedish == name)
  }

  @Test func programsGetTheCommand() {
    for source in ["customer edit 17", "run 12, customer 1"] {
      #expect(RunSourceTexts.told(source, isOfFile: false).english == source)
    }
  }

  /// Every edit that the program makes has its words.
  @Test func everyEditOfTheRegisterIsTold() throws {
    let office = try Office()
    try office.add("1001", "name=Eva")
    try office.add("1002", "name=Bo")
    let editor = CustomerEditor(office.register, as: office.actor)
    _ = try editor.setActive(false, .numbers(["1001"]))
    _ = try editor.setActive(true, .numbers(["1001"]))
    _ = try editor.delete(["1002"])
    let runs = try office.register.read { try ShownRun.latest(20, in: $0, as: office.actor) }
    let edits = runs.filter { $0.kind == .edit }
    #expect(edits.count == 5)
    for run in edits { #expect(run.toldSource.swedish != run.toldSource.english, "\(run.source)") }
  }
}
