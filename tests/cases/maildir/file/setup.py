import os
for half in ("cur", "new", "tmp"):
    os.makedirs("Mail/" + half)
for name in ("cur/1772532000.M1P1.host:2,DS", "cur/1772532001.M2P1.host:2,S", "cur/1772532002.M3P1.host:2,DT",
             "cur/1772532003.M4P1.host;2,D", "new/1772532004.M5P1.host", "tmp/1772532005.M6P1.host:2,D"):
    open("Mail/" + name, "w").write("X: y\nSubject: One\n\nyou fools\n")
