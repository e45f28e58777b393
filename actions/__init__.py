"""Deterministic checks on the municipality's own rules, and the hands of the bot. Imports only `knowledge`."""
