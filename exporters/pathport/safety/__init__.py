"""Bytes in, bytes out: the one way in which a reader gets its bytes and a writer places them.

``source`` reads files and standard input, ``xml`` parses what XML formats get, ``lines`` finds
places in a text, ``place`` puts outputs in their places. What comes in is hostile until read. The
package knows no format and no model; it imports nothing by itself, for ``xml`` loads lxml.
"""
