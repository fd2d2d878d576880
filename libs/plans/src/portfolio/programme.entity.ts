// A programme with its strands: the frame above initiatives (seed 000). Here a record that plans refer to.
import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface Strand {
  no: number;
  name: string;
  content: string[];
  result?: string;
}

@Entity('programme')
export class Programme {
  @PrimaryColumn({ type: 'text' }) code: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text', nullable: true }) goal: string | null;
  @Column({ type: 'json' }) strands: Strand[];
  /** The document that says so. */
  @Column({ type: 'text', nullable: true }) source: string | null;
}
