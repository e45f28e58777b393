"""The JSON of the interface. Requests refuse what they do not know; replies say exactly what they promise."""
