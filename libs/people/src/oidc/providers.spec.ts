// The file that names the providers: what it may say, and the one line for each thing that it may not.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProviders } from './providers.js';

const folder = mkdtempSync(join(tmpdir(), 'providers-'));
const file = join(folder, 'providers.json');
const region = { key: 'region', name: 'Regionen', issuer: 'https://id.region.example', clientId: 'stegvis' };

function read(told: unknown) {
  writeFileSync(file, typeof told === 'string' ? told : JSON.stringify(told));
  return readProviders(file);
}

it('no file is no provider', () => {
  expect(readProviders(undefined)).toEqual([]);
});

it('reads providers, with the organisations that a claim stands for', () => {
  const organisation = { claim: 'municipality', codes: { '0821': 'HOGSBY' } };
  const town = { ...region, key: 'town', name: { sv: 'Kommunen', en: 'The town' }, newPersons: true, organisation };
  expect(read([region, { ...town, clientSecret: 'x' }])).toEqual([
    { ...region, name: { sv: 'Regionen', en: 'Regionen' }, newPersons: false },
    { ...town, clientSecret: 'x' },
  ]);
});

it('takes an issuer without encryption only on this machine', () => {
  expect(read([{ ...region, issuer: 'http://127.0.0.1:4000' }])).toHaveLength(1);
  expect(read([{ ...region, issuer: 'http://localhost:4000' }])).toHaveLength(1);
  expect(() => read([{ ...region, issuer: 'http://127.example.com' }])).toThrow('issuer is to begin with https://');
});

it.each([
  ['text', 'nothing', 'the file is not JSON'],
  ['no list', {}, 'is to hold a list'],
  ['no object', ['x'], 'provider 1: it is to be an object'],
  ['a field that there is not', [{ ...region, secret: 'x' }], 'provider 1: there is no secret; there are key, name,'],
  ['no key', [{ ...region, key: 'Två ord' }], 'key is to be lower case'],
  ['a key twice', [region, region], 'two providers have the key region'],
  ['no name', [{ ...region, name: { sv: 'x' } }], 'name is to be text, or'],
  ['no client', [{ ...region, clientId: ' ' }], 'clientId is missing'],
  ['a secret that is none', [{ ...region, clientSecret: 1 }], 'clientSecret is to be text'],
  ['no address', [region, { ...region, key: 'b', issuer: 'region' }], 'provider 2: issuer is to be an address'],
  ['half a yes', [{ ...region, newPersons: 'yes' }], 'newPersons is to be true or false'],
  ['half an organisation', [{ ...region, organisation: { claim: 'x' } }], 'organisation is to be {'],
  ['a code that is none', [{ ...region, organisation: { claim: 'x', codes: { a: 1 } } }], 'organisation.codes is to'],
])('%s stops the start with one line', (_what, told, line) => {
  expect(() => read(told)).toThrow(line);
  expect(() => read(told)).toThrow(/^STEGVIS_OIDC_FILE=\S+ cannot be used: [^\n]+$/);
});

it('a file that is not there does too', () => {
  expect(() => readProviders(join(folder, 'nowhere.json'))).toThrow('the file cannot be read');
});
