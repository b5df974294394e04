-- A session of Neovim with mailcheck: opens, types, takes a quick fix, leaves. Writes what it saw to RESULT, a JSON line a step.
local words = vim.fn.json_decode(vim.env.MAILCHECK_TEST)
local out = io.open(vim.env.RESULT, 'w')

local function diagnostics()
  local found = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { code = d.code or d.user_data.lsp.code, severity = d.severity, message = d.message,
      start = { d.lnum, d.col }, ['end'] = { d.end_lnum, d.end_col } })
  end
  return found
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

local updates = 0
local shown = vim.lsp.handlers['textDocument/publishDiagnostics']
vim.lsp.handlers['textDocument/publishDiagnostics'] = function(...)
  shown(...)
  updates = updates + 1
end

-- Waits until the server has spoken again and is silent for a second, as it may still speak of the text before; then
-- writes the step down.
local function step(name, act)
  local before = updates
  act()
  local spoke = vim.wait(30000, function() return updates > before end, 10)
  local seen
  repeat
    seen = updates
    vim.wait(1000, function() return updates > seen end, 10)
  until updates == seen
  out:write(vim.json.encode({ step = name, spoke = spoke, text = text(), diagnostics = diagnostics() }), '\n')
  out:flush()
end

local function find(word)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local at = line:find(word, 1, true)
    if at then
      return number, at - 1
    end
  end
end

step('open', function() vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.DRAFT)) end)

step('edit', function()
  local line, column = find(words.typed_before)
  vim.api.nvim_buf_set_text(0, line - 1, column, line - 1, column, { words.typed })
end)

local titles = {}
step('fix', function()
  vim.api.nvim_win_set_cursor(0, { find(words.misspelt) })
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      table.insert(titles, (options.format_item(item)))
    end
    for i, item in ipairs(items) do
      if titles[i]:find(words.mended, 1, true) then
        return choose(item, i)
      end
    end
  end
  vim.lsp.buf.code_action()
end)

local clients = vim.lsp.get_active_clients()
out:write(vim.json.encode({ step = 'leave', titles = titles, clients = #clients, encoding = clients[1].offset_encoding,
  root = clients[1].config.root_dir }), '\n')
out:close()
-- When it leaves, Neovim gives a server half a second, which may be too little on a busy machine.
vim.lsp.stop_client(clients)
vim.wait(30000, function() return clients[1].is_stopped() end, 10)
vim.cmd('qall!')
