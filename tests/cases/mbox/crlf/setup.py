messages = ["From - Tue Mar  3 10:00:00 2026\nSubject: One\n\nyou fools\n\n"] * 3
open("box.mbx", "wb").write("".join(messages).replace("\n", "\r\n").encode())
