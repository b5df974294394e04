-- How Neovim's own client starts mailcheck. From 0.11 on Neovim reads this file by itself when the
-- server is enabled; for older ones plugin/mailcheck.lua does.
return {
  cmd = { 'mailcheck', 'lsp' },
  filetypes = { 'mail' }, -- add 'markdown' or 'text' when you draft in those
  root_markers = { 'mailcheck.toml', '.mailcheck.toml', '.git' },
}
