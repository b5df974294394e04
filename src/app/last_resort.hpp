#pragma once

// What the process does when nothing else can be done: it ends with a line that holds nothing of
// the draft, and leaves no image of its memory behind.

namespace mailcheck {

/// To be called first of all, before there are threads. From then on the end of the memory and an
/// exception that nobody caught end the process with status 2 and a line on standard error, and a
/// crash writes no core file: drafts would stand in it.
void prepare_last_resort();

}  // namespace mailcheck
