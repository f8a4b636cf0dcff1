"""What a format says of a pathway, measured: native, coarse, carried, supplied, lost.

A writer first writes the format's own constructs; the format's native reader, which knows nothing
of pathport, says what can be got out of that; what differs gets a record, in the file, at the
element that it is about. `units` says which facts stand or fall together, `records` what a record
is, `measure` makes them when a file is written, `restore` applies them when it is read, `report`
counts. None of them knows a format.
"""
