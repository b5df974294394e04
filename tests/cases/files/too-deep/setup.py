import os
os.makedirs("top" + "/d" * 33)
open("top/" + "d/" * 32 + "a.txt", "w").write("you fools\n")
open("top/" + "d/" * 33 + "b.txt", "w").write("you fools\n")
