// The archive package of a plan, fetched and unpacked.
import { inflateRawSync } from 'node:zlib';
import { ADMIN_TOKEN, type RunningApi } from './api.js';

/** @returns its files by path, as text. */
export async function archiveOf(api: RunningApi, plan: string): Promise<Map<string, string>> {
  const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
  const response = await fetch(`${api.url}/v1/plans/${plan}/archive`, { headers });
  const files = unzip(Buffer.from(await response.arrayBuffer()));
  return new Map([...files].map(([name, bytes]) => [name, bytes.toString('utf8')]));
}

/** Of the central directory (APPNOTE 4.3.12): enough for what we write. */
export function unzip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'));
  const files = new Map<string, Buffer>();
  for (let at = bytes.readUInt32LE(end + 16), left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameLength, extra, comment, local] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    files.set(name, inflateRawSync(bytes.subarray(from, from + packed)));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}
