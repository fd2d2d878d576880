// Where people and partners reach us; known for sure once the server listens.

export class Address {
  /** @param url without a slash at the end. */
  constructor(public url: string) {}

  get isHttps(): boolean {
    return this.url.startsWith('https:');
  }
}
