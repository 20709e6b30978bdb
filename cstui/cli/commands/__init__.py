"""One module a command, each with `run(options, t)`; read only when its command is given."""
