import { types } from 'node:util';

/**
 * Jest runs tests in a realm of their own, while Node's own errors (a refused connection, a missing file) come from the
 * outer one, where `instanceof Error` doesn't look. In production there is only one realm, so here it is made to look.
 */
const ordinary = Function.prototype[Symbol.hasInstance];

Object.defineProperty(Error, Symbol.hasInstance, {
  configurable: true,
  value(this: unknown, value: unknown): boolean {
    return ordinary.call(this, value) || (this === Error && isForeignError(value));
  },
});

function isForeignError(value: unknown): boolean {
  return types.isNativeError(value) || Object.prototype.toString.call(value) === '[object DOMException]';
}
