"""duckdb_load DATABASE FILE: a CSV into a table of text with the number as primary key, and an empty history."""
import sys

import duckdb

database, file = sys.argv[1:]
connection = duckdb.connect(database)
source = f"read_csv('{file}', delim=';', header=true, quote='\"', all_varchar=true)"
columns = [column[0] for column in connection.execute(f"SELECT * FROM {source} LIMIT 0").description]
connection.execute("CREATE TABLE kunder ({}, PRIMARY KEY (Kundnummer))".format(", ".join(f'"{name}" TEXT' for name in columns)))
connection.execute("CREATE TABLE historik (run INTEGER, number TEXT, action TEXT, field TEXT, old TEXT, new TEXT)")
connection.execute(f"INSERT INTO kunder SELECT * FROM {source}")
