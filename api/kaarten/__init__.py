"""Cards that editors make on the staff site: what may be published, the library kept in step, and files of them."""
