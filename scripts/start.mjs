#!/usr/bin/env node
// `npm start`: from a fresh clone to a running Stegvis.
import './node-check.mjs';

const { prepare } = await import('./prepare.mjs');
const { run } = await import('./run.mjs');

await prepare(console.log);
run('apps/standalone/src/main.js', process.argv.slice(2));
