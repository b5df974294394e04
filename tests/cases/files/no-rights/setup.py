import os
os.mkdir("locked")
open("locked/a.txt", "w").write("you fools\n")
os.chmod("locked", 0)
open("secret.txt", "w").write("you fools\n")
os.chmod("secret.txt", 0)
open("open.txt", "w").write("you fools\n")
os.chmod("open.txt", 0o644)
