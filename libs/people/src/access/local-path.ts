// Where a browser goes on after sign-in: to a place of ours and nowhere else (OWASP: unvalidated redirects).

const LENGTH_MAX = 500;

/** @returns the path with what follows it, or undefined when it is anything but a path of ours. */
export function localPath(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > LENGTH_MAX || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text)) return undefined;
  if (text.includes('\\')) return undefined;
  const here = new URL('http://here.invalid');
  const there = URL.canParse(text, here.href) ? new URL(text, here) : undefined;
  return there?.origin === here.origin && !there.pathname.startsWith('//')
    ? there.pathname + there.search + there.hash
    : undefined;
}
