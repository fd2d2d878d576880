// Lets Node run the embedded PostgreSQL's TypeScript as it stands: the `./x.js` of an import is the file x.ts.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const source = specifier.startsWith('.') && new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    return source && existsSync(source) ? next(source.href, context) : next(specifier, context);
  },
});
