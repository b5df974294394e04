#include "base/once.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

TEST_CASE("a thing is made once by many threads, and is made when any of them goes on") {
  for (int round = 0; round < 20; ++round) {
    Once once;
    std::atomic<int> made = 0;
    std::atomic<int> early = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
      threads.emplace_back([&] {
        once.call([&] {
          std::this_thread::sleep_for(std::chrono::milliseconds(2));
          ++made;
        });
        early += made == 1 ? 0 : 1;
      });
    for (std::thread& thread : threads)
      thread.join();
    CHECK(made == 1);
    CHECK(early == 0);
  }
}

TEST_CASE("what failed to be made is tried again") {
  Once once;
  CHECK_THROWS_AS(once.call([] { throw std::runtime_error("no"); }), std::runtime_error);
  int made = 0;
  once.call([&] { ++made; });
  once.call([&] { ++made; });
  CHECK(made == 1);
}

}  // namespace
}  // namespace mailcheck
