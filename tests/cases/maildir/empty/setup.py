import os
for half in ("cur", "new", "tmp"):
    os.makedirs("Mail/" + half)
