// The api as others start it. Every HTTP door, and no rules.
export { createApi, type ApiSettings } from './create-api.js';
export { startApi, type RunningApi } from './start-api.js';
export { migrationNames } from './open-services.js';
