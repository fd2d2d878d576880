// Secrets that are shown once and kept as hashes.
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; the prefix lets secret scanners and people tell what it is. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`;
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
