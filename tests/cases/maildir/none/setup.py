import os
for half in ("cur", "new", "tmp"):
    os.makedirs("Mail/" + half)
for name in ("cur/1.host:2,S", "new/2.host"):
    open("Mail/" + name, "w").write("Subject: One\n\nyou fools\n")
