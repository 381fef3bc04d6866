"""The commands: one module each, named as on the command line, with a function `add` that adds it to an app."""
