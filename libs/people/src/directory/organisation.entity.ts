// An organisation that takes part in plans, by its code. What it says and when is in the plans; here stands who it is.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organisation')
export class Organisation {
  @PrimaryColumn({ type: 'text' }) code: string;
  @Column({ type: 'text' }) name: string;
  /** Municipality, region, association ... as the source names it. */
  @Column({ type: 'text', nullable: true }) kind: string | null;
  @Column({ type: 'text', array: true }) roles: string[];
  /** The document that says so. */
  @Column({ type: 'text', nullable: true }) source: string | null;
}
