"""Who may use the API, for what, and how much: keys, scopes and limits."""
