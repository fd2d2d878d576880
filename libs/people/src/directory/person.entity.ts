// A person: the one place where a name and an address are kept. Events know the id alone (INV-54).
import type { Language } from '#libs/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class Person {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** Null once the person has been erased. */
  @Column({ type: 'text', nullable: true }) name: string | null;
  /** For mail, as it was given; case makes no difference between two. */
  @Column({ type: 'text', nullable: true }) address: string | null;
  @Column({ type: 'text' }) language: Language;
  /** The code of the organisation that the person comes from; residents have none. */
  @Column({ type: 'text', nullable: true }) organisation: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true }) erasedAt: Date | null;
}
