-- A linter for nvim-lint (https://github.com/mfussenegger/nvim-lint), for those who want findings
-- without a language server:
--   vim.opt.runtimepath:append('/path/to/docs/editors/neovim')
--   require('lint').linters_by_ft = { mail = { 'mailcheck' } }
local severities = {
  error = vim.diagnostic.severity.ERROR,
  warning = vim.diagnostic.severity.WARN,
  suggestion = vim.diagnostic.severity.INFO,
}

-- mailcheck counts lines and code points from 1, Neovim lines and bytes from 0.
local function position(buffer, place)
  local line = vim.api.nvim_buf_get_lines(buffer, place.line - 1, place.line, false)[1] or ''
  local byte = vim.fn.byteidxcomp(line, place.column - 1)
  return place.line - 1, byte < 0 and #line or byte
end

return {
  cmd = 'mailcheck',
  stdin = true,
  args = {
    '--format', 'json', '--stdin-filename',
    function() return vim.api.nvim_buf_get_name(0) end,
    '-',
  },
  stream = 'stdout',
  ignore_exitcode = true, -- 1 means that there are findings
  parser = function(output, buffer)
    local decoded, report = pcall(vim.json.decode, output)
    local diagnostics = {}
    if output ~= '' and not (decoded and report.files[1]) then
      return { {
        lnum = 0,
        col = 0,
        severity = vim.diagnostic.severity.ERROR,
        message = 'mailcheck could not check this draft; on the command line it says why.',
        source = 'mailcheck',
      } }
    end
    for _, file in ipairs(decoded and report.files or {}) do
      for _, finding in ipairs(file.findings) do
        local lnum, col = position(buffer, finding.start)
        local end_lnum, end_col = position(buffer, finding['end'])
        table.insert(diagnostics, {
          lnum = lnum,
          col = col,
          end_lnum = end_lnum,
          end_col = end_col,
          severity = severities[finding.severity],
          message = finding.message,
          code = finding.rule,
          source = 'mailcheck',
        })
      end
    end
    return diagnostics
  end,
}
