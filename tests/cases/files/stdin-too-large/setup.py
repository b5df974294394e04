open("large.txt", "w").write("word " * 2**20)
