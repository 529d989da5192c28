-- What a Neovim user does, with the server as `docs/editors.md` sets it up; what was seen goes as JSON into a file.
-- Works from Neovim 0.7, Debian's: so with `start_client`, which later ones have under another name.
-- Globals: server (a command line), report (a file). The current buffer is the roadmap.
local seen = {}
local roadmap = vim.api.nvim_get_current_buf()
-- Longer than a loaded machine takes; nothing waits for it that succeeds.
local PATIENCE = 30000

local function write(status)
  seen.status = status
  vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.g.report)
  vim.cmd('qall!')
end

local function wait_for(what, condition)
  if not vim.wait(PATIENCE, condition, 20) then
    error('waited in vain for ' .. what)
  end
end

local function lines()
  return vim.api.nvim_buf_get_lines(roadmap, 0, -1, true)
end

local client

--- Asks the server; the current buffer is told with what the request needs besides.
local function ask(method, params)
  local full = vim.tbl_extend('force', {
    textDocument = vim.lsp.util.make_text_document_params(roadmap),
  }, params or {})
  local answer, failure = client.request_sync(method, full, PATIENCE, roadmap)
  if not answer then
    error(method .. ': ' .. tostring(failure))
  end
  if answer.err then
    error(method .. ': ' .. vim.inspect(answer.err))
  end
  return answer.result
end

local function at(line, character)
  return { position = { line = line, character = character } }
end

--- The 0-based line that contains the text, and the column behind it.
local function find(text)
  for index, line in ipairs(lines()) do
    local _, last = line:find(text, 1, true)
    if last then
      return index - 1, last
    end
  end
  error('no line contains ' .. text)
end

local function told(code)
  for _, diagnostic in ipairs(vim.diagnostic.get(roadmap)) do
    if diagnostic.code == code or (diagnostic.user_data and diagnostic.user_data.lsp.code == code) then
      return diagnostic
    end
  end
end

local function apply(edit)
  vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
end

local function run()
  local id = vim.lsp.start_client({
    name = 'roadmap',
    cmd = vim.g.server,
    root_dir = vim.fn.getcwd(),
    settings = { roadmap = { today = '2025-07-28' } },
    on_init = function(started)
      started.notify('workspace/didChangeConfiguration', { settings = started.config.settings })
    end,
    handlers = {
      -- What the server asks for, by section, as newer versions of Neovim answer of themselves.
      ['workspace/configuration'] = function(_, params)
        local settings = { roadmap = { today = '2025-07-28' } }
        return vim.tbl_map(function(item)
          return settings[item.section] or vim.NIL
        end, params.items)
      end,
    },
  })
  vim.lsp.buf_attach_client(roadmap, id)
  wait_for('the server', function()
    client = vim.lsp.get_client_by_id(id)
    return client ~= nil and client.initialized ~= nil
  end)

  wait_for('diagnostics', function()
    return told('past-due') ~= nil and told('missing-owner') ~= nil
  end)
  seen.diagnostics = vim.tbl_map(function(diagnostic)
    return { line = diagnostic.lnum, message = diagnostic.message }
  end, vim.diagnostic.get(roadmap))

  local line, column = find('2025-07-25')
  seen.hover = ask('textDocument/hover', at(line, column)).contents

  local unowned = told('missing-owner')
  seen.actions = {}
  for _, action in
    ipairs(ask('textDocument/codeAction', {
      range = unowned.user_data.lsp.range or {
        start = { line = unowned.lnum, character = unowned.col },
        ['end'] = { line = unowned.end_lnum, character = unowned.end_col },
      },
      context = {
        only = { 'quickfix' },
        diagnostics = {
          {
            range = {
              start = { line = unowned.lnum, character = unowned.col },
              ['end'] = { line = unowned.end_lnum, character = unowned.end_col },
            },
            message = unowned.message,
            severity = unowned.severity,
            source = unowned.source,
            code = unowned.user_data.lsp.code,
            data = unowned.user_data.lsp.data,
          },
        },
      },
    }))
  do
    table.insert(seen.actions, action.title)
    if action.title == 'Assign to @ann' then
      apply((action.edit and action or ask('codeAction/resolve', action)).edit)
    end
  end
  seen.assigned = lines()
  wait_for('the finding to go', function()
    return told('missing-owner') == nil
  end)

  -- The lens' command changes the buffer through the server's own request.
  line = find('Berth map')
  for _, lens in ipairs(ask('textDocument/codeLens')) do
    local resolved = lens.command and lens or client.request_sync('codeLens/resolve', lens, PATIENCE, roadmap).result
    if resolved.range.start.line == line and resolved.command.command == 'roadmap.toggleStatus' then
      ask('workspace/executeCommand', resolved.command)
      break
    end
  end
  wait_for('the item to be done', function()
    return lines()[line + 1]:find('[x]', 1, true) ~= nil
  end)
  seen.toggled = lines()

  -- What is typed is completed: the edit of the candidate takes the place of what stands there.
  line, column = find('Winter storage (Owner: @')
  local answer = ask('textDocument/completion', at(line, column))
  seen.candidates = {}
  for _, candidate in ipairs(answer.items or answer) do
    table.insert(seen.candidates, candidate.label)
    if candidate.label == '@bea' then
      local edit = candidate.textEdit
      edit.range = edit.range or edit.replace
      vim.lsp.util.apply_text_edits({ edit }, roadmap, client.offset_encoding)
    end
  end
  seen.completed = lines()

  line, column = find('Owner: @ann')
  apply(ask('textDocument/rename', vim.tbl_extend('force', at(line, column - 1), { newName = '@zoë' })))
  seen.renamed = lines()
end

local succeeded, failure = pcall(run)
write(succeeded and 'seen' or tostring(failure))
