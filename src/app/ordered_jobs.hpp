#pragma once

// Does jobs on several threads and finishes them in the order in which they were added, so that
// what is printed does not depend on which was done first. Knows nothing of what the jobs are.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace mailcheck {

class OrderedJobs {
 public:
  /// The second half of a job; done by the thread that calls `finish_first`.
  using Finish = std::function<void()>;
  /// The first half; may be done by any thread, beside others. What it captures lives until its
  /// second half is done, so that this may refer to it.
  using Work = std::function<Finish()>;

  /// `threads` do the work, that of the caller among them; 0: as many as the machine has cores.
  /// None is started before there are two jobs to do.
  explicit OrderedJobs(std::size_t threads) : threads_(threads) {}
  ~OrderedJobs();
  OrderedJobs(const OrderedJobs&) = delete;
  OrderedJobs& operator=(const OrderedJobs&) = delete;

  /// `weight` is in units of the caller's.
  void add(Work work, std::size_t weight);
  /// Finishes the job that was added first; until its work is done, helps with that of others.
  void finish_first();
  /// Forgets the jobs whose work nobody has begun.
  void cancel();

  [[nodiscard]] bool is_empty() const { return jobs_.empty(); }
  [[nodiscard]] std::size_t size() const { return jobs_.size(); }
  /// Of all jobs that are not finished.
  [[nodiscard]] std::size_t weight() const { return weight_; }
  /// Jobs worth having at hand, so that no thread waits for work.
  [[nodiscard]] std::size_t wanted() const;

 private:
  enum class State { waiting, running, done };
  struct Job {
    Work work;
    std::size_t weight = 0;
    Finish finish = {};
    State state = State::waiting;
  };

  void start_thread();
  void run_thread();
  /// Does the oldest job that waits, without the lock meanwhile.
  void do_next(std::unique_lock<std::mutex>& lock);

  std::size_t threads_;  // 0: not counted yet
  std::size_t weight_ = 0;
  std::mutex mutex_;  // Guards all below; only the caller's thread adds and takes away.
  std::condition_variable has_work_, is_done_;
  std::deque<Job> jobs_;     // Oldest first. They do not move.
  std::size_t waiting_ = 0;  // So many at the end of `jobs_`.
  bool is_stopping_ = false;
  std::vector<std::jthread> helpers_;
};

}  // namespace mailcheck
