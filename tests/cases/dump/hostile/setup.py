import pathlib

pathlib.Path("draft.eml").write_bytes(
    b"From: \x1b[31mKim\x07 <kim\x00@example.com>\r\nX-\x1b[2J: a\r\nSubject: \xff\xfe \x1b]0;owned\x07\r\n\r\n"
    b"Hi \xe2\x80\xaeDana\xe2\x80\xac,\r\n\x1b[2J\r\n-- \r\n\xff\r\n> \x1b[31m\r\n")
