import os
os.symlink("..", "drafts/sub/loop")
os.symlink("gone", "drafts/x.txt")
