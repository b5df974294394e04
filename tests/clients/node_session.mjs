// A session of the libraries that VS Code's extensions are made of: node_session.mjs EXTENSION MODULES DRAFT
// EXTENSION is the folder of our extension, whose own code says how the server is started. A JSON line a step.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Module from 'node:module';
import { spawn } from 'node:child_process';

const [extension, modules, draft] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const rpc = require('vscode-jsonrpc/node');
const lsp = require('vscode-languageserver-protocol');
const words = JSON.parse(process.env.MAILCHECK_TEST);
const say = (step) => console.log(JSON.stringify(step));

// The editor itself cannot run here: what the extension asks of it is answered by these.
const started = {};
const load = Module._load;
Module._load = function (name, ...rest) {
  if (name === 'vscode')
    return { workspace: { getConfiguration: () => ({ get: (key) => extensionDefault(key) }) } };
  if (name === 'vscode-languageclient/node')
    return {
      LanguageClient: class {
        constructor(id, name, server, client) { Object.assign(started, { id, name, server, client }); }
        start() { return Promise.resolve(); }
        stop() { started.stopped = true; return Promise.resolve(); }
      },
    };
  return load.call(this, name, ...rest);
};
const manifest = JSON.parse(readFileSync(`${extension}/package.json`, 'utf8'));
const extensionDefault = (key) => manifest.contributes.configuration.properties[`mailcheck.${key}`].default;
const { activate, deactivate } = createRequire(`${extension}/`)(`${extension}/${manifest.main}`);
await activate();
await deactivate();
say({ step: 'extension', ...started });

const server = spawn(started.server.command, started.server.args, { stdio: ['pipe', 'pipe', 'inherit'] });
const connection = rpc.createMessageConnection(
  new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
const errors = [];
connection.onError(([error]) => errors.push(String(error)));
let waiting = [];
connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => {
  for (const resolve of waiting.splice(0)) resolve(params);
});
connection.onRequest(lsp.RegistrationRequest.type, () => null);
connection.listen();
const published = () => new Promise((resolve) => waiting.push(resolve));

const uri = pathToFileURL(draft).href;
let text = readFileSync(draft, 'utf8');
let version = 1;

// A position of the protocol, by the library's own text documents' rule: UTF-16, lines end with LF, CR or CRLF.
function positionAt(offset) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1).length };
}
function offsetAt({ line, character }) {
  return text.split('\n').slice(0, line).reduce((sum, l) => sum + l.length + 1, 0) + character;
}

async function change(edits) {
  version += 1;
  const contentChanges = [...edits].sort((a, b) => offsetAt(b.range.start) - offsetAt(a.range.start))
    .map(({ range, newText }) => ({ range, text: newText }));
  for (const { range, text: inserted } of contentChanges)
    text = text.slice(0, offsetAt(range.start)) + inserted + text.slice(offsetAt(range.end));
  const answer = published();
  connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
  return answer;
}

const initialized = await connection.sendRequest(lsp.InitializeRequest.type, {
  processId: process.pid,
  rootUri: null,
  capabilities: {
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
    textDocument: {
      publishDiagnostics: { versionSupport: true },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
    },
  },
});
connection.sendNotification(lsp.InitializedNotification.type, {});

let answer = published();
connection.sendNotification(lsp.DidOpenTextDocumentNotification.type,
  { textDocument: { uri, languageId: 'eml', version, text } });
answer = await answer;
say({ step: 'open', text, version: answer.version, diagnostics: answer.diagnostics });

const at = positionAt(text.indexOf(words.typed_before));
answer = await change([{ range: { start: at, end: at }, newText: words.typed }]);
say({ step: 'edit', text, version: answer.version, diagnostics: answer.diagnostics });

const misspelt = answer.diagnostics.find((d) => d.message.includes(words.misspelt));
const actions = await connection.sendRequest(lsp.CodeActionRequest.type,
  { textDocument: { uri }, range: misspelt.range, context: { diagnostics: [misspelt] } });
const action = actions.find((a) => a.title.includes(words.mended));
const [edit] = action.edit.documentChanges;
say({ step: 'actions', titles: actions.map((a) => a.title), uri: edit.textDocument.uri === uri, version: edit.textDocument.version });
answer = await change(edit.edits);
say({ step: 'fix', text, version: answer.version, diagnostics: answer.diagnostics });

const unknown = await connection.sendRequest('mailcheck/none', {}).catch((error) => error.code);
answer = published();
connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri } });
answer = await answer;
const result = await connection.sendRequest(lsp.ShutdownRequest.type);
connection.sendNotification(lsp.ExitNotification.type);
const status = await new Promise((resolve) => server.on('exit', resolve));
say({ step: 'leave', encoding: initialized.capabilities.positionEncoding ?? 'utf-16', server: initialized.serverInfo.name,
  unknown, left: answer.diagnostics.length, result, status, errors });
connection.dispose();
