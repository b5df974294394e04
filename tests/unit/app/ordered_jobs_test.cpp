#include "app/ordered_jobs.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

TEST_CASE("jobs are finished in the order in which they were added, however long each takes") {
  for (const std::size_t threads : {1U, 2U, 8U}) {
    CAPTURE(threads);
    OrderedJobs jobs(threads);
    std::vector<int> finished;
    for (int i = 0; i < 200; ++i) {
      jobs.add(
          [i, &finished] {
            if (i % 50 == 0)
              std::this_thread::sleep_for(std::chrono::milliseconds(5));
            return [i, &finished] { finished.push_back(i); };
          },
          1);
      while (jobs.size() >= jobs.wanted())
        jobs.finish_first();
      CHECK(jobs.weight() == jobs.size());
    }
    while (!jobs.is_empty())
      jobs.finish_first();
    REQUIRE(finished.size() == 200);
    CHECK(std::is_sorted(finished.begin(), finished.end()));
  }
}

TEST_CASE("one job is done by the thread that asks for it") {
  OrderedJobs jobs(8);
  std::thread::id worker;
  jobs.add(
      [&worker] {
        worker = std::this_thread::get_id();
        return OrderedJobs::Finish();
      },
      1);
  jobs.finish_first();
  CHECK(worker == std::this_thread::get_id());
}

TEST_CASE("what a job captured lives until it is finished") {
  OrderedJobs jobs(2);
  std::string seen;
  for (int i = 0; i < 3; ++i)
    jobs.add([text = std::string(100, 'a'), &seen] { return [&text, &seen] { seen += text; }; }, 1);
  while (!jobs.is_empty())
    jobs.finish_first();
  CHECK(seen == std::string(300, 'a'));
}

TEST_CASE("jobs that are cancelled are not begun, and running ones come to their end") {
  std::atomic<int> begun = 0;
  std::atomic<int> done = 0;
  {
    OrderedJobs jobs(2);
    for (int i = 0; i < 1000; ++i)
      jobs.add(
          [&] {
            ++begun;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            ++done;
            return OrderedJobs::Finish();
          },
          1);
    jobs.cancel();
    CHECK(begun == done);
    CHECK(jobs.size() == static_cast<std::size_t>(done));
  }
  CHECK(done < 1000);
}

}  // namespace
}  // namespace mailcheck
