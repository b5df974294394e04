import os
for folder in ("Mail", "Mail/.Drafts", "Mail/.Sent"):
    for half in ("cur", "new", "tmp"):
        os.makedirs(f"{folder}/{half}")
for name in ("cur/1.host:2,S", ".Drafts/cur/2.host:2,D", ".Sent/cur/3.host:2,S"):
    open("Mail/" + name, "w").write("Subject: One\n\nyou fools\n")
open("Mail/dovecot.txt", "w").write("you fools\n")
open("draft.txt", "w").write("you fools\n")
