"""What can be wrong with the knowledge base, said so that an administrator knows what to do."""


class KnowledgeError(RuntimeError):
    """A source, model or index that cannot be used; the message names the file and the remedy."""
