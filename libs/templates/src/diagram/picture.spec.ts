import { vocabulary, type Template } from '#libs/lifecycle';
import fc from 'fast-check';
import { shippedTemplates, toMermaid, toSvg, wholeTemplate } from '../index.js';
import { waysIn } from './graph.js';
import { laidOut, type Placed, type Point } from './layout.js';
import { widthOf, wrapped } from './text.js';
import { FORKED_BY } from './words.js';

const label = (text: string) => ({ sv: `${text} (sv)`, en: text });
type Stage = Template['stages'][0];

function template(stages: (Partial<Stage> & { key: string })[]): Template {
  const whole = stages.map((stage) => ({ name: label(stage.key), opens: [], criteria: [], next: [], ...stage }));
  return {
    key: 'own',
    version: 2,
    name: label('An own way'),
    roles: [{ key: 'lead', name: label('lead') }],
    stages: whole,
  };
}

const everything = template([
  {
    key: 'study',
    next: ['end'],
    optional: true,
    criteria: [{ key: 'held', kind: 'meeting-held', name: label('Held') }],
  },
  { key: 'end', next: ['dialogues', 'study'], restart: true },
  {
    key: 'dialogues',
    fork: { to: 'dialogue', each: 'theme', join: true },
    next: ['adopt'],
    returnsTo: ['end', 'study'],
  },
  { key: 'dialogue' },
  { key: 'adopt', end: true, cycle: { to: 'study' } },
]);

describe('the ways of a picture', () => {
  it('are told apart: on, back where the plan has been, forked, joined, returned, begun again', () => {
    expect(waysIn(everything).map(({ from, to, kind }) => `${from} ${kind} ${to}`)).toEqual([
      'study on end',
      'end on dialogues',
      'end loop study',
      'dialogues on adopt',
      'dialogues fork dialogue',
      'dialogue join dialogues',
      'dialogues back end',
      'dialogues back study',
      'adopt cycle study',
    ]);
  });
});

describe('toMermaid', () => {
  it('draws each kind of way in its own manner', () => {
    expect(toMermaid(everything, 'en')).toBe(`---
title: "An own way, version 2"
---
flowchart TD
  start(("Start")) --> stage_study
  stage_study["study<br/>1 criterion<br/>may be skipped"]
  stage_end["end<br/>a new attempt may begin"]
  stage_dialogues["dialogues<br/>one plan per theme<br/>waits for them"]
  stage_dialogue["dialogue<br/>may be completed here"]
  stage_adopt["adopt<br/>may be completed here"]
  stage_study --> stage_end
  stage_end --> stage_dialogues
  stage_end --> stage_study
  stage_dialogues --> stage_adopt
  stage_dialogues == "forks into plans" ==> stage_dialogue
  stage_dialogue -. "waited for" .-> stage_dialogues
  stage_dialogues -. "back" .-> stage_end
  stage_dialogues -. "back" .-> stage_study
  stage_adopt == "new cycle" ==> stage_study
  classDef optional stroke-dasharray: 5 4
  classDef last stroke-width: 3px
  class stage_study optional
  class stage_dialogue,stage_adopt last
`);
  });

  it.each([
    [[undefined, 'plan'], 'forks into plans', 'forks into plans'],
    [['case', 'case'], 'forks into cases', 'forks into cases'],
    [['case', undefined], 'forks into plans or cases', 'forks into cases'],
  ] as const)('says what forks of %j make, as the boxes do', (made, legend, firstLine) => {
    const stages = made.map((as, index) => ({
      key: `a${index}`,
      name: label('a'),
      next: ['b'],
      fork: { to: 'b', ...(as ? { as } : {}) },
    }));
    const forking = template([...stages, { key: 'b', name: label('b') }]);
    expect(toSvg(forking, 'en')).toContain(`>${legend}</text>`);
    expect(toMermaid(forking, 'en')).toContain(`stage_a0 == "${firstLine}" ==> stage_b`);
    expect(toSvg(forking, 'sv')).toContain(made[0] === 'case' ? 'casen börjar i b' : 'planerna börjar i b');
  });

  it('lets no name break out of its box', () => {
    const hostile = template([{ key: 'a', name: label('x"] --> b; click a "javascript:1" %% <b>#quot;') }]);
    expect(toMermaid(hostile, 'en')).toContain(
      'stage_a["x#34;#93; --#62; b; click a #34;javascript:1#34; %% #60;b#62;#35;quot;',
    );
  });
});

describe('toSvg', () => {
  it('has a title, an account for whoever does not see it, and the language', () => {
    const svg = toSvg(everything, 'sv');
    expect(svg).toContain('<title id="stegvis-own-2-sv-title">An own way (sv), version 2</title>');
    expect(svg).toContain('role="img" aria-labelledby="stegvis-own-2-sv-title stegvis-own-2-sv-desc" lang="sv"');
    expect(svg).toContain(
      '1. study (sv): 1 villkor; kan hoppas över; vidare till end (sv). 2. end (sv): en ny ansats kan börja; vidare till dialogues (sv), study (sv).',
    );
    expect(svg).toContain('box optional');
  });

  it('dresses itself alone, wherever it is put', () => {
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(toSvg(everything, 'en')) ?? [];
    const selectors = [...style.replace(/@media print/, '').matchAll(/([^{}\n]+)\{/g)].map(([, selector]) => selector);
    expect(selectors.length).toBeGreaterThan(10);
    expect(selectors.filter((selector) => !selector?.startsWith('#stegvis-own-2-en'))).toEqual([]);
  });

  it('is XML whatever the names hold', () => {
    const hostile = template([{ key: 'a', name: label('</text><script>alert(1)</script>&\u0000\u001f\ud800 "q"') }]);
    const svg = toSvg(hostile, 'en');
    expect(svg).not.toContain('<script');
    expect([...svg].filter((letter) => letter < ' ' && letter !== '\n')).toEqual([]);
    expect(svg).toContain('&lt;/text&gt;');
  });

  it('writes every name out, in each language', () => {
    for (const shipped of shippedTemplates)
      for (const language of ['sv', 'en'] as const) {
        const texts = [...toSvg(shipped, language).matchAll(/<text class="name"[^>]*>([^<]*)</g)].map(
          ([, text]) => text,
        );
        const names = shipped.stages.map(({ name }) => name[language]).join(' ');
        expect(texts.join(' ')).toBe(names);
      }
  });
});

/** Any template at all: ways on and back as they come, joins and cycles among them. */
const anyTemplate = fc.integer({ min: 1, max: 14 }).chain((count) => {
  const key = fc.integer({ min: 0, max: count - 1 }).map((n) => `s${n}`);
  const stage = fc.record({
    next: fc.uniqueArray(key, { maxLength: 3 }),
    returnsTo: fc.uniqueArray(key, { maxLength: 3 }),
    fork: fc.option(fc.record({ to: key, join: fc.boolean() }), { nil: undefined, freq: 4 }),
    cycle: fc.option(fc.record({ to: key }), { nil: undefined, freq: 4 }),
    name: fc.string({ maxLength: 60 }).map(label),
  });
  return fc.array(stage, { minLength: count, maxLength: count }).map((stages) =>
    template(
      stages.map(({ fork, cycle, ...rest }, n) => ({
        key: `s${n}`,
        ...rest,
        ...(fork ? { fork } : {}),
        ...(cycle ? { cycle } : {}),
      })),
    ),
  );
});

describe('the layout', () => {
  const inside = ({ x, y }: Point, box: Placed) =>
    Math.abs(x - box.x) < box.width / 2 - 1 && Math.abs(y - box.y) < box.height / 2 - 1;

  function stretches(points: Point[]): Point[] {
    return points.flatMap((point, index) => {
      const next = points[index + 1];
      if (!next) return [point];
      const steps = Math.ceil(Math.hypot(next.x - point.x, next.y - point.y) / 4);
      return Array.from({ length: steps }, (_, step) => ({
        x: point.x + ((next.x - point.x) * step) / steps,
        y: point.y + ((next.y - point.y) * step) / steps,
      }));
    });
  }

  it('no box lies on another, no way back runs through a box, and all is in the picture', () => {
    fc.assert(
      fc.property(anyTemplate, (any) => {
        const boxes = any.stages.map(({ key }, n) => ({
          key,
          width: 100 + ((n * 37) % 130),
          height: 40 + ((n * 13) % 40),
        }));
        const laid = laidOut(boxes, waysIn(wholeTemplate(any)));
        const lieOn = (one: Placed, other: Placed) =>
          Math.abs(one.x - other.x) < (one.width + other.width) / 2 &&
          Math.abs(one.y - other.y) < (one.height + other.height) / 2;
        expect(laid.boxes.filter((one) => laid.boxes.some((other) => other !== one && lieOn(one, other)))).toEqual([]);
        const points = laid.lanes.flatMap(({ path, feeders }) => [path, ...feeders]).flatMap(stretches);
        expect(points.filter((point) => laid.boxes.some((box) => inside(point, box)))).toEqual([]);
        const isOut = ({ x, y }: Point) => x < 0 || y < 0 || x > laid.width || y > laid.height;
        expect(points.filter(isOut)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

it('has words for all that plans can be forked by', () => {
  expect(Object.keys(FORKED_BY).sort()).toEqual([...vocabulary.forks.keys()].sort());
  const programme = shippedTemplates.find(({ key }) => key === 'regional-service-programme') as Template;
  expect(toMermaid(programme, 'sv')).toContain('ett case per kommun');
});

describe('text', () => {
  it('breaks between words, inside one too long, and ends in an ellipsis where it does not fit', () => {
    expect(wrapped('Process och arbetsgrupper', 14, 120, 3, true)).toEqual(['Process och', 'arbetsgrupper']);
    expect(wrapped('Processplaneringsarbetsgruppsbildning', 14, 120, 3)).toHaveLength(3);
    expect(wrapped('one two three four five six', 14, 60, 2)).toEqual(['one two', 'three…']);
    expect(wrapped('', 14, 100, 2)).toEqual(['']);
  });

  it('no line is wider than it may be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (any) => {
        for (const line of wrapped(any, 14, 120, 3)) expect(widthOf(line, 14)).toBeLessThanOrEqual(120);
      }),
    );
  });
});
