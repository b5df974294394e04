#include "mail/text_difference.hpp"
namespace mailcheck { std::optional<TextDifference> find_difference(std::string_view, std::string_view) { return std::nullopt; } }
