// The AsyncAPI document.

export function asyncApi(): object {
  return {};
}
