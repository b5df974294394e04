import os
os.mkfifo("fifo")
