"""What the service keeps: one database, SQLite in `data_dir` or PostgreSQL by `ONDERNEMERSLOKET_DATABASE_URL`.

`tables.py` says what there is; a module a subject (`gesprekken`, `feedback`, `overdrachten`, `sleutels`, `medewerkers`,
`audit`, `kaarten`, `schakelaars`) has the functions on it, each on a session that the caller opened:

    with services.storage.write() as session:       # one transaction; committed when the block ends well
        overdrachten.take(session, id, "j.jansen")
        audit.note(session, "j.jansen", "overdracht opgepakt", f"overdracht/{id}")
    with services.storage.read() as session:
        wachtrij = overdrachten.queue(session)

All of it blocks: call it from a route that is a plain `def`, or in a thread. What may wait goes through
`services.storage.writer.put(lambda session: …)`, which never blocks and never raises.
"""

from api.storage.storage import Storage, StorageError

__all__ = ["Storage", "StorageError"]
