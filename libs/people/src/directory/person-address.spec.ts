// Addresses that are taken, and what tries to be one.
import { isPersonAddress } from './person-address.js';

it.each([
  'anna@region.example',
  'Anna.Oberg+plan@sub.region.example',
  "o'hara_1@region-nord.se",
  'info@högsby.se',
  'åsa@kommun.se',
])('%s is one', (text) => {
  expect(isPersonAddress(text)).toBe(true);
});

it.each([
  '',
  'anna',
  'anna@',
  '@region.example',
  'anna@region',
  'anna@@region.example',
  'anna@region..example',
  '.anna@region.example',
  'anna@-region.example',
  'anna@127.0.0.1',
  'anna@[127.0.0.1]',
  'Anna <anna@region.example>',
  'anna@region.example, bo@region.example',
  'anna@region.example;bo@region.example',
  'anna@region.example\r\nBcc: bo@region.example',
  'anna@region.example\n',
  'anna\0@region.example',
  '"anna b"@region.example',
  'anna (hej)@region.example',
  'anna\u202e@region.example',
  'anna\u200b@region.example',
  'anna\u00a0@region.example',
  `${'a'.repeat(65)}@region.example`,
  `anna@${'a'.repeat(250)}.example`,
  'mailto:anna@region.example',
])('%j is none', (text) => {
  expect(isPersonAddress(text)).toBe(false);
});
