#include "app/session.hpp"

#include "report/error_text.hpp"

namespace mailcheck {

void Session::report(const Error& error) const {
  out.flush();
  err.write(error_text(error, color_for(options.color, environment, environment.terminal_error)));
  err.flush();
}

TextStyle Session::text_style() const {
  return {color_for(options.color, environment, environment.terminal_out),
          environment.terminal_width, options.verbosity};
}

}  // namespace mailcheck
