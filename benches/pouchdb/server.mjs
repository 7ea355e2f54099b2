// PouchDB's server, as its own documentation sets it up: node server.mjs PORT FOLDER
import { createRequire } from 'node:module';
import { join } from 'node:path';

// Its packages are installed outside the sources, where the folder that it was started in says.
const require = createRequire(join(process.cwd(), 'package.json'));
const express = require('express');
const PouchDB = require('pouchdb');

const [port, folder] = process.argv.slice(2);
const OnDisk = PouchDB.defaults({ prefix: `${folder}/` });
const server = express();
const scripts = join(process.cwd(), 'node_modules/pouchdb/dist');
server.use('/scripts', express.static(scripts));
server.get('/page', (_, response) => {
  const adapter = (name) => `<script src="/scripts/pouchdb.${name}js"></script>`;
  response.send(`<!doctype html><meta charset="utf-8"><title>PouchDB</title>${adapter('')}${adapter('indexeddb.')}`);
});
const files = { logPath: `${folder}/log.txt`, configPath: `${folder}/config.json` };
server.use('/', require('express-pouchdb')(OnDisk, { mode: 'minimumForPouchDB', overrideMode: {}, ...files }));
server.listen(Number(port), '127.0.0.1');
