import Foundation
import Testing

/// Rejected rows can be mended where they are and sent in again.
@Suite struct RejectsTests {
  @Test func mendedCSVIsImportedAsItIs() throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    try place.expect(2, "import", "kunder.csv")
    // Read and written by Python's csv module, as any program that knows CSV would.
    try place.python(
      """
      import csv
      with open("kunder.csv.rejects.csv", encoding="utf-8-sig", newline="") as f:
          rows = list(csv.DictReader(f, delimiter=";"))
      assert [row["kundreg_row"] for row in rows] == ["18", "21", "23", "27"], rows
      assert "identity.checksum" in rows[0]["kundreg_errors"], rows[0]
      rows[0]["Organisationsnummer"] = "559999-2152"
      rows[1]["Kundnummer"] = "2117"
      rows[2]["Företag/Privat"] = "F"
      rows[3]["Namn"] = "Rättad AB"
      with open("rättad.csv", "w", encoding="utf-8-sig", newline="") as f:
          writer = csv.DictWriter(f, rows[0].keys(), delimiter=";")
          writer.writeheader()
          writer.writerows(rows)
      """)
    let summary = try place.run("import", "rättad.csv").json()
    #expect(summary["created"] == .number(4), "\(summary)")
    #expect(summary["rejected"] == .number(0))
    #expect(summary["report"]?["unmappedColumns"] == .array([]), "the two columns of reasons are known")
    #expect(try place.run("customer", "list", "--all").json().elements.count == 40)
  }

  @Test func mendedWorkbookIsImportedAsItIs() throws {
    let place = try Workplace()
    try place.python(
      """
      import openpyxl
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.title = "Kunder"
      for row in [["Kundnummer", "Namn", "Organisationsnummer", "Ort"], ["0007", "Åkes Åkeri AB", "559999-0074", "Örsund"],
                  ["8", "Märtas Kök AB", "559999-0081", "Älvnäs"], ["9", None, "559999-0099", "Sjöbro"]]:
          sheet.append(row)
      book.save("in.xlsx")
      """)
    let first = try place.expect(2, "import", "in.xlsx").json()
    #expect(first["rejects"] == .string("in.xlsx.rejects.xlsx"))
    #expect(first["rejected"] == .number(2))
    try place.python(
      """
      import openpyxl
      book = openpyxl.load_workbook("in.xlsx.rejects.xlsx")
      sheet = book.worksheets[0]
      heads = [cell.value for cell in sheet[1]]
      assert heads[:4] == ["Kundnummer", "Namn", "Organisationsnummer", "Ort"], heads
      assert set(heads[4:]) == {"kundreg_row", "kundreg_errors"}, heads
      assert sheet["A2"].value == "0007" and sheet["B3"].value is None
      marked = [c.coordinate for row in sheet.iter_rows(min_row=2) for c in row if c.fill.fill_type == "solid"]
      assert "C2" in marked and "B3" in marked and "A2" not in marked, marked
      sheet["C2"] = "559999-0073"
      sheet["B3"] = "Björns Plåt AB"
      book.save("in.xlsx.rejects.xlsx")
      """)
    let second = try place.expect(0, "import", "in.xlsx.rejects.xlsx").json()
    #expect(second["created"] == .number(2))
    #expect(try place.run("customer", "show", "0007").json()["identityNumber"] == .string("559999-0073"))
  }

  @Test func rejectsGoWhereTheyAreAskedTo() throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    let summary = try place.expect(2, "import", "kunder.csv", "--rejects", "fel.xlsx").json()
    #expect(summary["rejects"] == .string("fel.xlsx"))
    let rows = try place.python(
      "import openpyxl; print(openpyxl.load_workbook('fel.xlsx').worksheets[0].max_row, end='')")
    #expect(rows == "5")
    #expect(!place.exists("kunder.csv.rejects.csv"))
  }

  @Test func secondImportSaysUnchangedAndRejectsTheSameRows() throws {
    let place = try Workplace(fixtures: ["kunder.csv", "kunder.xlsx"])
    try place.expect(0, "import", "kunder.xlsx")
    #expect(try place.expect(0, "import", "kunder.xlsx").json()["unchanged"] == .number(40))
    try place.expect(2, "import", "kunder.csv")
    let second = try place.expect(2, "import", "kunder.csv").json()
    #expect(second["unchanged"] == .number(36))
    #expect(second["rejected"] == .number(4))
  }
}
