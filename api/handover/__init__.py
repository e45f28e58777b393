"""Handing a conversation over to a person: plain functions on the storage, for the interface and for the staff site.

`core.py` has what citizens and employees do; `stream.py` tells either side what changed, by looking at the database
every second, so that it does not matter which replica somebody is connected to.
"""
