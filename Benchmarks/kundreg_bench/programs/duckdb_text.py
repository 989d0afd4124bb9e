"""duckdb_text FILE: reads a CSV with every column as text, on one thread, and counts each column's values."""
import sys

import duckdb

connection = duckdb.connect(config={"threads": 1})
source = f"read_csv('{sys.argv[1]}', delim=';', header=true, quote='\"', all_varchar=true)"
print(connection.execute(f"SELECT count(*), count(COLUMNS(*)) FROM {source}").fetchone())
