// What has been typed and not sent yet, kept in this tab: over a refusal, a lost session, a look at another page.

export function draftOf(name) {
  try {
    return JSON.parse(sessionStorage.getItem(`stegvis-draft ${name}`)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param body undefined when it has been sent. */
export function keepDraft(name, body) {
  try {
    if (body === undefined) sessionStorage.removeItem(`stegvis-draft ${name}`);
    else sessionStorage.setItem(`stegvis-draft ${name}`, JSON.stringify(body));
  } catch {
    return; // A browser that keeps nothing still has the form itself.
  }
}
