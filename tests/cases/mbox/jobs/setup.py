import pathlib

mails = []
for number in range(60):
    body = "you fools\n" if number % 3 == 0 else "Thank you for the tour.\n" * (number % 10)
    mails.append(f"To: {number}@example.org\nSubject: Mail {number}\n\n{body}\n")
pathlib.Path("box.mbox").write_text("".join("From - Tue Mar  3 10:00:00 2026\n" + mail for mail in mails))
pathlib.Path("files").mkdir()
for number, mail in enumerate(mails):
    pathlib.Path(f"files/{number:02}.eml").write_text(mail)
