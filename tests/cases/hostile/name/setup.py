import os
os.mkdir("drafts")
open(b"drafts/a\x1b[31m\n\xe2\x80\xae\xff.txt", "w").write("Listen, you fools.\n")
