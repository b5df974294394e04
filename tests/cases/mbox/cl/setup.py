# Content-Length hides a From line in the first body; the second length is wrong.
body = "Look at this:\n\nFrom - Tue Mar  3 10:00:00 2026\nSubject: Not a message\n\nyou fools\n"
first = f"From a@b.example Tue Mar  3 10:00:00 2026\nContent-Length: {len(body)}\n\n{body}\n"
second = "From a@b.example Tue Mar  3 11:00:00 2026\nContent-Length: 7\n\nListen, you fools.\n\n"
third = "From a@b.example Tue Mar  3 12:00:00 2026\nSubject: Last\n\nyou fools\n"
open("box.mbox", "w").write(first + second + third)
