"""Policy text in, cited passages out. Imports nothing else of this project."""
