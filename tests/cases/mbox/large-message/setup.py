head = "From - Tue Mar  3 10:00:00 2026\nSubject: One\n\nyou fools\n"
open("box.mbox", "w").write(head + "\n" + head + "word " * 2**18 + "\n\n" + head)
