// Builds elements. What people have written goes in as text nodes only, so nothing of it can run.

/** @param attributes `on<event>` adds a listener; false, null and undefined leave the attribute out. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** A sign that says the same as the words beside it, for the eye alone. */
export function sign(character) {
  return el('span', { class: 'sign', 'aria-hidden': 'true' }, character);
}

/** A short fact set in a frame; `tone` colours it, the words carry the meaning. */
export function badge(text, tone = '', character = '') {
  return el('span', { class: `badge ${tone}`.trim() }, character ? sign(character) : null, text);
}

/** A list of facts: pairs of a name and what it is. Pairs without a value are left out. */
export function facts(pairs, className = 'facts') {
  const rows = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (rows.length === 0) return null;
  return el(
    'dl',
    { class: className },
    rows.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
  );
}

/** Prose with its paragraphs kept. */
export function prose(text, language) {
  const parts = String(text).split(/\n{2,}/);
  return el(
    'div',
    { class: 'prose', lang: language },
    parts.map((part) => el('p', {}, part)),
  );
}
