// Reads TypeScript modules as often as wished: each reading has a state of its own, and the code is compiled once.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';

const compiled = new Map();

const FORM = {
  swcrc: false,
  module: { type: 'commonjs' },
  jsc: { target: 'es2023', parser: { syntax: 'typescript' }, experimental: { keepImportAttributes: true } },
};

/**
 * A reader that knows each module once.
 * @param globalsOf what a file finds beside its imports, by path
 * @param packages those that are to be others than the installed ones, by name
 */
export function reader(project, globalsOf, packages) {
  const modules = new Map();
  return function read(path) {
    const known = modules.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(path, module);
    if (path.endsWith('.json')) module.exports = JSON.parse(readFileSync(path, 'utf8'));
    else {
      const imports = (name) => {
        if (isOurs(name)) return read(placeOf(project, path, name));
        return packages[name] ?? createRequire(path)(name);
      };
      const { describe, it, expect } = globalsOf(path);
      program(path)(module.exports, imports, module, path, describe, it, expect);
    }
    return module.exports;
  };
}

const isOurs = (name) => /^(\.|#libs\/)/.test(name);

function placeOf(project, from, name) {
  const room = /^#libs\/(.+)$/.exec(name)?.[1];
  return room ? join(project, 'libs', room, 'src', 'index.ts') : join(dirname(from), name.replace(/\.js$/, '.ts'));
}

function program(path) {
  if (!compiled.has(path)) {
    const { code } = transformSync(readFileSync(path, 'utf8'), { ...FORM, filename: path });
    const names = ['exports', 'require', 'module', '__filename', 'describe', 'it', 'expect'];
    compiled.set(path, compileFunction(code, names, { filename: path }));
  }
  return compiled.get(path);
}
