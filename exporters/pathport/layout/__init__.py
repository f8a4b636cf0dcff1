"""Where each thing of a pathway is drawn: a layered engine, and the figures that judge a picture.

It knows the model and no format, and places glyphs without drawing them.
"""
