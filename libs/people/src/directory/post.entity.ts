// A post: a role outside the plans, for a programme or for the whole installation, held by one person for one organisation.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('post')
export class PostRow {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) role: string;
  @Column({ type: 'uuid' }) person: string;
  /** The organisation that it is held for. */
  @Column({ type: 'text' }) organisation: string;
  /** The code of a programme; null for the whole installation. */
  @Column({ type: 'text', nullable: true }) programme: string | null;
  /** What the holder may decide, in words. */
  @Column({ type: 'text', nullable: true }) mandate: string | null;
  /** The first day and the last, YYYY-MM-DD. */
  @Column({ name: 'from_day', type: 'date' }) from: string;
  @Column({ name: 'until_day', type: 'date', nullable: true }) until: string | null;
  @Column({ type: 'uuid', nullable: true }) deputy: string | null;
  /** Of a full working time, in per cent. */
  @Column({ type: 'int', nullable: true }) share: number | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  /** When somebody ended it ahead of its time. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt: Date | null;
}
