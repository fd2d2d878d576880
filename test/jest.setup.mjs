import 'reflect-metadata';
import { types } from 'node:util';

// Node's own errors come from another realm than jest's, so `instanceof Error` fails on them without this.
const own = Function.prototype[Symbol.hasInstance];
Object.defineProperty(Error, Symbol.hasInstance, {
  value(candidate) {
    return own.call(this, candidate) || (this === Error && types.isNativeError(candidate));
  },
});
