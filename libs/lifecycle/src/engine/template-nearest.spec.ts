import { guesses, nearest } from './template-nearest.js';

describe('the name that was likely meant', () => {
  const known = ['mandate', 'process-lead', 'lead', 'trial', 'interview'];
  it.each([
    ['mandat', 'mandate'],
    ['mnadate', 'mandate'],
    ['process-leader', 'process-lead'],
    ['led', 'lead'],
    ['interveiw', 'interview'],
    ['Trial', 'trial'],
    ['interviewing', 'interview'],
    ['inter', 'interview'],
  ])('%s: %s', (name, meant) => expect(nearest(name, known)).toBe(meant));

  it.each(['mayor', 'x', '', 'dance', 'processes'])('%s: none', (name) => expect(nearest(name, known)).toBeUndefined());

  it('two as near as each other are none', () => {
    expect(nearest('step-3', ['step-1', 'step-2'])).toBeUndefined();
    expect(nearest('step-3', ['step-1', 'step-2', 'stop-3', 'step3'])).toBeUndefined();
    expect(nearest('trails', ['trailed', 'trials'])).toBe('trials');
  });

  it('a word that begins with one known name alone is meant by it', () => {
    expect(nearest('minimum', ['min', 'from'])).toBe('min');
    expect(nearest('hold', ['hold-meeting', 'hold-dialogue'])).toBeUndefined();
    expect(nearest('mi', ['minimal'])).toBeUndefined();
  });

  it('looks for a hundred names, and for each of them once', () => {
    const guess = guesses(known);
    for (let nth = 0; nth < 99; nth += 1) guess(`name-${nth}`);
    expect(guess('mandat')).toBe('mandate');
    expect(guess('tril')).toBeUndefined();
    expect(guess('mandat')).toBe('mandate');
  });
});
