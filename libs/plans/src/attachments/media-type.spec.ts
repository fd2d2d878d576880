import { asDownload, mediaTypeOf } from './media-type.js';

describe('the media type of a file', () => {
  it.each([
    [undefined, 'application/octet-stream'],
    ['', 'application/octet-stream'],
    ['application/pdf', 'application/pdf'],
    ['Image/PNG', 'image/png'],
    ['text/plain;charset="UTF-8"; format=flowed', 'text/plain; charset=utf-8'],
    ['multipart/form-data; boundary=x', 'multipart/form-data'],
    ['pdf', null],
    ['text/html\r\nx: y', null],
    [`text/${'x'.repeat(200)}`, null],
  ])('%j is %j', (header, type) => expect(mediaTypeOf(header)).toBe(type));
});

describe('the name of a download', () => {
  it.each([
    ['protokoll.pdf', `attachment; filename="protokoll.pdf"; filename*=UTF-8''protokoll.pdf`],
    [
      'Bilaga 1 Högsby.pdf',
      `attachment; filename="Bilaga 1 H_gsby.pdf"; filename*=UTF-8''Bilaga%201%20H%C3%B6gsby.pdf`,
    ],
    [
      `"; x=('y')*%.txt`,
      `attachment; filename="_; x=('y')*_.txt"; filename*=UTF-8''%22%3B%20x%3D%28%27y%27%29%2A%25.txt`,
    ],
  ])('%j', (name, header) => expect(asDownload(name)).toBe(header));
});
