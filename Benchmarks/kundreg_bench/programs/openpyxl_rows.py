"""openpyxl_rows FILE: every row of a workbook's first sheet, in its streaming mode. Nothing is mapped or checked."""
import sys

from openpyxl import load_workbook

print(sum(1 for _ in load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(values_only=True)))
