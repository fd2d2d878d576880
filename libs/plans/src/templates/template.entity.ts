// A published template: one row for each version, never changed.
import type { Template } from '#libs/lifecycle';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('template')
export class PublishedTemplate {
  @PrimaryColumn({ type: 'text' }) key: string;
  @PrimaryColumn({ type: 'int' }) version: number;
  @Column({ type: 'json' }) document: Template;
  @Column({ name: 'published_at', type: 'timestamptz' }) publishedAt: Date;
  /** The id of the token that published it; `shipped` for those that come with Stegvis. */
  @Column({ name: 'published_by', type: 'text' }) publishedBy: string;
}
