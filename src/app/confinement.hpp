#pragma once

// What the process gives up for good before it reads a draft, so that a fault in a library cannot
// be made to do what mailcheck never does: start programs, talk to a network, write files.

namespace mailcheck {

enum class FileWriting { none, wanted };

/// Has the kernel refuse all of this from now on, in this process and its threads; files may only
/// be written where that is `wanted`. Nothing happens where the kernel has no Landlock, or has it
/// turned off. Says whether it was done.
bool confine_process(FileWriting writing);

}  // namespace mailcheck
