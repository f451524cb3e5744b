/* A server that speaks CouchDB's protocol, on PouchDB's own in-memory adapter: PORT is printed once it listens. */
const { readFileSync } = require('node:fs');
const express = require('express');
const expressPouch = require('express-pouchdb');
const PouchDB = require('pouchdb-core')
  .plugin(require('pouchdb-adapter-memory'))
  .plugin(require('pouchdb-mapreduce'))
  .plugin(require('pouchdb-find'));

const script = readFileSync(require.resolve('pouchdb/dist/pouchdb.min.js'));
const app = express();
app.get('/', (_, response) => response.type('html').send('<!doctype html><script src="/pouchdb.js"></script>'));
app.get('/pouchdb.js', (_, response) => response.type('js').send(script));
app.use('/db', expressPouch(PouchDB, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: '/dev/null' }));
const server = app.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
