"""Fills a form by poppler-glib, as Evince and Okular's kin do: poppler.py IN OUT, the clicks as JSON on stdin.

A click is {"page": from 0, "x", "y": points from the lower left, "text": what to write, or null for a box}.
"""
import json
import pathlib
import sys

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # noqa: E402

if len(sys.argv) < 3:
    print(Poppler.get_version())
    sys.exit()

document = Poppler.Document.new_from_file(pathlib.Path(sys.argv[1]).resolve().as_uri(), None)
for click in json.load(sys.stdin):
    page = document.get_page(click["page"])
    field = next(
        (
            mapping.field
            for mapping in page.get_form_field_mapping()
            if mapping.area.x1 < click["x"] < mapping.area.x2 and mapping.area.y1 < click["y"] < mapping.area.y2
        ),
        None,
    )
    if field is None:
        sys.exit(f"poppler has no field at {click}")
    if click["text"] is None:
        field.button_set_state(not field.button_get_state())
    else:
        field.text_set_text(click["text"])
document.save(pathlib.Path(sys.argv[2]).resolve().as_uri())
