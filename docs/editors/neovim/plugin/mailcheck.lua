-- Starts mailcheck for the file types of lsp/mailcheck.lua. Neovim 0.7 or newer:
--   vim.opt.runtimepath:append('/path/to/docs/editors/neovim')
if vim.lsp.config then -- 0.11
  vim.lsp.enable('mailcheck')
  return
end

local config = dofile(vim.api.nvim_get_runtime_file('lsp/mailcheck.lua', false)[1])

-- The nearest folder upwards that has one of the markers; the draft's own when there is none.
local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  local at = folder
  while true do
    for _, marker in ipairs(config.root_markers) do
      if vim.loop.fs_stat(at .. '/' .. marker) then
        return at
      end
    end
    local parent = vim.fn.fnamemodify(at, ':h')
    if parent == at then
      return folder
    end
    at = parent
  end
end

local clients = {} -- ids, by root

vim.api.nvim_create_autocmd('FileType', {
  pattern = config.filetypes,
  group = vim.api.nvim_create_augroup('mailcheck', {}),
  callback = function(event)
    if vim.fn.executable(config.cmd[1]) == 0 then
      return
    end
    local root = root_of(vim.api.nvim_buf_get_name(event.buf))
    if not (clients[root] and vim.lsp.get_client_by_id(clients[root])) then
      clients[root] = vim.lsp.start_client({ name = 'mailcheck', cmd = config.cmd, root_dir = root })
    end
    if clients[root] then
      vim.lsp.buf_attach_client(event.buf, clients[root])
    end
  end,
})
