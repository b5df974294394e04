#include "app/ordered_jobs.hpp"

#include <algorithm>
#include <cassert>
#include <system_error>
#include <utility>

namespace mailcheck {
namespace {

/// A slow job at the front holds up so many others for each thread.
constexpr std::size_t jobs_a_thread = 16;

}  // namespace

OrderedJobs::~OrderedJobs() {
  cancel();
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  has_work_.notify_all();
  helpers_.clear();  // joins them
}

void OrderedJobs::add(Work work, std::size_t weight) {
  weight_ += weight;
  bool is_enough = true;
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back({.work = std::move(work), .weight = weight});
    ++waiting_;
    is_enough = waiting_ < 2;  // the caller does one itself
  }
  if (is_enough)
    return;
  if (threads_ == 0)
    threads_ = std::max(std::thread::hardware_concurrency(), 1U);
  if (helpers_.size() + 1 < threads_)
    start_thread();
  has_work_.notify_one();
}

void OrderedJobs::finish_first() {
  std::unique_lock lock(mutex_);
  assert(!jobs_.empty());
  Job& first = jobs_.front();
  while (first.state != State::done) {
    if (waiting_ > 0)
      do_next(lock);
    else
      is_done_.wait(lock);
  }
  lock.unlock();
  if (first.finish)
    first.finish();
  weight_ -= first.weight;
  lock.lock();
  jobs_.pop_front();
}

void OrderedJobs::cancel() {
  std::unique_lock lock(mutex_);
  for (; waiting_ > 0; --waiting_) {
    weight_ -= jobs_.back().weight;
    jobs_.pop_back();
  }
  // The others may refer to what the caller will take down.
  is_done_.wait(lock, [this] {
    return std::all_of(jobs_.begin(), jobs_.end(),
                       [](const Job& job) { return job.state == State::done; });
  });
}

std::size_t OrderedJobs::wanted() const {
  return threads_ == 1 ? 1 : jobs_a_thread * std::max<std::size_t>(threads_, 2);
}

void OrderedJobs::start_thread() {
  try {
    helpers_.emplace_back([this] { run_thread(); });
  } catch (const std::system_error&) {
    threads_ = helpers_.size() + 1;  // The system gives no more; those that run do the work.
  }
}

void OrderedJobs::run_thread() {
  std::unique_lock lock(mutex_);
  while (true) {
    has_work_.wait(lock, [this] { return waiting_ > 0 || is_stopping_; });
    if (is_stopping_)
      return;
    do_next(lock);
  }
}

void OrderedJobs::do_next(std::unique_lock<std::mutex>& lock) {
  Job& job = jobs_[jobs_.size() - waiting_];
  --waiting_;
  job.state = State::running;
  lock.unlock();
  Finish finish = job.work();
  lock.lock();
  job.finish = std::move(finish);
  job.state = State::done;
  is_done_.notify_one();
}

}  // namespace mailcheck
