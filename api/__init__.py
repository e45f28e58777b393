"""The front door: HTTP, the pages people see, and the supervision of the dialogue process."""
