"""calamine_rows FILE: every row of a workbook's first sheet as Python values. Nothing is mapped or checked."""
import sys

from python_calamine import CalamineWorkbook

print(sum(1 for _ in CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).iter_rows()))
