"""The dialogue, in its own Python, uses one table of the migrations; its tests make that table by themselves."""

import re
from pathlib import Path

from sqlalchemy import inspect

TEST = Path(__file__).parents[2] / "bot" / "test_gespreksopslag.py"


def test_the_table_in_the_tests_of_the_dialogue_is_that_of_the_migrations(storage):
    ddl = re.search(r'TABEL = """(.*?)"""', TEST.read_text(encoding="utf-8"), re.DOTALL)
    assert ddl is not None
    found = inspect(storage.engine)
    made = {column["name"] for column in found.get_columns("rasa_gebeurtenis")}
    with storage.engine.begin() as connection:
        connection.exec_driver_sql(ddl[1].replace("rasa_gebeurtenis", "uit_de_test"))
    here = {column["name"]: column for column in inspect(storage.engine).get_columns("uit_de_test")}
    assert set(here) == made
    for column in found.get_columns("rasa_gebeurtenis"):
        twin = here[column["name"]]
        assert column["type"]._type_affinity is twin["type"]._type_affinity
        assert column["nullable"] == twin["nullable"]
    key = found.get_pk_constraint("rasa_gebeurtenis")["constrained_columns"]
    assert key == inspect(storage.engine).get_pk_constraint("uit_de_test")["constrained_columns"]
