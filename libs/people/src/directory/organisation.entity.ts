// An organisation that takes part in plans, by its code. What it says and when is in the plans; here stands who it is.
import type { OrganisationKind } from './organisation-kinds.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organisation')
export class Organisation {
  @PrimaryColumn({ type: 'text' }) code: string;
  @Column({ type: 'text' }) name: string;
  /** Null when nobody has said. */
  @Column({ type: 'text', nullable: true }) kind: OrganisationKind | null;
  @Column({ type: 'text', array: true }) roles: string[];
  /** The document that says so. */
  @Column({ type: 'text', nullable: true }) source: string | null;
}
