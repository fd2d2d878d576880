// A browser as far as cookies and redirects go: keeps what each host gives it, with SameSite as browsers do, and follows.

export interface Page {
  status: number;
  url: string;
  text: string;
  headers: Headers;
}

interface Kept {
  value: string;
  path: string;
  sameSite: string;
}

const REDIRECTS_MAX = 12;

export class CookieBrowser {
  /** By origin: two ports of one host are two sites here, as two hosts would be in life. */
  private readonly jars = new Map<string, Map<string, Kept>>();

  get(url: string, from?: string): Promise<Page> {
    return this.go('GET', url, undefined, from);
  }

  /** A form, sent from a page. */
  post(url: string, fields: Record<string, string> = {}, from = url): Promise<Page> {
    return this.go('POST', url, new URLSearchParams(fields).toString(), from);
  }

  cookie(origin: string, name: string): string | undefined {
    return this.jars.get(new URL(origin).origin)?.get(name)?.value;
  }

  /** What it would send along to one of our own pages. */
  cookies(origin: string): string {
    return this.cookiesFor(`${new URL(origin).origin}/`, 'GET', true);
  }

  private async go(method: string, url: string, body: string | undefined, from: string | undefined): Promise<Page> {
    let [at, by, sent] = [url, method, body];
    // Once another site has had a hand in it, the whole chain is from elsewhere.
    let isOwn = from === undefined || new URL(from).origin === new URL(url).origin;
    for (let hops = 0; hops < REDIRECTS_MAX; hops += 1) {
      const response = await this.ask(by, at, sent, isOwn);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || location === null)
        return { status: response.status, url: at, text: await response.text(), headers: response.headers };
      const next = new URL(location, at).href;
      isOwn &&= new URL(next).origin === new URL(at).origin;
      [at, by, sent] = [next, 'GET', undefined];
    }
    throw new Error(`more than ${REDIRECTS_MAX} redirects from ${url}`);
  }

  private async ask(method: string, url: string, body: string | undefined, isOwn: boolean): Promise<Response> {
    const { origin } = new URL(url);
    const cookies = this.cookiesFor(url, method, isOwn);
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        'accept-language': 'en',
        ...(cookies ? { cookie: cookies } : {}),
        ...(method === 'POST'
          ? { 'content-type': 'application/x-www-form-urlencoded', origin: isOwn ? origin : 'null' }
          : {}),
        'sec-fetch-site': isOwn ? 'same-origin' : 'cross-site',
      },
      ...(body === undefined ? {} : { body }),
    });
    this.keep(origin, response.headers.getSetCookie());
    return response;
  }

  private cookiesFor(url: string, method: string, isOwn: boolean): string {
    const { origin, pathname } = new URL(url);
    const sent = [...(this.jars.get(origin) ?? [])].filter(
      ([, { path, sameSite }]) =>
        pathname.startsWith(path) && (isOwn || sameSite === 'none' || (sameSite === 'lax' && method === 'GET')),
    );
    return sent.map(([name, { value }]) => `${name}=${value}`).join('; ');
  }

  private keep(origin: string, given: string[]): void {
    const jar = this.jars.get(origin) ?? new Map<string, Kept>();
    this.jars.set(origin, jar);
    for (const line of given) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      const told = new Map(attributes.map(attribute));
      const isOver = told.get('max-age') === '0' || (told.has('expires') && Date.parse(told.get('expires') ?? '') < 1);
      if (isOver || value === '') jar.delete(name);
      else
        jar.set(name, { value, path: told.get('path') ?? '/', sameSite: told.get('samesite')?.toLowerCase() ?? 'lax' });
    }
  }
}

function attribute(written: string): [string, string] {
  const [name = '', value = ''] = written.split('=');
  return [name.toLowerCase(), value];
}
