// What `npx stegvis` runs.
import 'reflect-metadata';
import { commandLine } from './command-line.js';

// Piped into something that has read enough: the command still ends in order, and stops what it started.
process.stdout.on('error', () => undefined);

await commandLine().parseAsync();
