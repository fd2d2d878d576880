#!/usr/bin/env node
// `npm run bench`: measures, each figure beside its floor. Arguments go on: npm run bench -- --json FILE --seconds 3 --rounds 5
import './node-check.mjs';

const { prepare } = await import('./prepare.mjs');
const { run } = await import('./run.mjs');

await prepare(console.error);
run('test/bench/bench.js', process.argv.slice(2));
