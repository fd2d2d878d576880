// Ids that follow from the project's code alone: the same file gives the same plans, whoever loads it and wherever.
import { createHash } from 'node:crypto';

/** Ours, made once; a name-based UUID is reckoned inside it (RFC 9562, 5.5). */
const NAMESPACE = Buffer.from('5ba1e4c52e0f4c7b9c56d3a6a1f0e277', 'hex');

export function commandId(project: string, command: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(`${project}/${command}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
