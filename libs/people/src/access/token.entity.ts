// A token: what a program or a signed-in browser shows to be let in. Only its hash is kept.
import type { Scope } from '#libs/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('token')
export class Token {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) kind: 'token' | 'session';
  /** SHA-256 in hex. The token itself is 256 random bits, so no slow hash is needed. */
  @Column({ type: 'text', unique: true }) hash: string;
  @Column({ type: 'text', array: true }) scopes: Scope[];
  /** In which role and for which organisation its bearer acts. */
  @Column({ type: 'text', nullable: true }) role: string | null;
  @Column({ type: 'text', nullable: true }) organisation: string | null;
  /** Who is signed in; null for a program. */
  @Column({ type: 'uuid', nullable: true }) person: string | null;
  /** The codes of the programmes it is let in to; every one when null. */
  @Column({ type: 'text', array: true, nullable: true }) programmes: string[] | null;
  /** The person who made it, also by another token; null when whoever runs the installation did. */
  @Column({ name: 'made_by', type: 'uuid', nullable: true }) madeBy: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true }) expiresAt: Date | null;
  /** To the minute. */
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true }) lastUsedAt: Date | null;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt: Date | null;
}
