// The OpenAPI document.
import type { Route } from '../http/known-routes.js';

export function openApi(_routes: readonly Route[]): object {
  return {};
}
