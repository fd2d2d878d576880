#!/usr/bin/env node
// `npx stegvis`: the command line. Standard output belongs to the command, so what is prepared first is told on the other.
import './node-check.mjs';

const { prepare } = await import('./prepare.mjs');
const { run } = await import('./run.mjs');

await prepare(console.error);
run('apps/standalone/src/cli.js', process.argv.slice(2));
