"""duckdb_next_night DATABASE FILE: what changed is updated with a history row a field, what is new is inserted.

It checks nothing, knows no rules and cannot take the run back.
"""
import sys

import duckdb

database, file = sys.argv[1:]
connection = duckdb.connect(database)
source = f"read_csv('{file}', delim=';', header=true, quote='\"', all_varchar=true)"
headings = [column[0] for column in connection.execute("SELECT * FROM kunder LIMIT 0").description]
columns = headings[1:]
old, new = (", ".join(f'{table}."{name}"' for name in columns) for table in ("k", "s"))
renamed = ", ".join(f'k."{name}" AS "old {name}"' for name in columns)

connection.begin()
connection.execute(f"CREATE TEMP TABLE staging AS SELECT * FROM {source}")
connection.execute(f"""
    CREATE TEMP TABLE changed AS SELECT s.*, {renamed} FROM staging s JOIN kunder k USING (Kundnummer)
    WHERE row({old}) IS DISTINCT FROM row({new})""")
connection.execute("CREATE TEMP TABLE added AS SELECT s.* FROM staging s ANTI JOIN kunder k USING (Kundnummer)")
for name in columns:
    connection.execute(f"""
        INSERT INTO historik SELECT 2, Kundnummer, 'update', '{name}', "old {name}", "{name}" FROM changed
        WHERE "{name}" IS DISTINCT FROM "old {name}" """)
connection.execute("INSERT INTO historik SELECT 2, Kundnummer, 'create', NULL, NULL, NULL FROM added")
assignments = ", ".join(f'"{name}" = s."{name}"' for name in columns)
connection.execute(f"UPDATE kunder SET {assignments} FROM changed s WHERE kunder.Kundnummer = s.Kundnummer")
connection.execute("INSERT INTO kunder SELECT * FROM added")
connection.commit()
print(connection.execute("SELECT (SELECT count(*) FROM changed), (SELECT count(*) FROM added)").fetchone())
