open("large.txt", "w").write("word " * 2**20)
open("limit.txt", "w").write("word " * (2**20 // 5) + "\n")
