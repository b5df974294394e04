// Starts `mailcheck lsp` for drafts; everything else is the server's.
const { workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

exports.activate = () => {
  const server = { command: workspace.getConfiguration('mailcheck').get('path'), args: ['lsp'] };
  const documentSelector = ['eml', 'markdown', 'plaintext'].flatMap((language) => [
    { scheme: 'file', language },
    { scheme: 'untitled', language },
  ]);
  client = new LanguageClient('mailcheck', 'mailcheck', server, { documentSelector });
  return client.start();
};

exports.deactivate = () => client?.stop();
