"""libGammu at the other end of a pipe: one JSON request a line in, one JSON answer a line out.

{"decode": HEX}                    -> {"sms": {...}}
{"encode": {...}, "layout": ...}   -> {"pdus": [HEX]}    one SMS, to "Submit" or "Deliver"
{"split": TEXT, "unicode": BOOL}   -> {"pdus": [HEX]}    a long text, one SUBMIT a part
{"join": [HEX]}                    -> {"texts": [TEXT]}  the parts of one message, in any order
{"count": TEXT, "unicode": BOOL}   -> {"parts": N, "left": N}
{"version": true}                  -> {"version": ...}

A refusal is {"refused": WHY}. Reading is done in a child process for each PDU: libGammu believes
the lengths in a PDU and may write over its own memory, which must not show in a later answer.
"""

import datetime
import json
import os
import sys

import gammu

NUMBER = "+447700900123"
CENTRE = "+447785016005"


def readable(value):
    if isinstance(value, bytes):
        return {"hex": value.hex()}
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: readable(item) for key, item in value.items()}
    return value


def decode(request):
    return {"sms": readable(gammu.DecodePDU(bytes.fromhex(request["decode"]), True))}


def encode(request):
    sms = {"Folder": 1, **request["encode"]}
    sms["DateTime"] = datetime.datetime.fromisoformat(sms["DateTime"])
    if isinstance(sms["Text"], dict):
        sms["Text"] = bytes.fromhex(sms["Text"]["hex"])
    if "UDH" in sms:
        sms["UDH"] = {**sms["UDH"], "Text": bytes.fromhex(sms["UDH"]["Text"])}
    return {"pdus": [gammu.EncodePDU(sms, request["layout"]).hex().upper()]}


def split(request):
    unicode = request["unicode"]
    entry = {"ID": "ConcatenatedTextLong", "Buffer": request["split"]}
    parts = gammu.EncodeSMS({"Class": -1, "Unicode": unicode, "Entries": [entry]})
    for part in parts:
        part["SMSC"] = {"Number": CENTRE}
        part["Number"] = NUMBER
    return {"pdus": [gammu.EncodePDU(part, "Submit").hex().upper() for part in parts]}


def join(request):
    parts = [[gammu.DecodePDU(bytes.fromhex(pdu), True)] for pdu in request["join"]]
    texts = []
    for message in gammu.LinkSMS(parts):
        decoded = gammu.DecodeSMS(message)
        entries = decoded["Entries"] if decoded else []
        texts.append("".join(entry["Buffer"] or "" for entry in entries))
    return {"texts": texts}


def count(request):
    coding = "Unicode_No_Compression" if request["unicode"] else "Default_No_Compression"
    # It does not see by itself that only several parts need a header each.
    parts, left = gammu.SMSCounter(request["count"], "NoUDH", coding)
    if parts > 1:
        parts, left = gammu.SMSCounter(request["count"], "ConcatenatedMessages", coding)
    return {"parts": parts, "left": left}


def version(_request):
    return {"version": gammu.Version()[0]}


def answer(request):
    handlers = (decode, encode, split, join, count, version)
    handler = next(each for each in handlers if each.__name__ in request)
    try:
        return handler(request)
    except (gammu.GSMError, ValueError, SystemError) as error:
        return {"refused": repr(error)}


def answer_of_child(request):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with os.fdopen(writing, "w") as pipe:
            pipe.write(json.dumps(answer(request)))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    if status != 0 or said == "":
        return {"refused": "libGammu dies of it"}
    return json.loads(said)


for line in sys.stdin:
    print(json.dumps(answer_of_child(json.loads(line))), flush=True)
